// Bundles the threads of the server for tests and tools: Node 20 runs no TypeScript. The built command has its own.
import { copyFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** Packages with data files or native parts stay where npm put them. */
export const EXTERNAL = [
  '@myriaddreamin/typst-ts-node-compiler',
  '@expo-google-fonts/inter',
  '@e965/xlsx',
  '@electric-sql/pglite',
  'pg-native',
]

/** The threads by the name `threadUrl` knows them by. */
export const THREADS = {
  'estate-thread': 'server/src/estate/estate-thread.ts',
  'xls-thread': 'files/src/xls/xls-thread.ts',
  'typeset-thread': 'files/src/report/pdf/typeset-thread.ts',
}

export const BANNER = "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);"

/** Writes `<name>.js` for each thread. */
export async function bundleThreads(outdir = 'node_modules/.portolan-threads') {
  await build({
    absWorkingDir: ROOT,
    entryPoints: THREADS,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['source'],
    external: EXTERNAL,
    banner: { js: BANNER },
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}

/** The whole server as one file beside its threads, for tools that start and kill it. */
export async function bundleServer(outdir = 'node_modules/.portolan-server') {
  await bundleThreads(outdir)
  await build({
    absWorkingDir: ROOT,
    entryPoints: { server: 'tools/server/child.mjs' },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    conditions: ['source'],
    external: EXTERNAL,
    banner: { js: BANNER },
    logLevel: 'warning',
  })
  copyFileSync(`${ROOT}/server/src/platform/db/pglite-worker.mjs`, `${ROOT}/${outdir}/pglite-worker.mjs`)
  return `${ROOT}/${outdir}/server.js`
}

/** vitest's `globalSetup`. */
export const setup = () => bundleThreads()
