import { type Estate, Flag } from '../../inventory/estate.ts'
import type { PlacesOfVms } from '../../inventory/places.ts'

/** Columns of which one is enough, as `sheet.column`. */
export type OneOf = readonly string[]

export const PART_TABLES = ['disks', 'partitions', 'nics', 'snapshots', 'drives'] as const
export type PartTable = (typeof PART_TABLES)[number]

/** What a signal may look at. `counted` says which VMs of the estate count, by VM. */
export interface SignalInput {
  readonly estate: Estate
  readonly places: PlacesOfVms
  readonly isCounted: (vm: number) => boolean
}

/**
 * A condition that no setting changes. It is judged per VM or per part of a VM (one part that fires is enough), so that
 * the same test that finds it can name the cells it was found in. Prepared once per estate, asked once per row.
 */
export type Signal = VmSignal | PartSignal

export interface VmSignal {
  readonly of: 'vms'
  /** When it says yes, as the second half of a sentence. */
  readonly fires: string
  /** Of every group one column must have been seen in some file, else the signal is unknown. */
  readonly reads: readonly OneOf[]
  readonly prepare: (input: SignalInput) => (vm: number) => number
}

export interface PartSignal {
  readonly of: PartTable
  readonly fires: string
  readonly reads: readonly OneOf[]
  readonly prepare: (input: SignalInput) => (part: number) => number
}

export const flagOf = (claim: boolean): number => (claim ? Flag.yes : Flag.no)

/**
 * A test of texts that runs once per distinct text. The text arrives in lower case; answers are remembered by code.
 */
export function textTest(
  { texts }: Pick<Estate, 'texts'>,
  test: (lower: string) => boolean,
): (code: number) => boolean {
  const answers = new Int8Array(texts.length).fill(Flag.unknown)
  return (code) => {
    if (answers[code] === Flag.unknown) answers[code] = flagOf(test(texts[code].toLowerCase()))
    return answers[code] === Flag.yes
  }
}

/** Yes where a text is none of `usual`; unknown where the cell is empty. */
export function unusualText(estate: Estate, usual: readonly string[]): (code: number) => number {
  const isUnusual = textTest(estate, (text) => !usual.includes(text))
  return (code) => (code === 0 ? Flag.unknown : flagOf(isUnusual(code)))
}

/** The first flag that says yes; else no if any says no; else unknown. */
export function anyYes(first: number, second: number, third: number = Flag.unknown): number {
  return Math.max(first, second, third)
}

/** Yes above zero, unknown without a figure. */
export function isPositive(value: number): number {
  return Number.isNaN(value) ? Flag.unknown : flagOf(value > 0)
}

/** Yes below `bound`, unknown without a figure. */
export function isBelow(value: number, bound: number): number {
  return Number.isNaN(value) ? Flag.unknown : flagOf(value < bound)
}
