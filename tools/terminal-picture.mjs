// Draws what a command prints as SVG, colours and all: pictures of the documentation are real output.
//   FORCE_COLOR=3 COLUMNS=104 node cli/bin/portolan.js assess … | node tools/terminal-picture.mjs > docs/images/assess.svg
import { readFileSync } from 'node:fs'

const CHAR_WIDTH = 8.4
const LINE_HEIGHT = 19
const PADDING = 20
const INK = '#E4EAEF'
const FAINT = '#9DB0BF'
const GROUND = '#0F171E'
const ESCAPE = /\u001b\[([0-9;]*)m/

const escapeXml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** What a code of SGR changes; only those the palette of the command uses. */
function styleOf(codes, style) {
  if (codes === '0' || codes === '') return { fill: INK, bold: false }
  if (codes === '1') return { ...style, bold: true }
  if (codes === '2') return { ...style, fill: FAINT }
  const rgb = /^38;2;(\d+);(\d+);(\d+)$/.exec(codes)
  return rgb ? { ...style, fill: `rgb(${rgb.slice(1).join(',')})` } : style
}

const lines = readFileSync(0, 'utf8').trimEnd().split('\n')
let columns = 0
let style = { fill: INK, bold: false }
const texts = lines.map((line, row) => {
  let column = 0
  const spans = []
  const parts = line.split(ESCAPE)
  parts.forEach((part, i) => {
    if (i % 2 === 1) {
      style = styleOf(part, style)
      return
    }
    // SVG folds blanks: each run of words stands at its own column.
    for (const { 0: words, index } of part.matchAll(/\S+(?: \S+)*/g)) {
      const weight = style.bold ? ' font-weight="700"' : ''
      const width = (words.length * CHAR_WIDTH).toFixed(1)
      const x = (PADDING + (column + index) * CHAR_WIDTH).toFixed(1)
      spans.push(
        `<tspan x="${x}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${style.fill}"${weight}>${escapeXml(words)}</tspan>`,
      )
    }
    column += part.length
  })
  columns = Math.max(columns, column)
  return `<text y="${PADDING + (row + 0.75) * LINE_HEIGHT}">${spans.join('')}</text>`
})
const width = Math.ceil(columns * CHAR_WIDTH + PADDING * 2)
const height = Math.ceil(lines.length * LINE_HEIGHT + PADDING * 2)
console.log(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Output of portolan assess"><rect width="100%" height="100%" rx="6" fill="${GROUND}"/><g font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,monospace" font-size="14">${texts.join('')}</g></svg>`,
)
