import { existsSync } from 'node:fs'

/** Node 20 runs no TypeScript, so threads are bundled: beside the command, or for tests and tools under node_modules. */
const PLACES = ['./', '../../../node_modules/.portolan-threads/', '../.portolan-threads/']

/** The bundled entry of a thread; null where none was built. */
export function threadUrl(name: string): URL | null {
  const urls = PLACES.map((place) => new URL(`${place}${name}.js`, import.meta.url))
  return urls.find((url) => existsSync(url)) ?? null
}
