import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { portolan, type Ran } from './command.ts'
import { type ServedServer, serve } from './server.ts'

const BOTH = ['samples/two-sites/berlin', 'samples/two-sites/lisbon']
const folder = mkdtempSync(join(tmpdir(), 'portolan-'))
let server: ServedServer
beforeAll(async () => {
  server = await serve()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  expect(await server.stop()).toBe(0)
})

const ask = (...args: string[]): Promise<Ran> => portolan(args, server.env)
async function done(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await ask(...args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}
const json = async (...args: string[]): Promise<unknown> => JSON.parse(await done(...args, '--json'))

describe('a project on a server', () => {
  beforeAll(async () => {
    expect(await json('projects', 'create', 'Acme')).toMatchObject({ key: 'acme', phase: 'draft' })
    expect(await json('imports', 'create', ...BOTH, '-p', 'acme')).toMatchObject({ number: 1, isCurrent: true })
  })

  /** What the server plans, and what the command plans from the exports and the plan input of the server. */
  async function plans(): Promise<{ theirs: string; ours: string }> {
    const input = join(folder, 'input.json')
    const theirs = await done('plan', '-p', 'acme', '--json', '--save-input', input)
    return { theirs, ours: await done('plan', ...BOTH, '--input', input) }
  }

  it('is planned as the command plans it offline, byte for byte', async () => {
    const { theirs, ours } = await plans()
    expect(JSON.parse(theirs)).toMatchObject({ schema: 'portolan.plan/1' })
    expect(ours).toBe(theirs)
  })

  it('is planned the same with settings, decisions and accepted risks', async () => {
    const before = await plans()
    await done('settings', 'set', '-p', 'acme', 'agentCount=1', 'timeZone=Europe/Berlin', 'risk.greenMax=10')
    await done('vms', 'update', 'shop-db01', '-p', 'acme', '--mode', 'cold', '--priority', '7')
    await done('vms', 'bulk', '-p', 'acme', '--where', 'power=poweredOff', '--exclude', 'switched off')
    await done('findings', 'accept', 'snapshot-old', '-p', 'acme', '--reason', 'they stay')
    const { theirs, ours } = await plans()
    expect(theirs).not.toBe(before.theirs)
    expect(ours).toBe(theirs)
  })

  it('gives its reports, whole and under their names', async () => {
    const out = join(folder, 'reports')
    const { files } = (await json('exports', 'create', '-p', 'acme', '--out', out, '--format', 'json,csv')) as {
      files: string[]
    }
    expect(readdirSync(out).sort()).toEqual(files.map((file) => file.slice(out.length + 1)).sort())
    expect(readdirSync(out)).toContain('acme-report.json')
    expect(JSON.parse(readFileSync(join(out, 'acme-report.json'), 'utf8'))).toHaveProperty('schema')
  })

  it('remembers its jobs', async () => {
    const { rows } = (await json('jobs', 'list', '-p', 'acme')) as { rows: { id: string; kind: string }[] }
    expect(rows.map(({ kind }) => kind)).toEqual(['export', 'import'])
    expect(await json('jobs', 'show', rows[0].id)).toMatchObject({ state: 'done' })
    expect(await json('jobs', 'watch', rows[0].id)).toMatchObject({ state: 'done' })
    expect(await ask('jobs', 'cancel', rows[0].id)).toMatchObject({ code: 1, stderr: expect.stringContaining('done') })
  })

  it('keeps what was rejected', async () => {
    const csv = join(folder, 'bad.csv')
    writeFileSync(csv, 'VM,Powerstate,VM ID\nweb01,poweredOn,vm-1\n,poweredOff,\n')
    await done('projects', 'create', 'Rejected')
    await done('imports', 'create', csv, '-p', 'rejected')
    expect(await done('snapshots', 'rejected', '1', '-p', 'rejected')).toMatch(/^file,sheet,row,reason\r\nbad\.csv,/)
  })

  it('says why an import failed', async () => {
    const file = join(folder, 'notes.xlsx')
    writeFileSync(file, 'no workbook')
    const { code, stdout, stderr } = await ask('imports', 'create', file, '-p', 'acme')
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^portolan: .*notes\.xlsx/)
  })
})

describe('the server', () => {
  it('keeps the token of the command line from everybody else', () => {
    expect(statSync(join(server.data, 'cli-token')).mode & 0o777).toBe(0o600)
  })

  it('signs a browser in by a link, once', async () => {
    const { url } = (await json('link')) as { url: string }
    const link = new URL(url).searchParams.get('link')
    for (const [opened, status] of [
      [link, 204],
      [link, 401],
      [new URL(server.link).searchParams.get('link'), 204],
    ]) {
      const answer = await fetch(`${server.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ link: opened }),
      })
      expect(answer.status).toBe(status)
    }
  })

  it('refuses a second one on the same data', async () => {
    const { code, stderr } = await portolan(['serve', '--port', '0', '--data', server.data])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^portolan: .* is in use by process \d+\. Stop that server/)
  })

  it('refuses a configuration that is wrong, naming the keys', async () => {
    const { code, stderr } = await portolan(['serve', '--port', 'ninety'], { PORTOLAN_PROT: '1' })
    expect(code).toBe(2)
    expect(stderr).toContain('PORTOLAN_PORT:')
    expect(stderr).toContain('PORTOLAN_PROT is no setting of Portolan')
  })
})

describe('without a server', () => {
  it.each<[string, string[], Record<string, string>, number, string]>([
    [
      'nobody listens',
      [],
      { PORTOLAN_SERVER: 'http://127.0.0.1:61999', PORTOLAN_TOKEN: 't' },
      1,
      'Start one with `portolan serve`',
    ],
    ['there is no token', [], { PORTOLAN_DATA: '/nowhere' }, 1, '/nowhere/cli-token does not exist'],
    [
      'the server is another machine',
      ['--server', 'http://192.0.2.1:8080'],
      {},
      1,
      'is another machine and needs a token',
    ],
    ['the address is none', ['--server', 'localhost'], {}, 2, '--server takes the address of a server'],
  ])('says what to do when %s', async (_, args, env, code, sentence) => {
    const ran = await portolan(['projects', 'list', ...args], env)
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code, stdout: '' })
    expect(ran.stderr).toContain(sentence)
  })

  it('says that the token is unknown', async () => {
    const { code, stderr } = await portolan(['projects', 'list', '--token', 'wrong'], server.env)
    expect(code).toBe(1)
    expect(stderr).toContain('does not know the token')
  })

  it.each([
    [['plan'], 'name the exports to plan'],
    [['plan', BOTH[0], '-p', 'acme'], '--project takes no files'],
    [['plan', '-p', 'acme', '--as-of', '2026-01-01'], '--as-of is for files'],
    [['projects', 'update', 'acme'], 'say what to change'],
    [['exports', 'create', '-p', 'acme'], "required option '--out <dir>' not specified"],
  ])('knows misuse before it asks anybody: %s', async (args, sentence) => {
    const { code, stderr } = await portolan(args, { PORTOLAN_TOKEN: 't', PORTOLAN_SERVER: 'http://127.0.0.1:61999' })
    expect(code).toBe(2)
    expect(stderr).toContain(sentence)
  })
})
