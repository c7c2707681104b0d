import { FORMULA_SUBJECT_TITLES, formulas } from '../methodology/formulas.ts'
import type { Book } from './book.ts'
import type { ColumnHead } from './table.ts'
import type { TableDefinition } from './table-definition.ts'

interface MethodRow {
  readonly subject: string
  readonly term: string
  readonly formula: string
  readonly meaning: string
  readonly values: string
}

/** How every figure came about: formulas with the values in force, then what the columns of the other tabs mean. */
export function methodologyTable(
  described: readonly { readonly title: string; readonly columns: readonly ColumnHead[] }[],
): TableDefinition<MethodRow> {
  return {
    name: 'methodology',
    title: 'Methodology',
    about: 'One row per formula, threshold or column that needs a word.',
    frozenColumns: 2,
    columns: [
      { key: 'subject', header: 'Subject', kind: 'text', width: 30, wraps: true, value: ({ subject }) => subject },
      { key: 'term', header: 'Term', kind: 'text', width: 28, wraps: true, value: ({ term }) => term },
      { key: 'formula', header: 'Formula', kind: 'text', width: 56, wraps: true, value: ({ formula }) => formula },
      { key: 'meaning', header: 'Meaning', kind: 'text', width: 70, wraps: true, value: ({ meaning }) => meaning },
      { key: 'values', header: 'Values in force', kind: 'text', width: 44, wraps: true, value: ({ values }) => values },
    ],
    *rows({ settings }: Book) {
      for (const { subject, name, formula, meaning, settings: read } of formulas(settings)) {
        const values = read.map(({ key, value }) => `${key} = ${value}`).join('\n')
        yield { subject: FORMULA_SUBJECT_TITLES[subject], term: name, formula, meaning, values }
      }
      for (const { title, columns } of described) {
        for (const { header, meaning } of columns) {
          if (meaning) yield { subject: `Column of ${title}`, term: header, formula: '', meaning, values: '' }
        }
      }
    },
  }
}
