import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planningCase, type VmCase } from '../../test/support/planning-case.ts'
import { anyVm } from '../../test/support/random-planning.ts'
import { LONGEST_GAP_DAYS } from '../calendar/working-days.ts'
import type { Settings } from '../settings.ts'
import { checkSchedule } from './check-schedule.ts'
import type { MigrationPlan } from './migration.ts'
import { type PlanRequest, planMigration } from './plan-migration.ts'
import { EFFECTIVE_MODES } from './schedule.ts'
import type { VmDecision } from './vm-decision.ts'
import { whyThen } from './why-then.ts'

/** 100 GiB an hour and cut-overs of half an hour, so that times can be read: one agent, four slots. */
const PLAIN: Partial<Settings> = {
  sourceNicSpeedGbps: 100 / 0.9 / 0.41909515857696533 / 1000,
  sourceUsablePct: 90,
  efficiency: 1,
  resyncOverhead: 1,
  dailyChangeRatePct: 0,
  cutoverBaseMinutes: 30,
  agentCount: 1,
  agentConcurrentVms: 4,
}

function plan(vms: VmCase[], settings: Partial<Settings> = {}, decisions?: ReadonlyMap<number, VmDecision>) {
  const request = planningCase(vms, { ...PLAIN, ...settings }, { decisions })
  const made = planMigration(request)
  expect(checkSchedule(request, made)).toEqual([])
  return { request, ...made }
}

/** A plan as text: a line a VM, `day hh:mm`, in order of the copies. */
function told({ request, schedule, times }: { request: PlanRequest } & MigrationPlan): string {
  const clock = (at: number) => new Date(Math.round(at / 60_000) * 60_000).toISOString().slice(8, 16).replace('T', ' ')
  const rows = Array.from({ length: request.facts.count }, (_, vm) => vm).filter((vm) => schedule.cutoverDay[vm] >= 0)
  rows.sort((a, b) => schedule.copyStart[a] - schedule.copyStart[b] || schedule.copySlot[a] - schedule.copySlot[b])
  return rows
    .map((vm) => {
      const [copy, cutover] = whyThen(schedule, vm)
      const name = request.facts.texts[request.facts.name[vm]]
      const copied = `copy ${clock(copy.start)} – ${clock(copy.end)} slot ${schedule.copySlot[vm]} (${copy.wait})`
      const moved = `cut-over ${clock(cutover.start)} – ${clock(cutover.end)} slot ${schedule.cutoverSlot[vm]} (${cutover.wait})`
      return `${name} ${EFFECTIVE_MODES[times.mode[vm]]}: ${copied}, ${moved}`
    })
    .join('\n')
}

const warm = (name: string, usedGiB: number): VmCase => ({ name, usedGiB })
const cold = (name: string, coldGiB: number): VmCase => ({ name, coldGiB, mode: 'cold_required' })

