import { assessProject } from '@portolan/contract/plan'
import {
  approveProject,
  archiveProject,
  changeProjectStatus,
  createProject,
  deleteProject,
  getProject,
  getRemoval,
  listProjects,
  type Project,
  projectHistory,
  REMOVALS,
  resetProject,
  updateProject,
} from '@portolan/contract/projects'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { PROJECT_PHASE_EVENTS, PROJECT_STATUS_ACTIONS } from '@portolan/engine/project/states'
import { MisuseError, RefusedError } from '../../failure.ts'
import { countColumn, known, listing, moment, moreLines, textColumn } from '../../remote/listing.ts'
import type { Run } from '../../remote/run.ts'
import { flow, labelled, textWidthOf } from '../../terminal/blocks.ts'
import { printable } from '../../terminal/width.ts'
import { planLines } from './plan-lines.ts'

type Key = readonly [project: string]
interface Page {
  readonly limit?: string
  readonly cursor?: string
}

export const projects = {
  async list(run: Run, _: readonly [], options: Page & { search?: string; status?: string; archived?: boolean }) {
    const { search, status, archived, limit, cursor } = options
    const query = {
      search,
      status: status as Project['status'],
      archived: archived ? 'true' : 'false',
      limit,
      cursor,
    } as const
    const page = await run.api.call(listProjects, { query })
    run.print(page, () => [
      ...listing(
        page.rows,
        [
          textColumn<Project>('key', ({ key }) => key),
          textColumn<Project>('name', ({ name }) => name, 16),
          textColumn<Project>('customer', ({ customer }) => customer, 8),
          textColumn<Project>('status', ({ status: it }) => it),
          textColumn<Project>('phase', ({ phase }) => phase),
          countColumn<Project>('VMs', ({ totals }) => totals?.vms ?? null),
          countColumn<Project>('RED', ({ totals }) => totals?.risk.red ?? null),
          textColumn<Project>('finishes', ({ totals }) => dayOf(totals?.finish ?? null)),
        ],
        'No project yet. Create one: portolan projects create NAME',
        run.screen,
      ),
      ...moreLines(page.nextCursor, run.screen),
    ])
  },

  async create(run: Run, [name]: Key, { key, customer }: { key?: string; customer?: string }) {
    const project = await run.api.call(createProject, { body: { name, key, customer } })
    run.print(project, () => [
      ...projectLines(project, run),
      '',
      ...labelled('Next', [`portolan imports create FILE… -p ${project.key}`], run.screen),
    ])
  },

  async show(run: Run, [project]: Key) {
    const found = await run.api.call(getProject, { params: { project } })
    run.print(found, () => projectLines(found, run))
  },

  async update(run: Run, [project]: Key, { name, customer }: { name?: string; customer?: string }) {
    if (name === undefined && customer === undefined) throw new MisuseError('say what to change: --name or --customer')
    const before = await run.api.call(getProject, { params: { project } })
    const body = { name, customer: customer === 'none' ? null : customer }
    const after = await run.api.call(updateProject, { params: { project }, body }, { ifMatch: before.version })
    run.print(after, () => projectLines(after, run))
  },

  async status(run: Run, [project, action]: readonly [string, string], { reason }: { reason?: string }) {
    const body = { action: action as 'start', reason }
    const after = await run.api.call(changeProjectStatus, { params: { project }, body })
    run.print(after, () => projectLines(after, run))
  },

  async assess(run: Run, [project]: Key) {
    const plan = await run.api.call(assessProject, { params: { project } })
    run.print(plan, () => planLines(plan, project, run.screen))
  },

  async approve(run: Run, [project]: Key) {
    const after = await run.api.call(approveProject, { params: { project } })
    run.print(after, () => projectLines(after, run))
  },

  async archive(run: Run, [project]: Key, { undo }: { undo?: boolean }) {
    const after = await run.api.call(archiveProject, { params: { project }, body: { archived: !undo } })
    run.print(after, () => projectLines(after, run))
  },

  async reset(run: Run, [project, what]: readonly [string, string], { confirm }: { confirm?: string }) {
    const of = REMOVALS.filter((it) => it !== 'project').find((it) => it === what)
    if (of === undefined) throw new MisuseError(`reset takes inventory, assessment or plan; found ${printable(what)}`)
    if (confirm === undefined) throw await confirmation(run, project, of, `projects reset ${project} ${of}`)
    const after = await run.api.call(resetProject, { params: { project }, body: { of, confirm } })
    run.print(after, () => projectLines(after, run))
  },

  async delete(run: Run, [project]: Key, { confirm }: { confirm?: string }) {
    if (confirm === undefined) throw await confirmation(run, project, 'project', `projects delete ${project}`)
    const { version } = await run.api.call(getProject, { params: { project } })
    await run.api.call(deleteProject, { params: { project }, query: { confirm } }, { ifMatch: version })
    run.print({ deleted: project }, () => [`  Project ${printable(project)} is deleted.`])
  },

  async history(run: Run, [project]: Key, { limit, cursor }: Page) {
    const page = await run.api.call(projectHistory, { params: { project }, query: { limit, cursor } })
    type Event = (typeof page.rows)[number]
    run.print(page, () => [
      ...listing(
        page.rows,
        [
          textColumn<Event>('when (UTC)', ({ at }) => moment(at)),
          textColumn<Event>('what', ({ field }) => field),
          textColumn<Event>('from', ({ from }) => from),
          textColumn<Event>('to', ({ to }) => to),
          textColumn<Event>('by', ({ actorName }) => actorName, 8),
          textColumn<Event>('why', ({ reason, event }) => reason || eventWords(event), 12),
        ],
        'Nothing has moved yet.',
        run.screen,
      ),
      ...moreLines(page.nextCursor, run.screen),
    ])
  },
}

