import { z } from 'zod'
import { TenantKey } from '../tenancy/tenant-key.ts'
import { MAPPED_KINDS } from './network-mapping.ts'
import { NetworkReference } from './network-reference.ts'

/** Addresses that may be given out, both ends included. */
export const AddressPool = z.strictObject({ start: z.string().trim().max(64), end: z.string().trim().max(64) })
export type AddressPool = z.infer<typeof AddressPool>

const address = z.string().trim().max(64)
/** Wide enough to hold what somebody mistyped: the checks say what is wrong with it. */
const number = z.int().min(0).max(65_535)

/**
 * What people decided about one row of the network map. It lies over what the row is seeded with: what is absent stays
 * seeded, null says that there is none. Values are kept as written, right or wrong: `checkNetworkMappings` judges them,
 * and what it calls an error cannot be confirmed.
 */
export const NetworkMappingDecision = z.strictObject({
  ...NetworkReference.shape,
  /** Added by hand: listed even where no VM of the estate is on a network of this name. */
  made: z.boolean().optional(),
  /** Name of the network in the target. */
  target: z.string().max(1000).optional(),
  vlan: number.nullable().optional(),
  kind: z.enum(MAPPED_KINDS).optional(),
  /** The provider's name for the cable, `physnet1`. */
  physicalNetwork: z.string().trim().max(64).nullable().optional(),
  mtu: number.nullable().optional(),
  /** Every project may use it. */
  shared: z.boolean().optional(),
  /** Whose project owns it; null: nobody's, it is the administrators'. */
  owner: TenantKey.nullable().optional(),
  /** It exists already and leads outside: nothing is made for it and it needs no subnet. */
  external: z.boolean().optional(),
  cidr: address.nullable().optional(),
  gateway: address.nullable().optional(),
  dns: z.array(address.min(1)).max(20).optional(),
  pools: z.array(AddressPool).max(100).optional(),
  dhcp: z.boolean().optional(),
  /** Somebody looked at name, VLAN and kind and agreed. */
  confirmed: z.boolean().optional(),
  /** Somebody looked at the subnet and agreed. */
  subnetConfirmed: z.boolean().optional(),
  notes: z.string().max(10_000).optional(),
})
export type NetworkMappingDecision = z.infer<typeof NetworkMappingDecision>
