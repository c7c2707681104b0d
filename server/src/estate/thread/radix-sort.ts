/** Bits of a digit of a radix sort, and how many digits a double has. */
const DIGIT_BITS = 16
const KINDS = 1 << DIGIT_BITS
const DIGITS_OF_DOUBLE = 4

/**
 * The indexes of `values` in ascending order of value, equal ones in ascending order of index: what a stable sort gives,
 * in time that grows with the count alone. What is not finite comes last, in ascending order of index.
 *
 * @returns the indexes, and how many of them are of finite values
 */
export function sortedByNumber(values: ArrayLike<number>): { rows: Uint32Array; known: number } {
  const count = values.length
  const doubles = new Float64Array(count)
  const finite = new Uint32Array(count)
  const rows = new Uint32Array(count)
  let known = 0
  for (let row = 0; row < count; row++) {
    if (!Number.isFinite(values[row])) continue
    // Zero has two signs and is one value.
    doubles[known] = values[row] + 0
    finite[known++] = row
  }
  const order = sortedByDigits(digitsOf(doubles), DIGITS_OF_DOUBLE, known)
  for (let i = 0; i < known; i++) rows[i] = finite[order[i]]
  let end = known
  for (let row = 0; row < count; row++) if (!Number.isFinite(values[row])) rows[end++] = row
  return { rows, known }
}

/**
 * Radix sort: the indexes of keys in ascending order, stable. A key is `digits` numbers of 16 bits one after another, the
 * least one first.
 */
export function sortedByDigits(keys: Uint16Array, digits: number, count: number): Uint32Array {
  let order = new Uint32Array(count)
  let next = new Uint32Array(count)
  for (let i = 0; i < count; i++) order[i] = i
  const starts = new Uint32Array(KINDS + 1)
  for (let digit = 0; digit < digits; digit++) {
    starts.fill(0)
    for (let i = 0; i < count; i++) starts[keys[i * digits + digit] + 1]++
    // Where every key has the same digit there is nothing to move.
    if (count === 0 || starts[keys[digit] + 1] === count) continue
    for (let kind = 1; kind < KINDS; kind++) starts[kind] += starts[kind - 1]
    for (let i = 0; i < count; i++) {
      const at = order[i]
      next[starts[keys[at * digits + digit]]++] = at
    }
    const moved = next
    next = order
    order = moved
  }
  return order
}

/**
 * The bits of a double order as the doubles do once the sign bit is flipped, and all bits where it was set. Halves and
 * quarters lie least first on every machine that runs this.
 */
function digitsOf(doubles: Float64Array): Uint16Array {
  const halves = new Uint32Array(doubles.buffer)
  for (let at = 0; at < halves.length; at += 2) {
    const isNegative = halves[at + 1] >>> 31 === 1
    if (isNegative) halves[at] = ~halves[at]
    halves[at + 1] = isNegative ? ~halves[at + 1] : halves[at + 1] ^ 0x8000_0000
  }
  return new Uint16Array(doubles.buffer)
}
