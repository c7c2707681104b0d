// Kills a server at random moments of imports and writes and starts it again: whatever it had acknowledged must be
// there, and nothing half. `node tools/kill-test.mjs --runs 20 [--database-url postgres://…] [--seed 7]`
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { bundleServer } from './bundle-threads.mjs'
import { random as seeded } from './fuzz/random.mjs'
import { runServer } from './server/run-server.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    vms: { type: 'string', default: '4000' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
    'database-url': { type: 'string', default: '' },
  },
})
const runs = Number(values.runs)
const vms = Number(values.vms)
const random = seeded(Number(values.seed)).unit

/** When to strike: in each phase of an import, and among writes. Each is hit in turn. */
const MOMENTS = ['uploading', 'queued', 'Reading', 'Saving', 'any', 'done', 'deciding']

const data = mkdtempSync(join(tmpdir(), 'portolan-kill-'))
const options = { data, databaseUrl: values['database-url'] }
const bundle = await bundleServer()
/** What the server said yes to. */
const acknowledged = { projects: new Map(), imports: new Map(), decided: new Map() }
const struck = new Map()

console.log(`${runs} runs with ${vms} VMs, seed ${values.seed}, data in ${data}`)
try {
  for (let run = 0; run < runs; run++) {
    const moment = MOMENTS[run % MOMENTS.length]
    const hit = await strike(run, moment)
    struck.set(moment, (struck.get(moment) ?? 0) + 1)
    await check()
    console.log(`run ${run + 1}: killed while ${hit}: all there`)
  }
  console.log(`passed: ${[...struck].map(([moment, times]) => `${moment} ${times}×`).join(', ')}`)
  rmSync(data, { recursive: true, force: true })
} catch (error) {
  console.error(error)
  console.error(`failed with seed ${values.seed}; the data stays in ${data}`)
  process.exit(1)
}

async function strike(run, moment) {
  const server = await runServer(bundle, options)
  const key = `run-${values.seed}-${run}`
  const { id } = await server.ask('POST', '/projects', { body: { name: key, key } })
  acknowledged.projects.set(key, id)
  const files = [{ name: 'RVTools_tabvInfo.csv', bytes: exportOf(vms) }]

  if (moment === 'uploading') {
    const sent = server.upload(key, files).then(
      ({ import: made }) => acknowledged.imports.set(made.id, key),
      () => undefined,
    )
    await sleep(random() * 40)
    await server.kill()
    await sent
    return 'uploading'
  }
  const { import: made, job } = await server.upload(key, files)
  acknowledged.imports.set(made.id, key)
  if (moment === 'any') {
    await sleep(random() * 3000)
    await server.kill()
    return 'anything at all'
  }
  if (moment === 'done' || moment === 'deciding') {
    await server.settled(job.id)
    if (moment === 'deciding') await decideUntilKilled(server, key)
    else await server.kill()
    return moment
  }
  for (;;) {
    const { state, phase } = await server.ask('GET', `/jobs/${job.id}`)
    if (moment === 'queued' || phase.startsWith(moment) || state === 'done') {
      await sleep(random() * 50)
      await server.kill()
      return `${state} (${phase})`
    }
  }
}

/** Decides about one VM after another while somebody pulls the plug. */
async function decideUntilKilled(server, key) {
  const { rows } = await server.ask('GET', `/projects/${key}/vms?limit=200&fields=id`)
  const killing = sleep(200 + random() * 500).then(() => server.kill())
  for (const { id } of rows) {
    const done = await server
      .ask('PATCH', `/projects/${key}/vms/${id}`, { body: { status: 'assigned' } })
      .catch(() => null)
    if (done === null) break
    acknowledged.decided.set(id, key)
  }
  await killing
}

/** Starts again: interrupted imports go on by themselves, and everything that was acknowledged is there. */
async function check() {
  const server = await runServer(bundle, options)
  for (const [key, id] of acknowledged.projects) {
    const project = await server.ask('GET', `/projects/${key}`)
    if (project.id !== id) throw new Error(`${key} is another project now`)
  }
  for (const [id, key] of acknowledged.imports) {
    const { jobId } = await server.ask('GET', `/projects/${key}/imports/${id}`)
    const job = await server.settled(jobId)
    if (job.state !== 'done')
      throw new Error(`The import of ${key} ended as ${job.state}: ${JSON.stringify(job.error)}`)
    const { rows: snapshots } = await server.ask('GET', `/projects/${key}/snapshots`)
    if (snapshots.length !== 1 || snapshots[0].counts.vms !== vms) throw new Error(`${key} has no whole snapshot`)
    const { total } = await server.ask('GET', `/projects/${key}/vms?limit=1`)
    if (total !== vms) throw new Error(`${key} lists ${total} VMs of ${vms}`)
    await server.ask('GET', `/projects/${key}/plan`)
    acknowledged.imports.delete(id)
  }
  for (const [id, key] of acknowledged.decided) {
    const { row } = await server.ask('GET', `/projects/${key}/vms/${id}`)
    if (row.status !== 'assigned') throw new Error(`A decision about ${row.name} is lost`)
    acknowledged.decided.delete(id)
  }
  await server.stop()
}

function exportOf(count) {
  const header = [
    'VM',
    'Powerstate',
    'Template',
    'CPUs',
    'Memory',
    'Provisioned MiB',
    'In Use MiB',
    'Datacenter',
    'Cluster',
    'Host',
    'OS according to the configuration file',
    'VM ID',
    'VM UUID',
    'VI SDK Server',
    'VI SDK UUID',
  ]
  const lines = [header.join(',')]
  for (let n = 1; n <= count; n++) {
    lines.push(
      [
        `vm-${n}`,
        'poweredOn',
        'False',
        2,
        4096,
        100_000 + n,
        50_000 + n,
        'DC1',
        `CL-${n % 5}`,
        `esx${n % 50}`,
        'Ubuntu Linux (64-bit)',
        `vm-${n}`,
        `50000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
        'vc1',
        'b2f7c3a0-0000-4000-8000-000000000001',
      ].join(','),
    )
  }
  return lines.join('\n')
}
