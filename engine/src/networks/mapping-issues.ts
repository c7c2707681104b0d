import type { MappingField } from './network-mappings.ts'

/** What a row of the network map is confirmed in: its network (name, VLAN, kind …) and its subnet, each by itself. */
export type MappingPart = 'network' | 'subnet'

interface IssueKind {
  readonly field: MappingField
  readonly part: MappingPart
  /** An error cannot be confirmed: the target would refuse it or not work. A warning is for somebody to judge. */
  readonly severity: 'error' | 'warning'
  /** What a person reads first. */
  readonly title: string
}

/** Everything that can be wrong with a row; where one has several issues they come in this order. */
export const MAPPING_ISSUES = {
  target_missing: network('target', 'error', 'The target network has no name'),
  target_too_long: network('target', 'error', 'The name of the target network is too long'),
  target_invisible: network('target', 'error', 'The name holds characters that nobody sees'),
  target_padded: network('target', 'warning', 'The name begins or ends with a space'),
  target_conflict: network('target', 'error', 'Rows of one target network disagree'),
  target_of_several: network('target', 'warning', 'Several source networks become one'),
  vlan_out_of_range: network('vlan', 'error', 'There is no such VLAN'),
  vlan_missing: network('vlan', 'error', 'A provider network on a VLAN needs the VLAN'),
  vlan_unused: network('vlan', 'warning', 'A virtual network has no VLAN'),
  vlan_duplicate: network('vlan', 'error', 'Two networks claim one VLAN'),
  flat_duplicate: network('physicalNetwork', 'error', 'Two flat networks claim one physical network'),
  physical_network_missing: network('physicalNetwork', 'warning', 'Nobody said which physical network it is on'),
  mtu_out_of_range: network('mtu', 'error', 'There is no such MTU'),
  owner_unknown: network('owner', 'error', 'There is no such tenant'),
  owner_shuts_out: network('shared', 'warning', 'Tenants that use it may not'),
  cidr_invalid: subnet('cidr', 'error', 'This is no subnet'),
  cidr_host_bits: subnet('cidr', 'warning', 'The subnet is written with an address inside it'),
  cidr_unused: subnet('cidr', 'warning', 'A network of this kind has no subnet'),
  cidr_overlap: subnet('cidr', 'error', 'Subnets that meet in one router overlap'),
  guests_outside: subnet('cidr', 'warning', 'Guests have addresses outside the subnet'),
  gateway_invalid: subnet('gateway', 'error', 'The gateway is no address'),
  gateway_without_cidr: subnet('gateway', 'error', 'A gateway needs a subnet'),
  gateway_outside: subnet('gateway', 'error', 'The gateway is outside the subnet'),
  gateway_reserved: subnet('gateway', 'error', 'The gateway is an address that no host may have'),
  dns_invalid: subnet('dns', 'error', 'A name server is no address'),
  dns_duplicate: subnet('dns', 'warning', 'A name server stands there twice'),
  dns_too_many: subnet('dns', 'warning', 'More name servers than most clouds take'),
  pool_without_dhcp: subnet('pools', 'error', 'Without DHCP nothing is given out'),
  pool_without_cidr: subnet('pools', 'error', 'A pool needs a subnet'),
  pool_invalid: subnet('pools', 'error', 'A pool does not begin and end with an address'),
  pool_reversed: subnet('pools', 'error', 'A pool ends before it begins'),
  pool_outside: subnet('pools', 'error', 'A pool goes beyond the addresses that hosts may have'),
  pool_overlap: subnet('pools', 'error', 'Two pools overlap'),
  pool_over_gateway: subnet('pools', 'error', 'A pool gives out the gateway'),
} as const satisfies Record<string, IssueKind>
export type MappingIssueCode = keyof typeof MAPPING_ISSUES

/** One thing that is wrong with one row. Both texts are for people: `Expected 1–4094, found 5000.` */
export interface MappingIssue extends Omit<IssueKind, 'title'> {
  /** Index into the rows that were checked. */
  readonly row: number
  readonly code: MappingIssueCode
  readonly expected: string
  readonly found: string
}

/** What a check finds before it is put together with its row. */
export interface Finding {
  readonly code: MappingIssueCode
  readonly expected: string
  readonly found: string
}

export function issueOf(row: number, { code, expected, found }: Finding): MappingIssue {
  const { field, part, severity } = MAPPING_ISSUES[code]
  return { row, field, part, code, severity, expected, found }
}

const ORDER = new Map(Object.keys(MAPPING_ISSUES).map((code, index) => [code, index]))

/** By row, then as `MAPPING_ISSUES` lists them. */
export function compareIssues(a: MappingIssue, b: MappingIssue): number {
  return a.row - b.row || ORDER.get(a.code)! - ORDER.get(b.code)!
}

export function issueText({ code, expected, found }: Pick<MappingIssue, 'code' | 'expected' | 'found'>): string {
  return `${MAPPING_ISSUES[code].title}: expected ${expected}, found ${found}.`
}

function network(field: MappingField, severity: IssueKind['severity'], title: string) {
  return { field, part: 'network', severity, title } as const
}

function subnet(field: MappingField, severity: IssueKind['severity'], title: string) {
  return { field, part: 'subnet', severity, title } as const
}
