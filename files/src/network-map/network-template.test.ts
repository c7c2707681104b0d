import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { type ReadTemplate, readTemplate } from '@portolan/engine/networks/template/read-template'
import { TEMPLATE_COLUMNS } from '@portolan/engine/networks/template/template-columns'
import { TEMPLATE_BANNER, type TemplateSheet } from '@portolan/engine/networks/template/template-sheet'
import { instant } from '@portolan/engine/units'
import { afterAll, describe, expect, it } from 'vitest'
import { networkTemplate } from '../report/network-template/network-template.ts'
import { readNetworkTemplate } from './read-network-template.ts'
import { unreadFormulas } from './unread-formulas.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-template-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const AT = instant(Date.parse('2026-01-02T03:04:06Z'))
const KEYS = TEMPLATE_COLUMNS.map(({ key }) => key)

/** A sheet with these cells filled in, the others blank. */
function sheetOf(...rows: Readonly<Record<string, string | number>>[]): TemplateSheet {
  return {
    tab: 'Network Map',
    banner: TEMPLATE_BANNER,
    header: TEMPLATE_COLUMNS.map(({ header }) => header),
    rows: rows.map((row) => KEYS.map((key) => row[key] ?? '')),
  }
}

const ROWS: readonly Readonly<Record<string, string | number>>[] = [
  { source: 'VLAN <20> & "x"', vms: 7, vlan: 20, target: '=1+1', kind: 'virtual', dns: '10.0.0.1, 10.0.0.2' },
  { source: 'Backup', cidr: '10.0.0.0/24', gateway: '010', notes: 'two\nlines', poolStart: '1-2', mtu: 9000 },
]

let serial = 0
function stored(bytes: Uint8Array): string {
  const path = join(folder, `${++serial}.xlsx`)
  writeFileSync(path, bytes)
  return path
}

async function template(path: string): Promise<ReadTemplate> {
  const read = readTemplate(await readNetworkTemplate(path))
  if (!read.ok) throw new Error(read.error.message)
  return read.value
}

