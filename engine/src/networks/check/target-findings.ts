import { cidrText, parseCidr } from '../ip.ts'
import type { Finding } from '../mapping-issues.ts'
import { byName } from '../network-key.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import type { MappingField } from '../network-mappings.ts'
import { isVlan, namedOthers } from './network-findings.ts'

/** What rows of one target network have to agree on: it is made once. */
const AGREED = [
  'vlan',
  'kind',
  'physicalNetwork',
  'mtu',
  'shared',
  'external',
  'cidr',
  'gateway',
  'dhcp',
] as const satisfies readonly MappingField[]

type Agreed = (typeof AGREED)[number]

/** Rows that name one network of the target: same name, in exact case, in the same project. */
export function targetKeyOf({ owner, target }: Pick<NetworkMapping, 'owner' | 'target'>): string {
  return JSON.stringify([owner, target])
}

/** What is wrong between rows of one target network, and between networks that claim one VLAN or one cable. */
export function targetFindings(rows: readonly NetworkMapping[], add: (row: NetworkMapping, finding: Finding) => void) {
  for (const group of groups(rows, (row) => (row.target.trim() === '' ? null : targetKeyOf(row)))) {
    if (group.length > 1) findDisagreements(group, add)
  }
  for (const group of groups(rows, vlanKeyOf)) findClaims(group, 'vlan_duplicate', add)
  for (const group of groups(rows, flatKeyOf)) findClaims(group, 'flat_duplicate', add)
}

function findDisagreements(group: readonly NetworkMapping[], add: (row: NetworkMapping, finding: Finding) => void) {
  const [first] = group
  const other = group.find((row) => disagreements(first, row).length > 0)
  const names = group.map(nameOf)
  for (const [index, row] of group.entries()) {
    if (!other) {
      const others = namedOthers(names, index)
      add(row, { code: 'target_of_several', expected: 'one source network', found: `${others} too` })
      continue
    }
    const fromFirst = disagreements(first, row)
    const [differing, peer] = fromFirst.length > 0 ? [fromFirst, first] : [disagreements(row, other), other]
    const found = differing.map((field) => `${field} ${shown(row, field)} but ${shown(peer, field)} in ${nameOf(peer)}`)
    add(row, {
      code: 'target_conflict',
      expected: `the same of every source of "${row.target}"`,
      found: found.join(', '),
    })
  }
}

function disagreements(a: NetworkMapping, b: NetworkMapping): Agreed[] {
  return AGREED.filter((field) => shown(a, field) !== shown(b, field))
}

function shown(row: NetworkMapping, field: Agreed): string {
  const value = row[field]
  if (value === null || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const cidr = field === 'cidr' ? parseCidr(row.cidr!) : null
  return cidr ? cidrText(cidr) : String(value)
}

/** Nobody said which physical network: then they are taken to be on the same. */
function vlanKeyOf({ vlan, kind, physicalNetwork }: NetworkMapping): string | null {
  return kind === 'virtual' || vlan === null || !isVlan(vlan) ? null : JSON.stringify([physicalNetwork, vlan])
}

function flatKeyOf({ vlan, kind, physicalNetwork }: NetworkMapping): string | null {
  return kind === 'physical_l2' && vlan === null && physicalNetwork ? physicalNetwork : null
}

/** Two networks cannot be made on one segment; what exists already is not made, and only stands in the way. */
function findClaims(
  group: readonly NetworkMapping[],
  code: 'vlan_duplicate' | 'flat_duplicate',
  add: (row: NetworkMapping, finding: Finding) => void,
) {
  const targets = group.map(targetKeyOf)
  if (targets.every((target) => target === targets[0])) return
  const on = group[0].physicalNetwork ?? 'the physical network'
  const expected =
    code === 'vlan_duplicate' ? `one network on VLAN ${group[0].vlan} of ${on}` : `one flat network on ${on}`
  const distinct = [...new Set(targets)]
  const positions = new Map(distinct.map((target, position) => [target, position]))
  const labels = new Map(group.map((row, index) => [targets[index], labelOf(row)]))
  const names = distinct.map((target) => labels.get(target)!)
  for (const [index, row] of group.entries()) {
    if (row.external) continue
    add(row, { code, expected, found: `${namedOthers(names, positions.get(targets[index])!)} too` })
  }
}

/** By key, rows in the order of their names, so that the order of rows names nobody. */
function groups(rows: readonly NetworkMapping[], keyOf: (row: NetworkMapping) => string | null): NetworkMapping[][] {
  const byKey = new Map<string, NetworkMapping[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const group = byKey.get(key)
    if (group) group.push(row)
    else byKey.set(key, [row])
  }
  return [...byKey.values()].map((group) => group.sort((a, b) => byName(a.source, b.source)))
}

function nameOf({ source }: NetworkMapping): string {
  return `"${source.name}"`
}

function labelOf({ target, owner }: NetworkMapping): string {
  return owner === null ? `"${target}"` : `"${target}" of ${owner}`
}
