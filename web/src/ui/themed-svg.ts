import { COLOURS } from '@portolan/engine/documents/charts/colours'
import type { Drawing } from '@portolan/engine/documents/charts/svg'

/** The engine draws on white paper; each of its colours of ground and text has a token that follows the theme. */
const TOKENS: Readonly<Partial<Record<keyof typeof COLOURS, string>>> = {
  surface: 'var(--surface)',
  subtle: 'var(--subtle)',
  ink: 'var(--ink)',
  secondInk: 'var(--second-ink)',
  sea: 'var(--sea)',
  border: 'var(--control-border)',
  hairline: 'var(--hairline)',
  greenText: 'var(--green-text)',
  amberText: 'var(--amber-text)',
  redText: 'var(--red-text)',
}

/**
 * A drawing as an element in the colours of the theme. Textures are known by id in the whole document, so each picture
 * gets names of its own; the alternative text is the drawing's.
 */
export function themedSvg(drawing: Drawing, id: string, scale: number): SVGElement {
  let text = drawing.svg.replace(
    /(id="|url\(#)([a-z]+)/g,
    (_, before: string, name: string) => `${before}${id}-${name}`,
  )
  for (const [name, token] of Object.entries(TOKENS)) {
    text = text.replaceAll(`"${COLOURS[name as keyof typeof COLOURS]}"`, `"${token}"`)
  }
  const parsed = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement
  const svg = document.importNode(parsed, true) as unknown as SVGElement
  svg.setAttribute('width', String(drawing.width * scale))
  svg.setAttribute('height', String(drawing.height * scale))
  svg.setAttribute('font-family', 'inherit')
  return svg
}
