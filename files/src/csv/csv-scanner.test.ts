import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../read-limits.ts'
import { CsvScanner, type Fields } from './csv-scanner.ts'

function scan(text: string | Buffer, cut = 1_000_000): string[][] {
  const scanner = new CsvScanner(44, READ_LIMITS)
  const records: string[][] = []
  const onRecord = ({ bytes, count, starts, ends, doubled }: Fields) => {
    const cells = Array.from({ length: count }, (_, at) => bytes.toString('utf8', starts[at], ends[at]))
    records.push(cells.map((cell, at) => (doubled[at] === 1 ? cell.replaceAll('""', '"') : cell)))
    return true
  }
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += cut) scanner.push(bytes.subarray(at, at + cut), onRecord)
  scanner.end(onRecord)
  return records
}

describe('CsvScanner', () => {
  it.each`
    text                  | records
    ${'a,b\r\nc,d\r\n'}   | ${[['a', 'b'], ['c', 'd']]}
    ${'a,b\nc,d'}         | ${[['a', 'b'], ['c', 'd']]}
    ${'a,b\rc,d\r'}       | ${[['a', 'b'], ['c', 'd']]}
    ${'a,\n,b'}           | ${[['a', ''], ['', 'b']]}
    ${'a,'}               | ${[['a', '']]}
    ${'"a,b","c\r\nd"\n'} | ${[['a,b', 'c\r\nd']]}
    ${'"say ""hi""",x'}   | ${[['say "hi"', 'x']]}
    ${'"",""\n'}          | ${[['', '']]}
    ${'5" disk,x\n'}      | ${[['5" disk', 'x']]}
    ${'"a"b,c'}           | ${[['a', 'c']]}
    ${'a\n\nb'}           | ${[['a'], [''], ['b']]}
  `('finds $records in $text, whole or byte by byte', ({ text, records }) => {
    expect(scan(text)).toEqual(records)
    expect(scan(text, 1)).toEqual(records)
  })

  it('gives back any table, however it is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ';', ' ', 'ü'), maxLength: 6 })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, cut) => {
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(scan(text, cut)).toEqual(rows)
      }),
    )
  })

  it('says that a quote is never closed instead of swallowing the rest', () => {
    expect(() => scan('a,"b\nc,d\n')).toThrow(expect.objectContaining({ code: 'damaged' }))
  })
})
