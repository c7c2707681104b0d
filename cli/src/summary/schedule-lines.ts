import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { count, plural, share } from '@portolan/engine/documents/wording/numbers'
import { duration, sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { Screen } from '../terminal/blocks.ts'
import type { Paint } from '../terminal/palette.ts'
import { type TableCell, type TableColumn, tableLines } from '../terminal/table.ts'
import { pad } from '../terminal/width.ts'
import { type Period, type PeriodKind, schedulePeriods } from './schedule-periods.ts'

const FIRST_COLUMN: Record<PeriodKind, string> = { day: 'Day', week: 'Week of', month: 'Month', year: 'Year' }
const METER_BLOCKS = 10
const METER_FROM_WIDTH = 100

/** What happens when: one row a day, a week or a month. */
export function scheduleLines({ plan, zone, settings }: AssessedEstate, screen: Screen): string[] {
  const { kind, periods } = schedulePeriods(plan.schedule.days)
  if (periods.length === 0) return []
  const hasMeter = screen.width >= METER_FROM_WIDTH
  const columns: TableColumn[] = [
    { header: FIRST_COLUMN[kind] },
    ...(kind === 'day' ? [] : [{ header: 'days', align: 'right' as const }]),
    { header: 'VMs done', align: 'right' },
    { header: 'warm', align: 'right' },
    { header: 'cold', align: 'right' },
    { header: 'data', align: 'right' },
    { header: 'downtime', align: 'right' },
    { header: 'link', align: 'right' },
    ...(hasMeter ? [{ header: '' }] : []),
  ]
  const rows = periods.map((period): (string | TableCell)[] => [
    period.label,
    ...(kind === 'day' ? [] : [count(period.days.length)]),
    count(period.migrated),
    zeroFaint(period.warmVms),
    zeroFaint(period.coldVms),
    sizeOf(period.transferGiB),
    duration(period.downtimeHours),
    share(period.linkUse),
    ...(hasMeter ? [{ text: meter(period), tone: 'sea' as const }] : []),
  ])
  return [
    title(settings.workingHoursPerDay, zone.zone, plan.agents.slots, screen.paint),
    '',
    ...tableLines(columns, rows, screen),
  ]
}

function title(hoursPerDay: number, zone: string, slots: number, paint: Paint): string {
  return `  ${paint('strong', 'Schedule')}  ${paint('faint', `${hoursPerDay} h a day in ${zone}, ${plural(slots, 'VM')} at a time`)}`
}

function meter({ linkUse }: Period): string {
  const blocks = Math.round(Math.min(1, linkUse) * METER_BLOCKS)
  return pad('█'.repeat(blocks), METER_BLOCKS)
}

function zeroFaint(value: number): TableCell {
  return value === 0 ? { text: '0', tone: 'faint' } : { text: count(value) }
}
