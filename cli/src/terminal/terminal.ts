import { type ColourDepth, colourDepth, type Paint, painter } from './palette.ts'

/** Where a command writes: results on stdout, everything else on stderr. */
export interface Terminal {
  /** Columns to lay out for: the terminal's, within reason; 100 where output goes to a file. */
  readonly width: number
  readonly depth: ColourDepth
  readonly paint: Paint
  readonly isErrTerminal: boolean
  out(text: string): void
  err(text: string): void
}

const LEAST_COLUMNS = 60
const MOST_COLUMNS = 140
const FILE_COLUMNS = 100

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process
  const depth = colourDepth(env, stdout.isTTY === true)
  const asked = Number(env.COLUMNS) || stdout.columns || FILE_COLUMNS
  return {
    width: Math.min(Math.max(asked, LEAST_COLUMNS), MOST_COLUMNS),
    depth,
    paint: painter(depth),
    isErrTerminal: stderr.isTTY === true,
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
  }
}

/** `portolan … | head` closes the pipe early: that is no failure of ours and no reason for a stack trace. */
export function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
      throw error
    })
  }
}
