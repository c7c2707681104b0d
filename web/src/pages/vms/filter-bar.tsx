import { Button } from '@mantine/core'
import type { VmFilter } from '@portolan/contract/vms'
import { useState } from 'react'
import { FilterInput } from '../../ui/filter-input.tsx'
import { OnDemand, onDemand } from '../../ui/on-demand.tsx'
import { FilterChip } from './filter-chip.tsx'
import { MoreFiltersButton } from './more-filters-button.tsx'
import { FILTERS, type FilterKey } from './vm-filter.ts'
import styles from './vms.module.css'

interface FilterBarProps {
  readonly project: string
  readonly filter: VmFilter
  readonly onFilter: (key: FilterKey, text: string | undefined, replace?: boolean) => void
  readonly onClear: () => void
}

const SETTLE_MS = 150
const moreFilters = onDemand(() => import('./more-filters.tsx'))

/** Search, a chip for each filter, and a menu of the filters that nobody uses every day. */
export function FilterBar({ project, filter, onFilter, onClear }: FilterBarProps) {
  const [added, setAdded] = useState<FilterKey | null>(null)
  const isShown = (key: FilterKey) => filter[key] !== undefined || added === key
  const chips = FILTERS.filter(({ key, isPinned }) => isPinned || isShown(key))
  const others = FILTERS.filter((row) => !chips.includes(row))
  const isFiltered = Object.keys(filter).length > 0
  return (
    <search className={styles.filters}>
      <FilterInput
        label="Name or address"
        value={filter.search ?? ''}
        settleMs={SETTLE_MS}
        width={200}
        onChange={(text) => onFilter('search', text.trim() === '' ? undefined : text, true)}
      />
      {chips.map((row) => (
        <FilterChip
          key={row.key}
          row={row}
          project={project}
          filter={filter}
          isFresh={added === row.key}
          onFilter={(text) => onFilter(row.key, text)}
          onClosed={() => setAdded(null)}
        />
      ))}
      <OnDemand part={moreFilters} props={{ others, onAdd: setAdded }}>
        {(reaching) => <MoreFiltersButton {...reaching} />}
      </OnDemand>
      {isFiltered && (
        <Button size="xs" variant="subtle" onClick={onClear}>
          Clear
        </Button>
      )}
    </search>
  )
}
