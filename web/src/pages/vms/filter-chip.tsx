import { CloseButton } from '@mantine/core'
import type { VmFilter } from '@portolan/contract/vms'
import { OnDemand, onDemand } from '../../ui/on-demand.tsx'
import { ChipButton } from './chip-button.tsx'
import type { FilterRow } from './vm-filter.ts'
import styles from './vms.module.css'

export interface FilterChipProps {
  readonly row: FilterRow
  readonly project: string
  readonly filter: VmFilter
  /** Just taken from the menu: it opens by itself. */
  readonly isFresh: boolean
  readonly onFilter: (text: string | undefined) => void
  readonly onClosed: () => void
}

const choice = onDemand(() => import('./filter-choice.tsx'))

/** One filter: its name and what is chosen; a click opens the choice, the cross takes the filter off. */
export function FilterChip({ row, isFresh, ...rest }: FilterChipProps) {
  const chosen = rest.filter[row.key]
  return (
    <span className={styles.chip} data-active={chosen !== undefined || undefined}>
      <OnDemand part={choice} props={{ row, ...rest }} isWantedAtOnce={isFresh}>
        {(reaching) => <ChipButton row={row} chosen={chosen} {...reaching} />}
      </OnDemand>
      {chosen !== undefined && (
        <CloseButton size="xs" aria-label={`Remove the filter ${row.label}`} onClick={() => rest.onFilter(undefined)} />
      )}
    </span>
  )
}
