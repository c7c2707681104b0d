import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ReadProgress, readExports } from '../src/read-exports.ts'
import { sheetXml, writeWorkbook, writeZip } from './make-workbook.ts'
import { recorder, shown } from './recorder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-'))
})
afterEach(() => rm(folder, { recursive: true }))

const VINFO = 'VM,CPUs,Powerstate\r\nweb01,2,poweredOn\r\n'
const VDISK = 'VM,Disk,Capacity MiB\r\nweb01,Hard disk 1,1024\r\n'

/** Writes files under the test's folder and returns their paths. */
async function files(contents: Record<string, string | Buffer>): Promise<string[]> {
  const paths: string[] = []
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, content)
    paths.push(path)
  }
  return paths
}

async function readAll(...paths: string[]) {
  const seen = recorder()
  await readExports(paths, seen.importer)
  return seen
}

const refusalOf = (...paths: string[]) =>
  readAll(...paths).then(
    () => 'read',
    (error) => error,
  )

describe('CSV files', () => {
  it.each`
    what                             | content
    ${'commas in UTF-8 with a mark'} | ${'\ufeffVM,CPUs,Memory\r\nGröße,2,"1,234.5"\r\n'}
    ${'semicolons'}                  | ${'VM;CPUs;Memory\r\nGröße;2;1.234,5\r\n'}
    ${'tabs'}                        | ${'VM\tCPUs\tMemory\nGröße\t2\t1234.5\n'}
    ${'UTF-16 little end first'}     | ${Buffer.from('\ufeffVM,CPUs,Memory\r\nGröße,2,1234.5\r\n', 'utf16le')}
    ${'UTF-16 big end first'}        | ${Buffer.from('\ufeffVM,CPUs,Memory\r\nGröße,2,1234.5\r\n', 'utf16le').swap16()}
    ${'UTF-16 without a mark'}       | ${Buffer.from('VM,CPUs,Memory\r\nGröße,2,1234.5\r\n', 'utf16le')}
    ${'Windows 1252'}                | ${Buffer.from('VM,CPUs,Memory\r\nGröße,2,1234.5\r\n', 'latin1')}
    ${'quotes around everything'}    | ${'"VM","CPUs","Memory"\n"Größe","2","1234.5"\n'}
  `('reads $what', async ({ content }) => {
    const [path] = await files({ 'export.csv': content })
    const seen = await readAll(path)
    expect(seen.sources).toEqual([{ file: path, format: 'csv' }])
    const [row] = seen.sheets[0].rows
    expect(row.cells.map(({ text }) => text).slice(0, 2)).toEqual(['Größe', '2'])
    expect(row.cells[2].number).toBe(1234.5)
  })

  it('numbers rows as a spreadsheet does, over lines within a cell and blank lines', async () => {
    const [path] = await files({ 'vInfo.csv': 'VM,Annotation\nweb01,"two\nlines"\n\n,\ndb01,x\n' })
    const seen = await readAll(path)
    expect(seen.sheets[0].rows.map(({ rowNumber }) => rowNumber)).toEqual([2, 5])
    expect(shown(seen.sheets[0])[0]).toEqual(['text:web01', 'text:two\nlines'])
  })

  it('makes one source of the files of one export that were named one by one', async () => {
    const paths = await files({ 'RVTools_tabvDisk.csv': VDISK, 'RVTools_tabvInfo.csv': VINFO })
    const seen = await readAll(...paths)
    expect(seen.sources).toEqual([{ file: folder, format: 'csv-folder' }])
    expect(seen.sheets.map(({ head }) => head.sheet)).toEqual(['vInfo', 'vDisk'])
  })

  it('keeps exports of one folder apart by what stands before the sheet', async () => {
    const paths = await files({ 'a_RVTools_tabvInfo.csv': VINFO, 'b_RVTools_tabvInfo.csv': VINFO, 'own.csv': VINFO })
    const seen = await readAll(...paths)
    expect(seen.sources.map(({ file }) => file)).toEqual(paths)
  })

  it('reads a folder as one source', async () => {
    await files({ 'export/RVTools_tabvInfo.csv': VINFO, 'export/RVTools_tabvDisk.csv': VDISK, 'export/notes.txt': 'x' })
    const seen = await readAll(join(folder, 'export'))
    expect(seen.sources).toEqual([{ file: join(folder, 'export'), format: 'csv-folder' }])
    expect(seen.sheets.map(({ head }) => head.sheet)).toEqual(['vInfo', 'vDisk'])
  })

  it.each(['', 'inner/', '../../evil/'])(
    'reads an archive whose files stand in "%s", and writes nothing',
    async (inner) => {
      const path = await writeZip(join(folder, 'export.zip'), {
        [`${inner === '../../evil/' ? 'xx/xx/evil/' : inner}RVTools_tabvInfo.csv`]: VINFO,
        [`${inner === '../../evil/' ? 'xx/xx/evil/' : inner}RVTools_tabvDisk.csv`]: VDISK,
        '__MACOSX/._RVTools_tabvInfo.csv': 'junk',
      })
      // yazl refuses to write such names, so they are put in afterwards.
      const bytes = await readFile(path)
      await writeFile(path, Buffer.from(bytes.toString('latin1').replaceAll('xx/xx/', '../../'), 'latin1'))
      const seen = await readAll(path)
      expect(seen.sources.map(({ format }) => format)).toEqual(['csv-zip'])
      expect(seen.sheets.map(({ head }) => head.sheet)).toEqual(['vInfo', 'vDisk'])
      expect(await readdir(folder)).toEqual(['export.zip'])
    },
  )
})

