import type { PlanAnswer } from '@portolan/contract/plan'
import { dayOf, weekdayOf } from '@portolan/engine/documents/wording/dates'
import { agree, count, percent, plural, share } from '@portolan/engine/documents/wording/numbers'
import { duration, sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { Bucket } from './buckets.ts'

const COMFORTABLE_PCT = 70
/** A link this full has no hour left that anybody would notice. */
const FULL = 0.95

export interface Verdict {
  readonly tone: 'green' | 'amber' | 'red'
  readonly title: string
  readonly sentence: string
}

/** Whether the plan keeps its deadline, in two sentences. */
export function verdictOf({ deadline, totals }: Pick<PlanAnswer, 'deadline' | 'totals'>): Verdict {
  const { met, utilisationPct, finish } = deadline
  const span = `It takes ${plural(totals.days, 'working day')} from ${weekdayOf(deadline.start)}.`
  const use = `The transfer${utilisationPct > 100 ? ' alone' : ''} takes ${percent(utilisationPct)} of the working hours until the deadline.`
  if (totals.vms === 0)
    return {
      tone: 'amber',
      title: 'There is no VM to move',
      sentence: 'The inventory holds none, or all are left out.',
    }
  if (finish === null) return { tone: 'red', title: 'The plan does not finish', sentence: `No end can be told. ${use}` }
  const tone = !met ? 'red' : utilisationPct > COMFORTABLE_PCT ? 'amber' : 'green'
  return { tone, title: deadlineTitle(deadline), sentence: `${span} ${use}` }
}

function deadlineTitle({ daysLate, deadline, met }: PlanAnswer['deadline']): string {
  const day = weekdayOf(deadline)
  if (daysLate === null) return `The deadline, ${day}, cannot be judged`
  if (daysLate > 0) return `${plural(daysLate, 'day')} after the deadline, ${day}`
  if (daysLate === 0) return met ? `On the day of the deadline, ${day}` : `Misses the deadline, ${day}`
  return `${plural(-daysLate, 'day')} before the deadline, ${day}`
}

/** `1,288 VMs in 139 tenants, finishes Thu 26 Mar 2026`. */
export function stateOf({ totals, tenants, deadline }: PlanAnswer): string {
  const names = tenantNames({ tenants })
  const finish = deadline.finish ? `finishes ${weekdayOf(deadline.finish)}` : 'no end in sight'
  return `${plural(totals.vms, 'VM')} in ${plural(names, 'tenant')}, ${finish}`
}

/** Tenants by name: one with three org VDCs is one here and three rows of a table. */
export function tenantNames({ tenants }: Pick<PlanAnswer, 'tenants'>): number {
  return new Set(tenants.map(({ name }) => name)).size
}

/** What the picture of the schedule shows. */
export function scheduleTitle({ days, totals }: Pick<PlanAnswer, 'days' | 'totals'>): string {
  if (days.length === 0) return 'Nothing is scheduled'
  let done = 0
  const half = days.find((day) => {
    done += day.migrated
    return done >= totals.vms / 2
  })
  const full = days.filter((day) => day.linkUse >= FULL).length
  const middle = half
    ? `Half of the VMs are cut over by ${weekdayOf(half.date)}`
    : `${plural(done, 'VM')} ${agree(done, 'is', 'are')} cut over`
  return `${middle}; the link is full on ${count(full)} of ${plural(days.length, 'day')}`
}

/** Who carries most of the plan. */
export function tenantsTitle({ tenants }: Pick<PlanAnswer, 'tenants'>): string {
  const bySize = [...tenants].sort((a, b) => b.usedGiB - a.usedGiB)
  const total = bySize.reduce((sum, tenant) => sum + tenant.usedGiB, 0)
  let carried = 0
  const most = bySize.findIndex((tenant) => {
    carried += tenant.usedGiB
    return carried >= total / 2
  })
  const names = tenantNames({ tenants })
  const parts = names < tenants.length ? ` in ${plural(tenants.length, 'part')}` : ''
  if (tenants.length < 3 || total === 0) return `${plural(names, 'tenant')}${parts}`
  return `${plural(names, 'tenant')}${parts}; ${most === 0 ? 'one holds' : `${count(most + 1)} hold`} half of the data`
}

/** One bar in words: what hover and focus show, and what is read aloud. */
export function bucketText(bucket: Bucket): string {
  const vms = bucket.warmVms + bucket.coldVms
  const when =
    bucket.key.length === 10 ? weekdayOf(bucket.key) : `${monthText(bucket.key)}, ${plural(bucket.days, 'working day')}`
  const kinds = vms > 0 ? ` (${count(bucket.warmVms)} warm, ${count(bucket.coldVms)} cold)` : ''
  return [
    when,
    `${plural(vms, 'VM')} cut over${kinds}`,
    `${sizeOf(bucket.transferGiB)} copied`,
    `link ${share(bucket.capacityGiB > 0 ? bucket.transferGiB / bucket.capacityGiB : 0)}`,
    `${duration(bucket.downtimeHours)} of downtime`,
    `${count(bucket.done)} done`,
  ].join(' · ')
}

/** `Jun 2026` of `2026-06`, `2026` of `2026`. */
export function monthText(key: string): string {
  return key.length === 7 ? dayOf(`${key}-01`).split(' ').slice(1).join(' ') : key
}
