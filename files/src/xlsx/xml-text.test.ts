import { describe, expect, it } from 'vitest'
import { richText } from './rich-text.ts'
import { decodeCellText, decodeXmlText } from './xml-text.ts'

describe('decodeXmlText', () => {
  it.each`
    raw                                   | text
    ${'a &amp; b &lt;c&gt; &quot;&apos;'} | ${'a & b <c> "\''}
    ${'&#228;&#xE4;&#x1F600;'}            | ${'ää😀'}
    ${'a&amp;lt;b'}                       | ${'a&lt;b'}
    ${'x<![CDATA[<&amp;>]]>y'}            | ${'x<&amp;>y'}
    ${'x<!-- no -->y'}                    | ${'xy'}
    ${'a\r\nb\rc'}                        | ${'a\nb\nc'}
    ${'R&D'}                              | ${'R&D'}
    ${'x<![CDATA[open'}                   | ${'xopen'}
  `('reads $raw as $text', ({ raw, text }) => {
    expect(decodeXmlText(raw)).toBe(text)
  })

  it.each(['&xxe;', '&lol9;', '&#xFFFFFFF;'])('refuses %s, which no spreadsheet writes', (raw) => {
    expect(() => decodeXmlText(raw)).toThrow(expect.objectContaining({ code: 'xml_entities' }))
  })
})

it('reads control characters that spreadsheets escape, and an escaped escape once', () => {
  expect(decodeCellText('a_x000D__x000A_b')).toBe('a\r\nb')
  expect(decodeCellText('_x005F_x000D_')).toBe('_x000D_')
  expect(decodeCellText('a_xyz_')).toBe('a_xyz_')
})

it('joins the runs of a rich text and leaves out how it is pronounced', () => {
  const xml =
    '<r><rPr><b/></rPr><t xml:space="preserve">web </t></r><r><t>01</t></r><rPh sb="0" eb="1"><t>ウェブ</t></rPh><t/>'
  expect(richText(xml)).toBe('web 01')
  expect(richText('<x:r><x:t><![CDATA[<t>]]></x:t></x:r>')).toBe('<t>')
})
