/**
 * Units and their conversions: the only place where a factor between two units stands.
 *
 * Sizes are binary (1 GiB = 2³⁰ bytes), rates decimal (1 Mbps = 10⁶ bits a second), as planner.md §0.2 (REC) says.
 * Columns of numbers carry their unit in the name; single values that travel between functions are branded.
 */

declare const unit: unique symbol
type Quantity<U extends string> = number & { readonly [unit]: U }

export type MiB = Quantity<'MiB'>
export type GiB = Quantity<'GiB'>
export type TiB = Quantity<'TiB'>
export type Mbps = Quantity<'Mbps'>
export type GiBPerHour = Quantity<'GiB/h'>
export type Hours = Quantity<'h'>
export type Minutes = Quantity<'min'>

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Quantity<'ms since epoch'>
/** A day of a calendar without a zone: `YYYY-MM-DD`. */
export type IsoDate = string & { readonly [unit]: 'date' }

export const gib = (value: number): GiB => value as GiB
export const mbps = (value: number): Mbps => value as Mbps
export const hours = (value: number): Hours => value as Hours
export const minutes = (value: number): Minutes => value as Minutes
export const instant = (value: number): Instant => value as Instant

const MIB_PER_GIB = 1024
const GIB_PER_TIB = 1024
const MINUTES_PER_HOUR = 60

/** 10⁶ bits × 3600 s ÷ 8 ÷ 2³⁰: what one decimal megabit a second moves in an hour. */
export const GIB_PER_HOUR_PER_MBPS = (1e6 * 3600) / 8 / 2 ** 30

export const MS_PER_MINUTE = 60_000
export const MS_PER_HOUR = 3_600_000
export const MS_PER_DAY = 86_400_000

/** What one of each binary unit of a size is in GiB. MB and its like are written for MiB: sizes are binary. */
export const GIB_PER = { B: 2 ** -30, KiB: 2 ** -20, MiB: 1 / MIB_PER_GIB, GiB: 1, TiB: GIB_PER_TIB } as const
export type SizeUnit = keyof typeof GIB_PER

export const mibToGib = (value: number): GiB => (value / MIB_PER_GIB) as GiB
export const gibToTib = (value: GiB): TiB => (value / GIB_PER_TIB) as TiB
export const gbpsToMbps = (gbps: number): Mbps => (gbps * 1000) as Mbps
/** Decimal megabytes a second, as storage vendors write them, to megabits a second. */
export const megabytesPerSecondToMbps = (mbPerSecond: number): Mbps => (mbPerSecond * 8) as Mbps
export const mbpsToGibPerHour = (rate: Mbps): GiBPerHour => (rate * GIB_PER_HOUR_PER_MBPS) as GiBPerHour
export const minutesToHours = (value: Minutes): Hours => (value / MINUTES_PER_HOUR) as Hours
export const hoursToMinutes = (value: Hours): Minutes => (value * MINUTES_PER_HOUR) as Minutes

/** Hours that `size` takes at `rate`, with nothing else on the wire. */
export function transferHours(size: GiB, rate: GiBPerHour): Hours {
  return (size / rate) as Hours
}
