import { describe, expect, it } from 'vitest'
import { planningCase, type VmCase } from '../../test/support/planning-case.ts'
import { BERLIN } from '../../test/support/random-planning.ts'
import type { Settings } from '../settings.ts'
import { MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE } from '../units.ts'
import type { ProblemCode } from './check/problem.ts'
import { checkSchedule } from './check-schedule.ts'
import type { MigrationPlan } from './migration.ts'
import { planMigration } from './plan-migration.ts'
import type { Deadline, Schedule, ScheduleDay, Unscheduled } from './schedule.ts'

/** A plan whose parts can be changed, as only a test may. */
interface Draft {
  bandwidth: { bottleneckMbps: number; effectiveGiBPerHour: number }
  times: MigrationPlan['times']
  schedule: Omit<Schedule, 'days' | 'unscheduled' | 'longCutovers'> & {
    days: (Omit<{ -readonly [K in keyof ScheduleDay]: ScheduleDay[K] }, 'migrated' | 'date'> & {
      date: string
      migrated: number[]
    })[]
    unscheduled: { -readonly [K in keyof Unscheduled]: Unscheduled[K] }[]
    longCutovers: number[]
  }
  deadline: { -readonly [K in keyof Deadline]: Deadline[K] }
  totals: { -readonly [K in keyof MigrationPlan['totals']]: number }
}
type Spoil = (draft: Draft, vm: number, day: number) => void

const SETTINGS: Partial<Settings> = {
  topologyType: 'cross_site_dedicated',
  agentConcurrentVms: 3,
  targetVmsPerDay: 6,
  holidays: ['2026-01-07'],
  migrationDurationDays: 9,
}
const EXCLUDED = 36
const UNKNOWN = 37
/** Scheduled VMs of the case below; the last two are left out. */
const SCHEDULED = 36
const DECISIONS = new Map([[EXCLUDED, { exclude: true }]])

/** 36 VMs of three tenants, a third of them cold, over more than a week; one more is excluded, one of unknown size. */
const VMS: VmCase[] = Array.from({ length: SCHEDULED + 2 }, (_, row) => ({
  tenant: ['acme', 'globex', 'initech'][row % 3],
  usedGiB: row === UNKNOWN ? Number.NaN : 60 + ((row * 37) % 90),
  coldGiB: 90 + ((row * 53) % 120),
  mode: row % 3 === 1 && row !== UNKNOWN ? 'cold_required' : 'warm_eligible',
  family: row % 2 === 0 ? 'windows' : 'linux',
}))
const request = (settings: Partial<Settings> = {}) =>
  planningCase(VMS, { ...SETTINGS, ...settings }, { decisions: DECISIONS })
const REQUEST = request()
const PLAN = planMigration(REQUEST)

