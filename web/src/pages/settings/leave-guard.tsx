import { useBlocker } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

interface LeaveGuardProps {
  readonly isDirty: boolean
  /** `3 changes`. */
  readonly what: string
  /** Resolves to false when it was refused. */
  readonly onSave: (() => Promise<boolean>) | null
}

const LeaveDialog = lazy(() => import('./leave-dialog.tsx'))

/** Unsaved changes do not vanish with a click on the rail. */
export function LeaveGuard({ isDirty, what, onSave }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Suspense>
      <LeaveDialog what={what} onStay={blocker.reset} onLeave={blocker.proceed} onSave={onSave} />
    </Suspense>
  )
}
