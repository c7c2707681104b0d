// Bundles the command: one small file that starts fast, and a chunk for each part that is loaded only when needed.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

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

// Chunks of an earlier build go; the types beside them belong to `tsc`.
if (existsSync('cli/dist')) {
  for (const file of readdirSync('cli/dist')) if (file.endsWith('.js')) rmSync(`cli/dist/${file}`)
}
await build({
  entryPoints: { main: 'cli/src/main.ts' },
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
  // Packages with data files or native parts stay where npm put them.
  external: ['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/inter', '@e965/xlsx'],
  banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
})
