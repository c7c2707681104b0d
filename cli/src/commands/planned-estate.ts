import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { VmReference } from '@portolan/engine/inventory/vm-reference'
import { PlanInput } from '@portolan/engine/plan/plan-input'
import { instant } from '@portolan/engine/units'
import { assessWithInput } from '../assess-estate.ts'
import { readDataFile } from '../settings/data-file.ts'
import { parsed, zoneProblems } from '../settings/settings-file.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { printable } from '../terminal/width.ts'
import { withProgress } from '../terminal/with-progress.ts'

/** A decision about each of 100,000 VMs takes some 15 MB. */
const MOST_INPUT_BYTES = 256 * 1024 * 1024

/**
 * Reads and judges the exports of a command under a plan input: its settings, clock and decisions. What it decides about
 * VMs, tenants and clusters that are not there is warned of: it may be a slip, or gone.
 */
export async function plannedEstate(
  files: readonly string[],
  file: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<{ assessed: AssessedEstate; seed: number }> {
  const input = parsed(PlanInput, await readDataFile(file, MOST_INPUT_BYTES), file, ({ settings }) =>
    zoneProblems(settings).map((problem) => `settings.${problem}`),
  )
  const { assessed, unknown } = await withProgress(terminal, (onProgress) =>
    assessWithInput(files, input, { now: instant(Date.now()), signal, onProgress }),
  )
  for (const warning of whatIsNotThere(assessed, unknown))
    terminal.err(`portolan: warning: ${file} decides about ${warning}\n`)
  return { assessed, seed: input.seed }
}

function whatIsNotThere({ tenancy, scope }: AssessedEstate, unknown: readonly VmReference[]): string[] {
  const vms = unknown.map(({ vcenter, moref, instanceUuid }) =>
    [vcenter, moref || instanceUuid].filter((part) => part !== '').join(' '),
  )
  const tenants = tenancy.tenants.filter(({ origin }) => origin === 'gone').map(({ key }) => key)
  const clusters = scope.exclusions.filter(({ kind, matchedVms }) => kind === 'cluster' && matchedVms === 0)
  return [
    missing(vms, 'VM', 'that no export names'),
    missing(tenants, 'tenant', 'that nothing detects'),
    missing(
      clusters.map(({ subject }) => subject),
      'cluster',
      'in which no VM stands',
    ),
  ].flat()
}

function missing(names: readonly string[], noun: string, why: string): string[] {
  return names.length === 0 ? [] : [`${plural(names.length, noun)} ${why}, such as ${printable(names[0])}`]
}
