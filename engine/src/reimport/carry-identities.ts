/** What tells a VM from all others of a project, for as long as the project lives. */
export interface VmIdentity {
  /** Best first: vCenter and MoRef, vCenter and instance uuid, else name and place; unique within an estate. */
  readonly identity: string
  /** Lower case; '' where no export tells one. */
  readonly instanceUuid: string
}

/**
 * For each VM of a new snapshot the VM of earlier ones that it is (index into `known`), or -1 for one never seen: by
 * identity, then by instance uuid, which survives a move to another vCenter or a new registration. A uuid that several
 * VMs share on either side is no proof (clones made outside vCenter), nor is that of a VM whose identity is still there.
 */
export function carryIdentities(known: readonly VmIdentity[], found: readonly VmIdentity[]): Int32Array {
  const carried = new Int32Array(found.length).fill(-1)
  const byIdentity = new Map(known.map(({ identity }, index) => [identity, index]))
  const taken = new Uint8Array(known.length)
  for (let vm = 0; vm < found.length; vm++) {
    const index = byIdentity.get(found[vm].identity)
    if (index === undefined) continue
    carried[vm] = index
    taken[index] = 1
  }
  const gone = onlyOnes(known, (index) => taken[index] === 0)
  const fresh = onlyOnes(found, (vm) => carried[vm] < 0)
  for (const [uuid, vm] of fresh) {
    const index = gone.get(uuid)
    if (index !== undefined && index >= 0 && vm >= 0) carried[vm] = index
  }
  return carried
}

/** Index by instance uuid; -1 where more than one of the rows has it, wanted or not. */
function onlyOnes(rows: readonly VmIdentity[], isWanted: (index: number) => boolean): Map<string, number> {
  const times = new Map<string, number>()
  for (const { instanceUuid } of rows) times.set(instanceUuid, (times.get(instanceUuid) ?? 0) + 1)
  const found = new Map<string, number>()
  for (let index = 0; index < rows.length; index++) {
    const { instanceUuid } = rows[index]
    if (instanceUuid === '' || !isWanted(index)) continue
    found.set(instanceUuid, times.get(instanceUuid) === 1 ? index : -1)
  }
  return found
}
