import type { GuestOs } from '../assessment/os/guest-os.ts'
import { identifyOs } from '../assessment/os/identify-os.ts'
import type { Estate } from './estate.ts'
import type { VmFacts } from './facts.ts'

/** Text codes stay far below this, so that a pair of them is an exact integer. */
const CODES = 2 ** 26

/**
 * Which system every VM runs. Names are read once per distinct tuple of the three columns and the hardware version:
 * estates of 100,000 VMs have some hundreds of them.
 */
export function systemFacts({ vms, texts }: Estate, counted: Uint32Array): Pick<VmFacts, 'systems' | 'osOf'> {
  const pairs = new Map<number, number>()
  const triples = new Map<number, number>()
  const tuples = new Map<number, number>()
  const byContent = new Map<string, number>()
  const systems: GuestOs[] = []
  const osOf = new Uint32Array(counted.length)

  for (let row = 0; row < counted.length; row++) {
    const vm = counted[row]
    const hardware = vms.hardwareVersion[vm] || 0
    const pair = numbered(pairs, vms.osConfig[vm] * CODES + vms.osTools[vm])
    const triple = numbered(triples, pair * CODES + vms.guestDetail[vm])
    const tuple = triple * 1024 + hardware
    let system = tuples.get(tuple)
    if (system === undefined) {
      const found = identifyOs({
        config: texts[vms.osConfig[vm]],
        tools: texts[vms.osTools[vm]],
        detail: texts[vms.guestDetail[vm]],
        hardwareVersion: vms.hardwareVersion[vm],
      })
      system = numbered(byContent, contentOf(found))
      systems[system] = found
      tuples.set(tuple, system)
    }
    osOf[row] = system
  }
  return { systems, osOf }
}

/** The number of a key: 0, 1, 2 … in the order keys are first seen. */
function numbered<Key>(numbers: Map<Key, number>, key: Key): number {
  let number = numbers.get(key)
  if (number === undefined) {
    number = numbers.size
    numbers.set(key, number)
  }
  return number
}

/** Kernel versions and builds differ where the system is one and the same. */
function contentOf(os: GuestOs): string {
  return [os.product.id, os.release, os.edition, os.bits, os.label, os.evidence, os.doubt].join('\n')
}
