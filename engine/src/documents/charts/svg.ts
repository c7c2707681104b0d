import { COLOURS, MARK_FILLS, type Mark } from './colours.ts'

/** The few pieces of SVG that charts are made of. Lengths are points on paper and pixels on a screen. */

/** A drawn chart: complete SVG text and what it says to those who cannot see it. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly alt: string
  /** Where each row, part or place lies that the chart was given: a screen lets people click there. */
  readonly areas: readonly Area[]
}

export interface Area {
  /** Index in what the chart was given. */
  readonly index: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Labels: look.md's 12 pixels are 9 points. */
export const LABEL_SIZE = 9

export function drawing(
  width: number,
  height: number,
  alt: string,
  parts: readonly string[],
  areas: readonly Area[] = [],
): Drawing {
  const body = parts.join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}" ` +
    `font-family="Inter, sans-serif" font-size="${LABEL_SIZE}" role="img" aria-label="${escaped(alt)}">${textures(body)}${body}</svg>`
  return { svg, width, height, alt, areas }
}

export interface TextLook {
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly colour?: string
  readonly isBold?: boolean
  readonly size?: number
}

/** `y` is the baseline. */
export function label(x: number, y: number, text: string, look: TextLook = {}): string {
  const anchor = look.anchor && look.anchor !== 'start' ? ` text-anchor="${look.anchor}"` : ''
  const weight = look.isBold ? ' font-weight="600"' : ''
  const size = look.size ? ` font-size="${look.size}"` : ''
  return `<text x="${n(x)}" y="${n(y)}" fill="${look.colour ?? COLOURS.ink}"${anchor}${weight}${size}>${escaped(text)}</text>`
}

export function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(0, width))}" height="${n(height)}" fill="${fill}"/>`
}

export function line(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  colour: string = COLOURS.hairline,
  dash = '',
): string {
  const dashes = dash ? ` stroke-dasharray="${dash}"` : ''
  return `<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${colour}" stroke-width="0.75"${dashes}/>`
}

export function path(d: string, colour: string, dash = ''): string {
  const dashes = dash ? ` stroke-dasharray="${dash}"` : ''
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="1.5" stroke-linejoin="round"${dashes}/>`
}

/** A bar of a meaning: the fill, and over it the texture that tells it apart in grey print. */
export function markedBar(x: number, y: number, width: number, height: number, mark: Mark, texture?: Texture): string {
  const over = texture ?? MARK_TEXTURES[mark]
  const base = rect(x, y, width, height, MARK_FILLS[mark])
  return over ? base + rect(x, y, width, height, `url(#${over})`) : base
}

/** ● ▲ ■ as shapes, since not every font has the characters; `x` is the left edge, `y` the middle. */
export function riskShape(x: number, y: number, mark: Mark, size = 7): string {
  const fill = MARK_FILLS[mark]
  const half = size / 2
  if (mark === 'amber') return `<path d="M${n(x)} ${n(y + half)}h${n(size)}l${n(-half)} ${n(-size)}z" fill="${fill}"/>`
  if (mark === 'red') return rect(x, y - half, size, size, fill)
  return `<circle cx="${n(x + half)}" cy="${n(y)}" r="${n(half)}" fill="${fill}"/>`
}

/** `hatch` is cold and paid-for support; `dots` and `grid` tell YELLOW and RED from GREEN without colour. */
export type Texture = 'hatch' | 'dots' | 'grid'

const MARK_TEXTURES: Partial<Record<Mark, Texture>> = { amber: 'dots', red: 'grid' }

const TEXTURES: Readonly<Record<Texture, string>> = {
  hatch:
    '<pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2" height="4" fill="#FFFFFF" fill-opacity="0.75"/></pattern>',
  dots: '<pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="1.5" cy="1.5" r="0.8" fill="#FFFFFF" fill-opacity="0.8"/></pattern>',
  grid: '<pattern id="grid" width="3.5" height="3.5" patternUnits="userSpaceOnUse"><path d="M0 0H3.5M0 0V3.5" stroke="#4A0E08" stroke-width="1.1" stroke-opacity="0.55"/></pattern>',
}

function textures(body: string): string {
  const used = (Object.keys(TEXTURES) as Texture[]).filter((name) => body.includes(`url(#${name})`))
  return used.length === 0 ? '' : `<defs>${used.map((name) => TEXTURES[name]).join('')}</defs>`
}

/** Coordinates with two decimals: more only swells the file. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
