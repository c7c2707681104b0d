/** What JSON can say. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue }

/**
 * The one text of a value: keys sorted by code units, no white space, numbers as short as they can be read back exactly;
 * what is no number (NaN, infinities) is null. Equal values give equal bytes on every machine.
 */
export function canonicalJson(value: JsonValue): string {
  // JSON.stringify writes null for what is no number, and 0 for −0.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  // Texts grow by appending, which costs no copy: a plan of 100,000 VMs has millions of pieces.
  let text = ''
  if (isList(value)) {
    for (const entry of value) text += `${text === '' ? '' : ','}${canonicalJson(entry)}`
    return `[${text}]`
  }
  for (const key of Object.keys(value).sort()) {
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key])}`
  }
  return `{${text}}`
}

function isList(value: object): value is readonly JsonValue[] {
  return Array.isArray(value)
}
