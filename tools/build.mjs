// Bundles the command: one small file that starts fast, and a chunk for each part that is loaded only when needed.
import { copyFileSync, rmSync } from 'node:fs'
import { build } from 'esbuild'
import { BANNER, EXTERNAL, THREADS } from './bundle-threads.mjs'

/** zod brings its messages in fifty languages; the command words its own, so they would only be parsed at each start. */
const withoutZodLocales = {
  name: 'without-zod-locales',
  setup(builder) {
    builder.onResolve({ filter: /locales\/index\.js$/ }, ({ importer }) =>
      /[\\/]zod[\\/]/.test(importer) ? { path: 'none', namespace: 'zod-locales' } : undefined,
    )
    builder.onLoad({ filter: /.*/, namespace: 'zod-locales' }, () => ({ contents: 'export {}' }))
  },
}

rmSync('cli/dist', { recursive: true, force: true })
await build({
  entryPoints: { main: 'cli/src/main.ts', ...THREADS },
  outdir: 'cli/dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['source'],
  // Names stay whole: the stack of an internal error is what a report of it is worth.
  minifyWhitespace: true,
  minifySyntax: true,
  plugins: [withoutZodLocales],
  external: EXTERNAL,
  banner: { js: BANNER },
  legalComments: 'none',
  logLevel: 'warning',
})
// Runs as it is: the embedded database is loaded from its package.
copyFileSync('server/src/platform/db/pglite-worker.mjs', 'cli/dist/pglite-worker.mjs')
