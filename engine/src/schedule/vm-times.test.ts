import { describe, expect, it } from 'vitest'
import { planningCase, type VmCase } from '../../test/support/planning-case.ts'
import { bandwidthOf } from '../bandwidth/bandwidth.ts'
import type { Settings } from '../settings.ts'
import { NO_DECISIONS } from './decisions.ts'
import { EFFECTIVE_MODES } from './schedule.ts'
import type { VmDecision } from './vm-decision.ts'
import { timesOfVms } from './vm-times.ts'

function timesOf(vm: VmCase, settings: Partial<Settings> = {}, decision?: VmDecision) {
  const request = planningCase([vm], settings)
  const { effectiveGiBPerHour } = bandwidthOf(request.settings)
  const decisions = decision ? new Map([[0, decision]]) : NO_DECISIONS
  const times = timesOfVms({ ...request, rate: effectiveGiBPerHour, decisions })
  return {
    mode: EFFECTIVE_MODES[times.mode[0]],
    copyGiB: times.copyGiB[0],
    deltaGiB: times.deltaGiB[0],
    copyHours: times.copyHours[0],
    cutoverHours: times.cutoverHours[0],
    fixMinutes: times.fixMinutes[0],
    downtimeHours: times.downtimeHours[0],
  }
}

describe('times of a VM', () => {
  it.each([
    { usedGiB: 80, coldGiB: 80, phase1: 0.1, cutover: 0.33, cold: 0.09 },
    { usedGiB: 40, coldGiB: 80, phase1: 0.05, cutover: 0.33, cold: 0.09 },
    { usedGiB: 100, coldGiB: 200, phase1: 0.12, cutover: 0.33, cold: 0.22 },
    { usedGiB: 500, coldGiB: 1000, phase1: 0.62, cutover: 0.33, cold: 1.08 },
    { usedGiB: 1000, coldGiB: 2000, phase1: 1.24, cutover: 0.34, cold: 2.17 },
    { usedGiB: 5000, coldGiB: 10000, phase1: 6.18, cutover: 0.34, cold: 10.85 },
  ])('moves $usedGiB of $coldGiB GiB at 4000 Mbps as planner §38.3 REC says', ({ phase1, cutover, cold, ...size }) => {
    const warm = timesOf(size)
    expect(warm.copyHours.toFixed(2)).toBe(phase1.toFixed(2))
    expect(warm.cutoverHours.toFixed(2)).toBe(cutover.toFixed(2))
    expect(timesOf({ ...size, mode: 'cold_required' }).copyHours.toFixed(2)).toBe(cold.toFixed(2))
  })

  it('is down for the cut-over of a warm move and for the copy of a cold one too', () => {
    const warm = timesOf({}, {}, { fixMinutes: 0 })
    const cold = timesOf({ mode: 'cold_required' }, {}, { fixMinutes: 0 })
    expect(warm.downtimeHours).toBe(warm.cutoverHours)
    expect(cold.downtimeHours).toBe(cold.copyHours + cold.cutoverHours)
  })

  it('sends what changed since the last sync, and nothing after a cold copy', () => {
    expect(timesOf({ usedGiB: 2400 }, { dailyChangeRatePct: 10, finalSyncHours: 2 }).deltaGiB).toBeCloseTo(20, 9)
    expect(timesOf({ usedGiB: 2400, mode: 'cold_required' }, { dailyChangeRatePct: 10 }).deltaGiB).toBe(0)
  })

  it('never cuts over in less than a quarter of an hour', () =>
    expect(timesOf({}, { cutoverBaseMinutes: 0 }).cutoverHours).toBe(0.25))

  it('does not get faster at 101 or at 1001 GiB', () => {
    const hours = [100, 101, 1000, 1001].map((usedGiB) => timesOf({ usedGiB }).copyHours)
    expect(hours).toEqual(hours.toSorted((a, b) => a - b))
    expect(new Set(hours).size).toBe(4)
  })

  it('has no figures for a VM whose size nobody knows', () => {
    const { copyGiB, copyHours, cutoverHours, downtimeHours, fixMinutes } = timesOf({ usedGiB: Number.NaN })
    expect([copyGiB, copyHours, cutoverHours, downtimeHours].every(Number.isNaN)).toBe(true)
    expect(fixMinutes).toBe(0)
  })
})

describe('the mode a VM really moves in', () => {
  it.each([
    ['warm_eligible', {}, {}, 'warm'],
    ['warm_risky', {}, {}, 'warm'],
    ['cold_required', {}, {}, 'cold'],
    ['unknown', {}, {}, 'cold'],
    ['cold_required', {}, { mode: 'warm' }, 'warm'],
    ['warm_eligible', {}, { mode: 'cold' }, 'cold'],
    ['warm_eligible', { redForcesCold: true }, {}, 'cold'],
    ['warm_eligible', { redForcesCold: true }, { mode: 'warm' }, 'warm'],
  ] as const)('of %s with %o and %o is the same everywhere', (mode, settings, decision, expected) =>
    expect(timesOf({ mode, category: 'RED' }, settings, decision).mode).toBe(expected),
  )

  it('leaves a YELLOW VM warm where only RED is forced cold', () =>
    expect(timesOf({ category: 'YELLOW' }, { redForcesCold: true }).mode).toBe('warm'))
})

describe('technical-fix time', () => {
  const example: VmCase = { family: 'windows', disks: 3, nics: 2, mode: 'cold_required', category: 'RED' }

  it('is 100 minutes × 0.5 in the example of planner §28 REC', () => expect(timesOf(example).fixMinutes).toBe(50))

  it.each([
    ['nothing for a plain Linux VM', {}, 0],
    ['a Windows VM', { family: 'windows' }, 10],
    ['a system nobody knows', { family: 'unknown' }, 8],
    ['each disk beyond the first', { disks: 4 }, 9],
    ['each NIC beyond the first', { nics: 3 }, 4],
    ['a cold move', { mode: 'cold_required' }, 3],
    ['a move that is cold because nobody knows better', { mode: 'unknown' }, 3],
    ['RED', { category: 'RED' }, 5],
    ['YELLOW', { category: 'YELLOW' }, 3],
    ['snapshots, however many', { snapshots: 4 }, 2],
    ['what nobody counted', { disks: Number.NaN, nics: Number.NaN, snapshots: Number.NaN }, 0],
  ] as const)('charges %s', (_, vm, expected) => expect(timesOf(vm).fixMinutes).toBeCloseTo(expected, 9))

  it.each([
    ['linux', 3],
    ['windows', 17.5],
    ['other', 6],
    ['unknown', 14],
  ] as const)('takes the rate of %s', (family, expected) =>
    expect(timesOf({ family, disks: 2 }).fixMinutes).toBeCloseTo(expected, 9),
  )

  it('takes one rate for all where one is set', () =>
    expect(timesOf(example, { fixTime: { ...planningCase([]).settings.fixTime, globalRate: 0.1 } }).fixMinutes).toBe(
      10,
    ))

  it('takes the minutes of a person as they are, and adds them to the downtime', () => {
    const { fixMinutes, downtimeHours, cutoverHours } = timesOf(
      { ...example, mode: 'warm_eligible' },
      {},
      { fixMinutes: 90 },
    )
    expect(fixMinutes).toBe(90)
    expect(downtimeHours).toBeCloseTo(cutoverHours + 1.5, 12)
  })
})
