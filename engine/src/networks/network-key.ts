import type { NetworkReference } from './network-reference.ts'

/** Two references to one network have the same key. */
export function networkKeyOf({ vcenter, name }: NetworkReference): string {
  return JSON.stringify([vcenter, name])
}

/** By vCenter and name, in code units. */
export function compareNetworks(a: NetworkReference, b: NetworkReference): number {
  if (a.vcenter !== b.vcenter) return a.vcenter < b.vcenter ? -1 : 1
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/** By name, then vCenter: how people look for a network. */
export function byName(a: NetworkReference, b: NetworkReference): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : compareNetworks(a, b)
}
