import { countTenantNames } from '../../tenancy/tenancy.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { agree, count, plural } from '../wording/numbers.ts'
import { isAllInScope } from '../wording/scope.ts'
import { sizeOf } from '../wording/sizes.ts'
import { riskChart } from './answer.ts'
import { paragraph, paragraphsOf } from './blocks.ts'
import { clustersChart } from './clusters.ts'
import { supportChart, systemsChart } from './operating-systems.ts'
import type { Block, Section } from './report.ts'
import { sizeChart } from './size-classes.ts'

/** The estate in five pictures, after what the author has to say. */
export function executiveSummary(assessed: AssessedEstate, width: number): Section {
  const support = supportChart(assessed, width)
  const blocks: Block[] = [
    ...paragraphsOf(assessed.settings.executiveSummary),
    paragraph(estateInWords(assessed)),
    riskChart(assessed, width),
    systemsChart(assessed, width),
    ...(support ? [support] : []),
    sizeChart(assessed.facts, width),
    clustersChart(assessed, width),
  ]
  return { title: 'Executive summary', isWide: false, isAppendix: false, blocks }
}

function estateInWords({ facts, estate, tenancy, networks, scope }: AssessedEstate): string {
  const sum = (column: Float64Array) => column.reduce((total, value) => (value > 0 ? total + value : total), 0)
  const power = [0, 0, 0, 0]
  for (const state of facts.powerState) power[state]++
  const states = [
    power[1] > 0 ? `${count(power[1])} on` : '',
    power[2] > 0 ? `${count(power[2])} off` : '',
    power[3] > 0 ? `${count(power[3])} suspended` : '',
    power[0] > 0 ? `${count(power[0])} in an unknown state` : '',
  ].filter(Boolean)
  const places = [
    estate.clusters.length > 0 ? plural(estate.clusters.length, 'cluster') : '',
    estate.hosts.length > 0 ? plural(estate.hosts.length, 'host') : '',
    estate.datastores.length > 0 ? plural(estate.datastores.length, 'datastore') : '',
    networks.length > 0 ? plural(new Set(networks.map((network) => network.name)).size, 'network') : '',
  ].filter(Boolean)
  const vcenters = estate.vcenters.length > 1 ? ` in ${plural(estate.vcenters.length, 'vCenter')}` : ''
  const tenants = plural(countTenantNames(tenancy), 'tenant')
  const isWhole = isAllInScope(scope)
  const on =
    places.length === 0
      ? ''
      : isWhole
        ? ` They stand on ${listed(places)} and belong to ${tenants}.`
        : ` They belong to ${tenants}; the whole estate stands on ${listed(places)}.`
  const holds = isWhole
    ? `The estate holds ${plural(facts.count, 'VM')}${vcenters}`
    : `Of ${plural(scope.vms, 'VM')}${vcenters}, ${count(facts.count)} ${agree(facts.count, 'is', 'are')} in scope`
  return (
    `${holds} (${listed(states)}) with ${plural(sum(facts.vcpus), 'vCPU', 'vCPU')}, ` +
    `${sizeOf(sum(facts.memoryGiB))} of memory and ${sizeOf(sum(facts.usedGiB))} of data in use on ${sizeOf(sum(facts.diskCapacityGiB))} of disks.${on}`
  )
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`
}
