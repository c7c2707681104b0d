import { ActionIcon } from '@mantine/core'
import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { IconArrowBackUp } from '@tabler/icons-react'
import { memo, useId } from 'react'
import { Explained } from '../../ui/explained.tsx'
import { FieldControl } from './field-control.tsx'
import { allowedText, valueText } from './field-words.ts'
import type { Field } from './fields.ts'
import { DEFAULTS, type SettingPath, valueAt } from './setting-paths.ts'
import styles from './settings.module.css'

export type OnChange = (path: SettingPath, value: unknown) => void

interface FieldRowProps {
  readonly field: Field
  readonly value: unknown
  readonly saved: unknown
  readonly problem?: string
  readonly onChange: OnChange
}

/** One setting: its name with help, its control, and below it what is wrong, what it was, or what holds while it is empty. */
export const FieldRow = memo(function FieldRow({ field, value, saved, problem, onChange }: FieldRowProps) {
  const id = useId()
  const fallback = valueAt(DEFAULTS, field.path)
  const isChanged = JSON.stringify(value) !== JSON.stringify(saved)
  const isDefault = JSON.stringify(value) === JSON.stringify(fallback)
  const note = noteOf({ field, value, saved, isChanged })
  const isWide =
    field.control?.kind === 'words' || (field.control?.kind === 'text' && field.control.lines !== undefined)
  return (
    <div className={styles.row} data-changed={isChanged || undefined} data-wide={isWide || undefined}>
      <div className={styles.name}>
        <label htmlFor={id}>{field.label}</label>
        <FieldHelp field={field} saved={saved} />
      </div>
      <div className={styles.control}>
        <FieldControl
          id={id}
          field={field}
          value={value}
          describedBy={problem || note ? `${id}-note` : undefined}
          isWrong={problem !== undefined}
          onChange={(next) => onChange(field.path, next)}
        />
        {(problem || note) && (
          <div id={`${id}-note`} className={styles.note} data-wrong={problem ? true : undefined}>
            {problem ?? note}
          </div>
        )}
      </div>
      <div className={styles.back}>
        {!isDefault && (
          <ActionIcon
            size="sm"
            title={`Default: ${valueText(field, fallback)}`}
            aria-label={`${field.label}: back to the default, ${valueText(field, fallback)}`}
            onClick={() => onChange(field.path, fallback)}
          >
            <IconArrowBackUp size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </div>
  )
})

/** What a setting means, its default, its unit and what is allowed. */
export function FieldHelp({ field, saved }: { field: Field; saved: unknown }) {
  return (
    <Explained
      about={field.label}
      by={{
        note: field.meaning,
        inputs: [
          ['Default', valueText(field, valueAt(DEFAULTS, field.path))],
          ['Saved', valueText(field, saved)],
          ...allowedText(field),
        ],
        source: <code>{field.path}</code>,
      }}
    >
      <span className={styles.help} aria-hidden>
        ?
      </span>
      <span className={styles.hidden}>About {field.label}</span>
    </Explained>
  )
}

function noteOf({
  field,
  value,
  saved,
  isChanged,
}: Pick<FieldRowProps, 'field' | 'value' | 'saved'> & { isChanged: boolean }) {
  const isLong = field.control?.kind === 'text' || field.control?.kind === 'words' || field.control?.kind === 'dates'
  if (isChanged && field.control?.kind === 'date' && typeof value === 'string') {
    return `${weekdayOf(value)}, was ${valueText(field, saved)}`
  }
  if (isChanged) return isLong ? 'Changed' : `was ${valueText(field, saved)}`
  if (value === null && field.whenEmpty) return `Empty: ${field.whenEmpty}`
  return field.control?.kind === 'date' && typeof value === 'string' ? weekdayOf(value) : null
}
