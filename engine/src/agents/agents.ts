import { type Bandwidth, limitOf } from '../bandwidth/bandwidth.ts'
import { CONSTRAINT_TITLES } from '../documents/wording/names.ts'
import { agree, decimal, plural, significant } from '../documents/wording/numbers.ts'
import { duration, rate as rateOf } from '../documents/wording/sizes.ts'
import type { CalendarSettings, TransferSettings } from '../settings.ts'
import { gbpsToMbps, mbps, mbpsToGibPerHour } from '../units.ts'

/** Advice on how many agents to run and how large each is (planner §10 REC). */
export interface AgentAdvice {
  readonly recommended: number
  readonly configured: number
  /** VMs that the recommended agents move at once. */
  readonly slots: number
  readonly vmsPerAgentPerDay: number
  /** What the target or the duration asks for; null where neither is set. */
  readonly neededVmsPerDay: number | null
  readonly vcpuPerAgent: number
  readonly ramGiBPerAgent: number
  readonly diskGiBPerAgent: number
  /** Days the VMs would take by the slot arithmetic alone; null without a duration. */
  readonly estimatedDays: number | null
  /** Mean hours a VM holds a slot, from the VM estimates or the fixed cycle. */
  readonly cycleHours: number
  /** Sentences, each one step of the reasoning with its numbers. */
  readonly reasons: readonly string[]
}

/** What the agents are for. */
export interface AgentDemand {
  readonly vms: number
  /** Largest disk of each VM, largest first; as many as an agent has slots are read. */
  readonly largestDisksGiB: readonly number[]
  /** Mean hours a VM holds a slot; `FIXED_CYCLE_HOURS` where there are no estimates. */
  readonly cycleHours: number
  /** Mean data of a VM on the link; null leaves bandwidth out of the advice. */
  readonly meanCopyGiB: number | null
}

export type AgentSettings = Pick<
  TransferSettings,
  | 'agentCount'
  | 'agentConcurrentVms'
  | 'agentVcpuPerSlot'
  | 'agentRamBaseGiB'
  | 'agentRamPerSlotGiB'
  | 'agentDiskBufferFactor'
  | 'agentNicSpeedGbps'
  | 'agentNicUsablePct'
> &
  Pick<CalendarSettings, 'workingHoursPerDay' | 'workdays' | 'workingDaysPerWeek' | 'targetVmsPerDay'> & {
    readonly migrationDurationDays: number | null
  }

/** The average of the method this one replaces; holds where nothing better is known (planner §10). */
export const FIXED_CYCLE_HOURS = 2
/** One may fail. */
const FEWEST_AGENTS = 2
/** VMs that a slot moves in all, where neither a target nor a duration says how fast. */
const VMS_PER_SLOT = 4
const DAYS_PER_WEEK = 7

/**
 * How many agents to run: enough slots for the target or for the duration, never more than the other constraints can
 * feed (planner §10 REC). §1.2's fractional working days are used here and nowhere else.
 */
export function adviseAgents(settings: AgentSettings, demand: AgentDemand, bandwidth: Bandwidth): AgentAdvice {
  const { agentConcurrentVms } = settings
  const { cycleHours } = demand
  const { vmsPerAgentPerDay, reason } = dayOfAnAgent(settings, demand, bandwidth.efficiency)
  const needed = neededAgents(settings, demand, vmsPerAgentPerDay)
  const useful = usefulAgents(settings, demand, bandwidth, vmsPerAgentPerDay)
  const wanted = Math.min(needed.agents, useful.agents)
  const recommended = Math.max(FEWEST_AGENTS, wanted)
  const reasons = [reason, needed.reason, ...useful.reasons]
  if (wanted < FEWEST_AGENTS) reasons.push(`At least ${FEWEST_AGENTS} agents run, so that one may fail.`)
  return {
    recommended,
    configured: settings.agentCount,
    slots: recommended * agentConcurrentVms,
    vmsPerAgentPerDay,
    neededVmsPerDay: needed.vmsPerDay,
    vcpuPerAgent: settings.agentVcpuPerSlot * agentConcurrentVms,
    ramGiBPerAgent: settings.agentRamBaseGiB + settings.agentRamPerSlotGiB * agentConcurrentVms,
    diskGiBPerAgent: sumOf(demand.largestDisksGiB.slice(0, agentConcurrentVms)) * settings.agentDiskBufferFactor,
    estimatedDays: settings.migrationDurationDays === null ? null : demand.vms / (recommended * vmsPerAgentPerDay),
    cycleHours,
    reasons,
  }
}

