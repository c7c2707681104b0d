import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { InventoryCounts } from '@portolan/engine/inventory/counts'
import type { Estate } from '@portolan/engine/inventory/estate'
import { flow, labelled, leftAndRight, type Screen, textWidthOf } from '../terminal/blocks.ts'

const MOST_VERSIONS = 3

/** Which exports, as of when, and how long it took. */
export function headline({ estate, assessment }: AssessedEstate, took: string, screen: Screen): string {
  const { paint } = screen
  const day = new Date(assessment.asOf).toISOString().slice(0, 10)
  const parts = [...(estate.sources.length > 1 ? [plural(estate.sources.length, 'export')] : []), versions(estate)]
  const left = `  ${paint('strong', parts.join(' · '))} · ${plural(vcenters(estate), 'vCenter')} · as of ${dayOf(day)}`
  return leftAndRight(left, [paint('faint', took), paint('faint', took.replace(/^\w+ in /, ''))], screen.width)
}

/** What is there: machines, what they are given, what they stand on. */
export function inventoryLines(counts: InventoryCounts, screen: Screen): string[] {
  const { paint } = screen
  const vms = `${paint('strong', count(counts.vms))} ${counts.vms === 1 ? 'VM' : 'VMs'}`
  const machines = [
    told(counts.poweredOn, (it) => `${count(it)} on`),
    told(counts.poweredOff, (it) => `${count(it)} off`),
    counts.suspended ? `${count(counts.suspended)} suspended` : '',
    counts.templates ? `${plural(counts.templates, 'template')} left out` : '',
  ]
  const given = [
    told(counts.vcpus, (it) => `${count(it)} vCPU`),
    told(counts.memoryGiB, (it) => `${sizeOf(it)} memory`),
    storage(counts),
  ]
  const parts = [
    told(counts.disks, (it) => plural(it, 'disk')),
    adapters(counts),
    told(counts.snapshots, (it) => plural(it, 'snapshot')),
  ]
  const places = [
    told(counts.hosts, (it) => plural(it, 'host')),
    told(counts.clusters, (it) => plural(it, 'cluster')),
    told(counts.datastores, (it) => plural(it, 'datastore')),
    plural(counts.tenants, 'tenant'),
  ]
  const width = textWidthOf(screen)
  return labelled(
    'Estate',
    [...flow([vms, ...machines], width), ...flow(given, width), ...flow(places, width), ...flow(parts, width)],
    screen,
  )
}

function storage({ inUseGiB, provisionedGiB }: InventoryCounts): string {
  if (inUseGiB === null) return told(provisionedGiB, (it) => `${sizeOf(it)} provisioned`)
  return provisionedGiB === null
    ? `${sizeOf(inUseGiB)} in use`
    : `${sizeOf(inUseGiB)} in use of ${sizeOf(provisionedGiB)} provisioned`
}

function adapters({ nics, networks }: InventoryCounts): string {
  if (nics === null) return told(networks, (it) => plural(it, 'network'))
  return networks === null ? plural(nics, 'NIC') : `${plural(nics, 'NIC')} on ${plural(networks, 'network')}`
}

function told(value: number | null, words: (value: number) => string): string {
  return value === null ? '' : words(value)
}

function versions(estate: Estate): string {
  const known = [...new Set(estate.sources.map((source) => source.rvtoolsVersion).filter((it) => it !== null))]
  if (known.length === 0) return 'Export of an unknown version'
  const shown = known.slice(0, MOST_VERSIONS).join(', ')
  return `RVTools ${shown}${known.length > MOST_VERSIONS ? ' …' : ''}`
}

/** At least one: every VM stands under some vCenter, named or not. */
function vcenters(estate: Estate): number {
  return Math.max(1, estate.vcenters.length)
}
