import { decimal, percent, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { duration, sizeOf } from '@portolan/engine/documents/wording/sizes'

/** One figure that was computed: the formula, the same with its numbers, and what came out. */
export interface Step {
  readonly name: string
  /** As the methodology writes it. */
  readonly formula: string
  readonly numbers: string
  readonly value: number | null
  readonly unit: 'GiB' | 'h' | 'min' | '%' | 'GiB/h'
  readonly shown: string
}

const MINUTES_PER_HOUR = 60
const FIGURES = 2

export function size(name: string, formula: string, numbers: string, value: number): Step {
  return { name, formula, numbers, value: known(value), unit: 'GiB', shown: sizeOf(value) }
}

export function share(name: string, formula: string, numbers: string, value: number): Step {
  return { name, formula, numbers, value: known(value), unit: '%', shown: percent(value) }
}

export function hours(name: string, formula: string, numbers: string, value: number): Step {
  return { name, formula, numbers, value: known(value), unit: 'h', shown: duration(value) }
}

export function minutesShown(value: number): string {
  return duration(value / MINUTES_PER_HOUR)
}

export function figure(value: number): string {
  return Number.isFinite(value) ? decimal(value, FIGURES) : UNKNOWN
}

export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
