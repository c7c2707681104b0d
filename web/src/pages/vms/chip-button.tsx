import { plural } from '@portolan/engine/documents/wording/numbers'
import { IconChevronDown } from '@tabler/icons-react'
import { type ComponentPropsWithRef, lazy, Suspense } from 'react'
import { chipText, type FilterRow, valuesOf } from './vm-filter.ts'
import styles from './vms.module.css'

interface ChipButtonProps extends ComponentPropsWithRef<'button'> {
  readonly row: FilterRow
  readonly chosen: string | undefined
}

/** Titles of rules stand in the table of rules, which no other filter needs. */
const RuleTitles = lazy(() => import('./rule-titles.tsx'))

/** Name of a filter and what is chosen. */
export function ChipButton({ row, chosen, ...props }: ChipButtonProps) {
  return (
    <button type="button" {...props} className={styles.chipButton} aria-haspopup="dialog">
      {row.label}
      {chosen === undefined ? (
        <IconChevronDown size={14} aria-hidden />
      ) : (
        <strong className={styles.chipWords}>
          {row.key === 'rule' ? (
            <Suspense fallback={plural(valuesOf(chosen).length, 'rule')}>
              <RuleTitles row={row} chosen={chosen} />
            </Suspense>
          ) : (
            chipText(row, chosen)
          )}
        </strong>
      )}
    </button>
  )
}
