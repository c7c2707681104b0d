import { ApiProblem } from '../api/problem.ts'
import { loadGround } from './load-ground.ts'
import type { Ask, Failure, Reply } from './messages.ts'
import { type Planner, planner } from './outcome.ts'

/** The engine beside the page: it loads the facts once and plans as often as a slider moves. */

let plan: Promise<Planner> | null = null

addEventListener('message', async ({ data }: MessageEvent<Ask>) => {
  try {
    if (data.kind === 'open') {
      const { from, saved } = data
      plan = loadGround(from, saved).then((ground) => planner(ground, () => performance.now()))
      answer({ kind: 'opened', outcome: (await plan)(saved) })
    } else if (plan) {
      answer({ kind: 'planned', outcome: (await plan)(data.settings) })
    }
  } catch (error) {
    answer({ kind: 'failed', failure: failureOf(error) })
  }
})

function answer(reply: Reply): void {
  postMessage(reply)
}

function failureOf(error: unknown): Failure {
  if (error instanceof ApiProblem) {
    const { code, status, title, message, requestId } = error
    return { code, status, title, message, requestId }
  }
  const message = error instanceof Error ? error.message : String(error)
  return { code: null, status: 0, title: 'The effect cannot be shown', message, requestId: null }
}
