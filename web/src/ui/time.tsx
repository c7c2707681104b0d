import { dayOf } from '@portolan/engine/documents/wording/dates'
import { UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { useSyncExternalStore } from 'react'

const MINUTE_MS = 60_000
const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** `9 Jun 2026, 14:30` on the clock of `zone` (the reader's own when absent), with the zone on hover. */
export function Time({ at, zone = HERE }: { at: string | null; zone?: string }) {
  if (at === null) return UNKNOWN
  return (
    <time dateTime={at} title={`${zone}; ${at}`} className="numbers">
      {timeText(at, zone)}
    </time>
  )
}

/** `2 min ago`, then `3 h ago`, from two days on the day itself; the exact time on hover. */
export function Ago({ at }: { at: string }) {
  const now = useMinute()
  return (
    <time dateTime={at} title={timeText(at, HERE)}>
      {agoText(now - Date.parse(at), at)}
    </time>
  )
}

export function timeText(at: string, zone: string): string {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  )
  return `${dayOf(`${parts.year}-${parts.month}-${parts.day}`)}, ${parts.hour}:${parts.minute}`
}

function agoText(ms: number, at: string): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`
  return dayOf(at.slice(0, 10))
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(zone, made)
  return made
}

/** The time, in steps of a minute: all ages on a page move together. */
function useMinute(): number {
  return useSyncExternalStore(
    (listener) => {
      const timer = setInterval(listener, MINUTE_MS)
      return () => clearInterval(timer)
    },
    () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS,
  )
}
