import { Popover } from '@mantine/core'
import { useState } from 'react'
import { ChipButton } from './chip-button.tsx'
import type { FilterChipProps } from './filter-chip.tsx'
import { DayPicker, RangePicker } from './range-picker.tsx'
import { ValuePicker } from './value-picker.tsx'

/** The chip's button with the choice that it opens. */
export default function FilterChoice({ row, project, filter, onFilter, onClosed }: Omit<FilterChipProps, 'isFresh'>) {
  const [isOpen, setOpen] = useState(true)
  const chosen = filter[row.key]
  const change = (open: boolean) => {
    setOpen(open)
    if (!open) onClosed()
  }
  return (
    <Popover opened={isOpen} onChange={change} position="bottom-start" trapFocus returnFocus width={300}>
      <Popover.Target>
        <ChipButton row={row} chosen={chosen} onClick={() => change(!isOpen)} />
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
  )
}
