import { Button, Checkbox, Divider, Popover, Stack } from '@mantine/core'
import { useState } from 'react'
import { type Column, shownColumns } from './column.ts'
import { ColumnsButton } from './columns-button.tsx'
import { useDensity } from './preferences.ts'

interface ColumnChooserProps {
  readonly columns: readonly Column<never>[]
  readonly chosen: readonly string[] | null
  /** null: back to the usual ones. */
  readonly onChoose: (chosen: readonly string[] | null) => void
}

/** Which columns a table shows, and how tall its rows are. */
export default function ColumnChooser({ columns, chosen, onChoose }: ColumnChooserProps) {
  const [isOpen, setOpen] = useState(true)
  const [density, setDensity] = useDensity()
  const shown = shownColumns(columns, chosen).map(({ id }) => id)
  const toggle = (id: string, isShown: boolean) =>
    onChoose(columns.map((column) => column.id).filter((other) => (other === id ? isShown : shown.includes(other))))
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={240} trapFocus returnFocus>
      <Popover.Target>
        <ColumnsButton onClick={() => setOpen(!isOpen)} />
      </Popover.Target>
      <Popover.Dropdown p="sm">
        <Stack gap={6} mah={360} style={{ overflowY: 'auto' }}>
          {columns.slice(1).map((column) => (
            <Checkbox
              key={column.id}
              size="xs"
              label={column.unit ? `${column.title} (${column.unit})` : column.title}
              checked={shown.includes(column.id)}
              onChange={(event) => toggle(column.id, event.currentTarget.checked)}
            />
          ))}
        </Stack>
        <Divider my="xs" />
        <Checkbox
          size="xs"
          label="Dense rows"
          checked={density === 'dense'}
          onChange={(event) => setDensity(event.currentTarget.checked ? 'dense' : 'usual')}
        />
        <Button variant="subtle" size="xs" mt="xs" disabled={chosen === null} onClick={() => onChoose(null)}>
          Usual columns
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
