import { TextInput, type TextInputProps } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'

interface NumberFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min' | 'max' | 'step'> {
  readonly value: number | null
  /** null: the field was emptied. */
  readonly onChange: (value: number | null) => void
  /** Stands behind the number. */
  readonly unit?: string
  readonly step?: number
  readonly isWhole?: boolean
  /** Where given, what is typed beyond them is drawn back when the field is left. */
  readonly min?: number
  readonly max?: number
}

/** Room of a unit: its letters and the edge. */
const LETTER_PX = 8
const EDGE_PX = 14

/**
 * A number to type, or to step with the arrow keys. The text is the person's as long as it means the number: a point that
 * was just typed stays. Mantine's own field brings a formatter of 9 kB to every page that asks for a number.
 */
export function NumberField({ value, onChange, unit, step = 1, isWhole = false, min, max, ...rest }: NumberFieldProps) {
  const [typed, setTyped] = useState({ text: textOf(value), of: value })
  // Somebody else changed the number: a slider, a reset.
  if (typed.of !== value) setTyped({ text: textOf(value), of: value })
  const put = (next: number | null, text = textOf(next)) => {
    setTyped({ text, of: next })
    if (next !== value) onChange(next)
  }
  const type = (raw: string) => {
    // As pasted from a spreadsheet.
    const text = raw.replace(/[\s,]/g, '')
    if (!(isWhole ? WHOLE : NUMBER).test(text) || ((min ?? -1) >= 0 && text.startsWith('-'))) return
    const next = numberOf(text)
    // A lone minus or point is on the way to a number.
    if (text === '' || next !== null) put(next, text)
    else setTyped({ text, of: value })
  }
  const stepBy = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? step : event.key === 'ArrowDown' ? -step : 0
    if (by === 0) return
    event.preventDefault()
    put(within(stepped(value ?? 0, by), min, max))
  }
  return (
    <TextInput
      inputMode={isWhole ? 'numeric' : 'decimal'}
      autoComplete="off"
      rightSection={unit && <span className="second">{unit}</span>}
      rightSectionWidth={unit ? EDGE_PX + unit.length * LETTER_PX : undefined}
      {...rest}
      value={typed.text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={stepBy}
      onBlur={() => put(value === null ? null : within(value, min, max))}
    />
  )
}

const NUMBER = /^-?\d*\.?\d*$/
const WHOLE = /^-?\d*$/

function textOf(value: number | null): string {
  return value === null ? '' : String(value)
}

/** null for what is not a number yet. */
export function numberOf(text: string): number | null {
  return /\d/.test(text) && NUMBER.test(text) ? Number(text) : null
}

/** Without the dust of binary fractions: 0.1 and 0.2 make 0.3. */
export function stepped(value: number, by: number): number {
  return Number((value + by).toFixed(9))
}

function within(value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): number {
  return Math.min(max, Math.max(min, value))
}
