import { existsSync } from 'node:fs'

/** Where tests bundle threads: Node 20 runs no TypeScript. */
const BUNDLED_FOR_TESTS = '../../../node_modules/.portolan-threads/'

/** The bundled entry of a thread: beside this file in the built command, else where the tests put it. */
export function threadUrl(name: string): URL {
  const beside = new URL(`./${name}.js`, import.meta.url)
  return existsSync(beside) ? beside : new URL(`${BUNDLED_FOR_TESTS}${name}.js`, import.meta.url)
}
