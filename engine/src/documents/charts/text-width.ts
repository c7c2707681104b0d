/** How wide a text is in Inter: an SVG cannot ask, and a label that runs off its chart is a label nobody reads. */

/** Advance widths of Inter Regular in thousandths of the font size, U+0020 to U+007E, read from the shipped font. */
const ASCII_WIDTHS = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
  566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
  753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
  583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
  333, 426, 662,
]
const FIRST = 32
/** Signs that labels and tables use, from the same font. */
const SIGN_WIDTHS: Readonly<Record<string, number>> = {
  '…': 864,
  '–': 500,
  '·': 288,
  '●': 914,
  '▲': 1011,
  '■': 914,
}
const LATIN_WIDTH = 620
const WIDE_WIDTH = 1000
/** From here on scripts are as wide as they are high. */
const WIDE_FROM = 0x2e80
const BOLD_FACTOR = 1.05

/** Width of a text at a font size, in the same unit. */
export function textWidth(text: string, fontSize: number, isBold = false): number {
  let sum = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    sum += ASCII_WIDTHS[code - FIRST] ?? SIGN_WIDTHS[char] ?? (code < WIDE_FROM ? LATIN_WIDTH : WIDE_WIDTH)
  }
  return (sum / 1000) * fontSize * (isBold ? BOLD_FACTOR : 1)
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text
  const chars = [...text]
  while (chars.length > 1 && textWidth(`${chars.join('')}…`, fontSize) > width) chars.pop()
  return `${chars.join('').trimEnd()}…`
}
