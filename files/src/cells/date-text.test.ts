import { instant } from '@portolan/engine/units'
import { describe, expect, it } from 'vitest'
import { dateText, dayOrderOf, parseDateText } from './date-text.ts'

const iso = (at: number) => new Date(at).toISOString()

describe('parseDateText', () => {
  it.each`
    text                           | order    | expected
    ${'2025/11/03 08:15:30'}       | ${'mdy'} | ${'2025-11-03T08:15:30.000Z'}
    ${'2025-11-03T08:15:30Z'}      | ${'mdy'} | ${'2025-11-03T08:15:30.000Z'}
    ${'2025-11-03T08:15:30.25'}    | ${'mdy'} | ${'2025-11-03T08:15:30.000Z'}
    ${'2025-11-03T08:15:30+02:00'} | ${'mdy'} | ${'2025-11-03T06:15:30.000Z'}
    ${'2025-11-03'}                | ${'mdy'} | ${'2025-11-03T00:00:00.000Z'}
    ${'03.11.2025 08:15:30'}       | ${'dmy'} | ${'2025-11-03T08:15:30.000Z'}
    ${'3.11.2025'}                 | ${'dmy'} | ${'2025-11-03T00:00:00.000Z'}
    ${'11/3/2025 8:15:30 PM'}      | ${'mdy'} | ${'2025-11-03T20:15:30.000Z'}
    ${'11/3/2025 12:15 AM'}        | ${'mdy'} | ${'2025-11-03T00:15:00.000Z'}
    ${'03/11/2025 08:15'}          | ${'dmy'} | ${'2025-11-03T08:15:00.000Z'}
    ${'25/11/2025'}                | ${'mdy'} | ${'2025-11-25T00:00:00.000Z'}
    ${'11/25/2025'}                | ${'dmy'} | ${'2025-11-25T00:00:00.000Z'}
  `('reads $text as $expected in a file that is written $order', ({ text, order, expected }) => {
    expect(iso(parseDateText(text, order))).toBe(expected)
  })

  it.each(['', 'today', '45000', '2025/13/01', '2025/02/31', '31.02.2025', '10.0.0.1', '2025-11-03 25:00', '1.2.3'])(
    'reads %j as no date',
    (text) => {
      expect(parseDateText(text, 'dmy')).toBeNaN()
    },
  )

  it('reads back what it writes', () => {
    const at = instant(Date.UTC(2025, 10, 3, 8, 15, 30))
    expect(dateText(at)).toBe('2025/11/03 08:15:30')
    expect(parseDateText(dateText(at), 'mdy')).toBe(at)
  })
})

it.each`
  text            | expected
  ${'25/11/2025'} | ${'dmy'}
  ${'11/25/2025'} | ${'mdy'}
  ${'11/03/2025'} | ${null}
  ${'2025/11/25'} | ${null}
  ${'31.31.2025'} | ${null}
`('learns $expected from $text', ({ text, expected }) => {
  expect(dayOrderOf(text)).toBe(expected)
})
