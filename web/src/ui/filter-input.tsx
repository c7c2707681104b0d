import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

interface FilterInputProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Waits until nobody types for so long; 0: at once. */
  readonly settleMs?: number
  readonly width?: number
}

/** The filter that `/` goes to. The URL holds what is filtered; this holds what is being typed. */
export function FilterInput({ label, value, onChange, settleMs = 0, width = 260 }: FilterInputProps) {
  const [typed, setTyped] = useState({ text: value, of: value })
  // Somebody else changed the URL: a back button, a chip.
  if (typed.of !== value) setTyped({ text: value, of: value })
  const { text } = typed
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text), settleMs)
    return () => clearTimeout(timer)
  }, [text, value, onChange, settleMs])
  return (
    <TextInput
      data-page-filter
      w={width}
      aria-label={label}
      placeholder={`${label} (/)`}
      value={text}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={
        text && <CloseButton size="sm" aria-label="Clear" onClick={() => setTyped({ text: '', of: value })} />
      }
      onChange={(event) => setTyped({ text: event.currentTarget.value, of: value })}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur()
      }}
    />
  )
}
