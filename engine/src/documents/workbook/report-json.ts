import { z } from 'zod'
import type { ColumnHead, ColumnKind } from './table.ts'
import { REPORT_TABLES } from './workbook.ts'

/**
 * The report as JSON: the tables of the workbook with the same columns, as `portolan assess --out` writes it. Keys name
 * their unit; codes stand where the workbook shows words; what is not known is null.
 */
export const REPORT_SCHEMA = 'portolan.report/1'

const instant = z.iso.datetime().describe('A moment in UTC.')

const cellSchemas: Readonly<Record<ColumnKind, z.ZodType>> = {
  text: z.string(),
  integer: z.number(),
  ordinal: z.number(),
  number: z.number(),
  factor: z.number(),
  percent: z.number().describe('In percent.'),
  share: z.number().describe('A share of 1.'),
  hours: z.number(),
  minutes: z.number(),
  gib: z.number(),
  date: z.iso.date(),
  instant,
  flag: z.boolean(),
  any: z.union([z.string(), z.number()]),
}

/** Attributes of the customer's own, by their names. */
const custom = z
  .record(z.string(), z.string())
  .optional()
  .describe('Custom attributes and tags of the source, by name.')

const tables: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  REPORT_TABLES.map(({ name, about, columns, ownColumns }) => {
    const cells = Object.fromEntries(
      columns.filter(({ isForReaders }) => !isForReaders).map((column) => [column.key, cellSchema(column)]),
    )
    const row = z.strictObject(ownColumns ? { ...cells, custom } : cells)
    return [name, z.array(row).describe(about)]
  }),
)

export const ReportJson = z.strictObject({
  schema: z.literal(REPORT_SCHEMA),
  project: z.string(),
  customer: z.string(),
  author: z.string(),
  version: z.string(),
  asOf: instant.describe('The moment that ages and ends of support are judged by.'),
  timeZone: z.string().describe('Zone of the plan; all moments are UTC.'),
  tables: z.strictObject(tables),
})

/** The published JSON schema, `docs/schemas/report-1.json`. */
export function reportJsonSchema(): unknown {
  return z.toJSONSchema(ReportJson)
}

function cellSchema({ kind, header, unit, meaning, words }: ColumnHead): z.ZodType {
  const codes = words ? Object.keys(words) : []
  const value = codes.length > 0 ? z.enum(codes) : cellSchemas[kind]
  const title = unit ? `${header}, ${unit}` : header
  return value.nullable().describe(meaning ? `${title}. ${meaning}` : title)
}
