import { z } from 'zod'

export const MOST_ROWS = 1000

/** Query of a list that is read from a cursor. */
export const PageQuery = z.object({
  cursor: z.string().max(500).optional().describe('As `nextCursor` of the page before'),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(100),
})

/** A page of `rows`; `nextCursor` is null on the last. */
export function pageOf<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable() })
}
