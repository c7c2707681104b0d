import type { RuleFinding } from '@portolan/contract/findings'
import { SEVERITY_TITLES } from '@portolan/engine/documents/wording/names'
import { count } from '@portolan/engine/documents/wording/numbers'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { to } from '../../paths.ts'
import type { Column } from '../../table/column.ts'
import { severityTone, Toned } from '../../ui/tone.tsx'
import { textOf } from '../vms/vm-filter.ts'

export type RuleRow = z.infer<typeof RuleFinding>

/** The worse, the further back: sorting for the worst first is descending, as with numbers. */
const SEVERITY_RANK = { info: 0, warning: 1, critical: 2 } as const

export const rankOf = ({ severity }: Pick<RuleRow, 'severity'>): number => SEVERITY_RANK[severity]

export function findingsColumns(project: string): readonly Column<RuleRow>[] {
  return [
    { id: 'title', title: 'Finding', width: 320, sort: 'ascending', value: (row) => row.title },
    {
      id: 'severity',
      title: 'Severity',
      width: 130,
      sort: 'descending',
      value: rankOf,
      cell: (row) => <Toned tone={severityTone(row.severity)}>{SEVERITY_TITLES[row.severity]}</Toned>,
    },
    {
      id: 'vms',
      title: 'VMs',
      width: 90,
      align: 'end',
      sort: 'descending',
      value: (row) => row.vms,
      cell: (row) =>
        row.vms === 0 ? (
          count(0)
        ) : (
          <Link
            {...to.vms(project, { rule: textOf([row.rule]), sort: '-score' })}
            tabIndex={-1}
            aria-label={`Show ${count(row.vms)} VMs: ${row.title}`}
          >
            {count(row.vms)}
          </Link>
        ),
    },
    {
      id: 'accepted',
      title: 'Accepted',
      width: 92,
      align: 'end',
      sort: 'descending',
      value: (row) => row.accepted,
      cell: (row) => (row.accepted === 0 ? <span className="second">–</span> : count(row.accepted)),
    },
    {
      id: 'weight',
      title: 'Weight',
      width: 84,
      align: 'end',
      sort: 'descending',
      value: (row) => row.weight,
      help: 'What each VM gets on its score',
    },
    { id: 'category', title: 'About', width: 130, sort: 'ascending', value: (row) => row.category },
    { id: 'remedy', title: 'Remedy', width: 560, value: (row) => row.remedy },
  ]
}