const SPOILS: readonly [name: string, code: ProblemCode, spoil: Spoil][] = [
  ['a copy that ends a minute early', 'link', (d, vm) => (d.schedule.copyEnd[vm] -= MS_PER_MINUTE)],
  [
    'a copy that ends with its beginning',
    'stage_length',
    (d, vm) => (d.schedule.copyEnd[vm] = d.schedule.copyStart[vm]),
  ],
  ['a copy that begins a minute early', 'link', (d, vm) => (d.schedule.copyStart[vm] += 61_000)],
  [
    'a copy that begins after its end',
    'stage_order',
    (d, vm) => (d.schedule.copyStart[vm] = d.schedule.copyEnd[vm] + 1),
  ],
  [
    'a cut-over before the copy is done',
    'stage_order',
    (d, vm) => (d.schedule.cutoverStart[vm] = d.schedule.copyEnd[vm] - 2),
  ],
  [
    'a cut-over that is five minutes short',
    'stage_length',
    (d, vm) => (d.schedule.cutoverEnd[vm] -= 5 * MS_PER_MINUTE),
  ],
  [
    'a cut-over that is too long',
    'stage_length',
    (d, vm) =>
      (d.schedule.cutoverStart[vm] -= d.schedule.cutoverStart[vm] === d.schedule.copyEnd[vm] ? -1000 * 60 : 1000),
  ],
  ['a cut-over at night', 'outside_hours', (d, vm) => move(d, vm, 12 * MS_PER_HOUR)],
  ['a cut-over on a holiday', 'outside_hours', (d, vm) => moveTo(d, vm, '2026-01-07')],
  ['a cut-over at the weekend', 'outside_hours', (d, vm) => moveTo(d, vm, '2026-01-10')],
  ['a cut-over years later', 'outside_hours', (d, vm) => move(d, vm, 3640 * MS_PER_DAY)],
  ['a slot that does not exist', 'slot', (d, vm) => (d.schedule.copySlot[vm] = 6)],
  ['a slot of no number', 'slot', (d, vm) => (d.schedule.cutoverSlot[vm] = -1)],
  [
    'a copy on a slot that is held',
    'slot',
    (d, vm) => (d.schedule.copySlot[vm] = d.schedule.copySlot[companion(d, vm)]),
  ],
  ['two VMs that change places', 'link', (d, vm) => swap(d, vm, (vm + 1) % SCHEDULED)],
  ['another first day', 'day_column', (d, vm) => (d.schedule.firstDay[vm] += 1)],
  ['another day of the cut-over', 'day_column', (d, vm) => (d.schedule.cutoverDay[vm] -= 1)],
  [
    'a cut-over that waited for nothing',
    'wait',
    (d, vm) => (d.schedule.cutoverWait[vm] = d.schedule.cutoverWait[vm] === 0 ? 1 : 0),
  ],
  ['a wait nobody knows', 'wait', (d, vm) => (d.schedule.copyWait[vm] = 9)],
  ['a VM that is lost', 'lost', (d, vm) => forget(d, vm)],
  ['a VM that is half lost', 'lost', (d, vm) => (d.schedule.cutoverEnd[vm] = Number.NaN)],
  ['a VM that is scheduled and left out', 'unscheduled', (d, vm) => leaveOut(d, vm)],
  ['a VM that is left out for lack of time there is', 'unscheduled', (d, vm) => leaveOut(forget(d, vm), vm)],
  ['a VM that is left out twice', 'unscheduled', (d) => d.schedule.unscheduled.push({ ...d.schedule.unscheduled[1] })],
  ['a VM that is left out without a word', 'unscheduled', (d) => (d.schedule.unscheduled[0].reason = '')],
  ['a VM that is left out for another reason', 'unscheduled', (d) => (d.schedule.unscheduled[0].code = 'unknown_size')],
  ['a VM of unknown size that is forgotten', 'unscheduled', (d) => d.schedule.unscheduled.pop()],
  ['an excluded VM that is scheduled', 'unscheduled', (d, vm) => copyRow(d, vm, EXCLUDED)],
  ['a day that misses a VM', 'day_row', (d, _, day) => d.schedule.days[day].migrated.pop()],
  [
    'a day that names a VM twice',
    'day_row',
    (d, _, day) => d.schedule.days[day].migrated.push(d.schedule.days[day].migrated[0]),
  ],
  ['a day that names its VMs out of order', 'day_row', (d, _, day) => d.schedule.days[day].migrated.reverse()],
  ['a day that moved more', 'day_row', (d, _, day) => (d.schedule.days[day].transferGiB *= 1.01)],
  ['a day that moved more than its link can', 'link', (d, _, day) => (d.schedule.days[day].transferGiB = 5000)],
  ['a day that used its link less', 'day_row', (d, _, day) => (d.schedule.days[day].linkUse *= 0.9)],
  ['a day on which one more copied', 'day_row', (d, _, day) => (d.schedule.days[day].active += 1)],
  ['a day with a cold VM more', 'day_row', (d, _, day) => (d.schedule.days[day].coldVms += 1)],
  ['a day with a warm VM less', 'day_row', (d, _, day) => (d.schedule.days[day].warmVms -= 1)],
  ['a day of less downtime', 'day_row', (d, _, day) => (d.schedule.days[day].downtimeHours -= 0.1)],
  ['a day on another date', 'calendar', (d, _, day) => (d.schedule.days[day].date = '2026-01-07')],
  ['a day of another number', 'calendar', (d, _, day) => (d.schedule.days[day].number += 1)],
  [
    'a day of overtime',
    'calendar',
    (d, _, day) =>
      (d.schedule.days[day] = {
        ...d.schedule.days[day],
        end: (d.schedule.days[day].end + MS_PER_HOUR) as ScheduleDay['end'],
      }),
  ],
  ['a day that is left out', 'calendar', (d, _, day) => d.schedule.days.splice(day, 1)],
  [
    'a day on which nothing ends at the end',
    'day_row',
    (d) => d.schedule.days.push({ ...d.schedule.days.at(-1)!, migrated: [] }),
  ],
  ['a cut-over that is said to be long', 'long_cutovers', (d, vm) => d.schedule.longCutovers.push(vm)],
  ['a copy of other bytes', 'times', (d, vm) => (d.times.copyGiB[vm] *= 1.001)],
  ['a copy of other length', 'times', (d, vm) => (d.times.copyHours[vm] += 0.01)],
  ['a final sync of other bytes', 'times', (d, vm) => (d.times.deltaGiB[vm] += 1)],
  ['a cut-over of other length', 'times', (d, vm) => (d.times.cutoverHours[vm] += 0.01)],
  ['another mode', 'times', (d, vm) => (d.times.mode[vm] = 1 - d.times.mode[vm])],
  ['other fix time', 'times', (d, vm) => (d.times.fixMinutes[vm] += 1)],
  ['other downtime', 'times', (d, vm) => (d.times.downtimeHours[vm] -= 0.1)],
  ['another bottleneck', 'bandwidth', (d) => (d.bandwidth.bottleneckMbps = 601)],
  ['another rate', 'bandwidth', (d) => (d.bandwidth.effectiveGiBPerHour *= 1.14)],
  ['a start on another day', 'deadline', (d) => (d.deadline.start = d.deadline.deadline)],
  ['a finish on another day', 'deadline', (d) => (d.deadline.finish = d.deadline.start)],
  ['a deadline that is met though it is not', 'deadline', (d) => (d.deadline.met = !d.deadline.met)],
  ['a day less late', 'deadline', (d) => (d.deadline.daysLate! -= 1)],
  ['more working hours', 'deadline', (d) => (d.deadline.availableHours += 8)],
  ['less utilisation', 'deadline', (d) => (d.deadline.utilisationPct -= 0.1)],
  ['fewer days needed', 'deadline', (d) => (d.deadline.neededDays -= 1)],
  ['more days over', 'deadline', (d) => (d.deadline.overrunDays += 1)],
]

