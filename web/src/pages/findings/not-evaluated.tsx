import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { to } from '../../paths.ts'
import type { Column } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { useLocalRows } from '../../table/row-source.ts'
import { Empty } from '../../ui/empty.tsx'

export interface NotEvaluatedRule {
  readonly rule: string
  readonly title: string
  readonly missing: readonly string[]
}

const columns: readonly Column<NotEvaluatedRule>[] = [
  { id: 'title', title: 'Rule', width: 320, sort: 'ascending', value: (row) => row.title },
  { id: 'missing', title: 'Missing columns', width: 560, value: (row) => row.missing.join(', ') },
  {
    id: 'rule',
    title: 'Id',
    width: 220,
    sort: 'ascending',
    value: (row) => row.rule,
    cell: (row) => <code>{row.rule}</code>,
  },
]

/** Rules nobody can answer for: the export lacks what they look at, which is not the same as finding nothing. */
export function NotEvaluated({ project, rules }: { project: string; rules: readonly NotEvaluatedRule[] | null }) {
  const [sort, setSort] = useState('title')
  const rows = useMemo(() => rules, [rules])
  const source = useLocalRows(rows, columns, sort)
  return (
    <DataTable
      label="Rules that were not evaluated"
      columns={columns}
      source={source}
      rowKey={keyOf}
      sort={sort}
      onSort={setSort}
      empty={
        <Empty
          title="Every rule was evaluated"
          action={
            <Button variant="default" renderRoot={(props) => <Link {...props} {...to.import(project)} />}>
              See the columns of the import
            </Button>
          }
        >
          The export carries every column that the rules look at.
        </Empty>
      }
    />
  )
}

const keyOf = (row: NotEvaluatedRule) => row.rule
