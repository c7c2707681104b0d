import { Button, Group, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { NumberField } from '../../ui/number-field.tsx'
import { rangeOf, rangeText } from './vm-filter.ts'

interface RangePickerProps {
  readonly label: string
  readonly unit?: string
  readonly text: string | undefined
  readonly onFilter: (text: string | undefined) => void
  readonly onDone: () => void
}

/** Least and most of a number; an empty end is open. */
export function RangePicker({ label, unit, text, onFilter, onDone }: RangePickerProps) {
  const [from, to] = rangeOf(text)
  const [least, setLeast] = useState<number | null>(from)
  const [most, setMost] = useState<number | null>(to)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onFilter(rangeText(least, most))
    onDone()
  }
  return (
    <form onSubmit={submit}>
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <NumberField
          size="xs"
          label={`${label} at least`}
          unit={unit}
          min={0}
          value={least}
          onChange={setLeast}
          data-autofocus
        />
        <NumberField size="xs" label="at most" unit={unit} min={0} value={most} onChange={setMost} />
      </Group>
      <Group justify="flex-end" mt="xs">
        <Button size="xs" type="submit">
          Filter
        </Button>
      </Group>
    </form>
  )
}

export function DayPicker({
  label,
  day,
  onFilter,
}: {
  label: string
  day: string | undefined
  onFilter: (text: string | undefined) => void
}) {
  return (
    <TextInput
      size="xs"
      type="date"
      label={label}
      value={day ?? ''}
      onChange={(event) => onFilter(event.currentTarget.value || undefined)}
      data-autofocus
    />
  )
}
