import { getSnapshot, listSnapshots, rejectedRows, type Snapshot } from '@portolan/contract/imports'
import type { RouteAnswer } from '@portolan/contract/route'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { RefusedError } from '../../failure.ts'
import type { Api } from '../../remote/api.ts'
import { countColumn, known, listing, moment, moreLines, textColumn } from '../../remote/listing.ts'
import type { Run } from '../../remote/run.ts'
import { columnLines } from '../../summary/column-lines.ts'
import { flow, labelled, type Screen, textWidthOf } from '../../terminal/blocks.ts'
import { printable } from '../../terminal/width.ts'

interface OfProject {
  readonly project: string
}
type Wanted = readonly [snapshot: string]

export const snapshots = {
  async list(run: Run, _: readonly [], { project, limit, cursor }: OfProject & { limit?: string; cursor?: string }) {
    const page = await run.api.call(listSnapshots, { params: { project }, query: { limit, cursor } })
    run.print(page, () => [
      ...listing(
        page.rows,
        [
          countColumn<Snapshot>('no.', ({ number }) => number),
          textColumn<Snapshot>('', ({ isCurrent }) => (isCurrent ? 'current' : '')),
          textColumn<Snapshot>('as of (UTC)', ({ asOf }) => moment(asOf)),
          countColumn<Snapshot>('VMs', ({ counts }) => counts.vms ?? null),
          countColumn<Snapshot>('hosts', ({ counts }) => counts.hosts ?? null),
          countColumn<Snapshot>('rejected', ({ rejectedCount }) => rejectedCount),
          textColumn<Snapshot>('from', ({ sources }) => sources.map(({ file }) => file).join(', '), 16),
        ],
        `Nothing was imported yet: portolan imports create FILE… -p ${project}`,
        run.screen,
      ),
      ...moreLines(page.nextCursor, run.screen),
    ])
  },

  async show(run: Run, [wanted]: Wanted, { project }: OfProject) {
    const snapshot = await snapshotIdOf(run.api, project, wanted)
    const found = await run.api.call(getSnapshot, { params: { project, snapshot } })
    run.print(found, () => [
      ...snapshotLines(found, run.screen),
      '',
      // The report of the columns is the same offline.
      ...columnLines(found.columns as Parameters<typeof columnLines>[0], run.terminal),
    ])
  },

  async rejected(run: Run, [wanted]: Wanted, { project }: OfProject) {
    const snapshot = await snapshotIdOf(run.api, project, wanted)
    const csv = await run.api.stream(rejectedRows, { params: { project, snapshot } })
    run.terminal.out(await csv.text())
  },
}

/** What a snapshot holds: its exports, its counts, what was kept out and what was strange. */
export function snapshotLines(snapshot: RouteAnswer<typeof getSnapshot> | Snapshot, screen: Screen): string[] {
  const { number, isCurrent, asOf, counts, rejectedCount, warnings, sources } = snapshot
  const width = textWidthOf(screen)
  const machines = [
    known(counts.vms ?? null, (it) => plural(it, 'VM')),
    known(counts.vcpus ?? null, (it) => `${count(it)} vCPU`),
    known(counts.memoryGiB ?? null, (it) => `${sizeOf(it)} memory`),
    known(counts.inUseGiB ?? null, (it) => `${sizeOf(it)} in use`),
    known(counts.hosts ?? null, (it) => plural(it, 'host')),
    known(counts.clusters ?? null, (it) => plural(it, 'cluster')),
  ]
  return [
    `  ${screen.paint('strong', `Snapshot ${number}`)}${isCurrent ? ' · current' : ''} · as of ${moment(asOf)} UTC`,
    ...labelled(
      'From',
      flow(
        sources.map(({ file, rvtoolsVersion }) =>
          printable(`${file}${rvtoolsVersion ? ` (RVTools ${rvtoolsVersion})` : ''}`),
        ),
        width,
      ),
      screen,
    ),
    ...labelled('Inventory', flow(machines, width), screen),
    ...(rejectedCount > 0 ? labelled('Rejected', [plural(rejectedCount, 'row')], screen) : []),
    ...labelled(
      'Warnings',
      warnings.map(({ message }) => `${screen.paint('amber', '▲')} ${printable(message)}`),
      screen,
    ),
  ]
}

/** Snapshots are told apart by their number, which people see, or by their id. */
async function snapshotIdOf(api: Api, project: string, wanted: string): Promise<string> {
  if (!/^\d+$/.test(wanted)) return wanted
  for (let cursor: string | undefined; ; ) {
    const page = await api.call(listSnapshots, { params: { project }, query: { limit: 1000, cursor } })
    const found = page.rows.find(({ number }) => number === Number(wanted))
    if (found) return found.id
    if (page.nextCursor === null) throw new RefusedError(`There is no snapshot ${wanted} in ${printable(project)}.`)
    cursor = page.nextCursor
  }
}