describe('what is no export', () => {
  it.each`
    name          | content                                                                                    | code               | says
    ${'a.xlsx'}   | ${''}                                                                                      | ${'empty_file'}    | ${'is empty'}
    ${'a.xls'}    | ${'<html><table><tr><td>VM</td></tr></table></html>'}                                      | ${'not_an_export'} | ${'web page'}
    ${'a.xls'}    | ${'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'} | ${'not_an_export'} | ${'XML spreadsheet of 2003'}
    ${'a.xlsx'}   | ${'%PDF-1.7'}                                                                              | ${'not_an_export'} | ${'PDF'}
    ${'a.csv'}    | ${'{"vms": []}'}                                                                           | ${'not_an_export'} | ${'JSON'}
    ${'a.csv'}    | ${Buffer.from([1, 2, 0, 3, 4, 5, 6, 7, 8, 9])}                                             | ${'not_an_export'} | ${'binary'}
    ${'a.csv.gz'} | ${Buffer.from([0x1f, 0x8b, 8, 0])}                                                         | ${'not_an_export'} | ${'gzip'}
    ${'a.xlsx'}   | ${Buffer.from('PK\x03\x04cut off')}                                                        | ${'damaged'}       | ${'ZIP structure'}
    ${'a.xls'}    | ${Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex')}                               | ${'damaged'}       | ${'legacy workbook'}
    ${'list.csv'} | ${'Name,Colour\nx,red\n'}                                                                  | ${'no_vinfo'}      | ${'"list"'}
    ${'lo.csv'}   | ${'VM Name,VM OS,Template\nweb,Linux,False\n'}                                             | ${'other_format'}  | ${'Live Optics'}
    ${'am.csv'}   | ${'\ufeff*Server name,*Cores\nweb,2\n'}                                                    | ${'other_format'}  | ${'Azure Migrate'}
    ${'open.csv'} | ${'VM,CPUs\n"web,2\n'}                                                                     | ${'damaged'}       | ${'quote'}
  `('refuses $name that holds $content', async ({ name, content, code, says }) => {
    const [path] = await files({ [name]: content })
    const error = await refusalOf(path)
    expect(error).toMatchObject({ name: 'ExportError', code, file: path })
    expect(error.message).toContain(`${path}: `)
    expect(error.message).toContain(says)
    expect(error.message).not.toContain('\n')
  })

  it('recognises a workbook with a password', async () => {
    const compound = Buffer.alloc(2048)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(compound)
    compound.writeUInt16LE(9, 30)
    compound.writeUInt32LE(0, 48)
    Buffer.from('EncryptedPackage', 'utf16le').copy(compound, 512 + 128)
    const [path] = await files({ 'secret.xlsx': compound })
    expect(await refusalOf(path)).toMatchObject({ code: 'encrypted', message: expect.stringContaining('password') })
  })

  it.each`
    what                           | entries                                     | says
    ${'a workbook in an archive'}  | ${{ 'export.xlsx': 'PK' }}                  | ${'holds the workbook "export.xlsx"; unpack it'}
    ${'an archive of other files'} | ${{ 'a.txt': 'x' }}                         | ${'holds "a.txt"'}
    ${'an OpenDocument sheet'}     | ${{ mimetype: 'x', 'content.xml': '<x/>' }} | ${'OpenDocument'}
  `('refuses $what', async ({ entries, says }) => {
    const path = await writeZip(join(folder, 'a.zip'), entries)
    expect(await refusalOf(path)).toMatchObject({ code: 'not_an_export', message: expect.stringContaining(says) })
  })

  it('says that a file is not there, and that a folder holds nothing to read', async () => {
    const missing = join(folder, 'missing.xlsx')
    expect(await refusalOf(missing)).toMatchObject({ code: 'not_found', file: missing })
    expect(await refusalOf(folder)).toMatchObject({ code: 'not_an_export', file: folder })
    await files({ 'a.xlsx': 'PK' })
    expect(await refusalOf(folder)).toMatchObject({ message: expect.stringContaining('"a.xlsx"; name the files') })
  })

  it('refuses a file that was named twice, by whatever names', async () => {
    const [path] = await files({ 'vInfo.csv': VINFO })
    const link = join(folder, 'link.csv')
    await symlink(path, link)
    expect(await refusalOf(path, path)).toMatchObject({ code: 'duplicate_file' })
    expect(await refusalOf(path, link)).toMatchObject({
      code: 'duplicate_file',
      message: expect.stringContaining(path),
    })
    expect(await refusalOf(folder, path)).toMatchObject({ code: 'duplicate_file' })
  })
})

describe('the way through several files', () => {
  const book = () =>
    writeWorkbook(join(folder, 'a.xlsx'), {
      sheets: {
        Notes: sheetXml('<row><c t="str"><v>foreign</v></c></row>'),
        vInfo: sheetXml('<row><c t="str"><v>VM</v></c></row><row><c t="str"><v>web01</v></c></row>'),
      },
    })

  it('tells progress in bytes that end at the total', async () => {
    const told: ReadProgress[] = []
    const [csv] = await files({ 'x/vInfo.csv': VINFO })
    await readExports([await book(), csv], recorder().importer, { onProgress: (progress) => told.push(progress) })
    expect([...new Set(told.map(({ phase }) => phase))]).toEqual(['vInfo', 'Notes'])
    const done = told.map((progress) => progress.done)
    expect(done).toEqual([...done].sort((a, b) => a - b))
    expect(told.at(-1)).toMatchObject({ done: told[0].total })
  })

  it('stops where it is when it is told to', async () => {
    const path = await book()
    const stop = new AbortController()
    const seen = recorder()
    const reading = readExports([path], seen.importer, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
    expect(seen.sheets.every(({ ended }) => !ended)).toBe(true)
  })
})
