import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { JudgeOptions } from '../command-line.ts'
import { explainVm } from '../explain/explain-vm.ts'
import { explanationLines } from '../explain/explanation-lines.ts'
import { findVm, handlesOf } from '../explain/find-vm.ts'
import { RefusedError } from '../failure.ts'
import { interruptible } from '../interruptible.ts'
import { plainPaint } from '../terminal/palette.ts'
import { tableLines } from '../terminal/table.ts'
import { processTerminal } from '../terminal/terminal.ts'
import { printable } from '../terminal/width.ts'
import { estateOf, screenOf } from './offline.ts'

const MOST_CANDIDATES = 20

/** Every number of one VM: inputs with their cells, rules that fired, formulas with their numbers, its place in time. */
export async function explainCommand(wanted: string, files: string[], options: JudgeOptions): Promise<void> {
  const terminal = processTerminal()
  await interruptible(async (signal) => {
    const assessed = await estateOf(files, options, terminal, signal)
    const explanation = explainVm(assessed, meant(assessed, wanted, terminal.width))
    const text = options.json
      ? JSON.stringify(explanation, null, 2)
      : explanationLines(explanation, screenOf(terminal)).join('\n')
    terminal.out(`${text}\n`)
  })
}

/** @throws RefusedError that says what to type instead */
function meant(assessed: AssessedEstate, wanted: string, width: number): number {
  const { estate, facts } = assessed
  const found = findVm(estate, facts, wanted)
  const name = printable(wanted)
  switch (found.kind) {
    case 'one':
      return found.vm
    case 'not-counted':
      return refuse(`${name} is a ${found.what}: it is counted apart and nothing is planned for it`)
    case 'none': {
      const near = found.nearest.map(printable).join(', ')
      return refuse(`there is no VM ${name} among ${plural(facts.count, 'VM')}${near ? `; near it: ${near}` : ''}`)
    }
    case 'several':
      return refuse(
        [
          `${plural(found.vms.length, 'VM')} answer to ${name}; say which:`,
          ...candidates(assessed, found.vms, width),
        ].join('\n'),
      )
  }
}

function candidates({ estate, facts }: AssessedEstate, vms: readonly number[], width: number): string[] {
  const shown = vms.slice(0, MOST_CANDIDATES)
  const handles = handlesOf(estate, facts, shown)
  const { vms: table, texts, vcenters } = estate
  const rows = shown.map((row, i) => {
    const vm = facts.vm[row]
    const place = [texts[table.folder[vm]], texts[facts.cluster[row]], vcenters[table.vcenter[vm]]?.server ?? '']
    return [handles[i], texts[facts.name[row]], place.filter((part) => part !== '').join(' · ')]
  })
  const columns = [
    { header: 'type this' },
    { header: 'VM', shrinks: true, least: 12 },
    { header: 'where', shrinks: true },
  ]
  const more = vms.length - shown.length
  return [...tableLines(columns, rows, { width, paint: plainPaint }), ...(more > 0 ? [`  … and ${more} more`] : [])]
}

function refuse(sentence: string): never {
  throw new RefusedError(sentence)
}
