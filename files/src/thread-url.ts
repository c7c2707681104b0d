import { existsSync } from 'node:fs'

/** Where tests bundle threads: Node 20 runs no TypeScript. */
const BUNDLED_FOR_TESTS = '../../node_modules/.portolan-threads/'

/** The bundled entry of a thread: beside this file in the built command, else where the tests put it; null where neither is. */
export function threadUrl(name: string): URL | null {
  const places = [`./${name}.js`, `${BUNDLED_FOR_TESTS}${name}.js`].map((path) => new URL(path, import.meta.url))
  return places.find((place) => existsSync(place)) ?? null
}
