import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portolan } from './command.ts'
import { type ServedServer, serve } from './server.ts'

let server: ServedServer
beforeAll(async () => {
  server = await serve()
})
afterAll(() => server.stop())

const BOTH = ['samples/two-sites/berlin', 'samples/two-sites/lisbon']
const P = ['-p', 'two-sites'] as const

/** One story, in its order: what a person types to a server and what it answers, word for word. */
const STORY: readonly { readonly name: string; readonly args: readonly string[]; readonly columns?: number }[] = [
  { name: 'session', args: ['session', 'show'] },
  { name: 'projects-none', args: ['projects', 'list'] },
  { name: 'projects-create', args: ['projects', 'create', 'Two sites', '--customer', 'Acme'] },
  { name: 'plan-without-inventory', args: ['plan', ...P] },
  { name: 'imports-create', args: ['imports', 'create', ...BOTH, ...P] },
  { name: 'imports-list', args: ['imports', 'list', ...P], columns: 120 },
  { name: 'projects-show', args: ['projects', 'show', 'two-sites'] },
  { name: 'plan', args: ['plan', ...P] },
  { name: 'stats', args: ['stats', 'show', ...P] },
  { name: 'vms', args: ['vms', 'list', ...P] },
  { name: 'vms-wide', args: ['vms', 'list', ...P, '--where', 'risk=RED,YELLOW', '--sort', '-usedGiB'], columns: 120 },
  { name: 'vms-show', args: ['vms', 'show', 'shop-db01', ...P], columns: 100 },
  { name: 'vms-same-name', args: ['vms', 'show', 'web01', ...P] },
  { name: 'vms-wrong-column', args: ['vms', 'list', ...P, '--where', 'rsk=RED'] },
  { name: 'vms-update', args: ['vms', 'update', 'shop-db01', ...P, '--mode', 'warm', '--priority', '1'] },
  { name: 'vms-bulk', args: ['vms', 'bulk', ...P, '--where', 'power=poweredOff', '--exclude', 'is off', '--preview'] },
  { name: 'vms-bulk-of-all', args: ['vms', 'bulk', ...P, '--include'] },
  { name: 'hosts', args: ['hosts', 'list', ...P], columns: 120 },
  { name: 'clusters', args: ['clusters', 'list', ...P], columns: 100 },
  { name: 'datastores', args: ['datastores', 'list', ...P] },
  { name: 'networks', args: ['networks', 'list', ...P] },
  { name: 'tenants', args: ['tenants', 'list', ...P], columns: 120 },
  { name: 'findings', args: ['findings', 'list', ...P], columns: 120 },
  { name: 'findings-accept', args: ['findings', 'accept', 'disk-rdm', ...P, '--reason', 'moved by the array'] },
  { name: 'findings-withdraw', args: ['findings', 'withdraw', 'disk-rdm', ...P] },
  {
    name: 'settings-set',
    args: ['settings', 'set', 'agentCount=3', 'risk.greenMax=25', 'timeZone=Europe/Lisbon', ...P],
  },
  { name: 'settings-show', args: ['settings', 'show', 'agentCount', 'risk.greenMax', 'timeZone', ...P] },
  { name: 'settings-unknown', args: ['settings', 'set', 'agent_cout=3', ...P] },
  { name: 'settings-refused', args: ['settings', 'set', 'agentCount=0', ...P] },
  { name: 'snapshots', args: ['snapshots', 'list', ...P], columns: 120 },
  { name: 'projects-approve', args: ['projects', 'approve', 'two-sites'] },
  { name: 'projects-history', args: ['projects', 'history', 'two-sites'], columns: 100 },
  { name: 'projects-status-refused', args: ['projects', 'status', 'two-sites', 'complete'] },
  { name: 'projects-reset', args: ['projects', 'reset', 'two-sites', 'plan'] },
  { name: 'projects-delete', args: ['projects', 'delete', 'two-sites'] },
  { name: 'projects-delete-confirmed', args: ['projects', 'delete', 'two-sites', '--confirm', 'two-sites'] },
  { name: 'projects-unknown', args: ['projects', 'show', 'two-sites'] },
]

describe('transcripts of a server', () => {
  it.each(STORY)('$name', async ({ name, args, columns = 80 }) => {
    const { code, stdout, stderr } = await portolan(args, { ...server.env, COLUMNS: String(columns) })
    const typed = `$ portolan ${args.map((arg) => (arg.includes(' ') ? `'${arg}'` : arg)).join(' ')}\n`
    const answer = [typed, stdout, stderr === '' ? '' : `[stderr]\n${stderr}`, `[exit ${code}]\n`].join('')
    await expect(settled(answer)).toMatchFileSnapshot(`transcripts/server/${name}.txt`)
  })
})

const NOW = new Date().toISOString().slice(0, 7)

/** Without what differs from run to run: ids, the port, and times of today. */
function settled(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '00000000-0000-7000-8000-000000000000')
    .replaceAll(server.url, 'http://127.0.0.1:8080')
    .replace(new RegExp(`${NOW}-\\d\\d \\d\\d:\\d\\d`, 'g'), '2026-01-15 09:00')
    .replace(/ on \d+ \w{3} \d{4}$/gm, ' on 15 Jan 2026')
}
