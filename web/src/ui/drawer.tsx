import { CloseButton } from '@mantine/core'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import styles from './drawer.module.css'

interface DrawerProps {
  readonly title: ReactNode
  /** One line below the title. */
  readonly subtitle?: ReactNode
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/**
 * One thing, at the right, beside the table it was opened from: the table stays in reach, so nothing is trapped or
 * darkened. Render it while the URL names the thing (`?vm=…`); Escape and the cross call `onClose`, and focus returns to
 * where it was.
 */
export function Drawer({ title, subtitle, onClose, actions, children }: DrawerProps) {
  const id = useId()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={id}
      className={styles.drawer}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      <header className={styles.head}>
        <div className={styles.words}>
          <h2 id={id}>{title}</h2>
          {subtitle && <div className="second">{subtitle}</div>}
        </div>
        {actions}
        <CloseButton aria-label="Close" title="Close (Esc)" onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  )
}
