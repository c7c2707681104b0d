/** What stands against a confirmation; issues of every noun have at least this. */
interface Objection {
  /** Index into the rows. */
  readonly row: number
  readonly severity: 'error' | 'warning'
}

/** What a confirmation does: all three list every row that was asked for, in the order of rows. */
export interface Confirmation<Issue> {
  /** Rows that become confirmed. */
  readonly confirmed: readonly number[]
  /** Rows that were confirmed before, or have nothing to confirm. */
  readonly unchanged: readonly number[]
  /** Rows with errors, and which: the target would refuse them. */
  readonly refused: readonly { readonly row: number; readonly errors: readonly Issue[] }[]
}

/**
 * Confirms rows, some (`selected`) or all (null). Refused is exactly what the checks call an error; a warning is judged by
 * whoever confirms.
 */
export function confirmRows<Row, Issue extends Objection>(
  rows: readonly Row[],
  issues: readonly Issue[],
  { isConfirmed, selected }: { isConfirmed(row: Row): boolean; readonly selected: readonly number[] | null },
): Confirmation<Issue> {
  const errors = new Map<number, Issue[]>()
  for (const issue of issues) {
    if (issue.severity !== 'error') continue
    const before = errors.get(issue.row)
    if (before) before.push(issue)
    else errors.set(issue.row, [issue])
  }
  const asked = selected === null ? rows.keys() : new Set([...selected].sort((a, b) => a - b))
  const confirmed: number[] = []
  const unchanged: number[] = []
  const refused: { row: number; errors: Issue[] }[] = []
  for (const row of asked) {
    if (isConfirmed(rows[row])) unchanged.push(row)
    else if (errors.has(row)) refused.push({ row, errors: errors.get(row)! })
    else confirmed.push(row)
  }
  return { confirmed, unchanged, refused }
}
