import { defineConfig } from 'vitest/config'

/** Stories in a browser: they need a build and Chromium, so that `npm test` leaves them to `npm run e2e`. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.test.ts'],
    setupFiles: ['e2e/failure-picture.ts'],
    // One browser and one server at a time: two cores are all there may be.
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
})
