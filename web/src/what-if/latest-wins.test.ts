import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { latestWins } from './latest-wins.ts'

describe('asking while a slider moves', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('waits until the hand rests, then asks once', () => {
    const sent: number[] = []
    const queue = latestWins<number>((question) => sent.push(question), 30)
    for (const value of [1, 2, 3]) queue.ask(value)
    expect(sent).toEqual([])
    vi.advanceTimersByTime(30)
    expect(sent).toEqual([3])
  })

  it('asks nothing new before the answer, and then only the last question', () => {
    const sent: number[] = []
    const queue = latestWins<number>((question) => sent.push(question), 30)
    queue.ask(1)
    vi.advanceTimersByTime(30)
    queue.ask(2)
    vi.advanceTimersByTime(30)
    queue.ask(3)
    vi.advanceTimersByTime(30)
    expect(sent).toEqual([1])
    queue.answered()
    expect(sent).toEqual([1, 3])
    queue.answered()
    expect(sent).toEqual([1, 3])
  })

  it('asks nothing once it is closed', () => {
    const sent: number[] = []
    const queue = latestWins<number>((question) => sent.push(question), 30)
    queue.ask(1)
    queue.close()
    vi.advanceTimersByTime(100)
    queue.answered()
    expect(sent).toEqual([])
  })
})