describe('the checker catches', () => {
  it('nothing in the plan that the rest of these spoil', () => expect(checkSchedule(REQUEST, PLAN)).toEqual([]))

  it.each(SPOILS)('%s', (_, code, spoil) => {
    for (let seed = 0; seed < 5; seed++) {
      const draft = structuredClone(PLAN) as unknown as Draft
      spoil(draft, (seed * 17 + 4) % SCHEDULED, (seed * 3 + 1) % (PLAN.schedule.days.length - 1))
      const codes = checkSchedule(REQUEST, draft as unknown as MigrationPlan).map((problem) => problem.code)
      expect(codes, `place ${seed}`).toContain(code)
    }
  })

  it.each(Object.keys(PLAN.totals))('a wrong total of %s', (total) => {
    const draft = structuredClone(PLAN) as unknown as Draft
    draft.totals[total as keyof Draft['totals']] += 1
    expect(checkSchedule(REQUEST, draft as unknown as MigrationPlan)).toMatchObject([{ code: 'totals' }])
  })

  it.each([
    ['more cut-overs a day', { targetVmsPerDay: 7 }, 'day_cap'],
    ['more slots', { agentConcurrentVms: 4 }, 'slot'],
    ['a faster link', { linkUsablePct: 61 }, 'link'],
    ['a slower link', { linkUsablePct: 50 }, 'link'],
    ['a working holiday', { holidays: [] }, 'calendar'],
    ['Saturdays', { workingDaysPerWeek: 6 }, 'calendar'],
    ['longer days', { workingHoursPerDay: 8.5 }, 'calendar'],
    ['later mornings', { dayStart: '10:00' }, 'calendar'],
    ['another start', { startDate: '2026-01-06' }, 'calendar'],
    ['shorter cut-overs', { cutoverBaseMinutes: 19 }, 'stage_length'],
    ['fewer changes', { dailyChangeRatePct: 0 }, 'times'],
    ['less that is sent twice', { resyncOverhead: 1 }, 'times'],
    ['fewer repairs', { fixTime: { ...REQUEST.settings.fixTime, windowsRate: 0.4 } }, 'times'],
  ] as const)('a plan that was made for %s', (_, settings, code) => {
    const other = planMigration(request(settings as Partial<Settings>))
    expect(checkSchedule(REQUEST, other).map((problem) => problem.code)).toContain(code)
  })

  it('a plan that was made for another zone', () => {
    const other = planMigration({ ...REQUEST, zone: BERLIN })
    expect(checkSchedule(REQUEST, other).map((problem) => problem.code)).toContain('calendar')
  })
})

