import { type ReactNode, useEffect } from 'react'
import styles from './page.module.css'

interface PageProps {
  readonly title: string
  /** One sentence of state in plain words: "1,288 VMs in 41 tenants, 85 RED, finishes Tue 9 Jun 2026". */
  readonly state?: ReactNode
  /** The one primary action, and few beside it. */
  readonly actions?: ReactNode
  /** `<PageTabs>`, or a filter bar: stands still while the work scrolls. */
  readonly bar?: ReactNode
  /** `fill`: the work takes the height that is left and scrolls by itself, as a table does. */
  readonly layout?: 'scroll' | 'fill'
  readonly children: ReactNode
}

/** The anatomy of every page: title, sentence, action, tabs or filters, then the work. */
export function Page({ title, state, actions, bar, layout = 'scroll', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Portolan`
  }, [title])
  return (
    <div className={styles.page} data-layout={layout}>
      <header className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          {state && <p className={styles.state}>{state}</p>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {bar && <div className={styles.bar}>{bar}</div>}
      <div className={styles.work}>{children}</div>
    </div>
  )
}
