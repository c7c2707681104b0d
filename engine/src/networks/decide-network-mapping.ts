import { type Confirmation, confirmRows } from '../mapping/confirm.ts'
import type { Replaceable, Replacement } from '../mapping/find-replace.ts'
import type { MappingIssue, MappingPart } from './mapping-issues.ts'
import { type NetworkMapping, needsSubnet } from './network-mapping.ts'
import type { NetworkMappingDecision } from './network-mapping-decision.ts'
import type { MappingField } from './network-mappings.ts'

/** What people may change in a row: absent leaves, null says that there is none. */
export type NetworkMappingChange = Partial<Omit<NetworkMappingDecision, 'vcenter' | 'name'>>

/** Back to what the row is seeded with. */
export interface NetworkMappingReset {
  readonly fields: readonly MappingField[]
}

/**
 * A decision after a change. Without DHCP nothing is given out, so turning it off clears the pools; turning it on again
 * brings none back. Confirmations stay unless the change speaks of them.
 */
export function decideNetworkMapping(
  before: NetworkMappingDecision,
  change: NetworkMappingChange,
  { fields }: NetworkMappingReset = { fields: [] },
): NetworkMappingDecision {
  const after = { ...before, ...change }
  if (change.dhcp === false) after.pools = []
  for (const field of fields) delete after[field]
  return after
}

/** For find & replace. */
export const REPLACEABLE_NETWORKS: Replaceable<NetworkMapping, 'target' | 'physicalNetwork'> = {
  fields: ['target', 'physicalNetwork'],
  textOf: (row, field) => row[field],
  isConfirmed: (row) => row.confirmed,
}

/** What a decision becomes by replacements in its row. */
export function withReplacedNetwork(
  before: NetworkMappingDecision,
  replacements: readonly Pick<Replacement<'target' | 'physicalNetwork'>, 'field' | 'after'>[],
): NetworkMappingDecision {
  const change: NetworkMappingChange = { confirmed: false }
  for (const { field, after } of replacements) {
    if (field === 'target') change.target = after
    else change.physicalNetwork = after === '' ? null : after
  }
  return decideNetworkMapping(before, change)
}

/**
 * Confirms networks or their subnets. Errors of the one part do not hold up the other. A row has a subnet to confirm when
 * somebody gave it one; the others are not refused, for they may need none.
 */
export function confirmNetworks(
  rows: readonly NetworkMapping[],
  issues: readonly MappingIssue[],
  part: MappingPart,
  selected: readonly number[] | null = null,
): Confirmation<MappingIssue> {
  const ofPart = issues.filter((issue) => issue.part === part)
  if (part === 'network') return confirmRows(rows, ofPart, { isConfirmed: (row) => row.confirmed, selected })
  const isConfirmed = (row: NetworkMapping) => row.subnetConfirmed || row.cidr === null
  return confirmRows(rows, ofPart, { isConfirmed, selected })
}

/** How far the network map is (planner §17.4). Counted over rows that will become networks. */
export interface NetworkMapProgress {
  readonly networks: number
  readonly confirmed: number
  readonly external: number
  /** Networks that a subnet has to be made for, and how many of these are confirmed. */
  readonly subnetsNeeded: number
  readonly subnetsConfirmed: number
  readonly withErrors: number
  /** There are networks, everything is confirmed and nothing is wrong. */
  readonly ready: boolean
}

export function networkMapProgress(
  rows: readonly NetworkMapping[],
  issues: readonly MappingIssue[],
): NetworkMapProgress {
  const wrong = new Set(issues.filter(({ severity }) => severity === 'error').map(({ row }) => row))
  const live = [...rows.entries()].filter(([, { presence }]) => presence === 'in_use' || presence === 'made')
  const needing = live.filter(([, row]) => needsSubnet(row))
  const progress = {
    networks: live.length,
    confirmed: live.filter(([, row]) => row.confirmed).length,
    external: live.filter(([, row]) => row.external).length,
    subnetsNeeded: needing.length,
    subnetsConfirmed: needing.filter(([, row]) => row.subnetConfirmed && row.cidr !== null).length,
    withErrors: live.filter(([index]) => wrong.has(index)).length,
  }
  const { networks, confirmed, subnetsNeeded, subnetsConfirmed, withErrors } = progress
  const isAllConfirmed = confirmed === networks && subnetsConfirmed === subnetsNeeded
  return { ...progress, ready: networks > 0 && isAllConfirmed && withErrors === 0 }
}
