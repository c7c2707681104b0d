/** Bytes of XML that scanners compare with. */
export const TAB = 9
export const CR = 13
export const SPACE = 32
export const BANG = 33
export const QUOTE = 34
export const AMP = 38
export const APOSTROPHE = 39
export const MINUS = 45
export const POINT = 46
export const SLASH = 47
export const ZERO = 48
export const NINE = 57
export const COLON = 58
export const LT = 60
export const EQUALS = 61
export const GT = 62
export const QUESTION = 63
export const UPPER_A = 65
export const UPPER_Z = 90
export const UNDERSCORE = 95
export const LOWER_B = 98
export const LOWER_C = 99
export const LOWER_I = 105
export const LOWER_N = 110
export const LOWER_R = 114
export const LOWER_S = 115
export const LOWER_T = 116
export const LOWER_V = 118
export const LOWER_X = 120

/** True when every byte is ASCII, so that one byte is one sign. */
export function isAscii(bytes: Uint8Array, start: number, end: number): boolean {
  let all = 0
  for (let at = start; at < end; at++) all |= bytes[at]
  return all < 128
}

/** Text of bytes in UTF-8. Latin 1 says the same of ASCII and is read several times faster. */
export function textOf(bytes: Buffer, start: number, end: number): string {
  return isAscii(bytes, start, end) ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end)
}
