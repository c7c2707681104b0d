import type { Drawing } from '@portolan/engine/documents/charts/svg'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { VmSearch } from '../../search.ts'

/** A picture of the overview: what it says, how it is drawn, the same as a table, and what a click on each mark filters. */
export interface Picture {
  readonly id: string
  /** States the finding. */
  readonly title: string
  readonly draw: (width: number) => Drawing
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** By index of the picture's data. */
  readonly picks: readonly Pick[]
  readonly note?: string
}

export interface Pick {
  /** "Show 85 RED VMs" */
  readonly label: string
  readonly search: VmSearch
}

export const pickOf = (what: string, vms: number, search: VmSearch): Pick => ({
  label: `Show ${plural(vms, 'VM')}: ${what}`,
  search,
})

/** What of a ranking is not drawn, in a sentence. */
export function leftOut(all: number, shown: number, noun: string): string | undefined {
  return all > shown ? `${plural(all - shown, `smaller ${noun}`)} left out.` : undefined
}

export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
