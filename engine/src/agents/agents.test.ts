import { describe, expect, it } from 'vitest'
import { bandwidthOf } from '../bandwidth/bandwidth.ts'
import { Settings } from '../settings.ts'
import { type AgentDemand, type AgentSettings, adviseAgents, FIXED_CYCLE_HOURS } from './agents.ts'

/** The estate of planner §38.4: without bandwidth, with the fixed cycle. */
const GOLDEN: AgentDemand = {
  vms: 324,
  largestDisksGiB: [2000, 1500, 1200, 900, 800],
  cycleHours: FIXED_CYCLE_HOURS,
  meanCopyGiB: null,
}

function advise(demand: Partial<AgentDemand>, changes: Partial<Settings> = {}, agents: Partial<AgentSettings> = {}) {
  const settings = Settings.parse(changes)
  return adviseAgents({ ...settings, ...agents }, { ...GOLDEN, ...demand }, bandwidthOf(settings))
}

describe('the advice on agents', () => {
  it('is that of planner §38.4 for 324 VMs in 30 days', () => {
    const advice = advise({})
    expect(advice.recommended).toBe(2)
    expect(advice.neededVmsPerDay).toBeCloseTo(15.12, 2)
    expect(advice.slots).toBe(10)
    expect(advice.vcpuPerAgent).toBe(10)
    expect(advice.ramGiBPerAgent).toBe(7)
    expect(advice.diskGiBPerAgent).toBe(7680)
    expect(Math.round(advice.estimatedDays!)).toBe(8)
  })

  it.each([
    ['a target of 100 VMs a day', { targetVmsPerDay: 100 }, {}, 5],
    ['a target that does not divide', { targetVmsPerDay: 101 }, {}, 6],
    ['neither target nor duration', {}, { migrationDurationDays: null }, 17],
    ['a short duration', { migrationDurationDays: 5 }, {}, 5],
    ['a short duration of longer weeks', { migrationDurationDays: 5, workingDaysPerWeek: 7 }, {}, 4],
    ['a short duration of few named days', { migrationDurationDays: 5, workdays: ['monday'] }, {}, 17],
    ['a target of none, which is no target', { targetVmsPerDay: 0 }, {}, 2],
  ] as const)('rounds up for %s (planner §38.4)', (_, settings, agents, expected) =>
    expect(advise({}, settings as Partial<Settings>, agents).recommended).toBe(expected),
  )

  it('buffers only the disks there are when there are fewer VMs than slots', () =>
    expect(advise({ largestDisksGiB: [100, 50] }).diskGiBPerAgent).toBeCloseTo(180, 9))

  it('reads no more disks than an agent has slots', () =>
    expect(advise({}, { agentConcurrentVms: 2 }).diskGiBPerAgent).toBe(4200))

  it('says that more agents than the bottleneck can feed change nothing', () => {
    // 922 GiB/h for 8 h are 73.8 VMs of 100 GiB a day: the work of two agents, whatever the target.
    const advice = advise({ meanCopyGiB: 100, cycleHours: 1 }, { targetVmsPerDay: 400 })
    expect(advice.recommended).toBe(2)
    expect(advice.reasons).toEqual([
      'A VM holds a slot for 1 h on average: 5 slots move 40 VMs in 8 h.',
      'The target of 400 VMs a day is the work of 10 agents.',
      'The tightest constraint besides the agents (Source host NIC, 4,000 Mbps) lets 73.8 VMs a day through: more than 2 agents change nothing.',
    ])
  })

  it('asks for as many agents as their NICs need where those are the bottleneck', () => {
    const advice = advise(
      { meanCopyGiB: 100, cycleHours: 1 },
      { targetVmsPerDay: 400, agentNicSpeedGbps: 1, agentConcurrentVms: 20 },
    )
    expect(advice.recommended).toBe(6)
    expect(advice.reasons[0]).toBe(
      'A VM holds a slot for 1 h on average: 20 slots move 160 VMs in 8 h, but the agent’s NIC takes in no more than 12.9.',
    )
  })

  it('keeps two agents for a handful of VMs, and says why', () => {
    const advice = advise({ vms: 3 })
    expect(advice.recommended).toBe(2)
    expect(advice.reasons.at(-1)).toBe('At least 2 agents run, so that one may fail.')
  })
})
