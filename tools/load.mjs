// Loads TypeScript of the packages into a tool: bundled in memory, so that tools need no build and see today's sources.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const EXTERNAL = ['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/inter', '@e965/xlsx']

/**
 * The exports of several modules at once; they share one copy of what they import.
 *
 * @param {Record<string, string>} modules name → path from the root, e.g. `{ assess: 'engine/src/assessment/assess.ts' }`
 */
export async function load(modules) {
  const folder = mkdtempSync(join('node_modules', '.portolan-tool-'))
  try {
    const outfile = join(folder, 'bundle.mjs')
    await build({
      stdin: {
        contents: Object.entries(modules)
          .map(([name, path]) => `export * as ${name} from './${path}'`)
          .join('\n'),
        resolveDir: '.',
      },
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      conditions: ['source'],
      external: EXTERNAL,
      banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
      logLevel: 'warning',
    })
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
