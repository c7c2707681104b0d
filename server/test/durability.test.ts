import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EmbeddedDatabase } from '../src/platform/db/embedded.ts'
import { FolderLockedError, lockFolder } from '../src/platform/db/folder-lock.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the embedded database', () => {
  it('makes every commit durable before it answers', async () => {
    const database = await EmbeddedDatabase.open(join(folder, 'db'))
    await database.query('create table t (a int)', [])
    const before = await database.syncs()
    const commits = 20
    for (let i = 0; i < commits; i++) await database.query('insert into t values ($1)', [i])
    expect(await database.syncs()).toBeGreaterThanOrEqual(before + commits)
    await database.close()

    const again = await EmbeddedDatabase.open(join(folder, 'db'))
    expect((await again.query('select count(*)::int as n from t', [])).rows).toEqual([{ n: commits }])
    await again.close()
  })

  it('is owned by one process', () => {
    const release = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(FolderLockedError)
    release()
    lockFolder(folder)()
  })
})
