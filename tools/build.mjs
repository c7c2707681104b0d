// Bundles the command: one small file that starts fast, and a chunk for each part that is loaded only when needed.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('cli/dist', { recursive: true, force: true })
await build({
  entryPoints: { main: 'cli/src/main.ts' },
  outdir: 'cli/dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['source'],
  // Packages with data files or native parts stay where npm put them.
  external: ['@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/inter', '@e965/xlsx'],
  banner: { js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);" },
  legalComments: 'none',
  logLevel: 'warning',
})
