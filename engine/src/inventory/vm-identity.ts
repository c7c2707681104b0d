import { type Estate, Identity } from './estate.ts'

/**
 * What each VM of an estate is called in plan inputs, canonical plans and the memory of a project: vCenter and MoRef,
 * else vCenter and instance uuid, else its name and place. Unique within the estate; twins that nothing tells apart are
 * numbered in canonical order. Aligned with `Estate.vms`.
 */
export function vmIdentities(estate: Estate): string[] {
  const times = new Map<string, number>()
  return Array.from({ length: estate.vms.count }, (_, vm) => {
    const identity = identityOf(estate, vm)
    const before = times.get(identity) ?? 0
    times.set(identity, before + 1)
    return before === 0 ? identity : `${identity} #${before + 1}`
  })
}

function identityOf({ vms, vcenters, texts }: Estate, vm: number): string {
  const { uuid, server } = vcenters[vms.vcenter[vm]] ?? { uuid: '', server: '' }
  const vcenter = uuid || server
  const moref = texts[vms.moref[vm]]
  // A MoRef is unique in one vCenter; where none is named the name must agree too.
  if (vms.identity[vm] === Identity.moref) {
    return vcenter === '' ? `${moref}/${texts[vms.name[vm]]}` : `${vcenter}/${moref}`
  }
  if (vms.identity[vm] === Identity.instanceUuid) return `${vcenter}/${texts[vms.instanceUuid[vm]].toLowerCase()}`
  const place = [vms.datacenter, vms.cluster, vms.folder, vms.name].map((column) => texts[column[vm]])
  return [vcenter, ...place].join('/')
}
