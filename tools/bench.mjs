// Time and memory, side by side in one run, so that ratios hold whatever the machine is doing.
//   npm run bench -- [--vms 1000,10000,100000] [--runs 3] [--make-rvtools PATH] [--database-url postgres://…]
// The server is measured on the embedded database, and on a PostgreSQL too where one is named, by the option or by
// TEST_DATABASE_URL: in a database of its own, which is dropped afterwards.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { freshPostgres } from './bench/fresh-postgres.mjs'
import { measure, median } from './bench/measure.mjs'
import { measureServer } from './bench/server.mjs'
import { load } from './load.mjs'

const { values } = parseArgs({
  options: {
    vms: { type: 'string', default: '1000,10000,100000' },
    runs: { type: 'string', default: '3' },
    'make-rvtools': { type: 'string', default: '../shared/tools/make-rvtools' },
    'database-url': { type: 'string', default: process.env.TEST_DATABASE_URL ?? '' },
  },
})
const runs = Number(values.runs)
const FOLDER = '.bench'
const PORTOLAN = 'cli/bin/portolan.js'
/** Above this the PDF says what it leaves to the workbook, and openpyxl takes minutes: one run is enough. */
const LARGE_VMS = 50_000

/** Debian's own interpreter first: that is where its package python3-openpyxl goes. */
const python3 = ['/usr/bin/python3', 'python3'].find((it) => spawnSync(it, ['-c', 'import openpyxl']).status === 0)
mkdirSync(FOLDER, { recursive: true })

function workbook(vms) {
  const file = `${FOLDER}/rv${vms}.xlsx`
  if (existsSync(file)) return file
  if (!existsSync(values['make-rvtools']))
    throw new Error(`No workbook maker at ${values['make-rvtools']}; name one with --make-rvtools`)
  const { status, stderr } = spawnSync(process.execPath, [
    values['make-rvtools'],
    '--vms',
    String(vms),
    '--out',
    file,
    '--quiet',
  ])
  if (status !== 0) throw new Error(`make-rvtools failed: ${stderr}`)
  return file
}

async function engineOnly(file) {
  const { pipeline, settings, assess, plan } = await load({
    pipeline: 'cli/src/assess-estate.ts',
    settings: 'engine/src/settings.ts',
    assess: 'engine/src/assessment/assess.ts',
    plan: 'engine/src/schedule/plan-migration.ts',
  })
  const defaults = settings.Settings.parse({})
  const { facts, tenancy, scope, assessment, zone } = await pipeline.assessEstate([file], {
    settings: defaults,
    asOf: '2026-01-01',
    now: Date.now(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
  const { asOf } = assessment
  return median(runs, async () => {
    const startedAt = performance.now()
    const judged = assess.assess(facts, defaults, asOf)
    const assessedAt = performance.now()
    plan.planMigration({ facts, assessment: judged, tenancy, scope, settings: defaults, asOf, zone })
    const ms = performance.now() - startedAt
    return { ms, assessMs: assessedAt - startedAt }
  })
}

const table = []
const show = (vms, what, ms, peakBytes, note = '', database = undefined) => {
  const peakMB = peakBytes ? Math.round(peakBytes / 1e6) : null
  table.push({ vms, what, database, ms: Math.round(ms * 10) / 10, peakMB, note })
  const time = ms === null ? '' : `${(ms / 1000).toFixed(ms < 1000 ? 3 : 2)} s`
  const peak = peakMB ? `${peakMB} MB` : ''
  console.log(`${String(vms).padStart(7)}  ${what.padEnd(36)} ${time.padStart(10)}  ${peak.padStart(8)}  ${note}`)
}

async function serverOn(database, databaseUrl, vms, file) {
  console.log(`${String(vms).padStart(7)}  the server on ${database}`)
  await measureServer({
    command: (data) => [PORTOLAN, 'serve', '--port', '0', '--data', data, '--json'],
    ...{ file, databaseUrl, runs: vms >= LARGE_VMS ? 1 : runs },
    show: (what, ms, peakBytes, note) => show(vms, what, ms, peakBytes, note, database),
  })
}

for (const vms of values.vms.split(',').map(Number)) {
  const file = workbook(vms)
  const size = `${(statSync(file).size / 1e6).toFixed(1)} MB`
  const few = vms >= LARGE_VMS ? 1 : runs
  // Interleaved, so that a slow minute of the machine hits the yardstick too.
  const scans = []
  const assessed = []
  for (let i = 0; i < few; i++) {
    const scan = await measure(process.execPath, ['tools/bench/scan.mjs', file])
    scans.push({ ms: JSON.parse(scan.errors).ms, peakBytes: scan.peakBytes })
    assessed.push(await measure(process.execPath, [PORTOLAN, 'assess', file, '--json']))
  }
  const middle = (all) => all.sort((a, b) => a.ms - b.ms)[Math.floor(all.length / 2)]
  const scan = middle(scans)
  const assess = middle(assessed)
  show(vms, 'unzip and scan once (the limit)', scan.ms, scan.peakBytes, size)
  show(
    vms,
    'portolan assess, whole process',
    assess.ms,
    assess.peakBytes,
    `${(assess.ms / scan.ms).toFixed(2)} × the limit`,
  )
  if (python3) {
    const python = await median(few === runs && vms < 5000 ? runs : 1, () =>
      measure(python3, ['tools/bench/openpyxl-read.py', file]),
    )
    show(
      vms,
      'openpyxl read-only, cells alone',
      python.ms,
      python.peakBytes,
      `${(python.ms / assess.ms).toFixed(1)} × portolan`,
    )
  } else {
    console.log(`${String(vms).padStart(7)}  openpyxl is not installed (Debian: python3-openpyxl)`)
  }
  const engine = await engineOnly(file)
  show(vms, 'assess + schedule, engine only', engine.ms, 0, `of it assess ${Math.round(engine.assessMs)} ms`)
  const out = `${FOLDER}/report-${vms}`
  rmSync(out, { recursive: true, force: true })
  const report = await measure(process.execPath, [PORTOLAN, 'assess', file, '--out', out])
  show(vms, 'assess with all four reports', report.ms, report.peakBytes)
  await serverOn('the embedded database', '', vms, file)
  if (values['database-url'] !== '') {
    const postgres = await freshPostgres(values['database-url'])
    try {
      await serverOn('PostgreSQL', postgres.url, vms, file)
    } finally {
      await postgres.drop()
    }
  }
}
const start = await median(9, () => measure(process.execPath, [PORTOLAN, '--help']))
show(0, 'portolan --help', start.ms, start.peakBytes)
writeFileSync(`${FOLDER}/results.json`, JSON.stringify(table, null, 1))
