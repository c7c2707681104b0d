import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readExports } from '../src/read-exports.ts'
import { sheetXml, sstXml, type WorkbookParts, workbookEntries, writeWorkbook, writeZip } from './make-workbook.ts'
import { recorder, shown } from './recorder.ts'

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
const HEADER = `<row>${inline('VM')}${inline('Powerstate')}${inline('CPUs')}${inline('PowerOn')}</row>`
const vInfo = (rows: string, more: Partial<WorkbookParts> = {}) => ({
  sheets: { vInfo: sheetXml(HEADER + rows) },
  ...more,
})
const DATE_STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy/mm/dd hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>'

let folder: string
let files = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-'))
})
afterAll(() => rm(folder, { recursive: true }))

const newPath = (ending = 'xlsx') => join(folder, `book-${++files}.${ending}`)

async function readBook(parts: WorkbookParts, limits = {}) {
  const seen = recorder()
  await readExports([await writeWorkbook(newPath(), parts)], seen.importer, { limits })
  return seen
}

const rowsOf = async (parts: WorkbookParts) => shown((await readBook(parts)).sheet('vInfo'))
const refusal = (parts: WorkbookParts, limits = {}) =>
  readBook(parts, limits).then(
    () => 'read',
    (error) => error,
  )

describe('cells', () => {
  it.each`
    what                                | cell                                                              | expected
    ${'a number'}                       | ${'<c><v>4</v></c>'}                                              | ${'number:4'}
    ${'a negative number'}              | ${'<c t="n"><v>-1</v></c>'}                                       | ${'number:-1'}
    ${'a fraction'}                     | ${'<c><v>0.125</v></c>'}                                          | ${'number:0.125'}
    ${'a number of 17 digits'}          | ${'<c r="A2" s="0"><v>4.4000000000000004</v></c>'}                | ${'number:4.4'}
    ${'an exponent'}                    | ${'<c r="A2" s="0"><v>1.5E+3</v></c>'}                            | ${'number:1500'}
    ${'a number in blanks'}             | ${'<c><v> 7 </v></c>'}                                            | ${'number:7'}
    ${'a number that is none'}          | ${'<c r="A2" s="0"><v>seven</v></c>'}                             | ${'text:seven'}
    ${'a lone minus'}                   | ${'<c r="A2" s="0"><v>-</v></c>'}                                 | ${'text:-'}
    ${'no value'}                       | ${'<c r="A2" s="0"></c>'}                                         | ${'empty'}
    ${'an empty value'}                 | ${'<c r="A2" s="0"><v></v></c>'}                                  | ${'empty'}
    ${'a text without value'}           | ${'<c r="A2" t="s"/>'}                                            | ${'empty'}
    ${'a text with an empty value'}     | ${'<c r="A2" t="s"><v/></c>'}                                     | ${'empty'}
    ${'a shared text'}                  | ${'<c r="A2" t="s"><v>0</v></c>'}                                 | ${'text:shared'}
    ${'a shared text of blanks'}        | ${'<c r="A2" t="s"><v>1</v></c>'}                                 | ${'empty'}
    ${'a shared text of runs'}          | ${'<c r="A2" t="s"><v>2</v></c>'}                                 | ${'text:rich'}
    ${'a shared text that is not'}      | ${'<c r="A2" t="s"><v>99</v></c>'}                                | ${'error:'}
    ${'a formula with text'}            | ${'<c r="A2" t="str"><f>A1&amp;"x"</f><v>a &amp; b</v></c>'}      | ${'text:a & b'}
    ${'a formula with number 0'}        | ${'<c r="A2"><f>1-1</f><v>0</v></c>'}                             | ${'number:0'}
    ${'an empty formula tag'}           | ${'<c r="A2"><f t="shared" si="0"/><v>5</v></c>'}                 | ${'number:5'}
    ${'a boolean'}                      | ${'<c r="A2" t="b"><v>1</v></c>'}                                 | ${'boolean:True'}
    ${'a false one'}                    | ${'<c r="A2" t="b"><v>0</v></c>'}                                 | ${'boolean:False'}
    ${'an error'}                       | ${'<c r="A2" t="e"><v>#N/A</v></c>'}                              | ${'error:#N/A'}
    ${'a date by style'}                | ${'<c r="A2" s="1"><v>45964.34409722222</v></c>'}                 | ${'date:2025/11/03 08:15:30'}
    ${'a time by style'}                | ${'<c r="A2" s="1"><v>0.5</v></c>'}                               | ${'date:12:00:00'}
    ${'a date of its own type'}         | ${'<c r="A2" t="d"><v>2025-11-03T08:15:30</v></c>'}               | ${'date:2025/11/03 08:15:30'}
    ${'a date of its own that is none'} | ${'<c r="A2" t="d"><v>soon</v></c>'}                              | ${'text:soon'}
    ${'inline runs'}                    | ${'<c t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>'} | ${'text:ab'}
    ${'an inline reading aid'}          | ${'<c t="inlineStr"><is><t>a</t><rPh><t>b</t></rPh></is></c>'}    | ${'text:a'}
    ${'an empty inline text'}           | ${'<c t="inlineStr"><is><t> </t></is></c>'}                       | ${'empty'}
    ${'entities'}                       | ${'<c t="str"><v>&lt;&#228;&#x2013;&gt;</v></c>'}                 | ${'text:<ä–>'}
    ${'escaped control characters'}     | ${'<c t="str"><v>a_x000A_b</v></c>'}                              | ${'text:a\nb'}
    ${'CDATA'}                          | ${'<c t="str"><v><![CDATA[<row>&</v>]]></v></c>'}                 | ${'text:<row>&</v>'}
    ${'a comment'}                      | ${'<c t="str"><!-- <v>no</v> --><v>yes</v></c>'}                  | ${'text:yes'}
    ${'single quotes'}                  | ${"<c r='A2' t='s'><v>0</v></c>"}                                 | ${'text:shared'}
    ${'another order of attributes'}    | ${'<c t="s" s="1" r="A2"><v>0</v></c>'}                           | ${'text:shared'}
    ${'foreign attributes and blanks'}  | ${'<c  r = "A2" cm="1" t="s" ><v >0</v ></c >'}                   | ${'text:shared'}
    ${'an extension behind the value'}  | ${'<c r="A2"><v>3</v><extLst><ext><v>9</v></ext></extLst></c>'}   | ${'number:3'}
  `('reads $what', async ({ cell, expected }) => {
    const sharedStrings = sstXml('<t>shared</t>', '<t>  </t>', '<r><t>ri</t></r><r><t>ch</t></r>')
    const rows = await rowsOf(
      vInfo(`<row r="2">${cell}<c r="C2"><v>1</v></c></row>`, { sharedStrings, styles: DATE_STYLES }),
    )
    expect(rows).toEqual([[expected, 'empty', 'number:1', 'empty']])
  })

  it('gives a shared text its key and the number or date it spells', async () => {
    const sharedStrings = sstXml('<t>12</t>', '<t>2025/11/03 08:15:30</t>')
    const row = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>8</v></c></row>'
    const seen = await readBook(vInfo(row, { sharedStrings }))
    const [cells] = (seen.sheet('vInfo')?.rows ?? []).map(({ cells }) => cells)
    expect(cells.map(({ key }) => key)).toEqual([0, 1, -1, -1])
    expect(cells[0].number).toBe(12)
    expect(cells[1].instant).toBe(Date.UTC(2025, 10, 3, 8, 15, 30))
    expect(seen.sheet('vInfo')?.head.keys).toBe(2)
  })

  it('counts days from 1904 where the workbook says so', async () => {
    const more = { styles: DATE_STYLES, workbookProperties: '<workbookPr date1904="1"/>' }
    const rows = await rowsOf(vInfo('<row><c s="1"><v>44502.34409722222</v></c></row>', more))
    expect(rows[0][0]).toBe('date:2025/11/03 08:15:30')
  })
})

