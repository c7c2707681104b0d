import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../read-limits.ts'
import { sniffDialect } from './csv-dialect.ts'

const sniff = (text: string) => {
  const { delimiter, ...rest } = sniffDialect(Buffer.from(text), READ_LIMITS)
  return { delimiter: String.fromCharCode(delimiter), ...rest }
}

describe('sniffDialect', () => {
  it.each`
    text                                          | delimiter | decimal | dayOrder
    ${'VM,CPUs\nweb,2\n'}                         | ${','}    | ${'.'}  | ${'mdy'}
    ${'VM;CPUs\nweb;2\n'}                         | ${';'}    | ${','}  | ${'dmy'}
    ${'VM\tCPUs\nweb\t2,5\n'}                     | ${'\t'}   | ${','}  | ${'dmy'}
    ${'VM;Size;Version\nweb;1,5;7.0\ndb;2;7.0\n'} | ${';'}    | ${','}  | ${'dmy'}
    ${'VM;Size\nweb;1.5\n'}                       | ${';'}    | ${'.'}  | ${'mdy'}
    ${'VM,Size\nweb,"1,234.5"\n'}                 | ${','}    | ${'.'}  | ${'mdy'}
    ${'VM,Size\nweb,"1.234,5"\n'}                 | ${','}    | ${','}  | ${'dmy'}
    ${'VM,PowerOn\na,03/04/2025\nb,25/04/2025\n'} | ${','}    | ${'.'}  | ${'dmy'}
    ${'VM;PowerOn\na;03/04/2025\nb;04/25/2025\n'} | ${';'}    | ${','}  | ${'mdy'}
    ${'"VM; all, of them","a"\n"x",1\n'}          | ${','}    | ${'.'}  | ${'mdy'}
  `('reads $text as delimited by $delimiter, decimal $decimal, $dayOrder', ({ text, ...expected }) => {
    expect(sniff(text)).toMatchObject(expected)
  })

  it('obeys a hint for spreadsheet programs and takes it for no record', () => {
    expect(sniff('sep=;\r\nVM;a,b,c\r\n')).toMatchObject({ delimiter: ';', hintBytes: 7 })
  })
})
