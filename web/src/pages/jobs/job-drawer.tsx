import type { Job } from '@portolan/contract/jobs'
import { hasEnded, useJob } from '../../api/job-events.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { JobProgress, jobTitle } from '../../ui/job-progress.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Time } from '../../ui/time.tsx'
import { Toned } from '../../ui/tone.tsx'
import { CancelJob } from './cancel-job.tsx'
import { JOB_STATE_WORDS } from './job-states.ts'
import styles from './jobs.module.css'

/** One job as it goes on: progress, log, and what went wrong. */
export function JobDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const job = useJob(id)
  if (job.error) {
    return (
      <Drawer title="Job" onClose={onClose}>
        <ErrorView error={job.error} what="This job could not be read" onRetry={() => job.refetch()} />
      </Drawer>
    )
  }
  if (!job.data) {
    return (
      <Drawer title="Job" onClose={onClose}>
        <Loading />
      </Drawer>
    )
  }
  const { kind, state, actorName, createdAt } = job.data
  return (
    <Drawer
      title={jobTitle(kind)}
      subtitle={
        <>
          <Toned tone={JOB_STATE_WORDS[state].tone}>{JOB_STATE_WORDS[state].word}</Toned> · {actorName} ·{' '}
          <Time at={createdAt} />
        </>
      }
      onClose={onClose}
      actions={<CancelJob job={job.data} />}
    >
      <JobView job={job.data} />
    </Drawer>
  )
}

function JobView({ job }: { job: Job }) {
  return (
    <div className={styles.job}>
      {!hasEnded(job) && <JobProgress job={job} />}
      {job.error && (
        <section>
          <h3>What went wrong</h3>
          <p>{job.error.message}</p>
          <p className="label mono">{job.error.code}</p>
        </section>
      )}
      <dl className={styles.facts}>
        <dt>Attempt</dt>
        <dd>{job.attempt}</dd>
        <dt>Begun</dt>
        <dd>
          <Time at={job.startedAt} />
        </dd>
        <dt>Ended</dt>
        <dd>
          <Time at={job.finishedAt} />
        </dd>
        <dt>Id</dt>
        <dd className="mono">{job.id}</dd>
      </dl>
      <section>
        <h3>Log</h3>
        {job.log.length === 0 ? (
          <p className="second">Nothing yet.</p>
        ) : (
          <ol className={styles.log}>
            {job.log.map((line) => (
              <li key={`${line.at} ${line.text}`}>
                <time dateTime={line.at}>{new Date(line.at).toTimeString().slice(0, 8)}</time>
                <span>{line.text}</span>
              </li>
            ))}
          </ol>
        )}
      </section>
    </div>
  )
}
