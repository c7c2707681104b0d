import { describe, expect, it } from 'vitest'
import { isSameView, READY_VIEWS, readViews, withView, writeViews } from './saved-views.ts'

describe('saved views', () => {
  it('come back as they were kept, without the VM that was open', () => {
    const kept = writeViews([{ name: 'Mine', search: { risk: 'RED', sort: '-score', vm: 'x', tab: 'raw' } }])
    expect(readViews(kept)).toEqual([{ name: 'Mine', search: { risk: 'RED', sort: '-score' } }])
  })

  it.each([null, '', '{', '[{"name":""}]', '{"a":1}'])('are none when %j was kept', (text) => {
    expect(readViews(text)).toEqual([])
  })

  it('lose only the filter that no longer is one', () => {
    expect(readViews('[{"name":"Old","search":"?risk=RED&colour=blue"}]')).toEqual([
      { name: 'Old', search: { risk: 'RED' } },
    ])
  })

  it('replace the one of the same name in its place', () => {
    const views = [
      { name: 'a', search: {} },
      { name: 'b', search: {} },
    ]
    expect(withView(views, { name: 'a', search: { risk: 'RED' } })).toEqual([
      { name: 'a', search: { risk: 'RED' } },
      views[1],
    ])
    expect(withView(views, { name: 'c', search: {} }).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })

  it('are the same whatever the order of parameters and whichever VM is open', () => {
    expect(isSameView({ risk: 'RED', sort: 'os' }, { sort: 'os', risk: 'RED', vm: 'x' })).toBe(true)
    expect(isSameView({ risk: 'RED' }, { risk: 'YELLOW' })).toBe(false)
  })

  it('of everybody differ from each other', () => {
    for (const [i, view] of READY_VIEWS.entries()) {
      expect(READY_VIEWS.findIndex((other) => isSameView(other.search, view.search))).toBe(i)
    }
  })
})
