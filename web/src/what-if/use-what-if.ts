import { pathOf } from '@portolan/contract/call'
import { getFacts } from '@portolan/contract/inventory'
import { getPlanGivens } from '@portolan/contract/plan'
import type { Settings } from '@portolan/engine/settings'
import { useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../api/problem.ts'
import { latestWins } from './latest-wins.ts'
import type { Ask, Failure, Reply } from './messages.ts'
import type { Outcome } from './outcome.ts'

/** Long enough to swallow what a held key or a quick hand sends, too short to be felt. */
const SETTLE_MS = 30

export interface WhatIf {
  /** The plan as it is saved; null until the facts are here. */
  readonly before: Outcome | null
  /** The plan under the settings of the page. */
  readonly after: Outcome | null
  /** `after` belongs to settings of a moment ago. */
  readonly isBehind: boolean
  readonly error: Error | null
}

interface Answers {
  readonly before: Outcome | null
  readonly planned: { readonly settings: Settings; readonly outcome: Outcome } | null
  readonly error: Error | null
}

const NOTHING_YET: Answers = { before: null, planned: null, error: null }

/**
 * The plan under changed settings, computed beside the page. Both settings keep their identity while nothing changes;
 * `changed` is `saved` itself where nothing was changed, and null where nothing can be planned with what was typed. When
 * `saved` becomes another, facts and decisions are read anew. A null `project` has no inventory to plan.
 */
export function useWhatIf(project: string | null, saved: Settings, changed: Settings | null): WhatIf {
  const [answers, setAnswers] = useState<Answers>(NOTHING_YET)
  const ask = useRef<((settings: Settings) => void) | null>(null)

  useEffect(() => {
    if (project === null) return
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
    const post = (message: Ask) => worker.postMessage(message)
    let sent = saved
    const queue = latestWins<Settings>((settings) => {
      sent = settings
      post({ kind: 'plan', settings })
    }, SETTLE_MS)
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'opened') {
        setAnswers((now) => ({ ...now, before: data.outcome, error: null }))
        return
      }
      const settings = sent
      if (data.kind === 'failed') setAnswers((now) => ({ ...now, error: errorOf(data.failure) }))
      else setAnswers((now) => ({ ...now, planned: { settings, outcome: data.outcome }, error: null }))
      queue.answered()
    }
    worker.onerror = () => {
      const error = new Error('The part of the page that plans could not be loaded. Load the page again.')
      setAnswers((now) => ({ ...now, error }))
    }
    const params = { project }
    const from = { facts: pathOf(getFacts, { params }), givens: pathOf(getPlanGivens, { params }) }
    post({ kind: 'open', from, saved })
    ask.current = queue.ask
    // What was planned last is most likely what has just been saved: it stands until the answer is there.
    setAnswers(({ before, planned }) => ({ before: planned?.outcome ?? before, planned: null, error: null }))
    return () => {
      ask.current = null
      queue.close()
      worker.terminate()
    }
  }, [project, saved])

  useEffect(() => {
    if (changed !== null && changed !== saved) ask.current?.(changed)
  }, [changed, saved])

  const { before, planned, error } = answers
  const isUnchanged = changed === saved
  return {
    before,
    after: isUnchanged ? before : (planned?.outcome ?? before),
    isBehind: !isUnchanged && changed !== null && planned?.settings !== changed,
    error,
  }
}

function errorOf({ code, message, status, title, requestId }: Failure): Error {
  if (code === null) return new Error(message)
  return new ApiProblem({ code, detail: message, status, title, requestId: requestId ?? undefined })
}
