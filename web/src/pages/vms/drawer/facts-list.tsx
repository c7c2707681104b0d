import type { ReactNode } from 'react'
import styles from './drawer.module.css'

export interface Fact {
  readonly label: string
  readonly value: ReactNode
  /** Where it was read: `vInfo!Q1131`. */
  readonly source?: string
  readonly sourceTitle?: string
}

/** Names and values, with the cell at the right. */
export function FactsList({ label, facts }: { label: string; facts: readonly Fact[] }) {
  return (
    <dl aria-label={label} className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {fact.source && (
            <dd className={styles.source} title={fact.sourceTitle}>
              {fact.source}
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

interface Cell {
  readonly file: string
  readonly sheet: string
  readonly header: string
  readonly address: string
}

/** `vInfo!Q1131`, as a spreadsheet finds it. */
export const addressOf = (cell: Cell): string => (cell.address ? `${cell.sheet}!${cell.address}` : cell.sheet)
export const cellTitle = (cell: Cell): string => `${cell.file}, sheet ${cell.sheet}, column ${cell.header}`