describe('the template of the network map', () => {
  it('reads back as it was written', async () => {
    const { headerRow, rows } = await template(
      stored(await networkTemplate(sheetOf(...ROWS), { title: 'Acme', at: AT })),
    )
    expect(headerRow).toBe(2)
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([3, 4])
    const filled = rows.map(({ cells }) => Object.fromEntries([...cells].filter(([, text]) => text !== '')))
    expect(filled).toEqual(
      ROWS.map((row) => Object.fromEntries(Object.entries(row).map(([key, it]) => [key, `${it}`]))),
    )
  })

  it('is a sheet to other programs: texts as texts, numbers as numbers, a frozen head and a banner', async () => {
    const book = XLSX.read(await networkTemplate(sheetOf(...ROWS), { title: 'Acme', at: AT }), { bookFiles: true })
    const sheet = book.Sheets['Network Map']
    const at = (key: string, row: number): XLSX.CellObject =>
      sheet[XLSX.utils.encode_cell({ r: row - 1, c: KEYS.indexOf(key) })]
    expect(sheet.A1.v).toBe(TEMPLATE_BANNER)
    expect(sheet['!merges']).toHaveLength(1)
    expect([at('vlan', 3).t, at('vlan', 3).v, at('target', 3).t, at('target', 3).f]).toEqual(['n', 20, 's', undefined])
    expect([at('poolStart', 4).t, at('poolStart', 4).v]).toEqual(['s', '1-2'])
    const xml = Buffer.from(
      (book as never as { files: Record<string, { content: Uint8Array }> }).files['xl/worksheets/sheet1.xml'].content,
    ).toString()
    expect(xml).toContain('xSplit="1" ySplit="2"')
    expect(xml).toContain('<formula1>"physical_managed,physical_l2,virtual,-"</formula1>')
    expect(xml.match(/<dataValidation /g)).toHaveLength(6)
  })

  it('has the same bytes for the same map, and opens without a network', async () => {
    const write = () => networkTemplate(sheetOf(), { title: 'Acme', at: AT })
    expect(await write()).toEqual(await write())
    expect((await template(stored(await write()))).rows).toEqual([])
  })

  it('is found beside other sheets, by its name or by its header', async () => {
    const cover = XLSX.utils.aoa_to_sheet([['Read me']])
    const map = XLSX.utils.aoa_to_sheet([['My networks'], ['Source Network', 'VLAN ID'], ['LAN', 7]])
    for (const name of ['network map', 'Sheet2']) {
      const book = { SheetNames: ['Cover', name], Sheets: { Cover: cover, [name]: map } }
      const { rows } = await template(stored(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' })))
      expect(rows.map(({ cells }) => [...cells.values()])).toEqual([['LAN', '7']])
    }
  })

  it('is refused when formulas of its cells give no value', async () => {
    const map = XLSX.utils.aoa_to_sheet([
      ['Source Network', 'VLAN ID', 'Gateway'],
      ['LAN', 1, 'x'],
    ])
    map.C2 = { t: 's', f: "'[1]Plan'!B2", v: '10.0.0.1' }
    const read = readTemplate(
      await readNetworkTemplate(
        stored(XLSX.write({ SheetNames: ['m'], Sheets: { m: map } }, { type: 'buffer', bookType: 'xlsx' })),
      ),
    )
    expect(!read.ok && read.error).toMatchObject({ code: 'formulas', columns: ['Gateway'] })
  })

  it.each`
    name           | bytes                     | message
    ${'map.csv'}   | ${'Source,VLAN\nLAN,7\n'} | ${/template of the network map is a workbook \(\.xlsx\), and this is none/}
    ${'map.xlsx'}  | ${'PK\u0003\u0004'}       | ${/ZIP structure is damaged/}
    ${'map.empty'} | ${''}                     | ${/the file is empty/}
  `('is refused with one sentence when it is no workbook ($name)', async ({ name, bytes, message }) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    await expect(readNetworkTemplate(path)).rejects.toThrow(message)
  })
})

describe('formulas without a value', () => {
  it.each`
    cell                                                               | why
    ${'<c r="B3"><v>1</v></c>'}                                        | ${null}
    ${'<c r="B3"><f>A1+1</f><v>2</v></c>'}                             | ${null}
    ${'<c r="B3"><f>Table1[VLAN]</f><v>2</v></c>'}                     | ${null}
    ${'<c r="B3"><f>IF(Other!A1,Table1[VLAN],Map!B2)</f><v>2</v></c>'} | ${null}
    ${'<c r="B3"><f>A1+1</f></c>'}                                     | ${'no_result'}
    ${'<c r="B3"><f>A1+1</f><v></v></c>'}                              | ${'no_result'}
    ${'<c r="B3"><f>A1+1</f><v/></c>'}                                 | ${'no_result'}
    ${'<c r="B3" t="e"><f>A1</f><v>#REF!</v></c>'}                     | ${'no_result'}
    ${'<c r="B3"><f t="shared" si="0"/><v>2</v></c>'}                  | ${null}
    ${'<c r="B3"><f t="shared" si="0"/></c>'}                          | ${'no_result'}
    ${'<c r="B3"><f>[1]Map!B2</f><v>2</v></c>'}                        | ${'other_file'}
    ${'<c r="B3"><f>&apos;[a b.xlsx]Map&apos;!B2</f></c>'}             | ${'other_file'}
    ${'<c r="B3"><f>\'file:///tmp/x.ods\'#$Map.B2</f><v>1</v></c>'}    | ${'other_file'}
    ${'<x:c r="B3"><x:f>A1</x:f></x:c>'}                               | ${'no_result'}
    ${'<!-- <c r="B3"><f>A1</f></c> -->'}                              | ${null}
  `('$cell: $why', ({ cell, why }) => {
    const sheet = Buffer.from(`<worksheet><sheetData><row r="3">${cell}<c r="C3"/></row></sheetData></worksheet>`)
    expect(unreadFormulas(sheet)).toEqual(why === null ? [] : [{ rowNumber: 3, column: 1, why }])
  })
})
