import { count } from '@portolan/engine/documents/wording/numbers'
import { Link, type LinkProps } from '@tanstack/react-router'
import styles from './page-tabs.module.css'

export interface PageTab {
  readonly id: string
  readonly label: string
  /** How many wait behind it. */
  readonly counter?: number
  readonly link: LinkProps
}

/** Tabs are places: each has a URL, and the browser's own keys and menus work on them. */
export function PageTabs({ label, tabs, active }: { label: string; tabs: readonly PageTab[]; active: string }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <Link
          key={tab.id}
          {...tab.link}
          // Else a tab without parameters would count as the place of every other.
          activeOptions={{ exact: true }}
          className={styles.tab}
          aria-current={tab.id === active ? 'page' : undefined}
        >
          {tab.label}
          {tab.counter !== undefined && <span className={styles.counter}>{count(tab.counter)}</span>}
        </Link>
      ))}
    </nav>
  )
}
