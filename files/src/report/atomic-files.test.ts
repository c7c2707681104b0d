import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AtomicFiles, OutputError } from './atomic-files.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-atomic-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const read = (name: string) => readFileSync(join(folder, name), 'utf8')

describe('files that appear together', () => {
  it('shows nothing before all are published', async () => {
    const files = new AtomicFiles()
    await files.write(join(folder, 'a.txt'), ['one', ' two'])
    await files.write(join(folder, 'sub', 'b.txt'), ['three'])
    expect(readdirSync(folder).filter((name) => !name.startsWith('.'))).toEqual(['sub'])
    await files.publish()
    expect([read('a.txt'), read('sub/b.txt')]).toEqual(['one two', 'three'])
  })

  it('replaces what an earlier run wrote, in one step', async () => {
    writeFileSync(join(folder, 'a.txt'), 'old')
    const files = new AtomicFiles()
    await files.write(join(folder, 'a.txt'), ['new'])
    expect(read('a.txt')).toBe('old')
    await files.publish()
    expect(read('a.txt')).toBe('new')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('leaves the folder as it was when a file fails half way', async () => {
    writeFileSync(join(folder, 'a.txt'), 'old')
    const files = new AtomicFiles()
    await files.write(join(folder, 'made', 'b.txt'), ['complete'])
    function* broken() {
      yield 'half'
      throw new Error('disk full')
    }
    await expect(files.write(join(folder, 'a.txt'), broken())).rejects.toThrow('disk full')
    await files.discard()
    expect(readdirSync(folder)).toEqual(['a.txt'])
    expect(read('a.txt')).toBe('old')
  })

  it('keeps a folder that holds something else', async () => {
    const files = new AtomicFiles()
    await files.write(join(folder, 'made', 'b.txt'), ['x'])
    writeFileSync(join(folder, 'made', 'other.txt'), 'mine')
    await files.discard()
    expect(readdirSync(join(folder, 'made'))).toEqual(['other.txt'])
  })

  it('changes nothing when it is discarded after it was published', async () => {
    const files = new AtomicFiles()
    await files.write(join(folder, 'made', 'b.txt'), ['x'])
    await files.publish()
    await files.discard()
    expect(read('made/b.txt')).toBe('x')
  })
})

describe('places that cannot be written', () => {
  it('names a file that stands where a folder is needed', async () => {
    writeFileSync(join(folder, 'out'), 'a file')
    const adding = new AtomicFiles().add(join(folder, 'out', 'a.txt'))
    await expect(adding).rejects.toThrow(new OutputError(`${join(folder, 'out')} is a file; reports need a folder.`))
  })

  it('names a folder that stands where a file is needed', async () => {
    mkdirSync(join(folder, 'a.txt'))
    await expect(new AtomicFiles().add(join(folder, 'a.txt'))).rejects.toThrow(/a\.txt is a folder/)
  })
})
