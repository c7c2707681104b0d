import { CloseButton, Popover } from '@mantine/core'
import type { VmFilter } from '@portolan/contract/vms'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { DayPicker, RangePicker } from './range-picker.tsx'
import { ValuePicker } from './value-picker.tsx'
import { chipText, type FILTERS } from './vm-filter.ts'
import styles from './vms.module.css'

interface FilterChipProps {
  readonly row: (typeof FILTERS)[number]
  readonly project: string
  readonly filter: VmFilter
  /** Just taken from the menu: it opens by itself. */
  readonly isFresh: boolean
  readonly onFilter: (text: string | undefined) => void
  readonly onClosed: () => void
}

/** One filter: its name and what is chosen; a click opens the choice, the cross takes the filter off. */
export function FilterChip({ row, project, filter, isFresh, onFilter, onClosed }: FilterChipProps) {
  const [isOpen, setOpen] = useState(isFresh)
  const chosen = filter[row.key]
  const change = (open: boolean) => {
    setOpen(open)
    if (!open) onClosed()
  }
  const words = chosen === undefined ? null : chipText(row, chosen)
  return (
    <span className={styles.chip} data-active={chosen !== undefined || undefined}>
      <Popover opened={isOpen} onChange={change} position="bottom-start" trapFocus returnFocus width={300}>
        <Popover.Target>
          <button type="button" className={styles.chipButton} onClick={() => change(!isOpen)}>
            {row.label}
            {words ? <strong className={styles.chipWords}>{words}</strong> : <IconChevronDown size={14} aria-hidden />}
          </button>
        </Popover.Target>
        <Popover.Dropdown p="xs" aria-label={`Filter by ${row.label.toLowerCase()}`}>
          {row.kind === 'values' ? (
            <ValuePicker row={row} project={project} filter={filter} onFilter={onFilter} />
          ) : row.kind === 'range' ? (
            <RangePicker
              label={row.label}
              unit={row.unit}
              text={chosen}
              onFilter={onFilter}
              onDone={() => change(false)}
            />
          ) : (
            <DayPicker label={row.label} day={chosen} onFilter={onFilter} />
          )}
        </Popover.Dropdown>
      </Popover>
      {chosen !== undefined && (
        <CloseButton size="xs" aria-label={`Remove the filter ${row.label}`} onClick={() => onFilter(undefined)} />
      )}
    </span>
  )
}
