import { describe, expect, it } from 'vitest'
import { interruptible, isInterrupt } from './interruptible.ts'

describe('work that Ctrl-C stops', () => {
  it('gives back what the work gives', async () => expect(await interruptible(async () => 42)).toBe(42))

  it('fails as the work fails', async () =>
    await expect(interruptible(async () => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file'))

  it.each(['SIGINT', 'SIGTERM'] as const)('is told by %s, cleans up and ends as interrupted', async (signal) => {
    const events: string[] = []
    const work = interruptible(async (aborted) => {
      process.emit(signal)
      events.push(aborted.aborted ? 'told' : 'not told')
      throw new Error('the stream was closed')
    })
    await expect(work).rejects.toSatisfy(isInterrupt)
    expect(events).toEqual(['told'])
  })

  it('leaves no listener behind', async () => {
    const before = process.listenerCount('SIGINT')
    await interruptible(async () => undefined)
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})
