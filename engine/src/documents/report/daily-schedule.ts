import type { ScheduleDay } from '../../schedule/schedule.ts'
import { gib, gibToTib, MS_PER_DAY } from '../../units.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { lineChart } from '../charts/lines.ts'
import { dayOf, weekdayOf } from '../wording/dates.ts'
import { count, decimal, plural, share, significant } from '../wording/numbers.ts'
import { duration } from '../wording/sizes.ts'
import { headline, verdict } from './answer.ts'
import { chart, countCell, heading, limited, numberColumn, paragraph, table, textColumn } from './blocks.ts'
import type { Block, Cell, Section } from './report.ts'

/** From here on the axis counts in TiB. */
const TIB_FROM_GIB = 2048
const MOST_DAYS = 300
const MOST_REASONS = 20

/** Day by day: what is cut over, what is copied, how full the link is. */
export function dailySchedule(assessed: AssessedEstate, width: number): Section {
  const { schedule } = assessed.plan
  const blocks: Block[] = [paragraph(scheduleSentence(assessed))]
  if (schedule.days.length > 0) {
    blocks.push(progressChart(assessed, width), transferChart(assessed, width), heading('Days'), dayTable(assessed))
  }
  if (schedule.unscheduled.length > 0) blocks.push(heading('VMs without a place'), ...unscheduled(assessed))
  return { title: 'Daily schedule', isWide: false, isAppendix: false, blocks }
}

function scheduleSentence(assessed: AssessedEstate): string {
  const { plan } = assessed
  const perDay = plan.totals.days > 0 ? plan.totals.vms / plan.totals.days : Number.NaN
  const mean = Number.isFinite(perDay) ? ` On a working day ${significant(perDay)} VMs are cut over on average.` : ''
  return `${headline(assessed)}: ${verdict(assessed).title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())}.${mean} A warm VM may be copied days before its cut-over; a day counts the VMs whose cut-over ends on it.`
}

function progressChart({ plan, facts }: AssessedEstate, width: number): Block {
  const { days } = plan.schedule
  let done = 0
  const values = days.map((day) => (done += day.migrated.length))
  const half = values.findIndex((value) => value >= facts.count / 2)
  const title =
    half < 0
      ? `${plural(done, 'VM')} cut over in ${plural(days.length, 'day')}`
      : `Half of the VMs are cut over by ${weekdayOf(days[half].date)}`
  const place = deadlinePlace(days, plan.deadline.deadline)
  const drawing = lineChart(
    {
      places: days.map((day) => shortDay(day)),
      series: [{ name: 'VMs done', mark: 'blue', values }],
      tick: count,
      marker: place === null ? undefined : { place, label: `deadline ${dayOf(plan.deadline.deadline)}` },
    },
    width,
  )
  return chart(title, drawing)
}

/** Where the deadline lies between the working days; null when it is after the last. */
function deadlinePlace(days: readonly ScheduleDay[], deadline: string): number | null {
  const after = days.findIndex((day) => day.date > deadline)
  if (after < 0) return days.at(-1)?.date === deadline ? days.length - 1 : null
  if (after === 0) return 0
  const before = Date.parse(days[after - 1].date)
  const span = (Date.parse(days[after].date) - before) / MS_PER_DAY
  return after - 1 + (Date.parse(deadline) - before) / MS_PER_DAY / span
}

function transferChart({ plan, settings }: AssessedEstate, width: number): Block {
  const { days } = plan.schedule
  const capacityGiB = plan.bandwidth.effectiveGiBPerHour * settings.workingHoursPerDay
  const mean = days.reduce((sum, day) => sum + day.linkUse, 0) / days.length
  const full = days.filter((day) => day.linkUse >= 0.95).length
  const title =
    full > days.length / 2
      ? `The link is the limit: it is full on ${count(full)} of ${plural(days.length, 'day')}`
      : `The link is used to ${share(mean)} on average, and full on ${count(full)} of ${plural(days.length, 'day')}`
  const isLarge = capacityGiB >= TIB_FROM_GIB
  const scaled = (size: number) => (isLarge ? gibToTib(gib(size)) : size)
  const drawing = lineChart(
    {
      places: days.map((day) => shortDay(day)),
      series: [
        { name: 'copied', mark: 'blue', values: days.map((day) => scaled(day.transferGiB)) },
        { name: 'capacity', mark: 'slate', values: days.map(() => scaled(capacityGiB)), isDashed: true },
      ],
      tick: (size) => (size === 0 ? '0' : `${size < 1 ? size : significant(size, 2)} ${isLarge ? 'TiB' : 'GiB'}`),
    },
    width,
  )
  return chart(title, drawing, 'Copied a day, against what the link can carry in the working hours of a day.')
}

function shortDay(day: ScheduleDay): string {
  return dayOf(day.date).split(' ').slice(0, 2).join(' ')
}

function dayTable({ plan }: AssessedEstate): Block {
  const { shown, note } = limited(plan.schedule.days, MOST_DAYS, {
    noun: 'days',
    order: 'first',
    tab: 'Days',
  })
  const sum = (of: (day: ScheduleDay) => number) => plan.schedule.days.reduce((total, day) => total + of(day), 0)
  return table({
    columns: [
      numberColumn('Day', 8),
      textColumn('Date', 24),
      numberColumn('Cut over', 13, 'VMs'),
      numberColumn('Warm', 10),
      numberColumn('Cold', 10),
      numberColumn('Active', 11, 'VMs'),
      numberColumn('Copied', 16, 'GiB'),
      numberColumn('Link', 10),
      numberColumn('Downtime', 18),
    ],
    rows: shown.map((day): Cell[] => [
      count(day.number),
      weekdayOf(day.date),
      countCell(day.migrated.length, 'plain'),
      countCell(day.warmVms, 'plain'),
      countCell(day.coldVms, 'blue'),
      countCell(day.active, 'plain'),
      decimal(day.transferGiB, 0),
      share(day.linkUse),
      duration(day.downtimeHours),
    ]),
    totals: [
      '',
      plural(plan.schedule.days.length, 'day'),
      count(sum((day) => day.migrated.length)),
      count(sum((day) => day.warmVms)),
      count(sum((day) => day.coldVms)),
      '',
      decimal(
        sum((day) => day.transferGiB),
        0,
      ),
      '',
      duration(sum((day) => day.downtimeHours)),
    ],
    note,
  })
}

function unscheduled({ plan, facts }: AssessedEstate): Block[] {
  const reasons = new Map<string, number[]>()
  for (const { vm, reason } of plan.schedule.unscheduled) reasons.set(reason, [...(reasons.get(reason) ?? []), vm])
  const ranked = [...reasons].sort((a, b) => b[1].length - a[1].length)
  const { shown, note } = limited(ranked, MOST_REASONS, { noun: 'reasons', order: 'most frequent', tab: 'All VMs' })
  return [
    table({
      columns: [textColumn('Reason', 50), numberColumn('VMs', 10), textColumn('For example', 40)],
      rows: shown.map(([reason, vms]) => [reason, count(vms.length), facts.texts[facts.name[vms[0]]]]),
      note,
    }),
  ]
}
