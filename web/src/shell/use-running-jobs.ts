import { listJobs } from '@portolan/contract/jobs'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { hasEnded } from '../api/job-events.ts'
import { invalidate, query } from '../api/query.ts'

const BUSY_MS = 1500
const IDLE_MS = 15_000
const NEWEST = 20

/** Jobs that wait or run, newest first. When one ends, what it may have changed is read again. */
export function useRunningJobs() {
  const client = useQueryClient()
  const newest = useQuery({
    ...query(listJobs, { query: { limit: NEWEST } }),
    refetchInterval: ({ state }) => (state.data?.rows.some((job) => !hasEnded(job)) ? BUSY_MS : IDLE_MS),
  })
  const running = newest.data?.rows.filter((job) => !hasEnded(job)) ?? []
  const ids = running.map((job) => job.id).join(' ')
  useEffect(() => {
    if (!ids) return
    return () => {
      void invalidate(client, 'projects.', 'imports.', 'snapshots.', 'stats.', 'vms.', 'findings.', 'plan.')
    }
  }, [client, ids])
  return running
}
