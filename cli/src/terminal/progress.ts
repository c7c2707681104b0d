import type { Terminal } from './terminal.ts'
import { pad, truncate } from './width.ts'

const SILENT_MS = 1000
const REDRAW_MS = 100
const BAR_BLOCKS = 20

/** What is being done and how far it is; `total` 0: nobody knows. */
export interface Progress {
  readonly phase: string
  readonly done: number
  readonly total: number
}

/**
 * One line on stderr that says what takes so long: only on a terminal and only after a second, so that quick runs and
 * logs stay clean. `end` wipes the line.
 */
export function progressLine(terminal: Terminal, now: () => number): { show(progress: Progress): void; end(): void } {
  const startedAt = now()
  let drawnAt = 0
  let isDrawn = false
  return {
    show({ phase, done, total }) {
      const time = now()
      if (!terminal.isErrTerminal || time - startedAt < SILENT_MS || time - drawnAt < REDRAW_MS) return
      drawnAt = time
      isDrawn = true
      const share = total > 0 ? Math.min(1, done / total) : 0
      const blocks = Math.round(share * BAR_BLOCKS)
      const meter =
        total > 0
          ? `${'━'.repeat(blocks)}${'╌'.repeat(BAR_BLOCKS - blocks)} ${pad(`${Math.floor(share * 100)} %`, 5, 'right')}`
          : ''
      terminal.err(`\r\u001b[K  ${meter}  ${truncate(phase, Math.max(10, terminal.width - BAR_BLOCKS - 12))}`)
    },
    end() {
      if (isDrawn) terminal.err('\r\u001b[K')
      isDrawn = false
    },
  }
}
