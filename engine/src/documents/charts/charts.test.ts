import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IsoDate, instant } from '../../units.ts'
import { columnChart } from './columns.ts'
import { horizontalBars } from './horizontal-bars.ts'
import { lineChart } from './lines.ts'
import { axisTo } from './scale.ts'
import { stackedBar } from './stacked-bar.ts'
import { supportMark, supportTimeline } from './support-timeline.ts'
import { escaped } from './svg.ts'
import { fitted, textWidth } from './text-width.ts'

const WIDTH = 480

/** Widths of the filled bars of a drawing, textures left out. */
function barWidths(svg: string): number[] {
  return [...svg.matchAll(/<rect x="[^"]*" y="[^"]*" width="([^"]*)" height="[^"]*" fill="#/g)].map((m) => Number(m[1]))
}

describe('the stacked bar', () => {
  const risk = (green: number, yellow: number, red: number) =>
    stackedBar(
      [
        { label: 'GREEN', value: green, mark: 'green' },
        { label: 'YELLOW', value: yellow, mark: 'amber' },
        { label: 'RED', value: red, mark: 'red' },
      ],
      WIDTH,
    )

  it('says counts and shares to those who cannot see it', () => {
    expect(risk(902, 301, 85).alt).toBe('902 GREEN (70 %), 301 YELLOW (23 %), 85 RED (7 %)')
  })
  it('leaves out what is not there', () => expect(risk(10, 0, 0).alt).toBe('10 GREEN (100 %)'))
  it('fills the width and shows even the smallest part, whatever the shares', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }), (green, yellow, red) => {
        const bars = barWidths(risk(green, yellow, red).svg).filter((width) => width !== 7)
        const gaps = 1.5 * ([green, yellow, red].filter((value) => value > 0).length - 1)
        expect(bars.reduce((sum, width) => sum + width, gaps)).toBeCloseTo(WIDTH, 0)
        expect(Math.min(...bars)).toBeGreaterThan(2)
      }),
    )
  })
  it('tells RED and YELLOW apart without colour', () => {
    const { svg } = risk(1, 1, 1)
    expect(svg).toContain('url(#dots)')
    expect(svg).toContain('url(#grid)')
  })
})

describe('horizontal bars', () => {
  it('draws lengths in proportion, from zero', () => {
    const rows = [400, 200].map((value) => ({
      label: 'x',
      value: String(value),
      parts: [{ value, mark: 'blue' as const }],
    }))
    const [long, short] = barWidths(horizontalBars(rows, WIDTH).svg)
    expect(long / short).toBeCloseTo(2, 2)
  })
  it('cuts a name that would push the bars off the page', () => {
    const { svg } = horizontalBars([{ label: 'n'.repeat(200), value: '1', parts: [{ value: 1, mark: 'blue' }] }], WIDTH)
    expect(svg).toContain('…</text>')
  })
  it('never writes a name as markup', () => {
    const { svg } = horizontalBars([{ label: '<b>&"', value: '1', parts: [{ value: 1, mark: 'blue' }] }], WIDTH)
    expect(svg).toContain('&lt;b&gt;&amp;&quot;')
  })
})

describe('columns and lines', () => {
  it('write the count over each column', () => {
    expect(columnChart([{ label: '0–100 GiB', value: 1288 }], WIDTH).svg).toContain('>1,288</text>')
  })
  it('draws nothing worse than an empty plot for no values', () => {
    const { svg } = lineChart({ places: [], series: [], tick: String }, WIDTH)
    expect(svg).not.toMatch(/NaN|Infinity/)
  })
  it('keeps every coordinate finite', () => {
    const values = fc.array(fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(Number.NaN)), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(values, (list) => {
        const places = list.map((_, i) => `${i} Jun`)
        const { svg } = lineChart(
          { places, series: [{ name: 'GiB', mark: 'blue', values: list }], tick: String },
          WIDTH,
        )
        expect(svg).not.toMatch(/="[^"]*(NaN|Infinity)/)
      }),
    )
  })
  it.each([
    [0, [0, 1]],
    [5e-324, [0, 1]],
    [3, [0, 1, 2, 3]],
    [98, [0, 25, 50, 75, 100]],
    [4600, [0, 2000, 4000, 6000]],
  ])('has round ticks up to %d', (max, ticks) => expect(axisTo(max).ticks).toEqual(ticks))
})

describe('the support timeline', () => {
  const asOf = instant(Date.parse('2025-12-15T00:00:00Z'))
  it.each([
    ['2025-12-14', 'red'],
    ['2025-12-15', 'amber'],
    ['2026-12-01', 'amber'],
    ['2027-12-01', 'green'],
  ])('judges an end on %s as %s', (end, mark) => expect(supportMark(end as IsoDate, asOf)).toBe(mark))
  it('hatches the years that must be paid for', () => {
    const span = { label: 'Windows Server 2016', vms: 3, standardEnd: '2027-01-12' as IsoDate }
    expect(supportTimeline([{ ...span, paidEnd: '2030-01-08' as IsoDate }], asOf, WIDTH).svg).toContain('url(#hatch)')
    expect(supportTimeline([{ ...span, paidEnd: null }], asOf, WIDTH).svg).not.toContain('url(#hatch)')
  })
})

describe('texts in a chart', () => {
  it('are as wide as the font makes them', () => expect(textWidth('Wi', 1000)).toBe(985 + 242))
  it('end in an ellipsis where they do not fit', () => {
    expect(fitted('production-cluster-01', 9, 60)).toMatch(/^prod.*…$/)
    expect(textWidth(fitted('production-cluster-01', 9, 60), 9)).toBeLessThanOrEqual(60)
  })
  it('hold no character that XML forbids', () => {
    expect(escaped('a\u0000b\ud800c')).toBe('a b\ufffdc')
  })
})
