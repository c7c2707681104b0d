import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CellObject, read, utils, write } from '@e965/xlsx'
import { CellKind } from '@portolan/engine/inventory/rvtools/sheet'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExports } from '../src/read-exports.ts'
import { recorder, type SeenCell, type SeenSheet } from './recorder.ts'

const SAMPLES = '../shared/samples/rvtools'
const MAKE_RVTOOLS = '../shared/tools/make-rvtools'
const workbooks = existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => name.endsWith('.xlsx')) : []

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Cells that differ between our reader and the library, at most a few, as texts to read. */
async function differences(path: string): Promise<{ cells: number; differences: string[] }> {
  const seen = recorder()
  await readExports([path], seen.importer)
  const book = read(readFileSync(path), { dense: true, cellNF: true, cellText: false })
  const found: string[] = []
  let cells = 0
  for (const name of book.SheetNames) {
    const theirs: (CellObject | undefined)[][] = book.Sheets[name]['!data'] ?? []
    const ours = seen.sheet(name)
    const first = theirs.findIndex((row) => row?.some(isFilled))
    if (first < 0) {
      if (ours) found.push(`${name}: we see a header where the library sees nothing`)
      continue
    }
    const rows = rowsByNumber(ours)
    const start = ours?.head.headerRow ?? 1
    for (let index = start; index < theirs.length; index++) {
      const row = rows.get(index + 1)
      const columns = ours?.head.header.length ?? 0
      for (let column = 0; column < columns; column++) {
        cells++
        const difference = compare(theirs[index]?.[column], row?.[column])
        if (difference !== '' && found.length < 20)
          found.push(`${name}!${utils.encode_cell({ r: index, c: column })}: ${difference}`)
      }
    }
  }
  return { cells, differences: found }
}

const rowsByNumber = (sheet: SeenSheet | undefined) =>
  new Map((sheet?.rows ?? []).map(({ rowNumber, cells }) => [rowNumber, cells]))

const isFilled = (cell: CellObject | undefined) =>
  cell !== undefined && cell.t !== 'z' && String(cell.v ?? '').trim() !== ''

function compare(theirs: CellObject | undefined, ours: SeenCell | undefined): string {
  const expected = !theirs || !isFilled(theirs) ? CellKind.empty : kindOf(theirs)
  const kind = ours?.kind ?? CellKind.empty
  if (kind !== expected) return `kind ${kind} instead of ${expected} (${JSON.stringify(theirs?.v)})`
  if (!theirs || !ours) return ''
  if (kind === CellKind.number || kind === CellKind.date)
    return ours.number === theirs.v ? '' : `${ours.number} instead of ${theirs.v}`
  if (kind === CellKind.boolean) return ours.text === (theirs.v ? 'True' : 'False') ? '' : ours.text
  if (kind !== CellKind.text) return ''
  const text = String(theirs.v).replaceAll('\r\n', '\n').trim()
  return ours.text.replaceAll('\r\n', '\n') === text
    ? ''
    : `${JSON.stringify(ours.text)} instead of ${JSON.stringify(text)}`
}

function kindOf(cell: CellObject): CellKind {
  if (cell.t === 'n') return isDateCode(cell.z) ? CellKind.date : CellKind.number
  return { b: CellKind.boolean, e: CellKind.error, d: CellKind.date }[cell.t as 'b' | 'e' | 'd'] ?? CellKind.text
}

/** The library's own judgement of a format. */
const isDateCode = (code: unknown) => typeof code === 'string' && /[ymdhs]/i.test(code) && code !== 'General'

describe.skipIf(workbooks.length === 0)('every sample workbook', () => {
  it.each(workbooks)('%s has the same cells as a slow library finds', async (name) => {
    const { cells, differences: found } = await differences(join(SAMPLES, name))
    expect(found).toEqual([])
    expect(cells).toBeGreaterThan(50)
  })
})

describe.skipIf(!existsSync(MAKE_RVTOOLS))('a workbook as RVTools 4.7 writes it', () => {
  it('has the same cells as a slow library finds', async () => {
    const path = join(folder, 'made.xlsx')
    const made = spawnSync(MAKE_RVTOOLS, ['--vms', '200', '--out', path])
    expect(made.status).toBe(0)
    const { cells, differences: found } = await differences(path)
    expect(found).toEqual([])
    expect(cells).toBeGreaterThan(10_000)
  })
})

describe('a legacy workbook', () => {
  const TABLE = [
    ['VM', 'CPUs', 'PowerOn', 'Template', 'Notes'],
    ['web01', 4, { t: 'n', v: 45964.5, z: 'yyyy/mm/dd hh:mm' }, true, ' Größe '],
    [null, null, null, null, null],
    ['db01', '12', '2025/11/03', false, ''],
  ]

  it('gives the cells it was written with, under the name without its prefix', async () => {
    const { writeFile } = await import('node:fs/promises')
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet(TABLE), 'tabvInfo')
    const path = join(folder, 'old.xlsx')
    await writeFile(path, write(book, { bookType: 'biff8', type: 'buffer' }))
    const seen = recorder()
    await readExports([path], seen.importer)
    expect(seen.sources).toEqual([{ file: path, format: 'xls' }])
    const sheet = seen.sheet('tabvInfo')
    expect(sheet?.head.header).toEqual(TABLE[0])
    expect(sheet?.rows.map(({ rowNumber, cells }) => [rowNumber, ...cells.map(({ text }) => text)])).toEqual([
      [2, 'web01', '4', '2025/11/03 12:00:00', 'True', 'Größe'],
      [4, 'db01', '12', '2025/11/03', 'False', ''],
    ])
    expect(sheet?.rows[0].cells.map(({ kind }) => kind)).toEqual([1, 2, 4, 3, 1])
    expect(sheet?.rows[1].cells[1].number).toBe(12)
    expect(sheet?.rows[1].cells[2].instant).toBe(Date.UTC(2025, 10, 3))
  })
})
