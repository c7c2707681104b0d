import { Button, type ButtonProps } from '@mantine/core'
import { type ComponentPropsWithoutRef, lazy, Suspense } from 'react'

interface ActionProps extends ButtonProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  /** Why it cannot be done now; null when it can. The button stays in sight and in the tab order, and says so. */
  readonly disabledReason?: string | null
}

/** Tooltips bring a library of their own: the first page that refuses something fetches it. */
const Refused = lazy(() => import('./refused.tsx'))

/** A button that says why it refuses. */
export function Action({ disabledReason = null, onClick, children, ...rest }: ActionProps) {
  if (disabledReason === null) {
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    )
  }
  const waiting = (
    <Button {...rest} disabled>
      {children}
    </Button>
  )
  return (
    <Suspense fallback={waiting}>
      <Refused {...rest} reason={disabledReason}>
        {children}
      </Refused>
    </Suspense>
  )
}
