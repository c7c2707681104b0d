import type { SizeUnit } from '../../units.ts'

/**
 * A header as it is compared: case, blanks, line breaks and punctuation do not count (`Free % ` of 3.x, `Power State`,
 * `vm_name`), while `#` and `%` do: "# Cores" is a count where "Cores" need not be one.
 */
export interface HeaderKey {
  readonly full: string
  /** Without its unit: `Capacity MB`, `Capacity (MiB)` and `Capacity` are one name. */
  readonly bare: string
  readonly sizeUnit: SizeUnit | null
  readonly frequencyUnit: 'MHz' | 'GHz' | null
}

// A unit stands as a word of its own, or in capitals at the end of a joined name (`vPartitionCapacityMiB`).
const SIZE_WORD = /(?<![a-z0-9])(?:in\s+)?(bytes?|ki?b|mi?b|gi?b|ti?b)(?![a-z0-9])/i
const SIZE_ENDING = /(?<=[a-z])(KiB|MiB|GiB|TiB|KB|MB|GB|TB)$/
const FREQUENCY = /(?<![a-z0-9])([mg]hz)(?![a-z0-9])|(?<=[a-z])([MG]Hz)$/i

const UNIT_OF_LETTER: Record<string, SizeUnit> = { b: 'B', k: 'KiB', m: 'MiB', g: 'GiB', t: 'TiB' }

export function headerKey(header: string): HeaderKey {
  const spaced = header.replace(/_/g, ' ')
  const size = SIZE_WORD.exec(spaced) ?? SIZE_ENDING.exec(spaced)
  const frequency = FREQUENCY.exec(spaced)
  const bare = spaced.replace(size?.[0] ?? '', ' ').replace(frequency?.[0] ?? '', ' ')
  return {
    full: squeeze(spaced),
    bare: squeeze(bare),
    sizeUnit: size ? UNIT_OF_LETTER[size[1][0].toLowerCase()] : null,
    frequencyUnit: frequency ? (frequency[0][0].toLowerCase() === 'g' ? 'GHz' : 'MHz') : null,
  }
}

const known = new Map<string, HeaderKey>()

/** `headerKey` for the names that tables of ours list: looked at again and again, and not many. */
export function knownHeaderKey(name: string): HeaderKey {
  let key = known.get(name)
  if (!key) {
    key = headerKey(name)
    known.set(name, key)
  }
  return key
}

function squeeze(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}#%]+/gu, '')
}
