import type { MappingDecisions } from '../mapping/mapping-decisions.ts'
import { compareNetworks } from '../networks/network-key.ts'
import type { NetworkMappingDecision } from '../networks/network-mapping-decision.ts'
import type { NetworkReference } from '../networks/network-reference.ts'
import type { SourceNetworkDecision } from '../networks/source-network-decision.ts'
import { storageKeyOf } from '../storage/storage-key.ts'
import type { StorageMappingDecision } from '../storage/storage-mapping-decision.ts'
import { compareTexts } from '../tenancy/owner-names.ts'
import type { JsonValue } from './canonical-json.ts'
import { plain, told } from './plain.ts'

/** Decisions on networks and storage in their one form: sorted, without what says nothing. */
export function canonicalMapping({
  sourceNetworks,
  networkMappings,
  storageMappings,
}: MappingDecisions): Record<keyof MappingDecisions, JsonValue> {
  return {
    sourceNetworks: plain(sourceNetworks.flatMap(sourceNetwork).sort(compareNetworks)),
    networkMappings: plain(networkMappings.flatMap(networkMapping).sort(compareNetworks)),
    storageMappings: plain(
      storageMappings
        .flatMap(storageMapping)
        .sort((a, b) => compareTexts(storageKeyOf(a.subject), storageKeyOf(b.subject))),
    ),
  }
}

/** Empty texts and lists are what holds without them. */
function sourceNetwork({ dns, ...decision }: SourceNetworkDecision): SourceNetworkDecision[] {
  const { subnet, gateway, range, notes } = decision
  return saidOf({
    ...decision,
    ...{ subnet: subnet || undefined, gateway: gateway || undefined, range: range || undefined },
    ...{ notes: notes || undefined, dns: dns?.length ? dns : undefined },
  })
}

/** Any other field says something by its presence: `shared: false` holds against a seed that says yes. */
function networkMapping(decision: NetworkMappingDecision): NetworkMappingDecision[] {
  return saidOf({
    ...decision,
    made: decision.made || undefined,
    confirmed: decision.confirmed || undefined,
    subnetConfirmed: decision.subnetConfirmed || undefined,
    notes: decision.notes || undefined,
  })
}

/** On one datastore a `false` and an empty note hold against what a pattern says. */
function storageMapping({ subject, ...decision }: StorageMappingDecision): StorageMappingDecision[] {
  const { confirmed, notes } = decision
  const isPattern = subject.kind === 'pattern'
  const said = told({
    ...decision,
    confirmed: isPattern ? confirmed || undefined : confirmed,
    notes: isPattern ? notes || undefined : notes,
  })
  return Object.keys(said).length === 0 ? [] : [{ subject, ...said }]
}

function saidOf<T extends NetworkReference>(decision: T): T[] {
  const said = told(decision)
  return Object.keys(said).length > Object.keys(REFERENCE).length ? [said] : []
}

const REFERENCE: Record<keyof NetworkReference, true> = { vcenter: true, name: true }
