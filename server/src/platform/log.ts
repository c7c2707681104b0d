import { type Logger, pino } from 'pino'
import type { Config } from '../config.ts'

/** JSON lines on standard error: standard output is for what was asked for. What lets somebody in is never written. */
export function createLog({ logLevel }: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] }, process.stderr)
}
