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
    projects: [
      {
        ...shared,
        test: { name: 'unit', include: ['{engine,files,contract,server,cli}/src/**/*.test.ts'] },
      },
      {
        ...shared,
        test: { name: 'integration', include: ['*/test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
      },
    ],
  },
})
