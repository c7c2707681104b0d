import type { NameRow } from './name-rows.ts'

/** Words of vendors, asked before anything else: behind them stands a Linux or BSD that is nobody's business. */
export const APPLIANCE_WORDS =
  /\bcisco|\bf5\b|big-ip|palo alto|\bpan-os\b|\bforti|nasuni|sophos|netscaler|check ?point|\bgaia\b|junos|juniper|arista|pfsense|opnsense/

export const APPLIANCE_NAMES: readonly NameRow[] = [
  { pattern: /\bcisco secure firewall/, product: 'cisco-secure-firewall' },
  { pattern: /\bcisco/, product: 'cisco' },
  { pattern: /\bf5\b|big-ip/, product: 'f5-big-ip' },
  { pattern: /palo alto|\bpan-os\b/, product: 'palo-alto' },
  { pattern: /fortios(?: v?(\d+\.\d+)(\.\d+)?)?/, product: 'fortios-$1', orElse: 'fortios', release: '$1$2' },
  { pattern: /\bforti/, product: 'fortinet' },
  // The version in its fields is that of the Linux below.
  { pattern: /nasuni/, product: 'nasuni' },
  { pattern: /sophos/, product: 'sophos' },
  { pattern: /netscaler(?:-(\d+\.\d+))?/, product: 'netscaler', release: '$1' },
  { pattern: /check ?point|\bgaia\b/, product: 'check-point-gaia' },
  { pattern: /junos|juniper/, product: 'junos' },
  { pattern: /arista/, product: 'arista-eos' },
  { pattern: /pfsense/, product: 'pfsense' },
  { pattern: /opnsense/, product: 'opnsense' },
]
