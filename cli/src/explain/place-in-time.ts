import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { clockOf, timeOf, weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count } from '@portolan/engine/documents/wording/numbers'
import { WAITS, type Wait } from '@portolan/engine/schedule/schedule'
import { printable } from '../terminal/width.ts'

/** When a VM moves, and why then and not before. */
export interface PlaceInTime {
  readonly copyStart: string | null
  readonly copyEnd: string | null
  readonly cutoverStart: string | null
  readonly cutoverEnd: string | null
  readonly day: number | null
  readonly slot: number | null
  readonly shown: readonly { readonly name: string; readonly text: string }[]
  /** Sentences. */
  readonly why: readonly string[]
}

const WHY_WAIT: Record<Wait, string> = {
  none: 'it did not have to wait',
  slot: 'it waited for a free slot',
  link: 'it waited for room on the link',
  day_end: 'what was left of the day was too short, so it waited for the next one',
  day_cap: 'the day had reached targetVmsPerDay, so it waited for the next one',
}

export function placeInTime(assessed: AssessedEstate, vm: number): PlaceInTime {
  const { schedule } = assessed.plan
  const left = schedule.unscheduled.find((entry) => entry.vm === vm)
  if (left) return { ...NOWHERE, why: [left.reason] }
  const { copyStart, copyEnd, cutoverStart, cutoverEnd, copySlot } = schedule
  const day = schedule.days[schedule.cutoverDay[vm]]
  return {
    copyStart: iso(copyStart[vm]),
    copyEnd: iso(copyEnd[vm]),
    cutoverStart: iso(cutoverStart[vm]),
    cutoverEnd: iso(cutoverEnd[vm]),
    day: day ? day.number : null,
    slot: copySlot[vm] + 1,
    shown: [
      { name: 'Copy', text: `${span(assessed, copyStart[vm], copyEnd[vm])}, slot ${copySlot[vm] + 1}` },
      { name: 'Cut-over', text: span(assessed, cutoverStart[vm], cutoverEnd[vm]) },
      ...(day
        ? [{ name: 'Day', text: `${count(day.number)} of ${count(schedule.days.length)}, ${weekdayOf(day.date)}` }]
        : []),
    ],
    why: whyThen(assessed, vm),
  }
}

const NOWHERE = {
  copyStart: null,
  copyEnd: null,
  cutoverStart: null,
  cutoverEnd: null,
  day: null,
  slot: null,
  shown: [],
}

function whyThen(assessed: AssessedEstate, vm: number): string[] {
  const { schedule } = assessed.plan
  const wait = WAITS[schedule.copyWait[vm]]
  const before = wait === 'slot' ? predecessor(assessed, vm) : null
  return [
    'Order: tenant by name, then priority, then the larger copy first.',
    `Copy: ${WHY_WAIT[wait]}${before ? `, which ${before} held until then` : ''}.`,
    'Running copies share the link equally and pause outside working hours.',
    `Cut-over: ${WHY_WAIT[WAITS[schedule.cutoverWait[vm]]]}.`,
  ]
}

/** Who held the slot before: the last stage in it that ended before this copy began. */
function predecessor({ facts, plan }: AssessedEstate, vm: number): string | null {
  const { copySlot, copyStart, copyEnd, cutoverSlot, cutoverEnd } = plan.schedule
  let last = Number.NEGATIVE_INFINITY
  let who = -1
  for (let other = 0; other < facts.count; other++) {
    if (other === vm) continue
    const copied = copySlot[other] === copySlot[vm] && copyEnd[other] <= copyStart[vm] ? copyEnd[other] : Number.NaN
    const moved =
      cutoverSlot[other] === copySlot[vm] && cutoverEnd[other] <= copyStart[vm] ? cutoverEnd[other] : Number.NaN
    for (const end of [copied, moved]) {
      if (end > last) {
        last = end
        who = other
      }
    }
  }
  return who < 0 ? null : printable(facts.texts[facts.name[who]])
}

/** `9 Jun 2026, 09:00 – 11:20`, or both days. */
function span({ zone }: AssessedEstate, from: number, to: number): string {
  const start = timeOf(from, zone)
  const end = timeOf(to, zone)
  const isOneDay = start.split(',')[0] === end.split(',')[0]
  return `${start} – ${isOneDay ? clockOf(to, zone) : end}`
}

function iso(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString() : null
}
