import { isLoopback } from '../../config.ts'

/** Which Host headers the server answers to: its own loopback names on any port, and the origins it was told of. */
export function allowedHosts(publicOrigins: readonly string[]): (host: string) => boolean {
  const named = new Set(publicOrigins.map((origin) => (URL.canParse(origin) ? new URL(origin).host : origin)))
  return (host) => named.has(host) || isLoopback(host.replace(/:\d+$/, ''))
}
