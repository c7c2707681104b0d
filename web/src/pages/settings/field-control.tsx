import { NativeSelect, Slider, Switch, Textarea, TextInput } from '@mantine/core'
import { NumberField } from '../../ui/number-field.tsx'
import { DatesControl } from './dates-control.tsx'
import type { Field, Slider as SliderSpan } from './fields.ts'
import { boundsAt, mayBeEmpty } from './setting-paths.ts'
import styles from './settings.module.css'
import { WordsControl } from './words-control.tsx'
import { ZoneControl } from './zone-control.tsx'

interface FieldControlProps {
  readonly id: string
  readonly field: Field
  readonly value: unknown
  readonly describedBy?: string
  readonly isWrong: boolean
  readonly onChange: (value: unknown) => void
}

/** The control of a setting's kind. An emptied control means null: cleared. */
export function FieldControl({ id, field, value, describedBy, isWrong, onChange }: FieldControlProps) {
  const control = field.control ?? { kind: 'number' }
  const common = { id, error: isWrong, 'aria-describedby': describedBy }
  const text = typeof value === 'string' ? value : ''
  switch (control.kind) {
    case 'number':
      return <NumberControl {...common} field={field} value={value} slider={control.slider} onChange={onChange} />
    case 'switch':
      return <Switch id={id} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
    case 'choice':
      return (
        <NativeSelect
          {...common}
          className={styles.medium}
          value={text}
          data={[
            ...(mayBeEmpty(field.path) ? [{ value: '', label: '–' }] : []),
            ...control.choices.map(([choice, label]) => ({ value: choice, label })),
          ]}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'text':
      return control.lines ? (
        <Textarea
          {...common}
          autosize
          minRows={control.lines}
          maxRows={30}
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...common} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      )
    case 'time':
      // A control of type time would show the clock of the browser's language.
      return (
        <TextInput
          {...common}
          className={styles.number}
          placeholder="09:00"
          inputMode="numeric"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'date':
      return (
        <TextInput
          {...common}
          className={styles.medium}
          type="date"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      )
    case 'zone':
      return <ZoneControl {...common} zone={text} onChange={onChange} />
    case 'words':
      return <WordsControl {...common} words={textsOf(value)} onChange={onChange} />
    case 'dates':
      return <DatesControl id={id} describedBy={describedBy} value={textsOf(value)} onChange={onChange} />
    case 'weekdays':
      // Weekdays are two settings in one: `WeekdaysRow`.
      return null
  }
}

interface NumberControlProps extends Omit<FieldControlProps, 'describedBy' | 'isWrong'> {
  readonly slider?: SliderSpan
  readonly error: boolean
  readonly 'aria-describedby'?: string
}

function NumberControl({ id, field, value, slider, error, onChange, ...aria }: NumberControlProps) {
  const number = typeof value === 'number' ? value : null
  const { isWhole, step } = boundsAt(field.path)
  const input = (
    <NumberField
      id={id}
      error={error}
      {...aria}
      className={styles.number}
      value={number}
      step={slider?.step ?? step ?? 1}
      isWhole={isWhole}
      unit={field.unit}
      onChange={onChange}
    />
  )
  if (!slider) return input
  return (
    <div className={styles.sliding}>
      <Slider
        className={styles.slider}
        size={4}
        thumbSize={16}
        label={null}
        thumbLabel={field.label}
        data-empty={number === null || undefined}
        min={slider.from}
        max={slider.to}
        step={slider.step}
        value={Math.min(Math.max(number ?? slider.from, slider.from), slider.to)}
        onChange={onChange}
      />
      {input}
    </div>
  )
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : []
}
