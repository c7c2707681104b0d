import { isAllowed } from '@portolan/contract/permissions'
import type { RouteAnswer } from '@portolan/contract/route'
import type { updateVms, VmDecisionChange, VmFilter, VmRow } from '@portolan/contract/vms'
import {
  changedFields,
  type DecidedVm,
  type DecisionChange,
  decide,
  PLANNED_FIELDS,
  UNDECIDED,
  undoOf,
} from '@portolan/engine/project/vm-decision'
import { refreshPlan } from '../plan/refresh-plan.ts'
import { audit } from '../platform/audit/audit.ts'
import { type Ctx, inTransaction, requirePermission } from '../platform/context.ts'
import { InvalidError, WrongStateError } from '../platform/errors.ts'
import { movePhase } from '../project/move-project.ts'
import { lockProject } from '../project/store.ts'
import type { Services } from '../services.ts'
import { type CurrentView, currentView } from './current-view.ts'
import { bumpDecisions, decisionsOf, saveDecisions } from './decisions-store.ts'

export type DecideAnswer = RouteAnswer<typeof updateVms>

export interface DecideInput {
  readonly ids?: readonly string[]
  readonly filter?: VmFilter
  readonly change: VmDecisionChange
  readonly preview: boolean
}

/** One VM of those that a change is about; without a name where the current snapshot does not hold it. */
interface Subject {
  readonly id: string
  readonly name: string | null
}

/**
 * Decides about many VMs at once, in a number of statements that does not depend on how many. What the table of states
 * forbids is refused VM by VM; the rest is changed. `preview` says what would happen and changes nothing.
 */
export async function decideVms(
  ctx: Ctx,
  services: Services,
  project: string,
  { ids, filter, change, preview }: DecideInput,
): Promise<DecideAnswer> {
  requirePermission(ctx, 'plan:write')
  if ((ids === undefined) === (filter === undefined)) {
    throw new InvalidError('A change of many VMs takes either ids or a filter.')
  }
  const view = await currentView(ctx, services, project)
  return apply(ctx, services, view, await subjectsOf(view, ids, filter), change, preview, 'vms.bulk')
}

/** Decides about one VM and answers its row as it stands then. */
export async function decideVm(
  ctx: Ctx,
  services: Services,
  project: string,
  id: string,
  change: VmDecisionChange,
): Promise<VmRow> {
  requirePermission(ctx, 'plan:write')
  const view = await currentView(ctx, services, project)
  await view.ask('position', { id })
  const subjects = await subjectsOf(view, [id], undefined)
  const { refused } = await apply(ctx, services, view, subjects, change, false, 'vms.update')
  if (refused.length > 0) throw new WrongStateError(refused[0].reason, [])
  const after = await currentView(ctx, services, project)
  const [row] = JSON.parse(await after.ask('rows', { ids: [id] })) as VmRow[]
  return row
}

async function subjectsOf(
  view: CurrentView,
  ids: readonly string[] | undefined,
  filter: VmFilter | undefined,
): Promise<Subject[]> {
  if (ids !== undefined) {
    const distinct = [...new Set(ids)]
    const names = await view.ask('names', { ids: distinct })
    return distinct.map((id, index) => ({ id, name: names[index] }))
  }
  const found = await view.ask('ids', { filter: filter ?? {} })
  return found.ids.map((id, index) => ({ id, name: found.names[index] }))
}

async function apply(
  ctx: Ctx,
  services: Services,
  view: CurrentView,
  subjects: readonly Subject[],
  change: DecisionChange,
  preview: boolean,
  action: string,
): Promise<DecideAnswer> {
  const { scenario } = view
  const isAdmin = isAllowed(ctx.actor.role, 'project:approve')
  const { answer, isPlanChanged } = await inTransaction(ctx, async (tx) => {
    const project = await lockProject(tx, ctx.organisationId, view.project.id)
    const before = await decisionsOf(
      tx,
      scenario.id,
      subjects.map(({ id }) => id),
    )
    const decided = decideEach(subjects, before, change, isAdmin)
    const undo = undoesOf(decided.changed, before)
    const answer = { changed: decided.changed.size, unchanged: decided.unchanged, refused: decided.refused, undo }
    if (preview || decided.changed.size === 0) return { answer, isPlanChanged: false }

    await saveDecisions(tx, scenario.id, decided.changed, { by: ctx.actor.name, now: ctx.now() })
    await bumpDecisions(tx, scenario.id)
    const isPlanChanged = [...decided.changed].some(([id, after]) =>
      changedFields(before.get(id) ?? UNDECIDED, after).some((field) => PLANNED_FIELDS.includes(field)),
    )
    if (isPlanChanged) await movePhase(tx, ctx, project, 'approved_changed')
    await audit(tx, ctx, {
      action,
      entity: 'vm',
      entityId: decided.changed.size === 1 ? [...decided.changed.keys()][0] : `${decided.changed.size} VMs`,
      projectId: project.id,
      before: { undo },
      after: { change },
    })
    return { answer, isPlanChanged }
  })
  if (isPlanChanged) await refreshPlan(ctx, services, view.project.id)
  return answer
}

interface DecidedEach {
  readonly changed: ReadonlyMap<string, DecidedVm>
  readonly unchanged: number
  readonly refused: { id: string; name: string; reason: string }[]
}

function decideEach(
  subjects: readonly Subject[],
  before: ReadonlyMap<string, DecidedVm>,
  change: DecisionChange,
  isAdmin: boolean,
): DecidedEach {
  const changed = new Map<string, DecidedVm>()
  const refused: DecidedEach['refused'] = []
  let unchanged = 0
  for (const { id, name } of subjects) {
    if (name === null) {
      refused.push({ id, name: '', reason: 'The current snapshot does not hold this VM' })
      continue
    }
    const decided = decide(before.get(id) ?? UNDECIDED, change, { isAdmin })
    if (decided.kind === 'refused') refused.push({ id, name, reason: decided.reason })
    else if (decided.kind === 'changed') changed.set(id, decided.after)
    else unchanged++
  }
  return { changed, unchanged, refused }
}

/** VMs that are taken back by the same change stand together. */
function undoesOf(
  changed: ReadonlyMap<string, DecidedVm>,
  before: ReadonlyMap<string, DecidedVm>,
): { ids: string[]; change: VmDecisionChange }[] {
  const groups = new Map<string, { ids: string[]; change: VmDecisionChange }>()
  for (const [id, after] of changed) {
    const change = undoOf(before.get(id) ?? UNDECIDED, after)
    if (change === null) continue
    const key = JSON.stringify(change)
    const group = groups.get(key) ?? { ids: [], change: change as VmDecisionChange }
    groups.set(key, group)
    group.ids.push(id)
  }
  return [...groups.values()]
}
