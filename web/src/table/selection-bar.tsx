import { Button } from '@mantine/core'
import { count } from '@portolan/engine/documents/wording/numbers'
import type { ReactNode } from 'react'
import { allSelected, nothingSelected, type Selection, selectedCount } from './selection.ts'
import styles from './table.module.css'

interface SelectionBarProps<Row> {
  readonly selection: Selection<Row>
  readonly total: number
  /** What the rows are: "VMs". */
  readonly noun: string
  readonly onSelection: (selection: Selection<Row>) => void
  readonly onCopy?: () => void
  /** What can be done with them. */
  readonly children?: ReactNode
}

/** Stands above a table while something in it is selected. */
export function SelectionBar<Row>({ selection, total, noun, onSelection, onCopy, children }: SelectionBarProps<Row>) {
  const selected = selectedCount(selection, total)
  if (selected === 0) return null
  return (
    <section className={styles.selectionBar} aria-label="Selection">
      <strong aria-live="polite" className="numbers">
        {count(selected)} of {count(total)} {noun} selected
      </strong>
      {children}
      <span className={styles.space} />
      {onCopy && (
        <Button size="xs" variant="subtle" onClick={onCopy}>
          Copy
        </Button>
      )}
      {selected < total && (
        <Button size="xs" variant="subtle" onClick={() => onSelection(allSelected)}>
          Select all {count(total)}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={() => onSelection(nothingSelected)}>
        Clear
      </Button>
    </section>
  )
}
