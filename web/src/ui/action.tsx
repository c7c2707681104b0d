import { Button, type ButtonProps } from '@mantine/core'
import { type ComponentPropsWithoutRef, type FocusEvent, type MouseEvent, type ReactNode, useId, useState } from 'react'
import { createPortal } from 'react-dom'
import styles from './action.module.css'
import { type Place, placeBeside } from './beside.ts'

interface ActionProps extends ButtonProps, Omit<ComponentPropsWithoutRef<'button'>, keyof ButtonProps> {
  /** Why it cannot be done now; null when it can. The button stays in sight and in the tab order, and says so. */
  readonly disabledReason?: string | null
}

/** A button that says why it refuses. */
export function Action({ disabledReason = null, onClick, children, ...rest }: ActionProps) {
  if (disabledReason !== null) {
    return (
      <Refused {...rest} reason={disabledReason}>
        {children}
      </Refused>
    )
  }
  return (
    <Button onClick={onClick} {...rest}>
      {children}
    </Button>
  )
}

interface RefusedProps extends ButtonProps {
  readonly reason: string
  readonly children?: ReactNode
}

/** A line of words and its edges. */
const CARD_HEIGHT = 60

/** Mantine's tooltip would bring a positioning library of 25 kB to the first page that refuses something. */
function Refused({ reason, children, ...rest }: RefusedProps) {
  const id = useId()
  const [place, setPlace] = useState<Place | null>(null)
  const show = (event: MouseEvent<HTMLElement> | FocusEvent<HTMLElement>) =>
    setPlace(placeBeside(event.currentTarget, CARD_HEIGHT))
  const hide = () => setPlace(null)
  return (
    <>
      <Button
        {...rest}
        data-disabled
        aria-disabled
        aria-describedby={place ? id : undefined}
        onClick={(event) => {
          event.preventDefault()
          show(event)
        }}
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
      >
        {children}
      </Button>
      {place &&
        createPortal(
          <div id={id} role="tooltip" className={styles.reason} style={place}>
            {reason}
          </div>,
          document.getElementById('overlays') ?? document.body,
        )}
    </>
  )
}
