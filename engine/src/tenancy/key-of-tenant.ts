import type { TenantKey } from './tenant-key.ts'

/** Name and org VDC ('' for none) as they were found. */
export interface TenantPair {
  readonly name: string
  readonly orgVdc: string
}

const SEPARATOR = '/'
const NUMBER_SIGN = '~'
const ESCAPES: readonly (readonly [string, string])[] = [
  ['%', '%25'],
  [SEPARATOR, '%2F'],
  [NUMBER_SIGN, '%7E'],
]

/** The key of a detected tenant. Different pairs have different keys. */
export function tenantKeyOf({ name, orgVdc }: TenantPair): TenantKey {
  return (orgVdc === '' ? escaped(name) : `${escaped(name)}${SEPARATOR}${escaped(orgVdc)}`) as TenantKey
}

/**
 * A key for a tenant that somebody adds by hand: that of the pair, with `~2`, `~3` … where it is taken. No detected tenant
 * can have a numbered key, so a re-detection never takes it. Detecting the pair itself later makes the two one.
 */
export function keyForMadeTenant(pair: TenantPair, taken: ReadonlySet<string>): TenantKey {
  const plain = tenantKeyOf(pair)
  let key = plain
  for (let number = 2; taken.has(key); number++) key = `${plain}${NUMBER_SIGN}${number}` as TenantKey
  return key
}

/** Name and org VDC out of a key: what is left of a tenant that nothing detects any more. */
export function pairOf(key: TenantKey): TenantPair {
  const [name, orgVdc = ''] = key.replace(/~\d+$/, '').split(SEPARATOR)
  return { name: unescaped(name), orgVdc: unescaped(orgVdc) }
}

function escaped(part: string): string {
  return ESCAPES.reduce((text, [plain, coded]) => text.replaceAll(plain, coded), part)
}

function unescaped(part: string): string {
  return ESCAPES.toReversed().reduce((text, [plain, coded]) => text.replaceAll(coded, plain), part)
}
