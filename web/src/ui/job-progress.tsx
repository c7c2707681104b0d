import { Progress } from '@mantine/core'
import type { Job } from '@portolan/contract/jobs'
import { count, significant } from '@portolan/engine/documents/wording/numbers'
import { duration } from '@portolan/engine/documents/wording/sizes'
import { hours } from '@portolan/engine/units'
import styles from './job-progress.module.css'

const TITLES: Readonly<Record<string, string>> = { import: 'Import', export: 'Export of reports' }

/** What a kind of job is called. */
export function jobTitle(kind: string): string {
  return TITLES[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll(/[._]/g, ' ')
}

/** Phase, done of total, rate and time left of a job that waits or runs. */
export function JobProgress({ job }: { job: Job }) {
  const isKnown = job.total > 0
  const percent = isKnown ? Math.min(100, (job.done / job.total) * 100) : 100
  return (
    <div className={styles.progress}>
      <div className={styles.line}>
        <span>{phaseText(job)}</span>
        <span className="second numbers">{paceText(job)}</span>
      </div>
      <Progress.Root size={6}>
        <Progress.Section
          value={percent}
          color="var(--sea)"
          striped={!isKnown}
          animated={!isKnown && job.state === 'running'}
          aria-label={`${jobTitle(job.kind)}, ${phaseText(job)}`}
        />
      </Progress.Root>
    </div>
  )
}

function phaseText(job: Job): string {
  if (job.cancelRequested) return 'Stopping'
  if (job.state === 'queued') return 'Waiting for a worker'
  return job.phase || 'Starting'
}

function paceText(job: Job): string {
  const parts: string[] = []
  if (job.total > 0) parts.push(`${count(job.done)} of ${count(job.total)}`)
  else if (job.done > 0) parts.push(count(job.done))
  if (job.ratePerSecond) parts.push(`${significant(job.ratePerSecond)}/s`)
  if (job.secondsLeft !== null && job.secondsLeft > 0) parts.push(`${secondsText(job.secondsLeft)} left`)
  return parts.join(' · ')
}

/** `8 s`, then minutes and hours. */
export function secondsText(seconds: number): string {
  return seconds < 60 ? `${Math.ceil(seconds)} s` : duration(hours(seconds / 3600))
}
