import { pathOf } from '@portolan/contract/call'
import { getJob, type Job, jobEvents } from '@portolan/contract/jobs'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { query } from './query.ts'

const ENDED: readonly Job['state'][] = ['done', 'failed', 'cancelled']
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 8000

export const hasEnded = (job: Pick<Job, 'state'>): boolean => ENDED.includes(job.state)

/**
 * A job as it goes on. It is asked for once, then its events keep the same query up to date; a lost stream is opened
 * again until the job has ended. A page that is loaded anew calls this with the id it finds in the list of jobs and is
 * back where it was.
 */
export function useJob(id: string | null) {
  const client = useQueryClient()
  const job = useQuery({ ...query(getJob, { params: { job: id ?? '' } }), enabled: id !== null })
  const isOver = job.data !== undefined && hasEnded(job.data)
  useEffect(() => {
    if (id === null || isOver) return
    const { queryKey } = query(getJob, { params: { job: id } })
    return followJob(id, (next) => client.setQueryData(queryKey, next))
  }, [client, id, isOver])
  return job
}

/** Calls `onJob` with each state of a job until it has ended or the returned function is called. */
function followJob(id: string, onJob: (job: Job) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_RETRY_MS
  const open = () => {
    source = new EventSource(pathOf(jobEvents, { params: { job: id } }))
    source.addEventListener('job', (event: MessageEvent<string>) => {
      wait = FIRST_RETRY_MS
      const job = JSON.parse(event.data) as Job
      onJob(job)
      if (hasEnded(job)) source?.close()
    })
    source.onerror = () => {
      // The browser's own retry gives up on an error status; ours does not.
      source?.close()
      timer = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_RETRY_MS)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
