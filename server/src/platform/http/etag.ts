import { CodedError } from '../errors.ts'

export type IfMatch = number | 'any' | null

export const versionTag = (version: number): string => `"${version}"`

/** `If-Match` of a change: a version, `*`, or nothing. */
export function parseIfMatch(header: string | undefined): IfMatch {
  if (header === undefined) return null
  if (header.trim() === '*') return 'any'
  const match = /^(?:W\/)?"(\d+)"$/.exec(header.trim())
  if (!match) throw new CodedError('malformed', `If-Match takes the ETag of the row, as "3"; found ${header}`)
  return Number(match[1])
}

/** Two people editing one row never overwrite each other in silence: a change names the version it was made from. */
export function requireVersion(ifMatch: IfMatch, version: number, what: string): void {
  if (ifMatch === null) {
    throw new CodedError('stale', `A change of ${what} must send If-Match with the ETag it was read with (or *).`)
  }
  if (ifMatch !== 'any' && ifMatch !== version) {
    throw new CodedError(
      'stale',
      `${what} was changed meanwhile (version ${version}, yours was ${ifMatch}). Read it again.`,
    )
  }
}
