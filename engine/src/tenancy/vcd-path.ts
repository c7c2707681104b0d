/**
 * What Cloud Director writes into inventory paths. A VM's folder is
 * `/datacenter/system folder/organisation (uuid)/org VDC (uuid)/vApp (uuid)`, the resource pool ends in `org VDC (uuid)`.
 */

export interface PathSegment {
  /** Without the id. */
  readonly name: string
  /** Lower case; '' where the segment carries none. */
  readonly uuid: string
}

const UUID_SUFFIX = /^(.*?)\s*\(([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)$/i

/** Folders of vCenter's own making, and the root of every resource pool tree. */
const PLUMBING = new Set(['vm', 'discovered virtual machine', 'resources'])
/** The pool of Cloud Director's own machines (edges, proxies): says nothing about who owns a VM. */
const SYSTEM_VDC = /^system vdc\b/i

/** `acme-vDC-1326124…`: the usual name of an org VDC; the part before it is the organisation. */
const NUMBERED_VDC = /^(.+?)[-_]vdc[-_]\d/i
/** `Acme-VDC-Prod`, `acme_vdc`, `Acme vDC02`: the same without the number. */
const NAMED_VDC = /^(.+?)[-_ ]vdc(?:\d*$|\d*[-_ ])/i

/** The parts of an inventory path, ids taken off, empty ones dropped. */
export function pathSegments(path: string): PathSegment[] {
  const segments: PathSegment[] = []
  for (const part of path.split('/')) {
    const trimmed = part.trim()
    if (trimmed === '') continue
    const match = UUID_SUFFIX.exec(trimmed)
    segments.push(match ? { name: match[1] || match[2], uuid: match[2].toLowerCase() } : { name: trimmed, uuid: '' })
  }
  return segments
}

export function isPlumbing(segment: PathSegment): boolean {
  return PLUMBING.has(segment.name.toLowerCase())
}

/** What one folder path says by itself. */
export interface VcdFolder {
  readonly segments: readonly PathSegment[]
  /** Segments with an id, vCenter's own folders left out: organisation, org VDC, vApp. */
  readonly identified: readonly PathSegment[]
}

export function parseVcdFolder(path: string): VcdFolder {
  const segments = pathSegments(path)
  return { segments, identified: segments.filter((segment) => segment.uuid !== '' && !isPlumbing(segment)) }
}

/** The org VDC that a resource pool path ends in; null for a plain pool and for Cloud Director's own. */
export function vdcOfPool(path: string): PathSegment | null {
  const last = pathSegments(path).at(-1)
  if (!last || last.uuid === '' || isPlumbing(last) || SYSTEM_VDC.test(last.name)) return null
  return last
}

export interface VcdOwner {
  readonly tenant: string
  /** '' when only the organisation is known. */
  readonly orgVdc: string
}

/** What all paths of an estate say together. */
export interface VcdKnowledge {
  /** Ids of the org VDCs that any resource pool names: tells an org VDC from a vApp where a folder leaves one out. */
  readonly vdcs: ReadonlySet<string>
  /** Organisation by id of the org VDC, from folders: names the owner of a VM whose folder is missing. */
  readonly orgOfVdc: ReadonlyMap<string, string>
}

/** Gathers what single paths cannot know. The answer does not depend on the order of the paths. */
export function learnVcd(folders: Iterable<VcdFolder>, pools: Iterable<PathSegment | null>): VcdKnowledge {
  const vdcs = new Set<string>()
  for (const pool of pools) if (pool) vdcs.add(pool.uuid)
  const orgOfVdc = new Map<string, string>()
  for (const { identified } of folders) {
    if (identified.length < 2) continue
    const [organisation, vdc] = identified
    const known = orgOfVdc.get(vdc.uuid)
    // Two organisations with one VDC cannot be; should a file say so, the smaller name wins on every run.
    if (known === undefined || organisation.name < known) orgOfVdc.set(vdc.uuid, organisation.name)
  }
  return { vdcs, orgOfVdc }
}

/**
 * Organisation and org VDC of a VM, or null when its paths are not Cloud Director's.
 *
 * 1. A segment named `<org>-vdc-<digits>` in the folder, then in the pool, is the org VDC. The organisation is the folder
 *    around it when that carries an id (one organisation stays one tenant whatever its VDCs are called), else `<org>`.
 * 2. Else folders with ids: the first is the organisation. The org VDC is the one the pool also ends in; else the second,
 *    unless no pool of the estate knows it (then it is a vApp) and the pool names another.
 * 3. Else a segment named like `Acme-VDC-Prod`.
 * 4. Else the organisation that other VMs of the pool's org VDC belong to.
 */
export function vcdOwner(folder: VcdFolder, pool: string, knowledge: VcdKnowledge): VcdOwner | null {
  const poolSegments = pathSegments(pool)
  const [organisation, second, ...rest] = folder.identified
  const numbered = ownerByName(folder.segments, NUMBERED_VDC)
  if (numbered) return numbered
  const numberedPool = ownerByName(poolSegments, NUMBERED_VDC)
  if (numberedPool) return { ...numberedPool, tenant: organisation?.name ?? numberedPool.tenant }

  const poolVdc = vdcOfPool(pool)
  if (organisation && second) {
    const shared = poolVdc && [second, ...rest].find((segment) => segment.uuid === poolVdc.uuid)
    const isVapp = poolVdc && !shared && !knowledge.vdcs.has(second.uuid)
    return { tenant: organisation.name, orgVdc: (shared || (isVapp ? poolVdc : second)).name }
  }

  const named = ownerByName(folder.segments, NAMED_VDC) ?? ownerByName(poolSegments, NAMED_VDC)
  if (named) return named
  if (organisation)
    return { tenant: organisation.name, orgVdc: poolVdc && poolVdc.uuid !== organisation.uuid ? poolVdc.name : '' }

  const known = poolVdc && knowledge.orgOfVdc.get(poolVdc.uuid)
  return known ? { tenant: known, orgVdc: poolVdc.name } : null
}

function ownerByName(segments: readonly PathSegment[], pattern: RegExp): VcdOwner | null {
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i]
    if (SYSTEM_VDC.test(segment.name)) continue
    const match = pattern.exec(segment.name)
    if (!match) continue
    const around = segments[i - 1]
    const organisation = segment.uuid !== '' && around?.uuid ? around.name : match[1]
    return { tenant: organisation, orgVdc: segment.name }
  }
  return null
}

/** The vApp folder below organisation and org VDC; '' where there is none. */
export function vcdVapp(folder: VcdFolder): string {
  return folder.identified.length >= 3 ? folder.identified[folder.identified.length - 1].name : ''
}
