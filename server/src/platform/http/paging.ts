/** One row more than asked for was read: it tells whether there is another page. */
export function pageRows<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (row: T) => string,
): { rows: T[]; nextCursor: string | null } {
  const page = rows.slice(0, limit)
  return { rows: page, nextCursor: rows.length > limit ? cursorOf(page[page.length - 1]) : null }
}