describe('rows and sheets', () => {
  it('reads any prefix, absolute targets and a byte order mark, without content types', async () => {
    const cells = '<x:c r="A1" s="2" t="str"><x:v>VM</x:v></x:c><x:c r="B1" t="str"><x:v>CPUs</x:v></x:c>'
    const body =
      '<x:row r="2" spans="1:2"><x:c r="A2" t="s" s="5"><x:v>0</x:v></x:c><x:c r="B2" s="5"><x:v>2</x:v></x:c></x:row>'
    const sheet = `\ufeff${sheetXml(`<x:row r="1">${cells}</x:row>${body}`, 'x:')}`
    const sharedStrings = '<x:sst xmlns:x="m"><x:si><x:t>web01</x:t></x:si></x:sst>'
    const parts = { sheets: { vInfo: sheet }, sharedStrings, targets: '/xl/', withoutContentTypes: true }
    expect(await rowsOf(parts)).toEqual([['text:web01', 'number:2']])
  })

  it('counts rows and cells that carry no reference, and keeps numbers that skip', async () => {
    const row = '<c t="str"><v>web</v></c>'
    const seen = await readBook(vInfo(`<row>${row}</row><row r="7">${row}</row><row/><row>${row}</row>`))
    expect(seen.sheet('vInfo')?.rows.map(({ rowNumber }) => rowNumber)).toEqual([2, 7, 9])
  })

  it('passes over blank rows up to the last row of a worksheet', async () => {
    const rows = `${'<row/>'.repeat(1_048_573)}<row><c s="1"/></row><row><c r="A1048576" t="str"><v>last</v></c></row>`
    const seen = await readBook(vInfo(rows))
    expect(seen.sheet('vInfo')?.rows.map(({ rowNumber }) => rowNumber)).toEqual([1_048_576])
  })

  it('reads hidden sheets', async () => {
    expect(
      await rowsOf(vInfo('<row><c t="str"><v>web</v></c></row>', { sheetAttributes: 'state="veryHidden"' })),
    ).toHaveLength(1)
  })

  it('finds the header below a title, and tells on which row it stands', async () => {
    const title = `<row r="1">${inline('Exported by me')}</row><row r="3">${HEADER.slice(5)}`
    const seen = await readBook({ sheets: { vInfo: sheetXml(`${title}<row r="4">${inline('web')}</row>`) } })
    expect(seen.sheet('vInfo')?.head).toMatchObject({ headerRow: 3, header: ['VM', 'Powerstate', 'CPUs', 'PowerOn'] })
    expect(shown(seen.sheet('vInfo')).map(([vm]) => vm)).toEqual(['text:web'])
  })

  it('opens sheets in the order the importer needs, over all files, foreign ones last', async () => {
    const table = (...headers: string[]) => sheetXml(`<row>${headers.map(inline).join('')}</row>`)
    const sheets = {
      Notes: table('a'),
      vDisk: table('VM', 'Disk', 'Capacity MiB'),
      vInfo: table('VM', 'CPUs'),
      vMetaData: table('Server'),
    }
    const seen = recorder()
    const paths = [await writeWorkbook(newPath(), { sheets }), await writeWorkbook(newPath(), { sheets })]
    await readExports(paths, seen.importer)
    expect(seen.sheets.map(({ head }) => `${head.source}:${head.sheet}`)).toEqual([
      '0:vMetaData',
      '1:vMetaData',
      '0:vInfo',
      '1:vInfo',
      '0:vDisk',
      '1:vDisk',
      '0:Notes',
      '1:Notes',
    ])
    expect(seen.sheets.every(({ ended }) => ended)).toBe(true)
  })

  it('recognises a sheet of any name by its columns', async () => {
    const parts = vInfo(`<row>${inline('web')}</row>`)
    const seen = await readBook({ sheets: { Sheet1: parts.sheets.vInfo } })
    expect(shown(seen.sheet('Sheet1'))).toEqual([['text:web', 'empty', 'empty', 'empty']])
  })

  it('decodes only the columns that are wanted, and passes rows on that hold something elsewhere', async () => {
    const seen = recorder({ columns: () => [2] })
    const rows =
      '<row r="2"><c r="A2" t="str"><v>a</v></c><c r="C2"><v>4</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>'
    await readExports([await writeWorkbook(newPath(), vInfo(rows))], seen.importer)
    expect(shown(seen.sheet('vInfo'))).toEqual([['number:4'], ['empty']])
  })

  it('joins rows that chunks of the unpacked bytes cut apart', async () => {
    const row = (at: number) =>
      `<row r="${at}"><c r="A${at}" t="str"><v>vm-${at}</v></c><c r="C${at}"><v>${at}</v></c><c r="D${at}" t="s"><v>0</v></c></row>`
    const numbers = Array.from({ length: 20_000 }, (_, at) => at + 2)
    const rows = await rowsOf(vInfo(numbers.map(row).join('<!-- <row -->'), { sharedStrings: sstXml('<t>x</t>') }))
    expect(rows).toEqual(numbers.map((at) => [`text:vm-${at}`, 'empty', `number:${at}`, 'text:x']))
  })
})

