export const PROBLEM_CODES = [
  'bandwidth',
  'times',
  'lost',
  'unscheduled',
  'stage_order',
  'stage_length',
  'slot',
  'calendar',
  'outside_hours',
  'day_column',
  'wait',
  'link',
  'day_cap',
  'day_row',
  'long_cutovers',
  'totals',
  'deadline',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** Something that is wrong with a plan; `vm` is a row of `VmFacts`, `day` an index into the days of the schedule. */
export interface Problem {
  readonly code: ProblemCode
  readonly message: string
  readonly vm?: number
  readonly day?: number
}

/** Collects what the checks find. */
export class Problems {
  readonly found: Problem[] = []

  add(code: ProblemCode, message: string, place: { vm?: number; day?: number } = {}): void {
    this.found.push({ code, message, ...place })
  }

  /** Two figures that must agree but for rounding errors of a long sum. */
  compare(code: ProblemCode, what: string, found: number, expected: number, place: { vm?: number; day?: number } = {}) {
    const isSame = found === expected || (Number.isNaN(found) && Number.isNaN(expected))
    if (isSame || Math.abs(found - expected) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(expected))) return
    this.add(code, `${what} is ${found}, expected ${expected}`, place)
  }
}

const RELATIVE_TOLERANCE = 1e-9
/** Instants are milliseconds since 1970 as floating-point numbers, exact to a quarter of a microsecond. */
export const TIME_TOLERANCE_MS = 1
