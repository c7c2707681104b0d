import { SHEET_NAMES } from '../../inventory/estate.ts'
import { UsedBasis } from '../../inventory/facts.ts'
import { assumptions } from '../report/assumptions.ts'
import { USED_BASIS_TITLES } from '../wording/names.ts'
import { plural } from '../wording/numbers.ts'
import type { Book } from './book.ts'
import type { TableDefinition } from './table-definition.ts'

const SUBJECTS = ['assumed', 'size_basis', 'missing_sheet', 'missing_column', 'not_evaluated', 'not_scheduled'] as const
type Subject = (typeof SUBJECTS)[number]
const SUBJECT_TITLES: Readonly<Record<Subject, string>> = {
  assumed: 'Assumed',
  size_basis: 'Data in use read from',
  missing_sheet: 'Sheet not in the export',
  missing_column: 'Column not in the export',
  not_evaluated: 'Rule not evaluated',
  not_scheduled: 'VM not scheduled',
}

interface AssumptionRow {
  readonly subject: Subject
  readonly text: string
  readonly vms: number | null
}

/** What the plan takes for granted, and what the export could not tell. */
export const assumptionsTable: TableDefinition<AssumptionRow> = {
  name: 'assumptions',
  title: 'Assumptions',
  about: 'One row per thing that was assumed because a setting is empty or the export is silent.',
  columns: [
    {
      key: 'subject',
      header: 'Subject',
      kind: 'text',
      width: 26,
      words: SUBJECT_TITLES,
      value: ({ subject }) => subject,
    },
    { key: 'text', header: 'What', kind: 'text', width: 110, wraps: true, value: ({ text }) => text },
    { key: 'vms', header: 'VMs', kind: 'integer', width: 9, value: ({ vms }) => vms },
  ],
  rows: rowsOf,
}

function* rowsOf(book: Book): Generator<AssumptionRow> {
  const { assessment, columns, estate, facts, plan, rules } = book
  for (const text of assumptions(book)) yield { subject: 'assumed', text, vms: null }

  const basisCounts = new Map<number, number>()
  for (const basis of facts.usedBasis) basisCounts.set(basis, (basisCounts.get(basis) ?? 0) + 1)
  for (const basis of Object.values(UsedBasis)) {
    const vms = basisCounts.get(basis)
    if (vms !== undefined) yield { subject: 'size_basis', text: USED_BASIS_TITLES[basis], vms }
  }
  for (const sheet of SHEET_NAMES) {
    if (!estate.sheets.has(sheet)) yield { subject: 'missing_sheet', text: sheet, vms: null }
  }
  for (const { file, sheet, missing } of columns) {
    if (missing.length === 0) continue
    yield { subject: 'missing_column', text: `${file}, ${sheet}: ${missing.join(', ')}`, vms: null }
  }
  for (const { rule, missing } of assessment.notEvaluated) {
    yield {
      subject: 'not_evaluated',
      text: `${rules.get(rule)?.rule.title ?? rule}: needs ${missing.join(', ')}`,
      vms: null,
    }
  }
  const reasons = new Map<string, number>()
  for (const { reason } of plan.schedule.unscheduled) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  for (const [reason, vms] of reasons) yield { subject: 'not_scheduled', text: `${plural(vms, 'VM')}: ${reason}`, vms }
}
