import { cancelJob, getJob, type Job, listJobs } from '@portolan/contract/jobs'
import { count } from '@portolan/engine/documents/wording/numbers'
import { type ListColumn, listing, moment, moreLines, textColumn } from '../../remote/listing.ts'
import { jobStateCell } from '../../remote/marks.ts'
import type { Run } from '../../remote/run.ts'
import { flow, labelled, type Screen, textWidthOf } from '../../terminal/blocks.ts'
import { printable, wrap } from '../../terminal/width.ts'

type Id = readonly [job: string]

const COLUMNS: readonly ListColumn<Job>[] = [
  textColumn('job', ({ id }) => id),
  textColumn('kind', ({ kind }) => kind),
  { header: 'state', cell: ({ state }) => jobStateCell(state) },
  textColumn('begun (UTC)', ({ startedAt }) => moment(startedAt)),
  textColumn('doing', ({ phase, error }) => error?.message ?? phase, 12),
]

export const jobs = {
  async list(
    run: Run,
    _: readonly [],
    { project, state, limit, cursor }: { project?: string; state?: string; limit?: string; cursor?: string },
  ) {
    const query = { project, state: state as Job['state'], limit, cursor }
    const page = await run.api.call(listJobs, { query })
    run.print(page, () => [
      ...listing(page.rows as Job[], COLUMNS, 'No jobs.', run.screen),
      ...moreLines(page.nextCursor, run.screen),
    ])
  },

  async show(run: Run, [job]: Id) {
    const found = (await run.api.call(getJob, { params: { job } })) as Job
    run.print(found, () => jobLines(found, run.screen))
  },

  async watch(run: Run, [job]: Id) {
    const done = await run.follow(job)
    run.print(done, () => jobLines(done, run.screen))
  },

  async cancel(run: Run, [job]: Id) {
    const asked = (await run.api.call(cancelJob, { params: { job } })) as Job
    run.print(asked, () => [asked.state === 'cancelled' ? '  The job is cancelled.' : '  The job was asked to stop.'])
  },
}

function jobLines(job: Job, screen: Screen): string[] {
  const width = textWidthOf(screen)
  const { text, tone } = jobStateCell(job.state)
  const progress = job.total > 0 ? `${count(job.done)} of ${count(job.total)}` : ''
  return [
    ...labelled('Job', flow([job.kind, job.id], width), screen),
    ...labelled('State', flow([tone ? screen.paint(tone, text) : text, printable(job.phase), progress], width), screen),
    ...labelled('For', [printable(job.actorName)], screen),
    ...labelled('Begun', [`${moment(job.startedAt)} UTC`], screen),
    ...labelled('Ended', job.finishedAt ? [`${moment(job.finishedAt)} UTC`] : [], screen),
    ...labelled('Error', job.error ? wrap(printable(job.error.message), width) : [], screen),
    ...labelled(
      'Log',
      job.log.flatMap(({ at, text: line }) => wrap(`${at.slice(11, 19)}  ${printable(line)}`, width)),
      screen,
    ),
  ]
}
