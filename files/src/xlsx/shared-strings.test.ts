import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { READ_LIMITS } from '../read-limits.ts'
import { readSharedStrings } from './shared-strings.ts'

const read = (xml: string | Buffer, cut: number) => readSharedStrings(pieces(Buffer.from(xml), cut), READ_LIMITS)

async function* pieces(bytes: Buffer, length: number) {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

const XML = `<?xml version="1.0"?><!-- <si> --><x:sst xmlns:x="m" count="9"><x:si><x:t>web01</x:t></x:si><x:si><x:t/></x:si>
<x:si/><x:si><x:t xml:space="preserve">  a &amp; b </x:t></x:si><x:si><x:r><x:t>Zürich</x:t></x:r><x:r><x:t>!</x:t></x:r></x:si>
<!-- <x:si> --><x:si><x:t>Größe</x:t><x:rPh><x:t>no</x:t></x:rPh></x:si><x:si><x:t>_x0041_</x:t></x:si><x:si><x:t>last</x:t></x:si></x:sst>`
const TEXTS = ['web01', '', '', 'a & b', 'Zürich!', 'Größe', 'A', 'last']

describe('readSharedStrings', () => {
  it.each([1, 2, 3, 7, 19, 64, 1000])('reads the same texts in pieces of %d bytes', async (cut) => {
    const strings = await read(XML, cut)
    expect(Array.from({ length: strings.length }, (_, index) => strings.text(index))).toEqual(TEXTS)
    expect(strings.isBlank(1)).toBe(true)
    expect(strings.isBlank(0)).toBe(false)
  })

  it('gives back any text, however it is cut', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 60 }), fc.integer({ min: 1, max: 300 }), async (texts, cut) => {
        const items = texts.map((one) => `<si><t>${escaped(one)}</t></si>`)
        const strings = await read(`<sst>${items.join('')}</sst>`, cut)
        expect(Array.from({ length: strings.length }, (_, index) => strings.text(index))).toEqual(
          texts.map((one) => one.trim()),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('says that the table is cut off', async () => {
    await expect(read('<sst><si><t>web01</t></si><si><t>we', 8)).rejects.toMatchObject({ code: 'damaged' })
    await expect(read('<sst><si><t>web01</t></si>', 8)).rejects.toMatchObject({ code: 'damaged' })
  })

  it('refuses a document type, wherever a piece ends', async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY lol "lol">]><sst><si><t>&lol;</t></si></sst>'
    await expect(read(bomb, 5)).rejects.toMatchObject({ code: 'xml_entities' })
  })
})

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', _: '_x005F_' }

function escaped(text: string): string {
  // Signs that XML cannot hold as they are.
  return text.replace(
    /[&<>_\x00-\x1f\x7f]/g,
    (sign) => ESCAPES[sign] ?? `_x00${sign.charCodeAt(0).toString(16).padStart(2, '0')}_`,
  )
}
