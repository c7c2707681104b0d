import { Button, Checkbox, Popover } from '@mantine/core'
import { pathOf } from '@portolan/contract/call'
import { type Job, listJobs } from '@portolan/contract/jobs'
import { createExport, downloadExport, EXPORT_FORMATS, getPlanInput } from '@portolan/contract/plan'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { IconDownload } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { hasEnded, useJob } from '../../api/job-events.ts'
import { invalidate, query } from '../../api/query.ts'
import { JobProgress } from '../../ui/job-progress.tsx'
import { Ago } from '../../ui/time.tsx'
import { sayRefused } from '../../ui/toast.tsx'
import { ExportButton } from './export-button.tsx'
import { type ExportFile, exportFiles, fileSize } from './export-files.ts'
import styles from './plan.module.css'

type Format = (typeof EXPORT_FORMATS)[number]

const FORMAT_WORDS: Readonly<Record<Format, readonly [name: string, about: string]>> = {
  xlsx: ['Workbook', 'every table on its own sheet'],
  pdf: ['Report', 'the answer on one page, then the chapters'],
  csv: ['Tables', 'the same tables as text, in one archive'],
  json: ['Data', 'for other programs'],
}
const NEWEST = 20
const MOST_SHOWN = 3

/** Writes the reports as a job, and hands out what was written. */
export default function ExportMenu({ project, projectId }: { project: string; projectId: string }) {
  const client = useQueryClient()
  const [isOpen, setOpen] = useState(true)
  const [formats, setFormats] = useState<readonly Format[]>(['xlsx', 'pdf'])
  const [isAsking, setAsking] = useState(false)
  const newest = useQuery({ ...query(listJobs, { query: { project, limit: NEWEST } }), enabled: isOpen })
  const jobs = newest.data?.rows.filter((job) => job.kind === 'export').slice(0, MOST_SHOWN) ?? []
  const write = async () => {
    setAsking(true)
    try {
      await call(createExport, { params: { project: projectId }, body: { formats: [...formats] } })
      await invalidate(client, 'jobs.')
    } catch (error) {
      sayRefused('Nothing was written', error)
    } finally {
      setAsking(false)
    }
  }
  const toggle = (format: Format) =>
    setFormats((now) =>
      EXPORT_FORMATS.filter((other) => (other === format ? !now.includes(format) : now.includes(other))),
    )
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={400} trapFocus returnFocus>
      <Popover.Target>
        <ExportButton onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown aria-label="Reports" className={styles.exports}>
        <fieldset>
          <legend>Formats</legend>
          {EXPORT_FORMATS.map((format) => (
            <Checkbox
              key={format}
              size="xs"
              checked={formats.includes(format)}
              label={
                <>
                  {FORMAT_WORDS[format][0]} ({format.toUpperCase()}),{' '}
                  <span className="second">{FORMAT_WORDS[format][1]}</span>
                </>
              }
              onChange={() => toggle(format)}
            />
          ))}
        </fieldset>
        <Button onClick={write} loading={isAsking} disabled={formats.length === 0}>
          Write {plural(formats.length, 'format')}
        </Button>
        {jobs.length > 0 && (
          <ul className={styles.exportJobs} aria-label="Written reports">
            {jobs.map((job) => (
              <li key={job.id}>
                <ExportJob id={job.id} first={job} project={projectId} />
              </li>
            ))}
          </ul>
        )}
        <div className={styles.exportJobs}>
          <a
            href={pathOf(getPlanInput, { params: { project: projectId } })}
            download={`${project}-plan-input.json`}
            className={styles.file}
          >
            <IconDownload size={16} aria-hidden />
            <span>
              Plan input, <span className="second">for portolan plan --input</span>
            </span>
          </a>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

/** One export: how far it is, then its files. */
function ExportJob({ id, first, project }: { id: string; first: Job; project: string }) {
  const job = useJob(id).data ?? first
  if (!hasEnded(job)) return <JobProgress job={job} />
  if (job.state !== 'done') {
    return <p className={styles.failed}>{job.error?.message ?? 'This export was stopped.'}</p>
  }
  return (
    <>
      <div className="label">
        Written <Ago at={job.finishedAt ?? job.createdAt} /> by {job.actorName}
      </div>
      {exportFiles(job.result).map((file) => (
        <FileLink
          key={file.name}
          file={file}
          href={pathOf(downloadExport, { params: { project, job: id, file: file.name } })}
        />
      ))}
    </>
  )
}

function FileLink({ file, href }: { file: ExportFile; href: string }) {
  return (
    <a href={href} download={file.name} className={styles.file}>
      <IconDownload size={16} aria-hidden />
      <span>{file.name}</span>
      <span className="second numbers">{fileSize(file.bytes)}</span>
    </a>
  )
}
