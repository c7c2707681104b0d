import type { SheetColumns } from '@portolan/contract/imports'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { useState } from 'react'
import type { z } from 'zod'
import type { Column } from '../../table/column.ts'
import { DataTable } from '../../table/data-table.tsx'
import { useLocalRows } from '../../table/row-source.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { Toned } from '../../ui/tone.tsx'
import styles from './import.module.css'

type Sheet = z.infer<typeof SheetColumns>

const MOST_ROWS = 12

const columns: readonly Column<Sheet>[] = [
  { id: 'sheet', title: 'Sheet', width: 140, sort: 'ascending', value: (sheet) => sheet.sheet },
  {
    id: 'as',
    title: 'Read as',
    width: 130,
    sort: 'ascending',
    value: (sheet) => sheet.as ?? '',
    cell: ({ as }) => as ?? <span className="second">not read</span>,
  },
  {
    id: 'rows',
    title: 'Rows',
    width: 90,
    align: 'end',
    sort: 'descending',
    value: (sheet) => sheet.rows,
    cell: ({ rows }) => count(rows),
  },
  countOf('recognised', 'Recognised', 'Headers that mean something to Portolan'),
  countOf('custom', 'Custom', 'Attributes of your own: kept, and of use for tenants'),
  countOf('ignored', 'Not used', 'Known headers that nothing here needs'),
  {
    id: 'missing',
    title: 'Missing',
    width: 90,
    align: 'end',
    sort: 'descending',
    value: (sheet) => sheet.missing.length,
    cell: ({ missing }) => (missing.length === 0 ? '–' : <Toned tone="amber">{count(missing.length)}</Toned>),
  },
  { id: 'file', title: 'File', width: 250, grows: true, sort: 'ascending', value: (sheet) => sheet.file },
]

function countOf(id: 'recognised' | 'custom' | 'ignored', title: string, help: string): Column<Sheet> {
  return {
    id,
    title,
    help,
    width: 100,
    align: 'end',
    sort: 'descending',
    value: (sheet) => sheet[id].length,
    cell: (sheet) => (sheet[id].length === 0 ? '–' : count(sheet[id].length)),
  }
}

/** Which sheets and headers were understood: what a plan knows, and what it cannot know. */
export function ColumnReport({ sheets }: { sheets: readonly Sheet[] }) {
  const [sort, setSort] = useState('')
  const [open, setOpen] = useState<Sheet | null>(null)
  const source = useLocalRows(sheets, columns, sort)
  const unread = sheets.filter((sheet) => sheet.as === null).length
  return (
    <section className={styles.section} aria-label="Columns">
      <div className={styles.sectionHead}>
        <h2>Columns</h2>
        <span className="second">
          {plural(sheets.length - unread, 'sheet')} read{unread > 0 && `, ${unread} not known`}
        </span>
      </div>
      <DataTable
        label="Sheets and their columns"
        columns={columns}
        source={source}
        rowKey={keyOf}
        sort={sort}
        onSort={setSort}
        onOpen={setOpen}
        openKey={open ? keyOf(open) : undefined}
        mostRows={MOST_ROWS}
      />
      {open && <SheetDrawer sheet={open} onClose={() => setOpen(null)} />}
    </section>
  )
}

const keyOf = (sheet: Sheet) => `${sheet.file} ${sheet.sheet}`

function SheetDrawer({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  return (
    <Drawer title={sheet.sheet} subtitle={`${sheet.file} · ${plural(sheet.rows, 'row')}`} onClose={onClose}>
      <div className={styles.parts}>
        <Names title="Missing" names={sheet.missing} note="What they would have told stays unknown, never 0." />
        <Names title="Custom attributes" names={sheet.custom} />
        <Names title="Recognised" names={sheet.recognised.map(({ header }) => header)} />
        <Names title="Not used" names={sheet.ignored} />
      </div>
    </Drawer>
  )
}

function Names({ title, names, note }: { title: string; names: readonly string[]; note?: string }) {
  if (names.length === 0) return null
  return (
    <section>
      <h3>
        {title} <span className="second">{count(names.length)}</span>
      </h3>
      {note && <p className="second">{note}</p>}
      <p className={styles.names}>{names.join(' · ')}</p>
    </section>
  )
}
