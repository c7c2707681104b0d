import { count } from '@portolan/engine/documents/wording/numbers'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import styles from './drawer.module.css'

interface DrawerTabsProps<Id extends string> {
  readonly tabs: readonly { readonly id: Id; readonly label: string; readonly counter?: number }[]
  readonly active: Id
  readonly onTab: (id: Id) => void
  readonly children: ReactNode
}

/** Parts of one thing, one at a time; arrows move between them. */
export function DrawerTabs<Id extends string>({ tabs, active, onTab, children }: DrawerTabsProps<Id>) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const at = (tabs.findIndex((tab) => tab.id === active) + step + tabs.length) % tabs.length
    onTab(tabs[at].id)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[at].focus()
  }
  return (
    <>
      <div role="tablist" aria-label="About this VM" className={styles.tabs} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={tab.id === active}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === active ? 0 : -1}
            className={styles.tab}
            onClick={() => onTab(tab.id)}
          >
            {tab.label}
            {tab.counter !== undefined && <span className={styles.counter}>{count(tab.counter)}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active}`} className={styles.panel}>
        {children}
      </div>
    </>
  )
}
