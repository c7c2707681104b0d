import { type Estate, Flag, textAt } from '@portolan/engine/inventory/estate'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { nearest } from '../nearest.ts'

/** `vm` is a row of `VmFacts`. */
export type Found =
  | { readonly kind: 'one'; readonly vm: number }
  | { readonly kind: 'several'; readonly vms: readonly number[] }
  | { readonly kind: 'not-counted'; readonly what: 'template' | 'placeholder' }
  | { readonly kind: 'none'; readonly nearest: readonly string[] }

const NEAREST = 5

/**
 * The VM that somebody means: by its exact name, MoRef, UUID or handle; failing these by its DNS name or host part;
 * failing these by its name in any case. The first way that finds one or more decides.
 */
export function findVm(estate: Estate, facts: VmFacts, wanted: string): Found {
  const rows = Array.from({ length: facts.count }, (_, row) => row)
  for (const matches of waysToName(estate, facts, wanted)) {
    const vms = rows.filter((row) => matches(facts.vm[row], row))
    if (vms.length === 1) return { kind: 'one', vm: vms[0] }
    if (vms.length > 1) return { kind: 'several', vms }
  }
  return notCounted(estate, wanted) ?? { kind: 'none', nearest: nearest(wanted, namesOf(estate, facts), NEAREST) }
}

/** The shortest word that names this VM and no other: what to type to mean it. */
export function handlesOf(estate: Estate, facts: VmFacts, vms: readonly number[]): string[] {
  const { moref, instanceUuid } = estate.vms
  const morefs = occurrences(facts, moref)
  const uuids = occurrences(facts, instanceUuid)
  return vms.map((row) => {
    const vm = facts.vm[row]
    if (moref[vm] !== 0 && morefs.get(moref[vm]) === 1) return textAt(estate, moref, vm)
    if (instanceUuid[vm] !== 0 && uuids.get(instanceUuid[vm]) === 1) return textAt(estate, instanceUuid, vm)
    return rowHandle(estate, vm)
  })
}

type Matcher = (vm: number, row: number) => boolean

function waysToName(estate: Estate, facts: VmFacts, wanted: string): Matcher[] {
  const { vms, texts } = estate
  const exact = texts.indexOf(wanted)
  const lower = wanted.toLowerCase()
  const uuid = lower.replaceAll('-', '')
  const isUuid = /^[0-9a-f]{32}$/.test(uuid)
  const sameUuid = perText(estate, (text) => text.toLowerCase().replaceAll('-', '') === uuid)
  const sameDns = perText(estate, (text) => text.toLowerCase() === lower)
  const sameHost = perText(estate, (text) => text.toLowerCase().split('.', 1)[0] === lower)
  return [
    (_, row) => facts.name[row] === exact && exact > 0,
    (vm) => vms.moref[vm] === exact && exact > 0,
    (vm) => isUuid && (sameUuid(vms.instanceUuid[vm]) || sameUuid(vms.smbiosUuid[vm])),
    (vm) => rowHandle(estate, vm) === wanted,
    (vm) => sameDns(vms.dnsName[vm]),
    (_, row) => sameDns(facts.name[row]),
    (vm) => sameHost(vms.dnsName[vm]),
  ]
}

/** A name that a template or a placeholder bears: it is there, but nothing was computed for it. */
function notCounted(estate: Estate, wanted: string): Found | null {
  const { vms, texts } = estate
  const lower = wanted.toLowerCase()
  for (let vm = 0; vm < vms.count; vm++) {
    if (vms.template[vm] !== Flag.yes && vms.srmPlaceholder[vm] !== Flag.yes) continue
    const isMeant = texts[vms.name[vm]].toLowerCase() === lower || texts[vms.moref[vm]] === wanted
    if (isMeant) return { kind: 'not-counted', what: vms.template[vm] === Flag.yes ? 'template' : 'placeholder' }
  }
  return null
}

/** File and row of vInfo: what is left when a VM has no id of its own. */
function rowHandle(estate: Estate, vm: number): string {
  const { source, row } = estate.vms.origins.vInfo
  const file = estate.sources[source[vm]].file
  return `${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}#${row[vm]}`
}

/** A question about a text, answered once for each distinct one; the empty text is never meant. */
function perText({ texts }: Estate, isMeant: (text: string) => boolean): (code: number) => boolean {
  const answers = new Map<number, boolean>([[0, false]])
  return (code) => {
    let answer = answers.get(code)
    if (answer === undefined) {
      answer = isMeant(texts[code])
      answers.set(code, answer)
    }
    return answer
  }
}

function occurrences(facts: VmFacts, column: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const vm of facts.vm) counts.set(column[vm], (counts.get(column[vm]) ?? 0) + 1)
  return counts
}

function namesOf({ texts }: Estate, facts: VmFacts): Set<string> {
  return new Set(Array.from(facts.name, (code) => texts[code]))
}
