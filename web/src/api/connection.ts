import { useSyncExternalStore } from 'react'

/**
 * Whether the server answers. The browser's own `navigator.onLine` says nothing about a server on this machine, so what
 * counts is how the last request ended.
 */

const RETRY_MS = 3000
const PROBE = '/healthz'

let isReachable = true
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()
const returnListeners = new Set<() => void>()

export function noteReachable(reachable: boolean): void {
  if (reachable === isReachable) return
  isReachable = reachable
  for (const listener of listeners) listener()
  if (reachable) for (const listener of returnListeners) listener()
  else probeSoon()
}

/** Called each time the server is back. */
export function onReturn(listener: () => void): () => void {
  returnListeners.add(listener)
  return () => returnListeners.delete(listener)
}

export function useReachable(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => isReachable,
  )
}

/** Asks again at once, on a person's wish. */
export async function probeNow(): Promise<void> {
  clearTimeout(timer)
  try {
    await fetch(PROBE, { cache: 'no-store' })
    noteReachable(true)
  } catch {
    probeSoon()
  }
}

function probeSoon(): void {
  clearTimeout(timer)
  timer = setTimeout(probeNow, RETRY_MS)
}
