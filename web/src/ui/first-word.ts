import { useSyncExternalStore } from 'react'

/** Whether anything was said yet. What shows toasts is 10 kB that no first screen needs: it comes with the first of them. */

let wasSaid = false
const listeners = new Set<() => void>()

export function noteFirstWord(): void {
  if (wasSaid) return
  wasSaid = true
  for (const listener of listeners) listener()
}

export function useWasSaid(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => wasSaid,
  )
}
