import { getStats, type Stats } from '@portolan/contract/inventory'
import { count } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { Run } from '../../remote/run.ts'
import { paragraphs } from '../../summary/paragraphs.ts'
import { flow, labelled, type Screen, textWidthOf } from '../../terminal/blocks.ts'
import { tableLines } from '../../terminal/table.ts'
import { printable, wrap } from '../../terminal/width.ts'

const MOST_SHARES = 6
const MOST_LARGEST = 10

export const stats = {
  async show(run: Run, _: readonly [], { project }: { readonly project: string }) {
    const found = await run.api.call(getStats, { params: { project } })
    run.print(found, () => statsLines(found, run.screen))
  },
}

function statsLines(stats: Stats, screen: Screen): string[] {
  const largest = stats.largest.slice(0, MOST_LARGEST)
  return paragraphs([
    [
      ...shares('Risk', stats.risk, screen),
      ...shares('Mode', stats.mode, screen),
      ...shares('Power', stats.power, screen),
      ...shares('Systems', stats.osFamilies, screen),
      ...shares('Sizes', stats.sizes, screen),
      ...shares('Tenants', stats.tenants, screen),
    ],
    tableLines(
      [
        { header: 'largest VMs', shrinks: true, least: 12 },
        { header: 'used', align: 'right' },
        { header: 'risk' },
        { header: 'system', shrinks: true },
      ],
      largest.map(({ name, usedGiB, risk, os }) => [name, sizeOf(usedGiB), risk, os]),
      screen,
    ),
    labelled(
      'Do next',
      stats.next.flatMap(({ text }) => wrap(printable(text), textWidthOf(screen))),
      screen,
    ),
  ])
}

/** The largest shares, and what is left of them. */
function shares(label: string, all: Stats['risk'], screen: Screen): string[] {
  const shown = all.filter(({ vms }) => vms > 0).slice(0, MOST_SHARES)
  const rest = all.reduce((sum, { vms }) => sum + vms, 0) - shown.reduce((sum, { vms }) => sum + vms, 0)
  const parts = shown.map((share) => `${count(share.vms)} ${printable(share.label)}`)
  return labelled(label, flow([...parts, rest > 0 ? `${count(rest)} other` : ''], textWidthOf(screen)), screen)
}
