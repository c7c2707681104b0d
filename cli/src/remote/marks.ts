import type { Job } from '@portolan/contract/jobs'
import type { Tone } from '../terminal/palette.ts'
import type { TableCell } from '../terminal/table.ts'

const RISKS = {
  GREEN: { mark: '●', tone: 'green' },
  YELLOW: { mark: '▲', tone: 'amber' },
  RED: { mark: '■', tone: 'red' },
} as const satisfies Record<string, { mark: string; tone: Tone }>

/** A risk as word, shape and colour. */
export function riskCell(risk: keyof typeof RISKS): TableCell {
  const { mark, tone } = RISKS[risk]
  return { text: `${mark} ${risk}`, tone }
}

const JOB_TONES: Partial<Record<Job['state'], Tone>> = { done: 'green', failed: 'red', running: 'sea' }

export function jobStateCell(state: Job['state']): TableCell {
  const tone = JOB_TONES[state]
  return tone ? { text: state, tone } : { text: state }
}
