import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findReplace, type Replaceable } from './find-replace.ts'
import { FindReplaceRequest } from './find-replace-request.ts'

interface Row {
  readonly name: string | null
  readonly note: string
  readonly confirmed: boolean
}

const ROWS: Replaceable<Row, 'name' | 'note'> = {
  fields: ['name', 'note'],
  textOf: (row, field) => row[field],
  isConfirmed: ({ confirmed }) => confirmed,
}
const row = (name: string | null, more: Partial<Row> = {}): Row => ({ name, note: '', confirmed: false, ...more })
const after = (text: string, request: object) =>
  findReplace(ROWS, [row(text)], FindReplaceRequest.parse(request))[0]?.after ?? text

describe('find & replace', () => {
  it.each`
    text             | find             | replace     | caseSensitive | result
    ${'acme-ACME'}   | ${'acme'}        | ${'x'}      | ${false}      | ${'x-x'}
    ${'acme-ACME'}   | ${'acme'}        | ${'x'}      | ${true}       | ${'x-ACME'}
    ${'acme'}        | ${'acme'}        | ${''}       | ${false}      | ${''}
    ${'a.b'}         | ${'.'}           | ${'-'}      | ${false}      | ${'a-b'}
    ${'a\\1'}        | ${'\\1'}         | ${'\\n'}    | ${false}      | ${'a\\n'}
    ${'acme'}        | ${'a'}           | ${'$&$1$$'} | ${false}      | ${'$&$1$$cme'}
    ${'aaa'}         | ${'aa'}          | ${'a'}      | ${false}      | ${'aa'}
    ${'(x)[y]{z}|^'} | ${'(x)[y]{z}|^'} | ${'-'}      | ${false}      | ${'-'}
    ${'ÄÖ'}          | ${'äö'}          | ${'x'}      | ${false}      | ${'x'}
    ${'😀a'}         | ${'😀'}          | ${'b'}      | ${false}      | ${'ba'}
  `('turns $text into $result', ({ text, result, ...request }) => {
    expect(after(text, request)).toBe(result)
  })

  it('lists each text that changes, and leaves confirmed rows and empty texts alone where it is told to', () => {
    const rows = [row('acme', { note: 'for acme' }), row('acme', { confirmed: true }), row(null), row('beta')]
    const found = (more: object, within?: readonly ('name' | 'note')[]) =>
      findReplace(ROWS, rows, FindReplaceRequest.parse({ find: 'ACME', replace: 'x', ...more }), within).map(
        ({ row, field, before, after }) => `${row} ${field} ${before} → ${after}`,
      )
    expect(found({})).toEqual(['0 name acme → x', '0 note for acme → for x', '1 name acme → x'])
    expect(found({ unconfirmedOnly: true }, ['name'])).toEqual(['0 name acme → x'])
  })

  it('seeks nothing that is nothing', () => {
    expect(FindReplaceRequest.safeParse({ find: '' }).error?.issues[0].message).toBe('say what to find')
  })

  it('there and back restores, where the replacement was not there before', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '.', '$', '\\', 'é', '😀') })
    const word = fc.string({ unit: fc.constantFrom('a', 'b', '.', '$', '\\', '😀'), minLength: 1, maxLength: 3 })
    // What is put in is of letters that nothing else has, so that no occurrence comes about at its edges.
    const put = fc.string({ unit: fc.constantFrom('X', '$&', '\\1', 'é'.normalize('NFD')), minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.array(text), word, put, (texts, find, letters) => {
        const replace = `⟨${letters}⟩`
        const rows = texts.map((it) => row(it))
        const there = findReplace(ROWS, rows, FindReplaceRequest.parse({ find, replace, caseSensitive: true }))
        const changed = rows.map((it) => ({ ...it }))
        for (const { row, after } of there) changed[row].name = after
        const back = findReplace(
          ROWS,
          changed,
          FindReplaceRequest.parse({ find: replace, replace: find, caseSensitive: true }),
        )
        for (const { row, after } of back) changed[row].name = after
        expect(changed).toEqual(rows)
        expect(back.map(({ row }) => row)).toEqual(there.map(({ row }) => row))
      }),
    )
  })

  it('changes what splitting and joining would', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '(', '\\') })
    fc.assert(
      fc.property(text, text, text, (whole, find, replace) => {
        fc.pre(find !== '')
        expect(after(whole, { find, replace, caseSensitive: true })).toBe(whole.split(find).join(replace))
      }),
    )
  })
})