interface Needed {
  readonly agents: number
  readonly vmsPerDay: number | null
  readonly reason: string
}

function neededAgents(settings: AgentSettings, { vms }: AgentDemand, vmsPerAgentPerDay: number): Needed {
  const { targetVmsPerDay, migrationDurationDays, agentConcurrentVms } = settings
  if (targetVmsPerDay) {
    const agents = Math.ceil(targetVmsPerDay / vmsPerAgentPerDay)
    const reason = `The target of ${plural(targetVmsPerDay, 'VM')} a day is the work of ${plural(agents, 'agent')}.`
    return { agents, vmsPerDay: targetVmsPerDay, reason }
  }
  if (migrationDurationDays) {
    const days = effectiveDays(settings, migrationDurationDays)
    const vmsPerDay = vms / days
    const agents = Math.ceil(vmsPerDay / vmsPerAgentPerDay)
    const reason = `${plural(vms, 'VM')} in ${figure(days)} working days ${agree(vms, 'is', 'are')} ${figure(vmsPerDay)} a day, the work of ${plural(agents, 'agent')}.`
    return { agents, vmsPerDay, reason }
  }
  const agents = Math.ceil(vms / (agentConcurrentVms * VMS_PER_SLOT))
  const reason = `Without a target or a duration each slot moves ${VMS_PER_SLOT} VMs in all: ${plural(agents, 'agent')}.`
  return { agents, vmsPerDay: null, reason }
}

function effectiveDays({ workdays, workingDaysPerWeek }: AgentSettings, durationDays: number): number {
  return Math.max(1, (durationDays / DAYS_PER_WEEK) * (workdays?.length ?? workingDaysPerWeek))
}

/** VMs that one agent moves in a day: as many as its slots turn over, and as its NIC takes in. */
function dayOfAnAgent(settings: AgentSettings, { cycleHours, meanCopyGiB }: AgentDemand, efficiency: number) {
  const { agentConcurrentVms, workingHoursPerDay, agentNicSpeedGbps, agentNicUsablePct } = settings
  const bySlots = agentConcurrentVms * (workingHoursPerDay / cycleHours)
  const reason = `A VM holds a slot for ${duration(cycleHours)} on average: ${plural(agentConcurrentVms, 'slot')} ${agree(agentConcurrentVms, 'moves', 'move')} ${figure(bySlots)} VMs in ${duration(workingHoursPerDay)}`
  if (!meanCopyGiB) return { vmsPerAgentPerDay: bySlots, reason: `${reason}.` }
  const nicMbps = gbpsToMbps(agentNicSpeedGbps) * (agentNicUsablePct / 100) * efficiency
  const byNic = (mbpsToGibPerHour(mbps(nicMbps)) * workingHoursPerDay) / meanCopyGiB
  if (byNic >= bySlots) return { vmsPerAgentPerDay: bySlots, reason: `${reason}.` }
  return { vmsPerAgentPerDay: byNic, reason: `${reason}, but the agent’s NIC takes in no more than ${figure(byNic)}.` }
}

/** Agents beyond which the other constraints hold everything back. */
function usefulAgents(settings: AgentSettings, demand: AgentDemand, bandwidth: Bandwidth, vmsPerAgentPerDay: number) {
  const { meanCopyGiB } = demand
  if (!meanCopyGiB) return { agents: Number.POSITIVE_INFINITY, reasons: [] }
  const others = bandwidth.constraints.filter(({ name }) => name !== 'agent_ingest')
  const tightest = others.reduce((least, constraint) => (limitOf(constraint) < limitOf(least) ? constraint : least))
  const limitMbps = limitOf(tightest)
  const rate = mbpsToGibPerHour(mbps(limitMbps * bandwidth.efficiency))
  const vmsPerDay = (rate * settings.workingHoursPerDay) / meanCopyGiB
  const agents = Math.max(FEWEST_AGENTS, Math.ceil(vmsPerDay / vmsPerAgentPerDay))
  const reasons = [
    `The tightest constraint besides the agents (${CONSTRAINT_TITLES[tightest.name]}, ${rateOf(limitMbps)}) lets ${figure(vmsPerDay)} VMs a day through: more than ${plural(agents, 'agent')} change nothing.`,
  ]
  return { agents, reasons }
}

function figure(value: number): string {
  return value < 1000 ? decimal(value, Number.isInteger(value) ? 0 : 1) : significant(value)
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
