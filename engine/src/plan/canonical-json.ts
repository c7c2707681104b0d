/** What JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * The one text of a value: keys sorted by code units, no white space, numbers as short as they can be read back exactly;
 * what is no number (NaN, infinities) is null. Equal values give equal bytes on every machine.
 */
export function canonicalJson(value: JsonValue): string {
  const parts: string[] = []
  write(value, parts)
  return parts.join('')
}

function write(value: JsonValue, parts: string[]): void {
  if (typeof value !== 'object' || value === null) {
    // JSON.stringify writes null for what is no number, and 0 for −0.
    parts.push(JSON.stringify(value))
  } else if (isList(value)) {
    writeAll(value, parts, ['[', ']'], (entry) => write(entry, parts))
  } else {
    writeAll(Object.keys(value).sort(), parts, ['{', '}'], (key) => {
      parts.push(JSON.stringify(key), ':')
      write(value[key], parts)
    })
  }
}

function writeAll<T>(
  entries: readonly T[],
  parts: string[],
  [open, close]: [string, string],
  each: (entry: T) => void,
) {
  parts.push(open)
  entries.forEach((entry, index) => {
    if (index > 0) parts.push(',')
    each(entry)
  })
  parts.push(close)
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}
