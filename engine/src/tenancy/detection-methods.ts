import type { CustomColumn, Estate, Texts } from '../inventory/estate.ts'
import type { VmFacts } from '../inventory/facts.ts'
import {
  annotationReader,
  compareTexts,
  filledIn,
  folderPart,
  isOwnerLike,
  namePrefix,
  poolName,
} from './owner-names.ts'
import type { DetectionStep } from './tenancy-settings.ts'
import { learnVcd, parseVcdFolder, vcdOwner, vdcOfPool } from './vcd-path.ts'

/** What a method says about one VM. Cloud Director knows the org VDC too; null leaves it to the settings. */
export interface Owner {
  readonly tenant: string
  readonly orgVdc: string | null
}

/** Asks one method about VM `vm` of the estate; null: no match. */
export type Method = (vm: number) => Owner | null

/**
 * Makes a method ready for an estate; the parameters are those of its step. `earlier` are the methods that are asked
 * before it: who counts how often a prefix occurs must leave out the VMs that those place.
 */
export function methodFor(
  step: DetectionStep,
  estate: Estate,
  facts: Pick<VmFacts, 'count' | 'vm'>,
  earlier: readonly Method[],
): Method {
  const { vms } = estate
  switch (step.method) {
    case 'vcd_folder':
      return vcdMethod(estate)
    case 'folder_path':
      return textMethod(estate, vms.folder, (folder) => folderPart(folder, step.depth))
    case 'resource_pool':
      return textMethod(estate, vms.resourcePool, poolName)
    case 'vapp_name':
      return textMethod(estate, vms.vapp, filledIn)
    case 'annotation_field':
      return textMethod(estate, vms.annotation, annotationReader(step.fieldName))
    case 'cluster':
      return textMethod(estate, vms.cluster, filledIn)
    case 'vm_name_prefix':
      return prefixMethod(estate, facts, earlier, step)
    case 'custom_attribute':
      return attributeMethod(estate, step.names)
  }
}

function textMethod(estate: Estate, column: Texts, read: (text: string) => string): Method {
  const ownerOf = perCode(estate, (text): Owner | null => {
    const tenant = read(text)
    return tenant === '' ? null : { tenant, orgVdc: null }
  })
  return (vm) => (column[vm] === 0 ? null : ownerOf(column[vm]))
}

function vcdMethod(estate: Estate): Method {
  const { texts } = estate
  const { folder, resourcePool } = estate.vms
  const folderOf = perCode(estate, parseVcdFolder)
  const knowledge = learnVcd(
    Array.from(new Set(folder), folderOf),
    Array.from(new Set(resourcePool), (code) => vdcOfPool(texts[code])),
  )
  const owners = new Map<number, Owner | null>()
  return (vm) => {
    const pair = folder[vm] * texts.length + resourcePool[vm]
    let owner = owners.get(pair)
    if (owner === undefined) {
      owner = vcdOwner(folderOf(folder[vm]), texts[resourcePool[vm]], knowledge)
      owners.set(pair, owner)
    }
    return owner
  }
}

function prefixMethod(
  estate: Estate,
  facts: Pick<VmFacts, 'count' | 'vm'>,
  earlier: readonly Method[],
  step: Extract<DetectionStep, { method: 'vm_name_prefix' }>,
): Method {
  const ignored = new Set(step.ignoredPrefixes.map((prefix) => prefix.toLowerCase()))
  const prefixOf = (vm: number) => namePrefix(estate.texts[estate.vms.name[vm]], step.separator, step.prefixParts)
  // One owner writes his prefix in several cases; the spelling of most VMs names the tenant, ties by code units.
  const spellings = new Map<string, Map<string, number>>()
  for (let i = 0; i < facts.count; i++) {
    const vm = facts.vm[i]
    const prefix = prefixOf(vm)
    if (prefix === '' || earlier.some((method) => method(vm) !== null)) continue
    const key = prefix.toLowerCase()
    const counts = spellings.get(key) ?? new Map<string, number>()
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1)
    spellings.set(key, counts)
  }
  const owners = new Map<string, Owner>()
  for (const [key, counts] of spellings) {
    const vms = [...counts.values()].reduce((sum, count) => sum + count, 0)
    if (vms < step.minVms || !isOwnerLike(key, ignored)) continue
    const [[tenant]] = [...counts].sort(([a, m], [b, n]) => n - m || compareTexts(a, b))
    for (const spelling of counts.keys()) owners.set(spelling, { tenant, orgVdc: null })
  }
  return (vm) => owners.get(prefixOf(vm)) ?? null
}

function attributeMethod(estate: Estate, names: readonly string[]): Method {
  // Sorted: two attributes may differ by case alone, and files may bring them in any order.
  const attributes = [...estate.customColumns].sort((a, b) => compareTexts(a.name, b.name))
  const columns: CustomColumn[] = names.flatMap((name) =>
    attributes.filter((column) => column.name.trim().toLowerCase() === name.toLowerCase()),
  )
  const readers = columns.map((column) => textMethod(estate, column.values, filledIn))
  return (vm) => {
    for (const read of readers) {
      const owner = read(vm)
      if (owner) return owner
    }
    return null
  }
}

/** Remembers the answer for each text code: work per distinct text instead of per VM. */
export function perCode<T>(estate: Estate, read: (text: string) => T): (code: number) => T {
  const answers = new Map<number, T>()
  return (code) => {
    let answer = answers.get(code)
    if (answer === undefined) {
      answer = read(estate.texts[code])
      answers.set(code, answer)
    }
    return answer
  }
}
