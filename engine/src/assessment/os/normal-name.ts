/** No name of a system is longer; foreign cells may be. */
const LONGEST_NAME = 200

/** Lower case, single spaces, no trade marks: what the patterns expect. */
export function normalName(text: string): string {
  return text
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replace(/\((?:r|tm)\)|[®™]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