function move(draft: Draft, vm: number, ms: number): void {
  draft.schedule.cutoverStart[vm] += ms
  draft.schedule.cutoverEnd[vm] += ms
}

function moveTo(draft: Draft, vm: number, date: string): void {
  const { copyStart, copyEnd, cutoverStart, cutoverEnd } = draft.schedule
  const length = cutoverEnd[vm] - cutoverStart[vm]
  copyStart[vm] = Math.min(copyStart[vm], Date.parse(`${date}T09:00:00Z`))
  copyEnd[vm] = Math.min(copyEnd[vm], Date.parse(`${date}T10:00:00Z`))
  cutoverStart[vm] = Date.parse(`${date}T11:00:00Z`)
  cutoverEnd[vm] = cutoverStart[vm] + length
}

/** A VM that copies while another does. */
function companion({ schedule }: Draft, vm: number): number {
  for (let other = 0; other < SCHEDULED; other++) {
    if (
      other !== vm &&
      schedule.copyStart[other] < schedule.copyEnd[vm] &&
      schedule.copyEnd[other] > schedule.copyStart[vm]
    )
      return other
  }
  throw new Error(`VM ${vm} copies alone`)
}

const COLUMNS = [
  'copyStart',
  'copyEnd',
  'cutoverStart',
  'cutoverEnd',
  'firstDay',
  'cutoverDay',
  'copySlot',
  'cutoverSlot',
] as const

function copyRow({ schedule }: Draft, from: number, to: number): void {
  for (const column of COLUMNS) schedule[column][to] = schedule[column][from]
}

function swap({ schedule }: Draft, a: number, b: number): void {
  for (const column of COLUMNS) {
    const kept = schedule[column][a]
    schedule[column][a] = schedule[column][b]
    schedule[column][b] = kept
  }
}

function forget(draft: Draft, vm: number): Draft {
  const { schedule } = draft
  for (const column of ['copyStart', 'copyEnd', 'cutoverStart', 'cutoverEnd'] as const)
    schedule[column][vm] = Number.NaN
  for (const column of ['firstDay', 'cutoverDay', 'copySlot', 'cutoverSlot'] as const) schedule[column][vm] = -1
  return draft
}

function leaveOut({ schedule }: Draft, vm: number): void {
  schedule.unscheduled.unshift({ vm, code: 'no_time', reason: 'There is no room.' })
}
