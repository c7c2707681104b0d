import { SHEET_NAMES, type Source } from '../../inventory/estate.ts'
import type { Rejected, SheetColumns, Warning } from '../../inventory/rvtools/sheet.ts'
import { sourceLabel } from '../wording/source-label.ts'
import type { TableDefinition } from './table-definition.ts'

/** What was read, and what was not: files, columns, rows kept out, warnings. */

export const sourcesTable: TableDefinition<Source> = {
  name: 'sources',
  title: 'Sources',
  about: 'One row per file that was read.',
  columns: [
    {
      key: 'file',
      header: 'File',
      kind: 'text',
      width: 50,
      value: ({ file }, { estate }) => sourceLabel(estate, file),
    },
    { key: 'format', header: 'Format', kind: 'text', width: 12, value: ({ format }) => format },
    {
      key: 'rvtoolsVersion',
      header: 'RVTools',
      kind: 'text',
      width: 12,
      value: ({ rvtoolsVersion }) => rvtoolsVersion,
    },
    { key: 'exportedAt', header: 'Exported', kind: 'instant', width: 17, value: ({ exportedAt }) => exportedAt },
    { key: 'vcenters', header: 'vCenters', kind: 'text', width: 50, value: ({ vcenters }) => vcenters.join(', ') },
  ],
  rows: ({ estate }) => estate.sources,
}

interface ColumnRow {
  readonly sheet: SheetColumns
  readonly header: string
  readonly state: 'recognised' | 'custom' | 'ignored' | 'missing' | 'sheet_missing'
  readonly readAs: string
}

export const columnsTable: TableDefinition<ColumnRow> = {
  name: 'columns',
  title: 'Columns',
  about: 'One row per column of each sheet: whether it was recognised, and which ones were looked for in vain.',
  columns: [
    {
      key: 'file',
      header: 'File',
      kind: 'text',
      width: 36,
      value: ({ sheet }, { estate }) => sourceLabel(estate, sheet.file),
    },
    { key: 'sheet', header: 'Sheet', kind: 'text', width: 16, value: ({ sheet }) => sheet.sheet },
    { key: 'sheetRows', header: 'Rows of sheet', kind: 'integer', width: 11, value: ({ sheet }) => sheet.rows },
    { key: 'column', header: 'Column', kind: 'text', width: 40, value: ({ header }) => header },
    {
      ...{ key: 'state', header: 'State', kind: 'text', width: 14, value: ({ state }) => state },
      words: {
        ...{ recognised: 'recognised', custom: 'custom', ignored: 'ignored', missing: 'missing' },
        sheet_missing: 'sheet missing',
      },
      tones: [
        { tone: 'amber', when: 'equals', value: 'missing' },
        { tone: 'amber', when: 'equals', value: 'sheet missing' },
      ],
      meaning: 'What a missing column or sheet would have told is unknown, never zero.',
    },
    { key: 'readAs', header: 'Read as', kind: 'text', width: 36, value: ({ readAs }) => readAs },
  ],
  *rows({ columns, estate }) {
    for (const sheet of columns) {
      for (const { header, column } of sheet.recognised) yield { sheet, header, state: 'recognised', readAs: column }
      for (const header of sheet.custom) yield { sheet, header, state: 'custom', readAs: '' }
      for (const header of sheet.ignored) yield { sheet, header, state: 'ignored', readAs: '' }
      for (const header of sheet.missing) yield { sheet, header, state: 'missing', readAs: '' }
    }
    for (const name of SHEET_NAMES) {
      if (estate.sheets.has(name)) continue
      const sheet = { file: '', sheet: name, as: name, rows: 0, recognised: [], custom: [], ignored: [], missing: [] }
      yield { sheet, header: '', state: 'sheet_missing', readAs: '' }
    }
  },
}

export const rejectedTable: TableDefinition<Rejected> = {
  name: 'rejected',
  title: 'Rejected rows',
  about: 'One row per row of the export that was kept out, with the reason.',
  columns: [
    {
      key: 'file',
      header: 'File',
      kind: 'text',
      width: 40,
      value: ({ file }, { estate }) => sourceLabel(estate, file),
    },
    { key: 'sheet', header: 'Sheet', kind: 'text', width: 16, value: ({ sheet }) => sheet },
    { key: 'row', header: 'Row', kind: 'ordinal', width: 9, value: ({ row }) => row },
    { key: 'reason', header: 'Reason', kind: 'text', width: 90, wraps: true, value: ({ reason }) => reason },
  ],
  rows: ({ rejected }) => rejected,
}

export const warningsTable: TableDefinition<Warning> = {
  name: 'warnings',
  title: 'Warnings',
  about: 'One row per thing that is suspicious but was read.',
  columns: [
    { key: 'code', header: 'Code', kind: 'text', width: 30, value: ({ code }) => code },
    { key: 'message', header: 'Warning', kind: 'text', width: 100, wraps: true, value: ({ message }) => message },
    {
      key: 'file',
      header: 'File',
      kind: 'text',
      width: 40,
      value: ({ file }, { estate }) => file && sourceLabel(estate, file),
    },
    { key: 'sheet', header: 'Sheet', kind: 'text', width: 16, value: ({ sheet }) => sheet },
  ],
  rows: ({ warnings }) => warnings,
}
