import { useEffect, useSyncExternalStore } from 'react'

/** What a page lets people do by name: it stands in the command list while the page does. */
export interface PageCommand {
  readonly id: string
  readonly label: string
  readonly run: () => void
}

let commands: readonly PageCommand[] = []
const listeners = new Set<() => void>()

function change(next: readonly PageCommand[]): void {
  commands = next
  for (const listener of listeners) listener()
}

/** Offers commands while the calling component is on the screen; keep the array stable. */
export function useOffer(offered: readonly PageCommand[]): void {
  useEffect(() => {
    change([...commands, ...offered])
    return () => change(commands.filter((command) => !offered.includes(command)))
  }, [offered])
}

export function usePageCommands(): readonly PageCommand[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => commands,
  )
}
