import type { Job } from '@portolan/contract/jobs'
import type { Tone } from '../../ui/tone.tsx'

export const JOB_STATE_WORDS: Readonly<Record<Job['state'], { readonly word: string; readonly tone: Tone }>> = {
  queued: { word: 'waiting', tone: 'grey' },
  running: { word: 'running', tone: 'blue' },
  done: { word: 'done', tone: 'green' },
  failed: { word: 'failed', tone: 'red' },
  cancelled: { word: 'cancelled', tone: 'grey' },
}
