import { issueText } from '../../networks/mapping-issues.ts'
import type { MappedKind, MappingPresence, NetworkMapping, SeedDoubt } from '../../networks/network-mapping.ts'
import { vlanLabel } from '../../networks/vlan.ts'
import type { Book } from './book.ts'
import { NETWORK_KIND_TITLES } from './networks-table.ts'
import type { Column, TableDefinition } from './table-definition.ts'
import { NOT_YET, PRESENCE_TONES, tenantNames, vcenterOfKey } from './target-cells.ts'
import { issueTexts } from './target-texts.ts'

const PRESENCE_TITLES: Readonly<Record<MappingPresence, string>> = {
  in_use: 'in use',
  out_of_scope: 'out of scope',
  gone: 'gone',
  made: 'added by hand',
}

const KIND_TITLES: Readonly<Record<MappedKind, string>> = {
  physical_managed: 'provider network, VLAN',
  physical_l2: 'provider network, no subnet',
  virtual: 'virtual',
}

const DOUBT_TEXTS: Readonly<Record<SeedDoubt, string>> = {
  kind_guessed: 'the kind is a guess',
  trunk: 'a trunk of several VLANs',
  vlan_ambiguous: 'port groups disagree on the VLAN',
  overlay: 'an overlay: its VLAN is not that of the guests',
}

interface MapRow {
  readonly mapping: NetworkMapping
  readonly issues: string
}

type MapColumn = Column<MapRow>

const text = (
  key: string,
  header: string,
  width: number,
  of: (mapping: NetworkMapping) => string | null,
): MapColumn => ({
  ...{ key, header, kind: 'text', width },
  value: ({ mapping }) => of(mapping),
})
const flag = (key: string, header: string, of: (mapping: NetworkMapping) => boolean): MapColumn => ({
  ...{ key, header, kind: 'flag', width: 10 },
  value: ({ mapping }) => of(mapping),
})
const confirmation = (key: string, header: string, of: (mapping: NetworkMapping) => boolean): MapColumn => ({
  ...flag(key, header, of),
  tones: NOT_YET,
})

/** What becomes of each network, and what is wrong with it. */
export const networkMapTable: TableDefinition<MapRow> = {
  name: 'networkMap',
  title: 'Network Map',
  about: 'One row per network that goes to the target: as seeded from the adapters in scope, or as decided.',
  columns: [
    text('source', 'Source network', 36, ({ source }) => source.name),
    {
      ...{ key: 'vcenter', header: 'vCenter', kind: 'text', width: 22 },
      value: ({ mapping }, book) => vcenterOfKey(book, mapping.source.vcenter),
    },
    {
      ...text('presence', 'Source', 13, ({ presence }) => presence),
      words: PRESENCE_TITLES,
      tones: PRESENCE_TONES,
    },
    { key: 'vms', header: 'VMs', kind: 'integer', width: 8, value: ({ mapping }) => mapping.vms },
    {
      key: 'adapters',
      header: 'Adapters',
      kind: 'integer',
      width: 9,
      total: 'sum',
      value: ({ mapping }) => mapping.adapters,
    },
    {
      ...{ key: 'tenants', header: 'Tenants', kind: 'text', width: 30 },
      value: ({ mapping }, book) => tenantNames(book, mapping.tenants),
    },
    { ...text('sourceKind', 'Kind of source', 13, ({ sourceType }) => sourceType), words: NETWORK_KIND_TITLES },
    text('sourceVlan', 'VLAN of source', 14, ({ sourceVlan }) => (sourceVlan === null ? '' : vlanLabel(sourceVlan))),
    text('target', 'Target network', 36, ({ target }) => target),
    { ...text('kind', 'Kind', 26, ({ kind }) => kind), words: KIND_TITLES },
    { key: 'vlan', header: 'VLAN', kind: 'ordinal', width: 8, value: ({ mapping }) => mapping.vlan },
    text('physicalNetwork', 'Physical network', 18, ({ physicalNetwork }) => physicalNetwork),
    { key: 'mtu', header: 'MTU', kind: 'ordinal', width: 8, value: ({ mapping }) => mapping.mtu },
    flag('shared', 'Shared', ({ shared }) => shared),
    {
      ...{ key: 'owner', header: 'Owner', kind: 'text', width: 26 },
      value: ({ mapping: { owner } }, book) => (owner === null ? '' : tenantNames(book, [owner])),
    },
    { ...flag('external', 'External', ({ external }) => external), meaning: 'It exists already and needs no subnet.' },
    confirmation('confirmed', 'Confirmed', ({ confirmed }) => confirmed),
    text('cidr', 'Subnet', 20, ({ cidr }) => cidr),
    text('gateway', 'Gateway', 18, ({ gateway }) => gateway),
    text('dns', 'DNS', 26, ({ dns }) => dns.join(', ')),
    text('pools', 'Pools', 34, ({ pools }) => pools.map(({ start, end }) => `${start}–${end}`).join(', ')),
    flag('dhcp', 'DHCP', ({ dhcp }) => dhcp),
    confirmation('subnetConfirmed', 'Subnet confirmed', ({ subnetConfirmed }) => subnetConfirmed),
    {
      ...text('doubts', 'To look at', 36, ({ doubts }) => doubts.map((doubt) => DOUBT_TEXTS[doubt]).join('; ')),
      meaning: 'Why what it is seeded with is a guess.',
    },
    { ...{ key: 'issues', header: 'Issues', kind: 'text', width: 70, wraps: true }, value: ({ issues }) => issues },
    text('notes', 'Notes', 40, ({ notes }) => notes),
  ],
  rows: mapRows,
}

function mapRows({ target }: Book): MapRow[] {
  const { rows, issues } = target.networks
  const texts = issueTexts(issues, issueText)
  return rows.map((mapping, index) => ({ mapping, issues: texts.get(index) ?? '' }))
}
