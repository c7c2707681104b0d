import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { ReportJson, reportJsonSchema } from '@portolan/engine/documents/workbook/report-json'
import { REPORT_TABLES } from '@portolan/engine/documents/workbook/workbook'
import { instant } from '@portolan/engine/units'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assessedCase } from '../../../engine/test/support/assessed-case.ts'
import { fileNameOf, writeReports } from './write-reports.ts'

const assessed = assessedCase()
const options = { generatedAt: instant(Date.parse('2025-12-16T00:00:00Z')) }
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-reports-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a folder of reports', () => {
  it('holds a workbook, a JSON file and a CSV for each table, and nothing else', async () => {
    const written = await writeReports(join(folder, 'out'), ['json', 'csv', 'xlsx'], assessed, options)
    const csv = REPORT_TABLES.map(({ name }) => join('acme-söhne-csv', `${name}.csv`))
    const expected = ['acme-söhne-report.xlsx', ...csv, 'acme-söhne-report.json']
    expect(written).toEqual(expected.map((name) => join(folder, 'out', name)))
    const found = readdirSync(join(folder, 'out'), { recursive: true }).map(String)
    expect(found.sort()).toEqual([...expected, 'acme-söhne-csv'].sort())
  })

  it('has the same bytes when it is written again', async () => {
    const formats = ['xlsx', 'json', 'csv'] as const
    const first = await writeReports(join(folder, 'a'), formats, assessed, options)
    const second = await writeReports(join(folder, 'b'), formats, assessedCase(), options)
    for (const [i, path] of first.entries()) expect(readFileSync(path).equals(readFileSync(second[i])), path).toBe(true)
  })

  it('says the same in all of them', async () => {
    await writeReports(folder, ['xlsx', 'json', 'csv'], assessed, options)
    const json = ReportJson.parse(JSON.parse(readFileSync(join(folder, 'acme-söhne-report.json'), 'utf8')))
    const book = XLSX.read(readFileSync(join(folder, 'acme-söhne-report.xlsx')))
    const vms = json.tables.vms as { vm: string; memoryGiB: number }[]
    const rows = XLSX.utils.sheet_to_json<Record<string, unknown>>(book.Sheets['All VMs'])
    // The last row is the total.
    expect(rows.slice(0, -1).map((row) => [row.VM, row['Memory (GiB)']])).toEqual(
      vms.map((vm) => [vm.vm, vm.memoryGiB]),
    )
    const csv = readFileSync(join(folder, 'acme-söhne-csv', 'vms.csv'), 'utf8')
    expect(csv.split('\r\n')).toHaveLength(vms.length + 2)
    expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`)
  })

  it('keeps attributes of the customer by name', async () => {
    await writeReports(folder, ['json'], assessed, options)
    const { tables } = JSON.parse(readFileSync(join(folder, 'acme-söhne-report.json'), 'utf8'))
    expect(tables.vms[0].custom).toEqual({ 'Cost Centre': 'cost of Acme' })
  })

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController()
    const onFormat = (format: string) => format === 'json' && stop.abort()
    const writing = writeReports(join(folder, 'out'), ['csv', 'json'], assessed, {
      ...options,
      onFormat,
      signal: stop.signal,
    })
    await expect(writing).rejects.toThrow(/abort/i)
    expect(readdirSync(folder)).toEqual([])
  })

  it('says so when the folder is a file', async () => {
    writeFileSync(join(folder, 'out'), 'a file')
    await expect(writeReports(join(folder, 'out'), ['json'], assessed, options)).rejects.toThrow(
      /is a file; reports need a folder/,
    )
  })
})

describe('the schema of the JSON', () => {
  it('names every table and describes its columns', () => {
    const schema = reportJsonSchema() as {
      properties: { tables: { required: string[]; properties: Record<string, unknown> } }
    }
    const { tables } = schema.properties
    expect(tables.required).toEqual(REPORT_TABLES.map(({ name }) => name))
    expect(JSON.stringify(tables.properties.vms)).toContain('Memory, GiB')
  })
})

describe('names of files', () => {
  it.each([
    ['Acme & Söhne', 'acme-söhne'],
    ['  ../../etc/passwd ', 'etc-passwd'],
    ['!!!', 'migration'],
    ['東京 2026', '東京-2026'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%s becomes %s', (project, name) => expect(fileNameOf(project)).toBe(name))
})
