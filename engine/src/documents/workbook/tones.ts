import type { ToneRule } from './table.ts'

/** One meaning, one colour (look.md). The values are the words that a reader sees. */

export const RISK_TONES: readonly ToneRule[] = [
  { tone: 'red', when: 'equals', value: 'RED' },
  { tone: 'amber', when: 'equals', value: 'YELLOW' },
  { tone: 'green', when: 'equals', value: 'GREEN' },
]

/** Warm is the ordinary case and stays plain. */
export const MODE_TONES: readonly ToneRule[] = [
  { tone: 'amber', when: 'equals', value: 'warm, risky' },
  { tone: 'blue', when: 'equals', value: 'cold' },
  { tone: 'grey', when: 'equals', value: 'unknown' },
]

export const SEVERITY_TONES: readonly ToneRule[] = [
  { tone: 'red', when: 'equals', value: 'Critical' },
  { tone: 'amber', when: 'equals', value: 'Warning' },
  { tone: 'grey', when: 'equals', value: 'Information' },
]

export const SUPPORT_TONES: readonly ToneRule[] = [
  { tone: 'green', when: 'equals', value: 'yes' },
  { tone: 'amber', when: 'equals', value: 'limits' },
  { tone: 'red', when: 'equals', value: 'no' },
  { tone: 'grey', when: 'equals', value: 'unknown' },
]

export const ANY_RED: readonly ToneRule[] = [{ tone: 'red', when: 'atLeast', value: 1 }]
export const ANY_AMBER: readonly ToneRule[] = [{ tone: 'amber', when: 'atLeast', value: 1 }]
export const ANY_BLUE: readonly ToneRule[] = [{ tone: 'blue', when: 'atLeast', value: 1 }]

/** How full something is, in percent. */
export const FILL_TONES: readonly ToneRule[] = [
  { tone: 'red', when: 'atLeast', value: 95 },
  { tone: 'amber', when: 'atLeast', value: 85 },
]
