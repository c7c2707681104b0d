/** Texts as people look for them: frequent, rare, an address, one letter, nothing at all. */
const SEARCHES = ['db', 'prd-web', '10.20', 'a', 'example', 'no such vm']
const RANGES = {
  vcpus: ['4..8', '..<2', '16..'],
  memoryGiB: ['8..16', '..<4', '64..'],
  diskCapacityGiB: ['100..500', '1000..'],
  usedGiB: ['100..', '10..<50'],
  score: ['0..20', '21..'],
}

/**
 * For every filter of the contract some values that the estate really has: the most frequent one, a rare one, several
 * at once. A filter that nobody thought of is an error, so that none goes unmeasured.
 *
 * @param {string[]} names the filters of the contract
 * @param {Record<string, { value: string, vms: number }[]>} facets of the whole estate
 * @param {string[]} days on which something is cut over
 * @returns {Record<string, string>[]}
 */
export function filtersToAsk(names, facets, days) {
  const given = { ...RANGES, search: SEARCHES, excluded: ['true', 'false'], day: [days[0], days.at(-1)] }
  return names.flatMap((name) => {
    const values = given[name] ?? (facets[name] && valuesOf(facets[name]))
    if (!values) throw new Error(`The bench has no values for the filter ${name}: add them in list-questions.mjs`)
    return values.map((value) => ({ [name]: value }))
  })
}

function valuesOf(facet) {
  const values = facet.map(({ value }) => value.replaceAll(',', '\\,')).filter((value) => value !== '')
  const some = [values[0], values.at(-1), values.slice(0, 3).join(',')]
  return [...new Set(some)].filter((value) => value !== undefined)
}

/** Two filters at once, as people narrow a list down. */
export function pairsOf(filters, { pick }, count) {
  return Array.from({ length: count }, () => ({ ...pick(filters), ...pick(filters) }))
}
