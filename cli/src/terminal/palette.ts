/**
 * The one palette of the terminal. Colours are those of the documents' chart marks, which read on light and on dark
 * grounds; a terminal with fewer colours gets its own green, yellow and red. Colour never carries a meaning alone.
 */
export type ColourDepth = 'none' | 'basic' | '256' | 'full'

export type Tone = 'green' | 'amber' | 'red' | 'sea' | 'strong' | 'faint'

interface Ink {
  readonly rgb: readonly [number, number, number] | null
  readonly ansi256: number
  readonly basic: number
}

const INKS: Record<Exclude<Tone, 'strong' | 'faint'>, Ink> = {
  green: { rgb: [0x3f, 0x96, 0x68], ansi256: 71, basic: 32 },
  amber: { rgb: [0xb9, 0x7a, 0x14], ansi256: 172, basic: 33 },
  red: { rgb: [0xc4, 0x4a, 0x3d], ansi256: 167, basic: 31 },
  sea: { rgb: [0x2f, 0x7f, 0xa8], ansi256: 31, basic: 36 },
}

const BOLD = 1
const FAINT = 2

/** Paints a text in a tone; `none` leaves it as it is. */
export type Paint = (tone: Tone, text: string) => string

export const plainPaint: Paint = (_, text) => text

export function painter(depth: ColourDepth): Paint {
  if (depth === 'none') return plainPaint
  return (tone, text) => (text === '' ? '' : `\u001b[${code(tone, depth)}m${text}\u001b[0m`)
}

function code(tone: Tone, depth: ColourDepth): string {
  if (tone === 'strong') return String(BOLD)
  if (tone === 'faint') return String(FAINT)
  const ink = INKS[tone]
  if (depth === 'full' && ink.rgb) return `38;2;${ink.rgb.join(';')}`
  if (depth === 'basic') return String(ink.basic)
  return `38;5;${ink.ansi256}`
}

/**
 * How many colours to use on a stream: none with `NO_COLOR` (whatever else is set), as many as `FORCE_COLOR` says (0–3),
 * none where the stream is no terminal, else what `COLORTERM` and `TERM` promise. Sources: no-color.org, force-color.org.
 */
export function colourDepth(env: Record<string, string | undefined>, isTerminal: boolean): ColourDepth {
  if (env.NO_COLOR) return 'none'
  const forced = env.FORCE_COLOR
  if (forced !== undefined && forced !== '') {
    if (forced === '0' || forced === 'false') return 'none'
    if (forced === '3') return 'full'
    if (forced === '2') return '256'
    return 'basic'
  }
  if (!isTerminal || env.TERM === 'dumb') return 'none'
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return 'full'
  return env.TERM?.includes('256') ? '256' : 'basic'
}
