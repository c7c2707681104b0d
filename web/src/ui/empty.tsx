import type { ReactNode } from 'react'
import styles from './states.module.css'

/** What belongs here, and the one next step. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.state}>
      <h2>{title}</h2>
      {children && <div className="second">{children}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  )
}
