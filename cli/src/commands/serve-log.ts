import type { Tone } from '../terminal/palette.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { printable } from '../terminal/width.ts'

/** Levels of the log from which on a line has a colour. */
const WARN = 40
const ERROR = 50

interface Line {
  readonly level: number
  readonly time: number
  readonly msg: string
  readonly err?: { readonly message?: string }
  readonly status?: number
  readonly method?: string
  readonly path?: string
  readonly requestId?: string
}

/** Log lines for somebody who watches a terminal: one short line each, and none for requests that went well. */
export function shortLines(terminal: Terminal): { write(json: string): void } {
  return {
    write(json) {
      const line = JSON.parse(json) as Line
      if (line.msg === 'request' && (line.status ?? 0) < 400) return
      terminal.err(`${worded(line, terminal)}\n`)
    },
  }
}

function worded({ level, time, msg, err, status, method, path, requestId }: Line, { paint }: Terminal): string {
  const tone: Tone | null = level >= ERROR ? 'red' : level >= WARN ? 'amber' : null
  const what = msg === 'request' ? `${status} ${method} ${path}` : msg
  const why = [err?.message, level >= WARN ? requestId : undefined].filter((it) => it !== undefined)
  const text = printable([what, ...why].join(' · '))
  return `  ${paint('faint', new Date(time).toISOString().slice(11, 19))}  ${tone ? paint(tone, text) : text}`
}
