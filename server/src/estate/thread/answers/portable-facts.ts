import type { VmFacts } from '@portolan/engine/inventory/facts'
import { pack } from '@portolan/engine/inventory/pack'
import type { Tenancy } from '@portolan/engine/tenancy/tenancy'
import { gzipped } from '../gzipped.ts'
import type { View } from '../view.ts'

const TEXT_COLUMNS = ['moref', 'name', 'datacenter', 'cluster', 'host'] as const
const LEVEL = 6

/** What the engine in a browser needs to assess and to plan. */
interface PortableFacts {
  readonly facts: VmFacts
  readonly tenancy: Tenancy
}

/**
 * Facts and tenants as gzip of packed columns, with no text that the facts do not use. Tenants are those detected: what
 * people decided changes more often than a browser should fetch all this again, and comes with the givens of the plan.
 */
export function portableFacts({ facts, snapshot, settings }: View): Promise<Uint8Array<ArrayBuffer>> {
  const portable: PortableFacts = {
    facts: withOwnTexts(facts),
    tenancy: { ...snapshot.tenancyUnder(settings), appGroups: [], appGroupOf: new Uint32Array(0) },
  }
  return gzipped([pack(portable)], LEVEL)
}

function withOwnTexts(facts: VmFacts): VmFacts {
  const texts = ['']
  const codeOf = new Map<number, number>([[0, 0]])
  const moved = (column: Uint32Array) =>
    Uint32Array.from(column, (code) => {
      let own = codeOf.get(code)
      if (own === undefined) {
        own = texts.length
        texts.push(facts.texts[code])
        codeOf.set(code, own)
      }
      return own
    })
  const columns = Object.fromEntries(TEXT_COLUMNS.map((name) => [name, moved(facts[name])]))
  return { ...facts, ...columns, texts }
}
