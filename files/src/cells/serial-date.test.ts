import { expect, it } from 'vitest'
import { serialInstant, serialTimeText } from './serial-date.ts'

it.each`
  serial               | date1904 | expected
  ${45964.34409722222} | ${false} | ${'2025-11-03T08:15:30.000Z'}
  ${44502.34409722222} | ${true}  | ${'2025-11-03T08:15:30.000Z'}
  ${25569}             | ${false} | ${'1970-01-01T00:00:00.000Z'}
  ${1}                 | ${false} | ${'1900-01-01T00:00:00.000Z'}
  ${61}                | ${false} | ${'1900-03-01T00:00:00.000Z'}
`('takes day $serial (1904: $date1904) for $expected', ({ serial, date1904, expected }) => {
  expect(new Date(serialInstant(serial, date1904)).toISOString()).toBe(expected)
})

it.each([0.5, 0, -1, 3e6, Number.NaN])('takes %d for no day', (serial) => {
  expect(serialInstant(serial, false)).toBeNaN()
})

it('shows a fraction of a day as the time a spreadsheet made of a PCI address', () => {
  expect(serialTimeText(17 / 1440)).toBe('00:17:00')
})
