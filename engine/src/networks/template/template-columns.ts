import type { TenantKey } from '../../tenancy/tenant-key.ts'
import type { NetworkMappingChange } from '../decide-network-mapping.ts'
import { MAPPED_KINDS, type NetworkMapping } from '../network-mapping.ts'
import type { MappingField } from '../network-mappings.ts'

/** What the cells of a template are read and written with beside the rows themselves. */
export interface TemplateContext {
  /** Name that people know a vCenter by; its key where they know none. */
  readonly vcenterName: (vcenter: string) => string
  /** The tenant that a cell names, by key or by a name that only one has; undefined for none or several. */
  readonly tenantOf: (text: string) => TenantKey | undefined
}

export type CellReading =
  | { readonly kind: 'value'; readonly change: NetworkMappingChange }
  | { readonly kind: 'reset'; readonly field: MappingField }
  | { readonly kind: 'rejected'; readonly expected: string }

/** A column of the template of the network map (planner §17.5), in the order of the sheet. */
export interface TemplateColumn {
  readonly key: string
  readonly header: string
  /** In characters. */
  readonly width: number
  /** Finds it in a sheet that somebody made or changed: the first header that fits, and no column before it in the list. */
  readonly found: RegExp
  /** Texts a cell may hold, for the list that a spreadsheet offers; null for free ones. */
  readonly choices: readonly string[] | null
  /** Whole numbers a cell may hold. */
  readonly whole: { readonly least: number; readonly most: number } | null
  readonly text: (row: NetworkMapping, context: TemplateContext) => string | number
  /** null: grey, says what a row is about and is not read. `text` is neither blank nor the sign that clears. */
  readonly read: ((text: string, context: TemplateContext) => CellReading) | null
  /** What the sign that clears does; null where `read` is. */
  readonly clear: CellReading | null
}

/** Clears a cell; a blank one leaves what is there. Programs like to make a longer dash of it. */
export const CLEARS: ReadonlySet<string> = new Set(['-', '–', '—'])

const YES_NO = ['yes', 'no']
const WRITTEN_YES = new Set(['yes', 'y', 'true', '1', 'on'])
const WRITTEN_NO = new Set(['no', 'n', 'false', '0', 'off'])