function eventWords(event: string): string {
  const known: Readonly<Record<string, { readonly label: string }>> = {
    ...PROJECT_PHASE_EVENTS,
    ...PROJECT_STATUS_ACTIONS,
  }
  return known[event]?.label ?? event
}

/** What would go, and how to say that it may. */
async function confirmation(
  run: Run,
  project: string,
  of: (typeof REMOVALS)[number],
  typed: string,
): Promise<RefusedError> {
  const [{ removes, keeps, refused }, { key }] = await Promise.all([
    run.api.call(getRemoval, { params: { project }, query: { of } }),
    run.api.call(getProject, { params: { project } }),
  ])
  if (refused !== null) return new RefusedError(refused)
  const gone = removes.filter((it) => it.count > 0).map((it) => `${it.what} (${count(it.count)})`)
  return new RefusedError(
    [
      `This takes away ${gone.length > 0 ? gone.join(', ') : 'nothing'}, for good.`,
      ...(keeps.length > 0 ? [`It keeps ${keeps.join(', ')}.`] : []),
      `To go on: portolan ${typed} --confirm ${key}`,
    ].join('\n  '),
  )
}

function projectLines(project: Project, { screen }: Run): string[] {
  const { totals } = project
  const width = textWidthOf(screen)
  const approved = project.approvedAt
    ? `approved by ${project.approvedBy} on ${dayOf(project.approvedAt.slice(0, 10))}`
    : ''
  const state = [project.status, `phase ${project.phase}`, approved, project.archived ? 'archived' : '']
  return [
    `  ${screen.paint('strong', printable(project.name))}${project.customer ? ` · ${printable(project.customer)}` : ''}`,
    ...labelled('Key', [project.key], screen),
    ...labelled('State', flow(state, width), screen),
    ...(totals ? totalsLines(totals, screen) : labelled('Inventory', ['none yet'], screen)),
  ]
}

function totalsLines(totals: NonNullable<Project['totals']>, screen: Run['screen']): string[] {
  const { risk } = totals
  const width = textWidthOf(screen)
  const late = totals.daysLate !== null && totals.daysLate > 0 ? `${plural(totals.daysLate, 'day')} late` : ''
  return [
    ...labelled(
      'Inventory',
      flow(
        [
          plural(totals.vms, 'VM'),
          `${known(totals.vcpus, count)} vCPU`,
          `${known(totals.memoryGiB, sizeOf)} memory`,
          `${known(totals.inUseGiB, sizeOf)} in use`,
          totals.tenants === null ? '' : plural(totals.tenants, 'tenant'),
        ],
        width,
      ),
      screen,
    ),
    ...labelled(
      'Risk',
      flow(
        [
          screen.paint('green', `● ${count(risk.green)} GREEN`),
          screen.paint('amber', `▲ ${count(risk.yellow)} YELLOW`),
          screen.paint('red', `■ ${count(risk.red)} RED`),
        ],
        width,
      ),
      screen,
    ),
    ...labelled('Finishes', flow([dayOf(totals.finish), late && screen.paint('red', late)], width), screen),
  ]
}
