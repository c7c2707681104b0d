import type { OsProduct } from './guest-os.ts'
import { type ProductRow, productsOf, type RowExtras } from './product-row.ts'
import { on, unsure } from './target-verdicts.ts'

/**
 * Appliances: the end date belongs to the vendor's product, which only FortiOS shows in its name. None is converted; the
 * vendor's image for the target is deployed and the configuration restored, so support is the vendor's to say.
 */
const VENDORS_IMAGE = on(
  unsure("deploy the vendor's image for the target and restore the configuration"),
  unsure("deploy the vendor's image for the target and restore the configuration"),
)

const APPLIANCES_BY_VENDOR: readonly (readonly [vendor: string, product: string, id: string, extras?: RowExtras])[] = [
  ['Cisco', 'Cisco Secure Firewall', 'cisco-secure-firewall'],
  ['Cisco', 'Cisco appliance', 'cisco'],
  ['F5', 'F5 BIG-IP', 'f5-big-ip'],
  ['Palo Alto Networks', 'Palo Alto Networks VM-Series', 'palo-alto'],
  ['Fortinet', 'Fortinet appliance', 'fortinet'],
  ['Nasuni', 'Nasuni OS', 'nasuni'],
  ['Sophos', 'Sophos appliance', 'sophos'],
  ['Citrix', 'Citrix NetScaler', 'netscaler', { coldOnly: true, legacyClass: 'unsupported' }],
  ['Check Point', 'Check Point Gaia', 'check-point-gaia'],
  ['Juniper', 'Juniper Junos', 'junos'],
  ['Arista', 'Arista EOS', 'arista-eos'],
  ['Netgate', 'pfSense', 'pfsense', { coldOnly: true, legacyClass: 'unsupported' }],
  ['Deciso', 'OPNsense', 'opnsense', { coldOnly: true, legacyClass: 'unsupported' }],
]

const FORTIOS: readonly ProductRow[] = [
  ['7.0', '', '2025-09-30', '', 'E', VENDORS_IMAGE],
  ['7.2', '', '2026-09-30', '', 'E', VENDORS_IMAGE],
  ['7.4', '', '2028-11-11', '', 'E', VENDORS_IMAGE],
  ['7.6', '', '2030-01-25', '', 'E', VENDORS_IMAGE],
  ['', '', '', '', '', VENDORS_IMAGE],
]

export const APPLIANCES: readonly OsProduct[] = [
  ...APPLIANCES_BY_VENDOR.flatMap(([vendor, product, idPrefix, extras = {}]) =>
    productsOf({ family: 'other', vendor, product, idPrefix }, [['', '', '', '', '', VENDORS_IMAGE, extras]]),
  ),
  ...productsOf({ family: 'other', vendor: 'Fortinet', product: 'FortiOS', idPrefix: 'fortios' }, FORTIOS),
]
