import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { MisuseError, RefusedError } from '../failure.ts'
import { connectionOf } from './connection.ts'

const data = mkdtempSync(join(tmpdir(), 'portolan-'))
const file = join(data, 'cli-token')
writeFileSync(file, 'local-token\n', { mode: 0o600 })
afterAll(() => rmSync(data, { recursive: true }))

describe('where a command asks', () => {
  it.each<[string, { server?: string; token?: string }, Record<string, string>, string, string]>([
    ['this machine', {}, {}, 'http://127.0.0.1:8080', 'local-token'],
    ['the port of this machine', {}, { PORTOLAN_PORT: '9000' }, 'http://127.0.0.1:9000', 'local-token'],
    [
      'the environment',
      {},
      { PORTOLAN_SERVER: 'https://plan.example/', PORTOLAN_TOKEN: 'e' },
      'https://plan.example',
      'e',
    ],
    [
      'options before the environment',
      { server: 'http://localhost:1234', token: 'o' },
      { PORTOLAN_SERVER: 'https://plan.example', PORTOLAN_TOKEN: 'e' },
      'http://localhost:1234',
      'o',
    ],
  ])('is %s', (_, options, env, url, token) => {
    expect(connectionOf(options, { PORTOLAN_DATA: data, ...env })).toEqual({ url, token })
  })

  it.each(['plan.example', 'ftp://plan.example', 'https://plan.example/portolan', 'https://me:secret@plan.example'])(
    'is never %s',
    (server) => expect(() => connectionOf({ server }, {})).toThrow(MisuseError),
  )

  it.each(['https://plan.example', 'http://127.0.0.1.plan.example', 'http://192.0.2.1:8080'])(
    'never sends the token of this machine to %s',
    (server) => expect(() => connectionOf({ server }, { PORTOLAN_DATA: data })).toThrow(RefusedError),
  )

  it('says where the token of this machine should be', () => {
    expect(() => connectionOf({}, { PORTOLAN_DATA: join(data, 'none') })).toThrow(join(data, 'none', 'cli-token'))
  })
})
