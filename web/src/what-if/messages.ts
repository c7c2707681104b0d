import type { Settings } from '@portolan/engine/settings'
import type { ApiProblem } from '../api/problem.ts'
import type { GroundAddresses } from './load-ground.ts'
import type { Outcome } from './outcome.ts'

/** What page and worker say to each other. */
export type Ask =
  | { readonly kind: 'open'; readonly from: GroundAddresses; readonly saved: Settings }
  | { readonly kind: 'plan'; readonly settings: Settings }

export type Reply =
  /** The plan as it is saved: what every change is compared with. */
  | { readonly kind: 'opened'; readonly outcome: Outcome }
  | { readonly kind: 'planned'; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** An error as it crosses to the page: a class would arrive as a plain Error. */
export interface Failure {
  readonly code: ApiProblem['code'] | null
  readonly status: number
  readonly title: string
  readonly message: string
  readonly requestId: string | null
}
