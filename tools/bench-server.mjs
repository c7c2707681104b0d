// Measures the server with a large export: upload to plan, memory by phase, and the time of lists, filters and sorts.
// `node tools/bench-server.mjs --file export.xlsx [--database-url postgres://…] [--lists 300]`
import { mkdtempSync, openAsBlob, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleServer } from './bundle-threads.mjs'
import { random as seeded } from './fuzz/random.mjs'
import { runServer } from './server/run-server.mjs'

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    lists: { type: 'string', default: '300' },
    'database-url': { type: 'string', default: '' },
  },
})
if (values.file === undefined) throw new Error('--file names the export to measure with')

const { unit, pick } = seeded(7)
const data = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
const bundle = await bundleServer()
const startedAt = performance.now()
const server = await runServer(bundle, { data, databaseUrl: values['database-url'] })
line('start', `${ms(startedAt)}, at rest ${rss()} MB`)
try {
  const key = `bench-${process.pid}`
  await server.ask('POST', '/projects', { body: { name: key, key } })
  await measureImport(key)
  await measureLists(key)
  await measureChanges(key)
} finally {
  await server.stop()
  rmSync(data, { recursive: true, force: true })
}

async function measureImport(key) {
  const form = new FormData()
  form.append('files', await openAsBlob(values.file), basename(values.file))
  const begun = performance.now()
  const { job } = await server.ask('POST', `/projects/${key}/imports`, { body: form })
  line('uploaded', ms(begun))
  const phases = new Map()
  const done = await server.settled(job.id, ({ phase }) => {
    const seen = phases.get(phase) ?? { from: performance.now(), peak: 0 }
    phases.set(phase, { ...seen, to: performance.now(), peak: Math.max(seen.peak, rss()) })
  })
  for (const [phase, { from, to, peak }] of phases) line(phase, `${Math.round(to - from)} ms, ${peak} MB`)
  if (done.state !== 'done') throw new Error(JSON.stringify(done.error))
  line('imported', `${ms(begun)}, ${done.result.vms} VMs`)
  await server.ask('GET', `/projects/${key}/plan`)
  line('upload to plan', `${ms(begun)}, peak of the process ${peakRss()} MB`)
  for (const question of ['stats', 'vms?limit=100', 'findings', 'vms/facets', 'facts']) {
    const asked = performance.now()
    await server.ask('GET', `/projects/${key}/${question}`)
    line(`first ${question}`, ms(asked))
  }
}

/** Any filter, any sort, text search, near and far. */
async function measureLists(key) {
  const { rows, total } = await server.ask('GET', `/projects/${key}/vms?limit=1`)
  const columns = Object.keys(rows[0])
  const filters = [
    '',
    'risk=RED,YELLOW',
    'power=poweredOn',
    'osFamily=windows',
    'search=db',
    'search=10.20',
    'usedGiB=100..',
    'vcpus=4..8',
    'effectiveMode=cold',
    'rule=cluster-ha',
  ]
  const lists = []
  const facets = []
  for (let n = 0; n < Number(values.lists); n++) {
    const sort = `${unit() < 0.5 ? '-' : ''}${pick(columns)}`
    const offset = unit() < 0.3 ? Math.floor(total * 0.9) : Math.floor(unit() * 1000)
    const filter = pick(filters)
    const asked = performance.now()
    await server.ask('GET', `/projects/${key}/vms?sort=${sort}&offset=${offset}&limit=100&${filter}`)
    lists.push(performance.now() - asked)
    if (n % 10 === 0) {
      const askedFacets = performance.now()
      await server.ask('GET', `/projects/${key}/vms/facets?${filter}`)
      facets.push(performance.now() - askedFacets)
    }
  }
  line('lists', quantiles(lists))
  line('facets', quantiles(facets))
  const details = []
  const some = (await server.ask('GET', `/projects/${key}/vms?limit=40&fields=id`)).rows
  for (const { id } of some) {
    const asked = performance.now()
    await server.ask('GET', `/projects/${key}/vms/${id}`)
    details.push(performance.now() - asked)
  }
  line('one VM', quantiles(details))
}

async function measureChanges(key) {
  const change = performance.now()
  await server.ask('PATCH', `/projects/${key}/scenarios/main`, {
    body: { settings: { efficiency: 0.4 } },
    headers: { 'if-match': '*' },
  })
  line('a setting, with the plan', ms(change))
  const bulk = performance.now()
  const { changed } = await server.ask('POST', `/projects/${key}/vms/bulk`, {
    body: { filter: {}, change: { status: 'assigned' } },
  })
  line(`status of ${changed} VMs`, ms(bulk))
}

function rss() {
  return memory('VmRSS')
}

function peakRss() {
  return memory('VmHWM')
}

function memory(field) {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8')
  return Math.round(Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)[1]) / 1024)
}

function quantiles(times) {
  const sorted = times.sort((a, b) => a - b)
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))])
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms (${sorted.length})`
}

function ms(since) {
  return `${Math.round(performance.now() - since)} ms`
}

function line(what, text) {
  console.log(`${what.padEnd(28)} ${text}`)
}
