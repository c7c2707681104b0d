import { Button, Progress } from '@mantine/core'
import type { Import } from '@portolan/contract/imports'
import { significant } from '@portolan/engine/documents/wording/numbers'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { hasEnded, useJob } from '../../api/job-events.ts'
import { invalidate } from '../../api/query.ts'
import { to } from '../../paths.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { JobProgress, secondsText } from '../../ui/job-progress.tsx'
import { dismissUpload, type Upload, useUpload } from '../../upload/uploads.ts'
import { CancelJob } from '../jobs/cancel-job.tsx'
import styles from './import.module.css'

const BYTES_PER_MB = 1_000_000

/** What goes on now: files on their way, then the job that reads them; or why the last one ended without a snapshot. */
export function ImportProgress({ project, newest }: { project: string; newest: Import | null }) {
  const upload = useUpload(project)
  if (upload?.error) {
    return (
      <section className={styles.panel} aria-label="Upload">
        <ErrorView error={upload.error} what={`${upload.names.join(', ')} could not be sent`}>
          <Button variant="default" onClick={() => dismissUpload(project)}>
            Put away
          </Button>
        </ErrorView>
      </section>
    )
  }
  if (upload) return <UploadPanel upload={upload} />
  if (newest?.jobId && newest.finishedAt === null) return <JobPanel item={newest} jobId={newest.jobId} />
  if (newest?.state === 'failed') return <FailedPanel item={newest} />
  return null
}

function UploadPanel({ upload }: { upload: Upload }) {
  const { names, sentBytes, totalBytes, startedAt, project } = upload
  const seconds = Math.max(0.1, (performance.now() - startedAt) / 1000)
  const rate = sentBytes / seconds
  const left = rate > 0 ? secondsText((totalBytes - sentBytes) / rate) : null
  return (
    <section className={styles.panel} aria-label="Upload">
      <div className={styles.panelHead}>
        <h2>Sending {names.length === 1 ? names[0] : `${names.length} files`}</h2>
        <Button size="xs" variant="default" onClick={() => dismissUpload(project)}>
          Cancel upload
        </Button>
      </div>
      <div className={styles.line}>
        <span>Step 1 of 2: upload</span>
        <span className="second numbers">
          {significant(sentBytes / BYTES_PER_MB)} of {significant(totalBytes / BYTES_PER_MB)} MB ·{' '}
          {significant(rate / BYTES_PER_MB)} MB/s{left && ` · ${left} left`}
        </span>
      </div>
      <Progress.Root size={6}>
        <Progress.Section
          value={totalBytes > 0 ? (sentBytes / totalBytes) * 100 : 0}
          color="var(--sea)"
          aria-label="Upload"
        />
      </Progress.Root>
    </section>
  )
}

function JobPanel({ item, jobId }: { item: Import; jobId: string }) {
  const client = useQueryClient()
  const job = useJob(jobId)
  const isOver = job.data !== undefined && hasEnded(job.data)
  useEffect(() => {
    if (isOver) void invalidate(client, 'imports.', 'snapshots.', 'projects.', 'stats.', 'vms.', 'findings.', 'plan.')
  }, [client, isOver])
  if (!job.data) return null
  return (
    <section className={styles.panel} aria-label="Import at work">
      <div className={styles.panelHead}>
        <h2>Reading {fileWords(item)}</h2>
        <CancelJob job={job.data} />
      </div>
      <JobProgress job={job.data} />
      {job.data.log.length > 0 && (
        <ol className={styles.log} aria-label="Log">
          {job.data.log.slice(-4).map((line) => (
            <li key={`${line.at} ${line.text}`}>{line.text}</li>
          ))}
        </ol>
      )}
    </section>
  )
}

function FailedPanel({ item }: { item: Import }) {
  return (
    <section className={styles.panel} data-tone="red" aria-label="Last import failed">
      <h2>{fileWords(item)} could not be imported</h2>
      <p>{item.error?.message ?? 'The job ended without a reason.'}</p>
      <p className="second">
        The estate is as it was before. <span className="mono">{item.error?.code}</span>
        {item.jobId && (
          <>
            {' · '}
            <Link {...to.jobs({ job: item.jobId })}>Log of the job</Link>
          </>
        )}
      </p>
    </section>
  )
}

function fileWords({ files }: Import): string {
  return files.length === 1 ? files[0].name : `${files.length} files`
}