describe('the schedule', () => {
  it('shares the link equally between the copies that run', () =>
    expect(told(plan([warm('a', 200), warm('b', 100)]))).toMatchInlineSnapshot(`
      "a warm: copy 05 09:00 – 05 12:00 slot 0 (none), cut-over 05 12:00 – 05 12:30 slot 0 (none)
      b warm: copy 05 09:00 – 05 11:00 slot 1 (none), cut-over 05 11:00 – 05 11:30 slot 1 (none)"
    `))

  it('starts a VM when a slot is free, cut-overs before copies', () =>
    expect(
      told(plan([warm('a', 100), warm('b', 99), warm('c', 50)], { agentConcurrentVms: 1 })),
    ).toMatchInlineSnapshot(`
      "a warm: copy 05 09:00 – 05 10:00 slot 0 (none), cut-over 05 10:00 – 05 10:30 slot 0 (none)
      b warm: copy 05 10:30 – 05 11:29 slot 0 (slot), cut-over 05 11:29 – 05 11:59 slot 0 (none)
      c warm: copy 05 11:59 – 05 12:29 slot 0 (slot), cut-over 05 12:29 – 05 12:59 slot 0 (none)"
    `))

  it('copies over night in working hours only, and cuts over within a day', () =>
    expect(told(plan([warm('big', 1180)]))).toMatchInlineSnapshot(
      `"big warm: copy 05 09:00 – 06 12:48 slot 0 (none), cut-over 06 12:48 – 06 13:18 slot 0 (none)"`,
    ))

  it('leaves the weekend and holidays out', () =>
    expect(told(plan([warm('big', 900)], { startDate: '2026-01-09', holidays: ['2026-01-12'] }))).toMatchInlineSnapshot(
      `"big warm: copy 09 09:00 – 13 10:00 slot 0 (none), cut-over 13 10:00 – 13 10:30 slot 0 (none)"`,
    ))

  it('moves a cut-over that no longer fits to the next morning, and keeps a slot for it', () =>
    expect(told(plan([warm('late', 780), warm('next', 300)], { agentConcurrentVms: 1 }))).toMatchInlineSnapshot(`
      "late warm: copy 05 09:00 – 05 16:48 slot 0 (none), cut-over 06 09:00 – 06 09:30 slot 0 (day_end)
      next warm: copy 06 09:30 – 06 12:30 slot 0 (slot), cut-over 06 12:30 – 06 13:00 slot 0 (none)"
    `))

  it('does not begin a cold copy that would keep its VM down overnight, and lets a warm one go first', () =>
    expect(
      told(plan([warm('a', 350), warm('a2', 340), cold('b', 100), warm('c', 10)], { agentConcurrentVms: 2 })),
    ).toMatchInlineSnapshot(`
      "a warm: copy 05 09:00 – 05 15:54 slot 0 (none), cut-over 05 15:54 – 05 16:24 slot 0 (none)
      a2 warm: copy 05 09:00 – 05 15:48 slot 1 (none), cut-over 05 15:48 – 05 16:18 slot 1 (none)
      c warm: copy 05 16:24 – 05 16:30 slot 0 (slot), cut-over 05 16:30 – 05 17:00 slot 0 (none)
      b cold: copy 06 09:00 – 06 10:00 slot 0 (day_end), cut-over 06 10:00 – 06 10:30 slot 0 (none)"
    `))

  it('begins a cold copy that no day is long enough for whenever a slot is free', () =>
    expect(told(plan([warm('a', 600), cold('b', 900)], { agentConcurrentVms: 1 }))).toMatchInlineSnapshot(`
      "b cold: copy 05 09:00 – 06 10:00 slot 0 (none), cut-over 06 10:00 – 06 10:30 slot 0 (none)
      a warm: copy 06 10:30 – 06 16:30 slot 0 (slot), cut-over 06 16:30 – 06 17:00 slot 0 (none)"
    `))

  it('begins no more cut-overs on a day than the cap lets, and no cold copy that must wait for its own', () =>
    expect(
      told(plan([warm('a', 40), warm('b', 30), cold('c', 20), cold('d', 10)], { targetVmsPerDay: 1 })),
    ).toMatchInlineSnapshot(`
      "a warm: copy 05 09:00 – 05 09:54 slot 0 (none), cut-over 07 09:00 – 07 09:30 slot 0 (day_cap)
      b warm: copy 05 09:00 – 05 09:48 slot 1 (none), cut-over 06 09:00 – 06 09:30 slot 0 (day_cap)
      c cold: copy 05 09:00 – 05 09:36 slot 2 (none), cut-over 05 09:36 – 05 10:06 slot 2 (none)
      d cold: copy 08 09:00 – 08 09:06 slot 0 (day_cap), cut-over 08 09:06 – 08 09:36 slot 0 (none)"
    `))

  it('holds a part of the link for each final sync', () => {
    // Each cut-over sends 100 GiB in one hour and a half: two of them together would ask for more than the link.
    const vms = [warm('a', 100), warm('b', 100), warm('c', 400)]
    expect(told(plan(vms, { dailyChangeRatePct: 100, finalSyncHours: 24 }))).toMatchInlineSnapshot(`
      "c warm: copy 05 09:00 – 05 17:00 slot 0 (none), cut-over 06 09:00 – 06 13:30 slot 0 (day_end)
      a warm: copy 05 09:00 – 05 12:00 slot 1 (none), cut-over 05 12:00 – 05 13:30 slot 1 (none)
      b warm: copy 05 09:00 – 05 12:00 slot 2 (none), cut-over 05 13:30 – 05 15:00 slot 1 (link)"
    `)
  })

  it('lets a cut-over that is longer than a day run over several, and says so', () => {
    const made = plan([warm('long', 100)], { cutoverBaseMinutes: 600 })
    expect(told(made)).toMatchInlineSnapshot(
      `"long warm: copy 05 09:00 – 05 10:00 slot 0 (none), cut-over 05 10:00 – 06 12:00 slot 0 (none)"`,
    )
    expect(made.schedule.longCutovers).toEqual([0])
  })

  it('counts a day on which nothing happens', () => {
    const { schedule } = plan([warm('big', 2000)])
    expect(schedule.days.map(({ number, active, migrated }) => [number, active, migrated.length])).toEqual([
      [1, 1, 0],
      [2, 1, 0],
      [3, 1, 1],
    ])
    expect(schedule.days[0].transferGiB).toBeCloseTo(800, 6)
    expect(schedule.days[0].linkUse).toBeCloseTo(1, 9)
  })
})

