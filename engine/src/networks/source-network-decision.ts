import { z } from 'zod'
import { NetworkReference } from './network-reference.ts'
import { NETWORK_KINDS } from './networks.ts'
import { parseVlanCell, vlanCell } from './vlan.ts'

/** As a port group writes it, `20` or `10, 20-29`, brought into one spelling: the same VLANs are the same text. */
const VlanText = z
  .string()
  .trim()
  .max(255)
  .overwrite((text) => {
    const vlan = parseVlanCell(text)
    return vlan ? vlanCell(vlan) : text
  })
  .refine((text) => parseVlanCell(text) !== null, 'expected a VLAN of 1–4094, or several such as 10, 20-29')

/**
 * What people know about one source network and its export does not tell. It lies over what the export says and is never
 * touched by a re-classification or a re-import; what is absent is left to them. Addresses are kept as written and judged
 * by the checks of the network map, which they seed.
 */
export const SourceNetworkDecision = z.strictObject({
  ...NetworkReference.shape,
  /** null: it carries no VLAN, whatever its port group or its name says. */
  vlan: VlanText.nullable().optional(),
  type: z.enum(NETWORK_KINDS).optional(),
  /** In CIDR notation. */
  subnet: z.string().trim().max(64).optional(),
  gateway: z.string().trim().max(64).optional(),
  dns: z.array(z.string().trim().min(1).max(64)).max(20).optional(),
  /** First and last address that may be given out, `10.0.0.10-10.0.0.99`; several with commas. */
  range: z.string().trim().max(1000).optional(),
  notes: z.string().max(10_000).optional(),
})
export type SourceNetworkDecision = z.infer<typeof SourceNetworkDecision>
