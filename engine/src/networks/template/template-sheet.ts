import type { NetworkMapping } from '../network-mapping.ts'
import { TEMPLATE_COLUMNS, type TemplateContext } from './template-columns.ts'

export const TEMPLATE_TAB = 'Network Map'

/** Said in the first row of the sheet: everything that somebody who fills it in has to know. */
export const TEMPLATE_BANNER =
  'Fill in the blue columns; the grey ones say which network a row is about and are not changed. ' +
  'A blank cell leaves the value as it is. A single - clears it: name, kind and yes/no go back to what was proposed. ' +
  'Several name servers or ranges stand in one cell, apart by commas, and ranges start and end in the same order. ' +
  'External networks, and those of kind physical_l2, need no subnet. ' +
  'Write values: formulas that refer to another file are refused.'

export interface TemplateSheet {
  readonly tab: string
  readonly banner: string
  readonly header: readonly string[]
  /** One for each row of the network map, in its order: most VMs first. '' is a blank cell. */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** The network map as people fill it in with a spreadsheet. */
export function templateSheet(rows: readonly NetworkMapping[], context: TemplateContext): TemplateSheet {
  return {
    tab: TEMPLATE_TAB,
    banner: TEMPLATE_BANNER,
    header: TEMPLATE_COLUMNS.map(({ header }) => header),
    rows: rows.map((row) => TEMPLATE_COLUMNS.map(({ text }) => text(row, context))),
  }
}
