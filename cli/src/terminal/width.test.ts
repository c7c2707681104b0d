import { describe, expect, it } from 'vitest'
import { pad, printable, textWidth, truncate, wrap } from './width.ts'

describe('widths on a terminal', () => {
  it.each`
    text                        | width
    ${'web01'}                  | ${5}
    ${''}                       | ${0}
    ${'Zürich'}                 | ${6}
    ${'Zu\u0308rich'}           | ${6}
    ${'東京-web'}               | ${8}
    ${'한국'}                   | ${4}
    ${'🚢'}                     | ${2}
    ${'👩‍💻 x'}                   | ${4}
    ${'■ RED'}                  | ${5}
    ${'\u001b[31mred\u001b[0m'} | ${3}
  `('$text takes $width columns', ({ text, width }) => {
    expect(textWidth(text)).toBe(width)
  })

  it('cuts between characters, never inside one', () => {
    expect(truncate('portolan', 5)).toBe('port…')
    expect(truncate('東京都', 4)).toBe('東…')
    expect(truncate('short', 5)).toBe('short')
    expect(truncate('anything', 0)).toBe('')
  })

  it('pads by columns', () => {
    expect(pad('東', 4)).toBe('東  ')
    expect(pad('7', 3, 'right')).toBe('  7')
  })

  it('breaks at blanks', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('', 7)).toEqual([])
  })

  it('lets no foreign name move the cursor', () => {
    expect(printable('a\u001b[2Jb\nc\u202ed')).toBe('a [2Jb c d')
  })
})
