import { Menu } from '@mantine/core'
import { MoreFiltersButton } from './more-filters-button.tsx'
import type { FilterKey, FilterRow } from './vm-filter.ts'

interface MoreFiltersProps {
  readonly others: readonly FilterRow[]
  readonly onAdd: (key: FilterKey) => void
}

/** The filters that nobody uses every day. */
export default function MoreFilters({ others, onAdd }: MoreFiltersProps) {
  return (
    <Menu defaultOpened position="bottom-start" width={200}>
      <Menu.Target>
        <MoreFiltersButton />
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {others.map(({ key, label }) => (
          <Menu.Item key={key} onClick={() => onAdd(key)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
