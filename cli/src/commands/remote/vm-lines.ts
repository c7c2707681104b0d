import type { VmDetail } from '@portolan/contract/vms'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { duration, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { known, moment } from '../../remote/listing.ts'
import { riskCell } from '../../remote/marks.ts'
import { SEVERITY_MARKS } from '../../summary/finding-lines.ts'
import { paragraphs } from '../../summary/paragraphs.ts'
import { flow, labelled, type Screen, textWidthOf } from '../../terminal/blocks.ts'
import { notedLines } from '../../terminal/notes.ts'
import { tableLines } from '../../terminal/table.ts'
import { printable, wrap } from '../../terminal/width.ts'

/** Everything of one VM: what it is, why it is rated so, when it moves and by which formulas. */
export function vmLines(vm: VmDetail, screen: Screen): string[] {
  return paragraphs([
    [...aboutLines(vm, screen), ...decisionLines(vm, screen)],
    findingLines(vm, screen),
    notedLines(
      vm.times.map(({ label, value, formula, inputs }) => ({
        ...{
          name: printable(label),
          value: printable(value),
          notes: [formula, inputs].filter((it) => it !== '').map(printable),
        },
      })),
      screen,
    ),
    diskLines(vm, screen),
    labelled('Why then', wrap(printable(vm.why), textWidthOf(screen)), screen),
  ])
}

function aboutLines({ row, system, nics, snapshots }: VmDetail, screen: Screen): string[] {
  const width = textWidthOf(screen)
  const { text, tone } = riskCell(row.risk)
  const size = [
    known(row.vcpus, (it) => `${it} vCPU`),
    known(row.memoryGiB, (it) => `${sizeOf(it)} memory`),
    known(row.usedGiB, (it) => `${sizeOf(it)} used`),
    known(row.diskCapacityGiB, (it) => `of ${sizeOf(it)}`),
  ]
  const place = [row.tenant, row.orgVdc, row.cluster, row.host, row.vcenter].filter((it) => it !== '').map(printable)
  return [
    `  ${screen.paint('strong', printable(row.name))} · ${printable(row.moref)} · ${row.id}`,
    ...labelled('System', flow([printable(system.label), printable(system.doubt)], width), screen),
    ...labelled('Size', flow(size, width), screen),
    ...labelled('Where', flow(place, width, ' · '), screen),
    ...labelled(
      'Network',
      nics.map(({ network, ipv4 }) => printable(`${network} ${ipv4}`.trim())),
      screen,
    ),
    ...labelled(
      'Snapshots',
      snapshots.map(({ name, createdAt }) => printable(`${name}, ${moment(createdAt)}`)),
      screen,
    ),
    ...labelled('Risk', flow([screen.paint(tone!, text), `score ${row.score}`], width), screen),
    ...labelled('Moves', flow(moveParts(row), width), screen),
  ]
}

function moveParts(row: VmDetail['row']): string[] {
  if (row.excluded) return ['left out of the plan']
  return [
    row.effectiveMode,
    row.cutoverStart === null ? 'not scheduled' : `cut over ${moment(row.cutoverStart)} UTC`,
    known(row.copyHours, (it) => `copy ${duration(it)}`),
    known(row.downtimeHours, (it) => `downtime ${duration(it)}`),
  ]
}

function decisionLines({ decision }: VmDetail, screen: Screen): string[] {
  const parts = [
    decision.status.replaceAll('_', ' '),
    decision.modeOverride ? `mode set to ${decision.modeOverride}` : '',
    decision.excluded ? `left out: ${printable(decision.excludeReason)}` : '',
    `priority ${decision.priority}`,
    decision.fixMinutes === null ? '' : `fixes ${decision.fixMinutes} min`,
  ]
  return labelled('Decided', flow(parts, textWidthOf(screen)), screen)
}

function findingLines({ findings }: VmDetail, screen: Screen): string[] {
  if (findings.length === 0) return ['  No rule fired.']
  return notedLines(
    findings.map(({ severity, title, weight, accepted, counted, remedy }) => ({
      name: `${SEVERITY_MARKS[severity].mark} ${printable(title)}`,
      value: accepted ? 'accepted' : counted ? `+${weight}` : '',
      notes: [printable(remedy)],
    })),
    screen,
  )
}

function diskLines({ disks }: VmDetail, screen: Screen): string[] {
  if (disks.length === 0) return []
  return [
    `  ${screen.paint('faint', plural(disks.length, 'disk'))}`,
    ...tableLines(
      [
        { header: 'disk' },
        { header: 'size', align: 'right' },
        { header: 'controller', shrinks: true },
        { header: 'file', shrinks: true, least: 16 },
      ],
      disks.map(({ label, capacityGiB, controller, path }) => [label, known(capacityGiB, sizeOf), controller, path]),
      screen,
    ),
  ]
}
