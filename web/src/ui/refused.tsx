import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import type { MouseEvent, ReactNode } from 'react'

interface RefusedProps extends ButtonProps {
  readonly reason: string
  readonly children?: ReactNode
}

/** The button of an action that cannot be done now: in sight, in the tab order, and it says why. */
export default function Refused({ reason, children, ...rest }: RefusedProps) {
  const refuse = (event: MouseEvent) => event.preventDefault()
  return (
    <Tooltip label={reason} maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Button {...rest} data-disabled aria-disabled onClick={refuse}>
        {children}
      </Button>
    </Tooltip>
  )
}
