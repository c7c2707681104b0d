const WILDCARDS = /[*%]+/

/**
 * Makes the test whether a whole name fits a pattern, in any case; `*` and `%` stand for any run of characters, also none.
 * Parts are sought from left to right: no pattern makes it slow.
 */
export function namePattern(pattern: string): (name: string) => boolean {
  const parts = pattern.toLowerCase().split(WILDCARDS)
  const first = parts[0]
  const last = parts[parts.length - 1]
  if (parts.length === 1) return (name) => name.toLowerCase() === first
  const middle = parts.slice(1, -1)
  return (name) => {
    const text = name.toLowerCase()
    if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false
    const end = text.length - last.length
    let at = first.length
    for (const part of middle) {
      const found = text.indexOf(part, at)
      if (found < 0 || found + part.length > end) return false
      at = found + part.length
    }
    return true
  }
}