/** Order matters for finding: `Target VLAN` is the VLAN, `IP Range Start` is no range of another kind. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = [
  grey('source', 'Source Network (VMware)', 40, /source/, ({ source }) => source.name),
  grey('vcenter', 'vCenter', 24, /vcenter/, ({ source }, { vcenterName }) => vcenterName(source.vcenter)),
  grey('vms', 'VMs', 8, /^vms?$/, ({ vms }) => vms),
  grey('tenants', 'Tenants', 24, /^tenants?$/, ({ tenants }) => shortList(tenants)),
  number('vlan', 'VLAN ID', 10, /vlan/, { least: 1, most: 4094 }),
  named('target', 'Target Network', 40, /target|pcd/),
  choice('kind', 'Kind', 19, /kind/, MAPPED_KINDS),
  optional('physicalNetwork', 'Physical Network', 18, /physical|physnet/),
  number('mtu', 'MTU', 8, /mtu/, { least: 576, most: 9216 }),
  flag('shared', 'Shared', 9, /shared/),
  {
    ...editable('owner', 'Owner Tenant', 24, /owner/),
    text: ({ owner }) => owner ?? '',
    read: (text, { tenantOf }) => {
      const owner = tenantOf(text)
      return owner === undefined
        ? { kind: 'rejected', expected: 'the key of a tenant, or a name that only one has' }
        : { kind: 'value', change: { owner } }
    },
    clear: { kind: 'value', change: { owner: null } },
  },
  flag('external', 'External', 10, /external/),
  optional('cidr', 'Subnet / CIDR', 20, /subnet|cidr/),
  optional('gateway', 'Gateway', 18, /gateway/),
  {
    ...editable('dns', 'DNS (comma-separated)', 28, /dns/),
    text: ({ dns }) => dns.join(', '),
    read: (text) => ({ kind: 'value', change: { dns: listOf(text) } }),
    clear: { kind: 'value', change: { dns: [] } },
  },
  flag('dhcp', 'DHCP', 8, /dhcp/),
  { ...editable('poolStart', 'IP Range Start', 20, /start/), ...poolEnd('start') },
  { ...editable('poolEnd', 'IP Range End', 20, /(?<![a-z])end(?![a-z])/), ...poolEnd('end') },
  {
    ...editable('notes', 'Notes', 40, /note/),
    text: ({ notes }) => notes,
    read: (text) => ({ kind: 'value', change: { notes: text } }),
    clear: { kind: 'value', change: { notes: '' } },
  },
]

/** Texts apart by commas or semicolons. */
export function listOf(text: string): string[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

type Heading = Pick<TemplateColumn, 'key' | 'header' | 'width' | 'found' | 'choices' | 'whole'>

function editable(key: string, header: string, width: number, found: RegExp): Heading {
  return { key, header, width, found, choices: null, whole: null }
}

function grey(key: string, header: string, width: number, found: RegExp, text: TemplateColumn['text']): TemplateColumn {
  return { ...editable(key, header, width, found), text, read: null, clear: null }
}

function named(field: 'target', header: string, width: number, found: RegExp): TemplateColumn {
  return {
    ...editable(field, header, width, found),
    text: (row) => row[field],
    read: (text) => ({ kind: 'value', change: { [field]: text } }),
    clear: { kind: 'reset', field },
  }
}

function optional(
  field: 'physicalNetwork' | 'cidr' | 'gateway',
  header: string,
  width: number,
  found: RegExp,
): TemplateColumn {
  return {
    ...editable(field, header, width, found),
    text: (row) => row[field] ?? '',
    read: (text) => ({ kind: 'value', change: { [field]: text } }),
    clear: { kind: 'value', change: { [field]: null } },
  }
}

/** A spreadsheet writes `100` and `100.0` for one number. What is out of range is taken, and told by the checks. */
function number(
  field: 'vlan' | 'mtu',
  header: string,
  width: number,
  found: RegExp,
  whole: { readonly least: number; readonly most: number },
): TemplateColumn {
  return {
    ...editable(field, header, width, found),
    whole,
    text: (row) => row[field] ?? '',
    read: (text) =>
      /^\d{1,5}(?:\.0+)?$/.test(text) && Number(text) <= 65_535
        ? { kind: 'value', change: { [field]: Number(text) } }
        : { kind: 'rejected', expected: `a whole number of ${whole.least}–${whole.most}` },
    clear: { kind: 'value', change: { [field]: null } },
  }
}

function choice(
  field: 'kind',
  header: string,
  width: number,
  found: RegExp,
  choices: typeof MAPPED_KINDS,
): TemplateColumn {
  return {
    ...editable(field, header, width, found),
    choices,
    text: (row) => row[field],
    read: (text) => {
      const code = text.toLowerCase().replace(/[\s-]+/g, '_')
      const kind = choices.find((it) => it === code)
      return kind ? { kind: 'value', change: { kind } } : { kind: 'rejected', expected: `one of ${choices.join(', ')}` }
    },
    clear: { kind: 'reset', field },
  }
}

function flag(field: 'shared' | 'external' | 'dhcp', header: string, width: number, found: RegExp): TemplateColumn {
  return {
    ...editable(field, header, width, found),
    choices: YES_NO,
    text: (row) => (row[field] ? 'yes' : 'no'),
    read: (text) => {
      const word = text.toLowerCase()
      if (WRITTEN_YES.has(word)) return { kind: 'value', change: { [field]: true } }
      if (WRITTEN_NO.has(word)) return { kind: 'value', change: { [field]: false } }
      return { kind: 'rejected', expected: 'yes or no' }
    },
    clear: { kind: 'reset', field },
  }
}

/** Two cells make pools, so neither is read by itself: `poolsOf` reads both. */
function poolEnd(which: 'start' | 'end'): Pick<TemplateColumn, 'text' | 'read' | 'clear'> {
  return {
    text: ({ pools }) => pools.map((pool) => pool[which]).join(', '),
    read: () => ({ kind: 'value', change: {} }),
    clear: { kind: 'value', change: { pools: [] } },
  }
}

const SHOWN = 5

function shortList(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(', ')
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown
}
