import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { bottleneckLine } from '@portolan/engine/documents/report/answer'
import { dayOf, weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count, percent, plural } from '@portolan/engine/documents/wording/numbers'
import { duration, rate, sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { Deadline } from '@portolan/engine/schedule/schedule'
import { flow, labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import type { Paint } from '../terminal/palette.ts'

/** When it is done, whether that is in time, and what it waits for. */
export function verdictLines(assessed: AssessedEstate, screen: Screen): string[] {
  const { bandwidth, totals, deadline } = assessed.plan
  const { paint } = screen
  const width = textWidthOf(screen)
  const narrowest = bottleneckLine(assessed)
  const work = [
    `${sizeOf(totals.copyGiB)} to copy in ${duration(totals.totalHours)}`,
    `${percent(deadline.utilisationPct)} of the hours to ${dayOf(deadline.deadline)}`,
  ]
  return [
    ...labelled('Finishes', flow(finish(deadline, totals.days, paint), width), screen),
    ...labelled(
      'Bottleneck',
      flow([`${paint('strong', narrowest)} = ${rate(bandwidth.effectiveMbps)}`, ...work], width),
      screen,
    ),
  ]
}

function finish(deadline: Deadline, days: number, paint: Paint): string[] {
  if (deadline.finish === null) return [`${paint('red', '■')} never: no VM has a place in the schedule`]
  return [
    paint('strong', weekdayOf(deadline.finish)),
    plural(days, 'working day'),
    comparedWithDeadline(deadline, paint),
  ]
}

function comparedWithDeadline({ daysLate, met }: Deadline, paint: Paint): string {
  if (daysLate === null) return ''
  if (!met) return paint('red', `■ ${plural(daysLate, 'day')} after the deadline`)
  if (daysLate === 0) return paint('amber', '▲ on the day of the deadline')
  return paint('green', `● ${plural(-daysLate, 'day')} before the deadline`)
}

/** VMs that found no place, when there are any. */
export function unscheduledLines({ plan }: AssessedEstate, screen: Screen): string[] {
  const { unscheduled } = plan.schedule
  if (unscheduled.length === 0) return []
  const reasons = new Map<string, number>()
  for (const { reason } of unscheduled) reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const lines = [...reasons].map(
    ([reason, vms]) => `${screen.paint('red', '■')} ${count(vms)} have no place: ${reason}`,
  )
  return labelled('', flow(lines, textWidthOf(screen)), screen)
}
