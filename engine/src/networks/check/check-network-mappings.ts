import type { TenantKey } from '../../tenancy/tenant-key.ts'
import type { GuestAddresses } from '../guest-addresses.ts'
import { compareIssues, type Finding, issueOf, type MappingIssue } from '../mapping-issues.ts'
import { networkKeyOf } from '../network-key.ts'
import type { NetworkMapping } from '../network-mapping.ts'
import { guestFindings } from './guest-findings.ts'
import { networkFindings } from './network-findings.ts'
import { overlapFindings } from './overlap-findings.ts'
import { subnetFindings } from './subnet-findings.ts'
import { targetFindings } from './target-findings.ts'

/** What rows are held against; null: nothing is known, and nothing is said about it. */
export interface MappingEvidence {
  /** By `networkKeyOf`. */
  readonly guests: ReadonlyMap<string, GuestAddresses> | null
  /** Names the VM in a row of `VmFacts`. */
  readonly vmName: (vm: number) => string
  /** Who may own a network. */
  readonly tenants: ReadonlySet<TenantKey> | null
}

export const NO_EVIDENCE: MappingEvidence = { guests: null, vmName: String, tenants: null }

/**
 * Everything that is wrong with the network map, by row and then in the order of `MAPPING_ISSUES`. Each row is judged by
 * itself; rows that will become networks also against one another and against the addresses of their guests. The order of
 * rows changes nothing but the numbers by which they are named.
 */
export function checkNetworkMappings(
  rows: readonly NetworkMapping[],
  { guests, vmName, tenants }: MappingEvidence = NO_EVIDENCE,
): MappingIssue[] {
  const issues: MappingIssue[] = []
  for (const [index, row] of rows.entries()) {
    const findings = [
      ...networkFindings(row, tenants),
      ...subnetFindings(row),
      ...guestFindings(row, guests?.get(networkKeyOf(row.source)), vmName),
    ]
    for (const finding of findings) issues.push(issueOf(index, finding))
  }
  const indexOf = new Map(rows.map((row, index) => [row, index]))
  const add = (row: NetworkMapping, finding: Finding) => issues.push(issueOf(indexOf.get(row)!, finding))
  const live = rows.filter(isLive)
  targetFindings(live, add)
  overlapFindings(live, add)
  return issues.sort(compareIssues)
}

/** Whether a network will be made for it: one whose source is gone or out of scope waits, and stands in nobody's way. */
export function isLive({ presence }: Pick<NetworkMapping, 'presence'>): boolean {
  return presence === 'in_use' || presence === 'made'
}
