import { expect, it } from 'vitest'
import { isDateFormat, readDateStyles } from './number-formats.ts'

it.each(['yyyy/MM/dd HH:mm:ss', 'd.m.yy', '[h]:mm', '[$-409]d-mmm-yy;@', 'mmm\\-yy', '"Day "d', '[Red]hh:mm', 'ss.0'])(
  'takes %s for a date',
  (code) => {
    expect(isDateFormat(code)).toBe(true)
  },
)

it.each([
  'General',
  '0.00',
  '#,##0',
  '@',
  '0.00E+00',
  '"days" 0',
  '[Red]0',
  '0\\d',
  '0;[Red]-0;"empty"',
  '0_d',
  '[$MDD] 0',
  '',
])('takes %s for no date', (code) => {
  expect(isDateFormat(code)).toBe(false)
})

it('knows the styles of cells by their built-in or own formats, and no other list of formats', () => {
  const styles = `<styleSheet><numFmts><numFmt numFmtId="166" formatCode="yyyy/MM/dd"/><numFmt numFmtId="14" formatCode="0"/></numFmts>
    <cellStyleXfs><xf numFmtId="22"/></cellStyleXfs>
    <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId='166'><alignment/></xf><xf numFmtId="22"/><xf numFmtId="14"/></cellXfs></styleSheet>`
  expect([...readDateStyles(Buffer.from(styles))]).toEqual([0, 1, 1, 0])
})
