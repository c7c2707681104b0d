import type { Estate } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import { type Method, methodFor, type Owner, perCode } from './detection-methods.ts'
import { appGroupOf, compareTexts, filledIn, folderPart, poolName } from './owner-names.ts'
import { DETECTION_METHODS, type DetectionMethod, type Tenancy, type Tenant } from './tenancy.ts'
import { detectionSteps, type TenantDetectionSettings } from './tenancy-settings.ts'
import { parseVcdFolder, vcdVapp } from './vcd-path.ts'

/**
 * Finds out who owns each VM from folders, pools, vApps, names, notes, custom attributes and clusters: the first method
 * of the settings that names somebody wins, `fallbackName` takes the rest.
 *
 * Paths and names are read once per distinct text. The answer depends on the set of VMs, never on their order.
 */
export function detectTenants(
  estate: Estate,
  facts: Pick<VmFacts, 'count' | 'vm'>,
  settings: TenantDetectionSettings,
): Tenancy {
  const steps = detectionSteps(settings)
  const methods: Method[] = []
  for (const step of steps) methods.push(methodFor(step, estate, facts, [...methods]))
  const orgVdc = orgVdcReader(estate, settings)

  const drafts = new Drafts()
  const draftOf = new Uint32Array(facts.count)
  const methodOf = new Uint8Array(facts.count)
  for (let i = 0; i < facts.count; i++) {
    const vm = facts.vm[i]
    let owner: Owner | null = null
    let rank = 0
    for (; rank < methods.length; rank++) {
      owner = methods[rank](vm)
      if (owner) break
    }
    const method = owner ? steps[rank].method : 'fallback'
    const tenant = owner ? owner.tenant : settings.fallbackName
    methodOf[i] = DETECTION_METHODS.indexOf(method)
    draftOf[i] = drafts.add(tenant, owner?.orgVdc ?? orgVdc(vm, method), method, rank)
  }

  const { tenants, position } = drafts.sorted()
  return { tenants, tenantOf: draftOf.map((draft) => position[draft]), methodOf, ...appGroups(estate, facts) }
}

/** The org VDC where Cloud Director names none: pool, third part of the folder, cluster. */
function orgVdcReader(
  estate: Estate,
  settings: TenantDetectionSettings,
): (vm: number, method: DetectionMethod) => string {
  const { vms } = estate
  const inPool = perCode(estate, poolName)
  const inFolder = perCode(estate, (path) => folderPart(path, 3))
  const inCluster = perCode(estate, filledIn)
  return (vm, method) => {
    if (method === 'vcd_folder') return ''
    const pool = settings.orgVdcFromResourcePool ? inPool(vms.resourcePool[vm]) : ''
    if (pool !== '') return pool
    const folder = settings.orgVdcFromFolder ? inFolder(vms.folder[vm]) : ''
    if (folder !== '' || method === 'cluster' || !settings.orgVdcFromCluster) return folder
    return inCluster(vms.cluster[vm])
  }
}

/** Tenants in the order they are met; `sorted` gives them theirs. */
class Drafts {
  private readonly byName = new Map<string, Map<string, number>>()
  private readonly rows: { name: string; orgVdc: string; method: DetectionMethod; rank: number; vms: number }[] = []

  add(name: string, orgVdc: string, method: DetectionMethod, rank: number): number {
    let byOrgVdc = this.byName.get(name)
    if (!byOrgVdc) {
      byOrgVdc = new Map()
      this.byName.set(name, byOrgVdc)
    }
    let index = byOrgVdc.get(orgVdc)
    if (index === undefined) {
      index = this.rows.push({ name, orgVdc, method, rank, vms: 0 }) - 1
      byOrgVdc.set(orgVdc, index)
    }
    const row = this.rows[index]
    row.vms++
    if (rank < row.rank) {
      row.rank = rank
      row.method = method
    }
    return index
  }

  /** Tenants by name, then org VDC, and where each draft went. */
  sorted(): { tenants: Tenant[]; position: Uint32Array } {
    const order = this.rows.map((_, index) => index)
    order.sort(
      (a, b) =>
        compareTexts(this.rows[a].name, this.rows[b].name) || compareTexts(this.rows[a].orgVdc, this.rows[b].orgVdc),
    )
    const position = new Uint32Array(order.length)
    order.forEach((draft, place) => {
      position[draft] = place
    })
    return { tenants: order.map((draft) => this.tenant(draft)), position }
  }

  private tenant(draft: number): Tenant {
    const { name, orgVdc, method, vms } = this.rows[draft]
    return { name, orgVdc, method, vms }
  }
}

function appGroups(estate: Estate, facts: Pick<VmFacts, 'count' | 'vm'>): Pick<Tenancy, 'appGroups' | 'appGroupOf'> {
  const { vms, texts } = estate
  const groupOf: string[] = new Array(facts.count)
  const vappOf = perCode(estate, filledIn)
  const vappFolderOf = perCode(estate, (path) => vcdVapp(parseVcdFolder(path)))
  for (let i = 0; i < facts.count; i++) {
    const vm = facts.vm[i]
    const vapp = vappOf(vms.vapp[vm]) || vappFolderOf(vms.folder[vm])
    groupOf[i] = appGroupOf(vapp, texts[vms.name[vm]])
  }
  const appGroupNames = Array.from(new Set(groupOf)).sort(compareTexts)
  const position = new Map(appGroupNames.map((name, index) => [name, index]))
  return { appGroups: appGroupNames, appGroupOf: Uint32Array.from(groupOf, (name) => position.get(name)!) }
}
