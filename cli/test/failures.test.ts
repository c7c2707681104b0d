import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { portolan } from './command.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

mkdirSync(join(folder, 'empty-folder'))
/** The first bytes of a ZIP, and nothing that they promise. */
const LOCAL_HEADER = Buffer.from('504b030414000000080000000000000000000000000000000000', 'hex')

describe('files that are no export', () => {
  it.each([
    ['a file that is not there', join(folder, 'nowhere.xlsx')],
    ['an empty file', file('empty.xlsx', '')],
    ['a text that calls itself a workbook', file('note.xlsx', 'dear all,\n')],
    ['a ZIP cut short', file('cut.xlsx', LOCAL_HEADER)],
    ['an empty folder', join(folder, 'empty-folder')],
    ['a table of something else', file('shopping.csv', 'item,price\nmilk,1\n')],
    ['a picture', file('photo.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
  ])('%s ends in one sentence, exit 1', async (_, path) => {
    const { code, stdout, stderr } = await portolan(['assess', path, '--json'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^portolan: [^\n]+\n$/)
    expect(stderr).not.toContain('internal error')
  })

  it('leave nothing behind', async () => {
    const out = join(folder, 'report')
    await portolan(['assess', file('broken.xlsx', LOCAL_HEADER), '--out', out])
    expect(readdirSync(folder)).not.toContain('report')
  })
})

describe('misuse', () => {
  it.each([
    ['no command', []],
    ['an unknown command', ['asess', 'samples/two-sites/berlin']],
    ['no file', ['assess']],
    ['an unknown option', ['assess', 'samples/two-sites/berlin', '--jsn']],
    ['a date that is none', ['assess', 'samples/two-sites/berlin', '--as-of', 'yesterday']],
    ['formats without a folder', ['assess', 'samples/two-sites/berlin', '--format', 'pdf']],
  ])('%s ends with exit 2 and keeps stdout clean', async (_, args) => {
    const { code, stdout, stderr } = await portolan(args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).not.toBe('')
  })
})

describe('names from a foreign file', () => {
  it('cannot steer the terminal', async () => {
    const evil = '\u001b[2J\u001b]0;owned\u0007web'
    const path = file(
      'evil.csv',
      `VM,Powerstate,CPUs,Memory,VM ID,Cluster\r\n"${evil}",poweredOn,2,4096,vm-1,\u009b31m\r\n`,
    )
    for (const args of [
      ['assess', path],
      ['plan', path],
      ['explain', 'vm-1', path],
      ['columns', path],
    ]) {
      const { code, stdout } = await portolan(args)
      expect(code).toBe(0)
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
    }
  })
})
