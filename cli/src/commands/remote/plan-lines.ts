import type { PlanAnswer } from '@portolan/contract/plan'
import type { ConstraintName } from '@portolan/engine/bandwidth/bandwidth'
import { dayOf, weekdayOf } from '@portolan/engine/documents/wording/dates'
import { CONSTRAINT_TITLES } from '@portolan/engine/documents/wording/names'
import { count, plural, significant } from '@portolan/engine/documents/wording/numbers'
import { duration, rate, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { countColumn, listing, sizeColumn, textColumn } from '../../remote/listing.ts'
import { paragraphs } from '../../summary/paragraphs.ts'
import { flow, labelled, type Screen, textWidthOf } from '../../terminal/blocks.ts'
import { tableLines } from '../../terminal/table.ts'

type Tenant = PlanAnswer['tenants'][number]
type Day = PlanAnswer['days'][number]

const MOST_ROWS = 12

/** The plan that a server computed, on one screen: the verdict first, then the work, the days and whose VMs they are. */
export function planLines(plan: PlanAnswer, project: string, screen: Screen): string[] {
  return paragraphs([
    [...verdict(plan, screen), ...work(plan, screen), ...agents(plan, screen)],
    dayLines(plan, screen),
    tenantLines(plan, screen),
    labelled(
      'Next',
      [
        `portolan vms list -p ${project} --where risk=RED`,
        `portolan settings show -p ${project}`,
        `portolan exports create -p ${project} --out DIR`,
      ],
      screen,
    ),
  ])
}

function verdict({ deadline, totals, bandwidth }: PlanAnswer, screen: Screen): string[] {
  const { finish, daysLate, met } = deadline
  const words = met
    ? screen.paint('green', '● meets its deadline')
    : screen.paint('red', `■ ${daysLate === null ? 'never ends' : `${plural(daysLate, 'day')} after its deadline`}`)
  const parts = [
    finish === null ? 'No end in sight' : weekdayOf(finish),
    `${plural(totals.days, 'working day')} from ${dayOf(deadline.start)}`,
    words,
  ]
  const { bottleneck, bottleneckMbps, efficiency, effectiveMbps } = bandwidth
  const speed = `${CONSTRAINT_TITLES[bottleneck as ConstraintName] ?? bottleneck}, ${rate(bottleneckMbps)} × ${significant(efficiency)} = ${rate(effectiveMbps)}`
  return [
    ...labelled('Finishes', flow(parts, textWidthOf(screen)), screen),
    ...labelled('Bottleneck', flow([speed], textWidthOf(screen)), screen),
  ]
}

function work({ totals, excluded, unscheduled }: PlanAnswer, screen: Screen): string[] {
  const parts = [
    `${plural(totals.vms, 'VM')}: ${count(totals.warmVms)} warm, ${count(totals.coldVms)} cold`,
    `${sizeOf(totals.copyGiB)} to copy in ${duration(totals.totalHours)}`,
    `downtime ${duration(totals.downtimeHours)} in all`,
    excluded.vms > 0 ? `${plural(excluded.vms, 'VM')} left out` : '',
    unscheduled.length > 0 ? screen.paint('amber', `▲ ${plural(unscheduled.length, 'VM')} without a day`) : '',
  ]
  return labelled('Work', flow(parts, textWidthOf(screen)), screen)
}

function agents({ agents: { configured, recommended } }: PlanAnswer, screen: Screen): string[] {
  const advice =
    configured >= recommended
      ? `${screen.paint('green', '●')} ${plural(configured, 'agent')} are enough`
      : `${screen.paint('amber', '▲')} ${count(configured)} configured, ${count(recommended)} recommended`
  return labelled('Agents', [advice], screen)
}

function dayLines({ days }: PlanAnswer, screen: Screen): string[] {
  if (days.length === 0) return []
  const columns = [
    textColumn<Day>('day', ({ date }) => weekdayOf(date)),
    countColumn<Day>('VMs', ({ migrated }) => migrated),
    countColumn<Day>('warm', ({ warmVms }) => warmVms),
    countColumn<Day>('cold', ({ coldVms }) => coldVms),
    sizeColumn<Day>('copied', ({ transferGiB }) => transferGiB),
    { ...textColumn<Day>('link', ({ linkUse }) => `${Math.round(linkUse * 100)} %`), align: 'right' as const },
    { ...textColumn<Day>('downtime', ({ downtimeHours }) => duration(downtimeHours)), align: 'right' as const },
  ]
  const rows = days.slice(0, MOST_ROWS).map((day) => columns.map((column) => column.cell(day)))
  return [...tableLines(columns, rows, screen), ...andMore(days.length, 'day', screen)]
}

function tenantLines({ tenants }: PlanAnswer, screen: Screen): string[] {
  const largest = [...tenants].sort((a, b) => b.vms - a.vms)
  const columns = [
    textColumn<Tenant>('tenant', ({ name }) => name, 20),
    textColumn<Tenant>('org VDC', ({ orgVdc }) => orgVdc, 8),
    countColumn<Tenant>('VMs', ({ vms }) => vms),
    countColumn<Tenant>('RED', ({ red }) => red),
    sizeColumn<Tenant>('used', ({ usedGiB }) => usedGiB),
    textColumn<Tenant>('from', ({ firstDay }) => dayOf(firstDay)),
    textColumn<Tenant>('to', ({ lastDay }) => dayOf(lastDay)),
  ]
  return [
    ...listing(largest.slice(0, MOST_ROWS), columns, 'No tenants.', screen),
    ...andMore(tenants.length, 'tenant', screen),
  ]
}

function andMore(all: number, noun: string, { paint }: Screen): string[] {
  return all > MOST_ROWS ? [paint('faint', `  … and ${plural(all - MOST_ROWS, noun)} more`)] : []
}
