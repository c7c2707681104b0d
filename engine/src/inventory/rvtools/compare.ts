/** Orders texts by code units: the same on every machine and in every language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** As people count: `Hard disk 2` before `Hard disk 10`. Equal only for equal texts. */
export function compareNatural(a: string, b: string): number {
  let i = 0
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i++
  if (i === a.length || i === b.length) return a.length - b.length
  const start = digitsBefore(a, i)
  const ofA = digitsFrom(a, start)
  const ofB = digitsFrom(b, start)
  // Of two runs of digits that begin alike the longer is the larger number; of equal length the code units tell.
  if (ofA > 0 && ofB > 0 && ofA !== ofB) return ofA - ofB
  return a.charCodeAt(i) - b.charCodeAt(i)
}

function digitsBefore(text: string, end: number): number {
  let start = end
  while (start > 0 && isDigit(text, start - 1)) start--
  return start
}

function digitsFrom(text: string, start: number): number {
  let end = start
  while (end < text.length && isDigit(text, end)) end++
  return end - start
}

function isDigit(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 48 && unit <= 57
}
