import { Popover } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { to } from '../paths.ts'
import { JobProgress, jobTitle } from '../ui/job-progress.tsx'
import { JobsButton } from './bar-buttons.tsx'
import styles from './shell.module.css'
import { useRunningJobs } from './use-running-jobs.ts'

/** What runs now and how far it is. */
export default function JobsList() {
  const jobs = useRunningJobs()
  const [isOpen, setOpen] = useState(true)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <JobsButton onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Running jobs">
        <div className={styles.jobs}>
          {jobs.map((job) => (
            <div key={job.id} className={styles.job}>
              <Link {...to.jobs({ job: job.id })} onClick={() => setOpen(false)}>
                {jobTitle(job.kind)}
              </Link>
              <JobProgress job={job} />
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
