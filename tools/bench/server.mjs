import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { random as seeded } from '../fuzz/random.mjs'
import { load } from '../load.mjs'
import { runServer } from '../server/run-server.mjs'
import { timed } from './figures.mjs'
import { median } from './measure.mjs'
import { measureImport } from './server-import.mjs'
import { measureLists } from './server-lists.mjs'
import { measureWhatIf } from './what-if.mjs'

/** Until what a start leaves behind has been collected. */
const REST_MS = 1500

/**
 * A whole server with one export, from an empty database on: start, upload to plan, lists, what-if, changes.
 *
 * @param {{ command: (data: string) => string | string[], file: string, databaseUrl: string, runs: number,
 *   show: (what: string, ms: number | null, peakBytes?: number, note?: string) => void }} options `command` starts the
 *   server on a data folder; `databaseUrl` is empty for the embedded database; of `runs` starts the middle one counts
 */
export async function measureServer({ command, file, databaseUrl, runs, show }) {
  const data = mkdtempSync(join(tmpdir(), 'portolan-bench-'))
  const start = () => runServer(command(data), { data, databaseUrl })
  try {
    await measureStarts(start, runs, show)
    const server = await start()
    try {
      const key = `bench-${process.pid}`
      await server.ask('POST', '/projects', { body: { name: key, key } })
      await measureImport(server, key, { form: await formOf(file), show })
      const contract = await load({ routes: 'contract/src/routes.ts', vms: 'contract/src/vms.ts' })
      await measureLists(server, key, { contract, random: seeded(7), show })
      await measureWhatIf(server, key, show)
      await measureChanges(server, key, show)
      await sleep(REST_MS)
      show('at rest, holding the estate', null, server.memory.nowBytes())
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

async function formOf(file) {
  const form = new FormData()
  form.append('files', await openAsBlob(file), basename(file))
  return form
}

async function measureStarts(start, runs, show) {
  const first = await timed(start)
  await first.value.stop()
  show('server: start, making its tables', first.ms)
  const again = await median(runs, async () => {
    const { ms, value: server } = await timed(start)
    await sleep(REST_MS)
    const peakBytes = server.memory.nowBytes()
    await server.stop()
    return { ms, peakBytes }
  })
  show('server: start, and at rest', again.ms, again.peakBytes)
}

/** What a person waits for who decides something: the plan is there before the answer. */
async function measureChanges(server, key, show) {
  const setting = await timed(() =>
    server.ask('PATCH', `/projects/${key}/scenarios/main`, {
      body: { settings: { efficiency: 0.4 } },
      headers: { 'if-match': '*' },
    }),
  )
  show('a setting, with its plan', setting.ms)
  const bulk = await timed(() =>
    server.ask('POST', `/projects/${key}/vms/bulk`, { body: { filter: {}, change: { status: 'assigned' } } }),
  )
  show('the status of all VMs, in one go', bulk.ms, 0, `${bulk.value.changed} VMs`)
}
