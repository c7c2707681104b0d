import { describe, expect, it } from 'vitest'
import { bar, shareOut } from './bar.ts'
import { colourDepth, painter } from './palette.ts'
import { tableLines } from './table.ts'
import { textWidth } from './width.ts'

const plain = painter('none')

describe('tables', () => {
  const columns = [{ header: 'VM', shrinks: true }, { header: 'GiB', align: 'right' as const }, { header: 'Note' }]

  it('align text left and numbers right, without frames', () => {
    const lines = tableLines(
      columns,
      [
        ['web01', '40', 'ok'],
        ['東京', '1,288', ''],
      ],
      { width: 80, paint: plain },
    )
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "  VM       GiB  Note
        web01     40  ok
        東京   1,288"
    `)
  })

  it('shrink the column that may, and stay inside the width', () => {
    const lines = tableLines(columns, [['a-very-long-name-of-a-machine', '40', 'ok']], { width: 24, paint: plain })
    expect(lines.join('\n')).toMatchInlineSnapshot(`
      "  VM           GiB  Note
        a-very-lon…   40  ok"
    `)
    for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(24)
  })

  it('paint cells without losing their places', () => {
    const [, row] = tableLines(columns, [[{ text: 'web01', tone: 'red' }, '40', 'ok']], {
      width: 80,
      paint: painter('basic'),
    })
    expect(row).toBe('  \u001b[31mweb01\u001b[0m   40  ok')
  })
})

describe('bars', () => {
  it.each`
    values            | width | counts
    ${[902, 301, 85]} | ${40} | ${[28, 9, 3]}
    ${[1, 0, 0]}      | ${10} | ${[10, 0, 0]}
    ${[9998, 1, 1]}   | ${10} | ${[8, 1, 1]}
    ${[0, 0, 0]}      | ${10} | ${[0, 0, 0]}
    ${[1, 1, 1]}      | ${10} | ${[4, 3, 3]}
  `('share $width blocks by $values as $counts', ({ values, width, counts }) => {
    expect(shareOut(values, width)).toEqual(counts)
  })

  it('tell shares apart by shape where there is no colour', () => {
    const parts = [
      { value: 2, tone: 'green' as const, block: '░' },
      { value: 1, tone: 'red' as const, block: '█' },
    ]
    expect(bar(parts, 6, plain, false)).toBe('░░░░██')
  })
})

describe('colours', () => {
  it.each`
    env                                             | terminal | depth
    ${{}}                                           | ${false} | ${'none'}
    ${{ TERM: 'xterm-256color' }}                   | ${true}  | ${'256'}
    ${{ TERM: 'xterm' }}                            | ${true}  | ${'basic'}
    ${{ TERM: 'dumb' }}                             | ${true}  | ${'none'}
    ${{ TERM: 'xterm', COLORTERM: 'truecolor' }}    | ${true}  | ${'full'}
    ${{ NO_COLOR: '1', FORCE_COLOR: '3' }}          | ${true}  | ${'none'}
    ${{ NO_COLOR: '', TERM: 'xterm' }}              | ${true}  | ${'basic'}
    ${{ FORCE_COLOR: '1' }}                         | ${false} | ${'basic'}
    ${{ FORCE_COLOR: '0', COLORTERM: 'truecolor' }} | ${true}  | ${'none'}
  `('with $env on a terminal ($terminal): $depth', ({ env, terminal, depth }) => {
    expect(colourDepth(env, terminal)).toBe(depth)
  })
})
