import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { ComponentPropsWithoutRef, MouseEvent } from 'react'

interface ActionProps extends ButtonProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  /** Why it cannot be done now; null when it can. The button stays in sight and in the tab order, and says so. */
  readonly disabledReason?: string | null
}

/** A button that says why it refuses. */
export function Action({ disabledReason = null, onClick, children, ...rest }: ActionProps) {
  if (disabledReason === null) {
    return (
      <Button onClick={onClick} {...rest}>
        {children}
      </Button>
    )
  }
  const refuse = (event: MouseEvent) => event.preventDefault()
  return (
    <Tooltip label={disabledReason} maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Button {...rest} data-disabled aria-disabled onClick={refuse}>
        {children}
      </Button>
    </Tooltip>
  )
}
