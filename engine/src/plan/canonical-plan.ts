import { MIGRATION_MODES, RISK_CATEGORIES } from '../assessment/assessment.ts'
import type { ZoneOffsets } from '../calendar/zone.ts'
import type { AssessedEstate } from '../documents/assessed-estate.ts'
import { EFFECTIVE_MODES, type ScheduleDay } from '../schedule/schedule.ts'
import { type StageReason, whyThen } from '../schedule/why-then.ts'
import type { Instant } from '../units.ts'
import type { JsonValue } from './canonical-json.ts'

type PlannedEstate = Pick<AssessedEstate, 'estate' | 'facts' | 'assessment' | 'tenancy' | 'plan' | 'settings' | 'zone'>

/**
 * The plan as a document (`portolan.plan/1`): everything that was decided and what it was decided from, VMs named by vCenter
 * and MoRef, no rounding. Instants of stages are milliseconds since 1970, as exact as the simulation; sizes are GiB, times
 * hours. VMs stand in the order of `VmFacts`, which depends on no order of an export.
 */
export function canonicalPlan(planned: PlannedEstate, seed = 0): JsonValue {
  const { facts, plan, settings, zone, assessment } = planned
  const { bandwidth, agents, schedule, deadline, totals } = plan
  return {
    schema: 'portolan.plan/1',
    settings: plain(settings),
    clock: { asOf: iso(assessment.asOf), zone: zoneJson(zone) },
    seed,
    bandwidth: plain(bandwidth),
    agents: plain(agents),
    totals: plain(totals),
    deadline: plain(deadline),
    days: schedule.days.map(dayJson),
    vms: Array.from({ length: facts.count }, (_, vm) => vmJson(planned, vm)),
    unscheduled: schedule.unscheduled.map(({ vm, code, reason }) => ({ vm: nameOf(planned, vm), code, reason })),
  }
}

/** How a VM is called in files: by ids where it has them, else by its name and where it stands. */
function nameOf({ estate, facts }: PlannedEstate, vm: number): JsonValue {
  const row = facts.vm[vm]
  const { uuid, server } = estate.vcenters[facts.vcenter[vm]]
  const vcenter = uuid || server
  const moref = facts.texts[facts.moref[vm]]
  if (moref !== '') return { vcenter, moref }
  const instanceUuid = estate.texts[estate.vms.instanceUuid[row]]
  if (instanceUuid !== '') return { vcenter, instanceUuid }
  const text = (column: Uint32Array) => estate.texts[column[row]]
  const { name, datacenter, folder, cluster, host } = estate.vms
  return {
    vcenter,
    name: text(name),
    datacenter: text(datacenter),
    folder: text(folder),
    cluster: text(cluster),
    host: text(host),
  }
}

function vmJson(planned: PlannedEstate, vm: number): JsonValue {
  const { facts, assessment, tenancy, plan } = planned
  const { times } = plan
  const tenant = tenancy.tenants[tenancy.tenantOf[vm]]
  return {
    vm: nameOf(planned, vm),
    name: facts.texts[facts.name[vm]],
    tenant: { name: tenant.name, orgVdc: tenant.orgVdc },
    risk: { score: assessment.score[vm], category: RISK_CATEGORIES[assessment.category[vm]] },
    mode: { computed: MIGRATION_MODES[assessment.mode[vm]], effective: EFFECTIVE_MODES[times.mode[vm]] },
    copyGiB: times.copyGiB[vm],
    deltaGiB: times.deltaGiB[vm],
    copyHours: times.copyHours[vm],
    cutoverHours: times.cutoverHours[vm],
    fixMinutes: times.fixMinutes[vm],
    downtimeHours: times.downtimeHours[vm],
    stages: stagesJson(planned, vm),
  }
}

function stagesJson({ plan: { schedule } }: PlannedEstate, vm: number): JsonValue {
  if (schedule.cutoverDay[vm] < 0) return null
  const [copy, cutover] = whyThen(schedule, vm)
  const { days } = schedule
  return {
    copy: { ...stageJson(copy), slot: schedule.copySlot[vm], firstDay: days[schedule.firstDay[vm]].number },
    cutover: { ...stageJson(cutover), slot: schedule.cutoverSlot[vm], lastDay: days[schedule.cutoverDay[vm]].number },
  }
}

function stageJson({ start, end, wait }: StageReason) {
  return { start, end, wait }
}

/** VMs say themselves on which day they end. */
function dayJson({ migrated, start, end, ...day }: ScheduleDay): JsonValue {
  return { ...day, start: iso(start), end: iso(end), migrated: migrated.length }
}

function zoneJson(zone: ZoneOffsets): JsonValue {
  return { ...zone, transitions: zone.transitions.map(({ at, offsetMinutes }) => ({ at: iso(at), offsetMinutes })) }
}

function iso(at: Instant): string {
  return new Date(at).toISOString()
}

/** Plain values as they are: what is undefined has no key. */
function plain(value: object): JsonValue {
  return JSON.parse(JSON.stringify(value))
}
