import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import type { Settings } from '../settings.ts'
import type { Assessment } from './assessment.ts'

/** What an explanation needs: the estate, and how it was judged under which settings. */
export interface Judgement {
  readonly estate: Estate
  readonly facts: VmFacts
  readonly settings: Settings
  readonly assessment: Assessment
}
