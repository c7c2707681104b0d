import { getJob, Job, jobEvents } from '@portolan/contract/jobs'
import type { Progress } from '../terminal/progress.ts'
import type { Api } from './api.ts'

const ENDED: readonly Job['state'][] = ['done', 'failed', 'cancelled']

export const hasEnded = ({ state }: Job): boolean => ENDED.includes(state)

/**
 * Follows a job to its end and tells each state of it. When the stream breaks off (a proxy, a restart of the server) it is
 * taken up again.
 */
export async function followJob(api: Api, id: string, onState: (job: Job) => void): Promise<Job> {
  for (;;) {
    const stream = await api.stream(jobEvents, { params: { job: id } })
    for await (const job of jobsIn(stream)) {
      onState(job)
      if (hasEnded(job)) return job
    }
    const job = await api.call(getJob, { params: { job: id } })
    if (hasEnded(job as Job)) return job as Job
  }
}

/** The `data:` lines of server-sent events. */
async function* jobsIn({ body }: Response): AsyncGenerator<Job> {
  const decoder = new TextDecoder()
  let pending = ''
  for await (const chunk of body ?? []) {
    pending += decoder.decode(chunk, { stream: true })
    const lines = pending.split('\n')
    pending = lines.pop() ?? ''
    for (const line of lines) if (line.startsWith('data: ')) yield Job.parse(JSON.parse(line.slice('data: '.length)))
  }
}

/** How far a job is, in the words of the progress line. */
export function progressOf({ phase, state, done, total, secondsLeft }: Job): Progress {
  const left = secondsLeft === null ? '' : `, ${Math.ceil(secondsLeft)} s left`
  return { phase: state === 'queued' ? 'Waiting for its turn' : `${phase}${left}`, done, total }
}