describe('the order of a plan', () => {
  const names = (vms: VmCase[], decisions?: ReadonlyMap<number, VmDecision>) =>
    told(plan(vms, { agentConcurrentVms: 1 }, decisions))
      .split('\n')
      .map((line) => line.split(' ')[0])

  it('keeps a tenant together, larger copies first, then by vCenter and MoRef', () =>
    expect(
      names([
        { name: 'g1', tenant: 'globex', usedGiB: 10 },
        { name: 'a10', tenant: 'acme', usedGiB: 20, moref: 'vm-10' },
        { name: 'other', tenant: 'acme', usedGiB: 20, moref: 'vm-1', vcenter: 1 },
        { name: 'a9', tenant: 'acme', usedGiB: 20, moref: 'vm-9' },
        { name: 'big', tenant: 'acme', usedGiB: 21 },
      ]),
    ).toEqual(['big', 'a9', 'a10', 'other', 'g1']))

  it('lets a person say who goes first and last within a tenant', () =>
    expect(
      names(
        [warm('a', 30), warm('b', 20), warm('c', 10)],
        new Map([
          [0, { priority: 60 }],
          [2, { priority: 1 }],
        ]),
      ),
    ).toEqual(['c', 'b', 'a']))

  it('does not depend on the order of the rows', () => {
    const anyShuffled = fc
      .array(anyVm, { maxLength: 25 })
      .map((vms) => vms.map((vm, row) => ({ ...vm, name: `n${row}`, moref: `vm-${row}` })))
      .chain((vms) => fc.tuple(fc.constant(vms), fc.shuffledSubarray(vms, { minLength: vms.length })))
    const byName = ({ request, schedule }: ReturnType<typeof plan>) =>
      new Map(
        Array.from({ length: request.facts.count }, (_, vm) => [
          request.facts.texts[request.facts.name[vm]],
          [schedule.copyStart[vm], schedule.cutoverEnd[vm], schedule.copySlot[vm]],
        ]),
      )
    fc.assert(
      fc.property(anyShuffled, ([vms, shuffled]) => {
        expect(byName(plan(shuffled))).toEqual(byName(plan(vms)))
      }),
      { numRuns: 60 },
    )
  })
})

