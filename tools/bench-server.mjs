// The rows of `npm run bench` about the server alone, of today's sources without a build, with an export of your own.
// `node tools/bench-server.mjs --file export.xlsx [--database-url postgres://…]`; it makes a database of its own there.
import { parseArgs } from 'node:util'
import { freshPostgres } from './bench/fresh-postgres.mjs'
import { measureServer } from './bench/server.mjs'
import { bundleServer } from './bundle-threads.mjs'

const { values } = parseArgs({
  options: { file: { type: 'string' }, 'database-url': { type: 'string', default: '' } },
})
if (values.file === undefined) throw new Error('--file names the export to measure with')

// Beside the bundle of tests, which may be written anew at any moment.
const bundle = await bundleServer('node_modules/.portolan-bench')
const postgres = values['database-url'] === '' ? null : await freshPostgres(values['database-url'])
try {
  await measureServer({
    command: () => bundle,
    ...{ file: values.file, databaseUrl: postgres?.url ?? '', runs: 3 },
    show(what, ms, peakBytes = 0, note = '') {
      const time = ms === null ? '' : `${ms.toFixed(1)} ms`
      const peak = peakBytes ? `${Math.round(peakBytes / 1e6)} MB` : ''
      console.log(`${what.padEnd(36)} ${time.padStart(12)} ${peak.padStart(8)}  ${note}`)
    },
  })
} finally {
  await postgres?.drop()
}