describe('files that are no workbook, or no more', () => {
  const GOOD = vInfo('<row><c t="str"><v>web</v></c></row>')

  it.each`
    what                          | code              | parts
    ${'a document type'}          | ${'xml_entities'} | ${{ sheets: { vInfo: `<!DOCTYPE x [<!ENTITY a "b">]>${GOOD.sheets.vInfo}` } }}
    ${'an unknown entity'}        | ${'xml_entities'} | ${vInfo('<row><c t="str"><v>&a;</v></c></row>')}
    ${'a row that does not end'}  | ${'damaged'}      | ${{ sheets: { vInfo: GOOD.sheets.vInfo.slice(0, -40) } }}
    ${'a row within a row'}       | ${'damaged'}      | ${vInfo('<row><c><v>1</v></c><row></row></row>')}
    ${'a cell beyond column XFD'} | ${'too_large'}    | ${vInfo('<row><c r="XFE2"><v>1</v></c></row>')}
    ${'a row beyond the last'}    | ${'too_large'}    | ${vInfo('<row r="1048577"><c><v>1</v></c></row>')}
    ${'no sheet'}                 | ${'damaged'}      | ${{ sheets: {} }}
    ${'no sheet that is known'}   | ${'no_vinfo'}     | ${{ sheets: { Notes: sheetXml(`<row>${inline('a')}</row>`) } }}
    ${'an empty vInfo'}           | ${'no_vinfo'}     | ${{ sheets: { vInfo: sheetXml('') } }}
  `('refuses $what', async ({ code, parts }) => {
    const error = await refusal(parts)
    expect(error).toMatchObject({ name: 'ExportError', code })
    expect(error.message).toMatch(/^\/.*book-\d+\.xlsx: [^\n]+\.$/)
  })

  it('refuses a workbook that unpacks to a hundred times its size, long before all of it is unpacked', async () => {
    const rows = `<row>${inline('x')}</row>`.repeat(50_000)
    expect(await refusal(vInfo(rows), { ratioFloorBytes: 1e6 })).toMatchObject({ code: 'zip_bomb' })
  })

  it.each([
    ['totalBytes', 1000],
    ['zipEntries', 3],
    ['sharedStrings', 1],
    ['rowBytes', 1000],
  ])('holds %s against a workbook', async (limit, most) => {
    const long = vInfo(`<row><c t="str"><v>${'x'.repeat(3_000_000)}</v></c></row>`, {
      sharedStrings: sstXml('<t>a</t>', '<t>b</t>'),
    })
    expect(await refusal(long, { [limit]: most })).toMatchObject({ code: 'too_large' })
  })

  it('refuses a file with any byte of its data changed or cut off, or reads it all the same', async () => {
    const { readFile, writeFile } = await import('node:fs/promises')
    const path = await writeWorkbook(newPath(), GOOD)
    const bytes = await readFile(path)
    const expected = shown(await readBook(GOOD).then((seen) => seen.sheet('vInfo')))
    const damagedPath = newPath()
    for (let at = 0; at < bytes.length; at += 13) {
      for (const damaged of [
        bytes.subarray(0, at),
        Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 0x55 : byte))),
      ]) {
        await writeFile(damagedPath, damaged)
        const seen = recorder()
        const error = await readExports([damagedPath], seen.importer).then(
          () => null,
          (thrown) => thrown,
        )
        if (error === null) expect(shown(seen.sheet('vInfo'))).toEqual(expected)
        else expect(error).toMatchObject({ name: 'ExportError' })
      }
    }
  })

  it('takes the first of two parts with one name', async () => {
    const entries = workbookEntries(GOOD)
    const path = await writeZip(newPath(), { ...entries, 'XL/Worksheets/SHEET1.xml': sheetXml('') })
    const seen = recorder()
    await readExports([path], seen.importer)
    expect(shown(seen.sheet('vInfo'))).toHaveLength(1)
  })
})
