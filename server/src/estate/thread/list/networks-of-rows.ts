import type { Estate } from '@portolan/engine/inventory/estate'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { remembered } from '../remembered.ts'
import type { View } from '../view.ts'

const VINFO_NETWORKS = 8
const SEPARATOR = ', '

/** Codes of the distinct networks of a VM (index of the estate), in the order of its adapters. */
export function networkCodes(estate: Estate, vm: number): number[] {
  const codes: number[] = []
  const add = (code: number) => {
    if (code !== 0 && !codes.includes(code)) codes.push(code)
  }
  if (estate.sheets.has('vNetwork')) {
    const { nics } = estate
    for (let nic = nics.start[vm]; nic < nics.start[vm + 1]; nic++) add(nics.network[nic])
  } else {
    for (let n = 0; n < VINFO_NETWORKS; n++) add(estate.vms.networks8[vm * VINFO_NETWORKS + n])
  }
  return codes
}

/** Networks of each row of `VmFacts` as indexes into distinct names: those of a row stand from `start[row]` on. */
export interface NetworksByRow {
  readonly start: Uint32Array
  readonly of: Uint32Array
  readonly values: readonly string[]
}

export function networksByRow({ snapshot, estate, facts }: View): NetworksByRow {
  return remembered(snapshot, 'networks by row', () => {
    const start = new Uint32Array(facts.count + 1)
    const of: number[] = []
    const values: string[] = []
    const indexOf = new Map<string, number>()
    for (let row = 0; row < facts.count; row++) {
      for (const code of networkCodes(estate, facts.vm[row])) {
        const name = estate.texts[code]
        const index = indexOf.get(name) ?? values.length
        if (index === values.length) {
          values.push(name)
          indexOf.set(name, index)
        }
        of.push(index)
      }
      start[row + 1] = of.length
    }
    return { start, of: Uint32Array.from(of), values }
  })
}

/** The networks of each row of `VmFacts` in one text; VMs on the same networks share it. */
export function networksOfRows(estate: Estate, facts: VmFacts): { codes: Uint32Array; names: string[] } {
  const names = ['']
  const known = new Map<string, number>([['', 0]])
  const ofOne = new Map<number, number>()
  const codes = new Uint32Array(facts.count)
  for (let row = 0; row < facts.count; row++) {
    const networks = networkCodes(estate, facts.vm[row])
    // Most VMs hang on one network.
    let code = networks.length === 1 ? ofOne.get(networks[0]) : undefined
    if (code === undefined) {
      const name = networks.map((it) => estate.texts[it]).join(SEPARATOR)
      code = known.get(name)
      if (code === undefined) {
        code = names.length
        names.push(name)
        known.set(name, code)
      }
      if (networks.length === 1) ofOne.set(networks[0], code)
    }
    codes[row] = code
  }
  return { codes, names }
}
