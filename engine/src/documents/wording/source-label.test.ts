import { describe, expect, it } from 'vitest'
import { sharedFolder } from './source-label.ts'

describe('the folder that documents leave out', () => {
  it.each`
    paths                                                   | folder
    ${['/home/jo/acme/export.xlsx']}                        | ${'/home/jo/acme/'}
    ${['export.xlsx']}                                      | ${''}
    ${['/x/berlin/tabvInfo.csv', '/x/lisbon/tabvInfo.csv']} | ${'/x/'}
    ${['/x/berlin/a.csv', '/x/berlin/b.csv']}               | ${'/x/berlin/'}
    ${['/x/site-1/a.csv', '/x/site-10/a.csv']}              | ${'/x/'}
    ${['C:\\exports\\a.xlsx', 'C:\\exports\\b.xlsx']}       | ${'C:\\exports\\'}
    ${['a/b.csv', '/a/b.csv']}                              | ${''}
    ${[]}                                                   | ${''}
  `('of $paths is "$folder"', ({ paths, folder }) => {
    expect(sharedFolder(paths)).toBe(folder)
  })
})
