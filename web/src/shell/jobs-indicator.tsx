import { Popover } from '@mantine/core'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { IconProgress } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { to } from '../paths.ts'
import { JobProgress, jobTitle } from '../ui/job-progress.tsx'
import styles from './shell.module.css'
import { useRunningJobs } from './use-running-jobs.ts'

/** Stands in the bar while something runs: how many, how far, and the list on a click. */
export function JobsIndicator() {
  const jobs = useRunningJobs()
  if (jobs.length === 0) return null
  return (
    <Popover position="bottom-end" width={360}>
      <Popover.Target>
        <button type="button" className={styles.plain}>
          <IconProgress size={18} stroke={1.6} aria-hidden />
          {plural(jobs.length, 'job')}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.jobs}>
          {jobs.map((job) => (
            <div key={job.id} className={styles.job}>
              <Link {...to.jobs({ job: job.id })}>{jobTitle(job.kind)}</Link>
              <JobProgress job={job} />
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
