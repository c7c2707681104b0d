// Everything that prints nothing and may yet tell two names apart: controls, formats such as zero-width spaces, line ends.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu
const LONE_SURROGATES = /[\p{Cs}]/gu

/**
 * A name as OpenStack takes it: without invisible characters, with single spaces and none at the ends, and no longer than
 * `maxCharacters`. Services count characters, not bytes, and a pair of surrogates is one. '' where nothing is left.
 */
export function sanitisedName(text: string, maxCharacters: number): string {
  const clean = text.replace(LONE_SURROGATES, '').replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim()
  const characters = [...clean]
  return characters.length <= maxCharacters ? clean : characters.slice(0, maxCharacters).join('').trimEnd()
}

/** Characters as a database counts them. */
export function characterCount(text: string): number {
  return [...text].length
}

/** Whether a name holds characters that nobody sees. */
export function hasInvisible(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text)
}
