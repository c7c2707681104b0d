import { type DestinationStream, type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** The log of a server: one JSON object a line, for a stream or for a reader that makes words of them. */
export function createLog(level: Config['logLevel'], target: DestinationStream): Logger {
  return pino({ level }, target)
}
