import { defineConfig } from 'vitest/config'

/** Tests run on the TypeScript sources: the `source` condition of each package points at `src`. */
const conditions = ['source', 'node']
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['source'] } },
}

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ['./tools/bundle-threads.mjs'],
    projects: [
      {
        ...shared,
        // Generous: a timing never decides a test, it only ends one that hangs.
        test: {
          name: 'unit',
          include: ['{engine,files,contract,server,web,cli}/src/**/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: { name: 'integration', include: ['*/test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