describe('what has no place in the schedule', () => {
  it('is nothing where there is nothing to do', () => {
    const { schedule, totals, deadline } = plan([])
    expect([schedule.days, schedule.unscheduled, totals.days, totals.totalHours]).toEqual([[], [], 0, 0])
    expect(deadline).toMatchObject({ met: true, finish: null, daysLate: null, utilisationPct: 0 })
  })

  it('is a VM whose size nobody knows, or that a person left out', () => {
    const { schedule, totals } = plan(
      [warm('a', Number.NaN), warm('b', 10), warm('c', 10)],
      {},
      new Map([[2, { exclude: true }]]),
    )
    expect(schedule.unscheduled.map(({ vm, code }) => [vm, code])).toEqual([
      [0, 'unknown_size'],
      [2, 'excluded'],
    ])
    expect(totals).toMatchObject({ vms: 2, copyGiB: 10 })
    expect(whyThen(schedule, 0)).toEqual([])
  })

  it('is all of it where holidays leave no working day', () => {
    const holidays = Array.from({ length: LONGEST_GAP_DAYS + 2 }, (_, day) =>
      new Date(Date.parse('2026-01-02') + day * 86_400_000).toISOString().slice(0, 10),
    )
    const request = planningCase([warm('a', 10)], { ...PLAIN, holidays })
    const { schedule, deadline } = planMigration(request)
    expect(schedule.unscheduled).toMatchObject([{ vm: 0, code: 'no_time' }])
    expect(schedule.days).toEqual([])
    expect(deadline).toMatchObject({ met: false, finish: null, availableHours: 0 })
  })

  it('is a VM that takes a century, and the others are planned without it', () => {
    const slow = { topologyType: 'cross_site_internet', sourceUploadMbps: 1, efficiency: 0.05 } as const
    const { schedule, deadline } = plan([warm('huge', 1_000_000), warm('small', 1)], slow)
    expect(schedule.unscheduled).toMatchObject([{ vm: 0, code: 'no_time' }])
    expect(schedule.cutoverDay[1]).toBeGreaterThanOrEqual(0)
    expect(deadline).toMatchObject({ met: false, finish: null })
  })
})

describe('the deadline', () => {
  it.each([
    ['the last day that counts', 800 * 3 - 60, 4, { finish: '2026-01-07', daysLate: -2, met: true }],
    ['that day itself', 800 * 3 - 60, 2, { finish: '2026-01-07', daysLate: 0, met: true }],
    ['the day after', 800 * 3 - 60, 1, { finish: '2026-01-07', daysLate: 1, met: false }],
    ['a weekend later', 800 * 6 - 60, 5, { finish: '2026-01-12', daysLate: 2, met: false }],
  ] as const)('counts calendar days: done by %s', (_, usedGiB, migrationDurationDays, expected) =>
    expect(plan([warm('big', usedGiB)], { migrationDurationDays }).deadline).toMatchObject({
      start: '2026-01-05',
      ...expected,
    }),
  )

  it('sets the transfer time against the working hours until then (planner §9.3 REC)', () => {
    const { deadline, totals } = plan([warm('a', 3200), warm('b', 800)], { migrationDurationDays: 1 })
    expect(totals.totalHours).toBeCloseTo(40, 9)
    expect(deadline).toMatchObject({ availableHours: 16, neededDays: 5, overrunDays: 3 })
    expect(deadline.utilisationPct).toBeCloseTo(250, 6)
  })

  it('counts from a start date on which nobody works', () =>
    expect(plan([warm('a', 10)], { startDate: '2026-01-03', migrationDurationDays: 3 }).deadline).toMatchObject({
      start: '2026-01-03',
      deadline: '2026-01-06',
      finish: '2026-01-05',
    }))
})

describe('totals', () => {
  it('are warm data × resync overhead + cold data over the effective rate (planner §9.5 REC)', () => {
    const { totals } = plan([warm('a', 100), cold('b', 300)], { resyncOverhead: 1.5 })
    expect(totals).toMatchObject({ vms: 2, warmVms: 1, coldVms: 1, copyGiB: 450, days: 1, cutoverHours: 1 })
    expect(totals.totalHours).toBeCloseTo(4.5, 9)
  })
})
