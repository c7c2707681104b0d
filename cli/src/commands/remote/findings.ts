import { acceptFinding, listFindings, type RuleFinding, withdrawAcceptance } from '@portolan/contract/findings'
import { SEVERITIES } from '@portolan/engine/assessment/assessment'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { z } from 'zod'
import type { Api } from '../../remote/api.ts'
import { findVmId } from '../../remote/find-vm.ts'
import { countColumn, type ListColumn, listing, textColumn } from '../../remote/listing.ts'
import type { Run } from '../../remote/run.ts'
import { SEVERITY_MARKS } from '../../summary/finding-lines.ts'
import { flow, labelled, textWidthOf } from '../../terminal/blocks.ts'
import { printable } from '../../terminal/width.ts'

interface OfProject {
  readonly project: string
}
type Finding = z.output<typeof RuleFinding>

const COLUMNS: readonly ListColumn<Finding>[] = [
  {
    header: 'severity',
    cell: ({ severity }) => ({
      text: `${SEVERITY_MARKS[severity].mark} ${severity}`,
      tone: SEVERITY_MARKS[severity].tone,
    }),
  },
  countColumn('VMs', ({ vms }) => vms),
  countColumn('accepted', ({ accepted }) => accepted),
  textColumn('rule', ({ rule }) => rule),
  textColumn('what', ({ title }) => title, 20),
]

export const findings = {
  async list(run: Run, _: readonly [], { project }: OfProject) {
    const found = await run.api.call(listFindings, { params: { project } })
    const missing = [...new Set(found.notEvaluated.flatMap((it) => it.missing))].map(printable)
    run.print(found, () => [
      ...listing(ranked(found.rows), COLUMNS, 'No rule fired.', run.screen),
      ...(missing.length > 0
        ? [
            '',
            ...labelled(
              'Not judged',
              flow(
                [`${plural(found.notEvaluated.length, 'rule')} for want of`, ...missing],
                textWidthOf(run.screen),
                ' ',
              ),
              run.screen,
            ),
          ]
        : []),
      '',
      ...labelled(
        'Next',
        [`portolan methodology show -p ${project}`, `portolan vms list -p ${project} --where rule=RULE`],
        run.screen,
      ),
    ])
  },

  async accept(
    run: Run,
    [rule]: readonly [string],
    { project, reason, vm }: OfProject & { reason: string; vm?: string[] },
  ) {
    const vms = await idsOf(run.api, project, vm)
    const answer = await run.api.call(acceptFinding, { params: { project, rule }, body: { vms, reason } })
    run.print(answer, () => [`  ${printable(rule)} is accepted on ${plural(answer.accepted, 'VM')}.`])
  },

  async withdraw(run: Run, [rule]: readonly [string], { project, vm }: OfProject & { vm?: string[] }) {
    const vms = await idsOf(run.api, project, vm)
    const answer = await run.api.call(withdrawAcceptance, { params: { project, rule }, body: { vms } })
    run.print(answer, () => [`  ${plural(answer.withdrawn, 'acceptance')} of ${printable(rule)} taken back.`])
  },
}

/** What weighs most first; rules of a group that another one speaks for are left out. */
function ranked(rows: readonly Finding[]): Finding[] {
  const bySeverity = (a: Finding, b: Finding) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity)
  return rows
    .filter(({ vms, accepted }) => vms + accepted > 0)
    .sort((a, b) => bySeverity(a, b) || b.vms - a.vms || (a.rule < b.rule ? -1 : 1))
}

async function idsOf(api: Api, project: string, names: readonly string[] | undefined): Promise<string[] | null> {
  if (names === undefined) return null
  const ids: string[] = []
  for (const name of names) ids.push(await findVmId(api, project, name))
  return ids
}
