import type { Estate, Vcenter } from './estate.ts'
import type { VmFacts } from './facts.ts'
import type { VmReference } from './vm-reference.ts'

/** A vCenter as every file names it: its UUID, where the export tells none its server; in lower case, '' for neither. */
export function vcenterKeyOf({ uuid, server }: Pick<Vcenter, 'uuid' | 'server'>): string {
  return (uuid || server).toLowerCase()
}

/** Finds the row of `VmFacts` that a reference names; undefined where the estate does not hold the VM. */
export function rowFinder(estate: Estate, facts: VmFacts): (reference: VmReference) => number | undefined {
  let rows: ReadonlyMap<string, number> | null = null
  return (reference) => {
    rows ??= rowsByReference(estate, facts)
    return rows.get(referenceKeyOf(reference))
  }
}

function rowsByReference(estate: Estate, facts: VmFacts): Map<string, number> {
  const rows = new Map<string, number>()
  for (let row = 0; row < facts.count; row++) {
    const { vcenter, moref, instanceUuid } = namesOf(estate, facts, row)
    if (moref !== '') rows.set(referenceKeyOf({ vcenter, moref, instanceUuid: '' }), row)
    if (instanceUuid !== '') rows.set(referenceKeyOf({ vcenter, moref: '', instanceUuid }), row)
  }
  return rows
}

/** How files name the VM in `row`; null where the export gives it neither id: nothing can be decided about it in a file. */
export function referenceOf(estate: Estate, facts: VmFacts, row: number): VmReference | null {
  const { vcenter, moref, instanceUuid } = namesOf(estate, facts, row)
  if (moref === '' && instanceUuid === '') return null
  return moref === '' ? { vcenter, moref, instanceUuid } : { vcenter, moref, instanceUuid: '' }
}

/** By vCenter, MoRef (`vm-9` before `vm-10`: the shorter number is the smaller one) and instance UUID, in code units. */
export function compareReferences(a: VmReference, b: VmReference): number {
  return (
    compare(a.vcenter, b.vcenter) ||
    a.moref.length - b.moref.length ||
    compare(a.moref, b.moref) ||
    compare(a.instanceUuid, b.instanceUuid)
  )
}

function namesOf(estate: Estate, facts: VmFacts, row: number): VmReference {
  return {
    vcenter: estate.vcenters[facts.vcenter[row]].uuid.toLowerCase(),
    moref: facts.texts[facts.moref[row]],
    instanceUuid: estate.texts[estate.vms.instanceUuid[facts.vm[row]]].toLowerCase(),
  }
}

/** The same for all references to one VM: a MoRef decides where there is one. */
export function referenceKeyOf({ vcenter, moref, instanceUuid }: VmReference): string {
  return moref === '' ? `${vcenter}/uuid/${instanceUuid}` : `${vcenter}/moref/${moref}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
