import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { to } from '../paths.ts'
import { PROJECT_PAGES } from './pages.ts'
import { useCurrentProject } from './use-current-project.ts'

const SECOND_KEY_MS = 1200

interface Shortcuts {
  readonly onCommands: () => void
  readonly onHelp: () => void
}

/** Keys that work on every page: Ctrl K, `?`, `/` for the page's filter, `g` and a letter for a page. */
export function useShortcuts({ onCommands, onHelp }: Shortcuts): void {
  const navigate = useNavigate()
  const project = useCurrentProject()
  const key = project?.key
  const goUntil = useRef(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        return onCommands()
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return
      const isSecond = event.timeStamp < goUntil.current
      goUntil.current = 0
      if (isSecond) {
        const page = PROJECT_PAGES.find((candidate) => candidate.key === event.key)
        if (page && key) void navigate(page.link(key))
        else if (event.key === 'h') void navigate(to.projects())
        else if (event.key === 'j') void navigate(to.jobs())
        else if (event.key === 'm') void navigate(to.methodology(key ? { project: key } : {}))
        else return
        event.preventDefault()
      } else if (event.key === 'g') {
        goUntil.current = event.timeStamp + SECOND_KEY_MS
      } else if (event.key === '?') {
        onHelp()
      } else if (event.key === '/') {
        const filter = document.querySelector<HTMLElement>('[data-page-filter]')
        if (!filter) return
        event.preventDefault()
        filter.focus()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate, key, onCommands, onHelp])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
