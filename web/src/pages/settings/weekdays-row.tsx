import { WEEKDAYS, type Weekday } from '@portolan/engine/calendar/weekdays'
import type { CalendarSettings } from '@portolan/engine/settings'
import type { OnChange } from './field-row.tsx'
import { FieldHelp } from './field-row.tsx'
import type { Field } from './fields.ts'
import styles from './settings.module.css'
import { weekdaySettings, workingWeekdays } from './weekdays.ts'

type Weekdays = Pick<CalendarSettings, 'workdays' | 'workingDaysPerWeek'>

interface WeekdaysRowProps {
  readonly field: Field
  readonly value: Weekdays
  readonly saved: Weekdays
  readonly onChange: OnChange
}

/** Days of the week on which people work: two settings, one row. */
export function WeekdaysRow({ field, value, saved, onChange }: WeekdaysRowProps) {
  const days = workingWeekdays(value)
  const before = workingWeekdays(saved)
  const isChanged = days.join() !== before.join()
  const toggle = (day: Weekday) => {
    const next = days.includes(day) ? days.filter((other) => other !== day) : [...days, day]
    const settings = weekdaySettings(next, saved)
    onChange('workdays', settings.workdays)
    onChange('workingDaysPerWeek', settings.workingDaysPerWeek)
  }
  return (
    <div className={styles.row} data-changed={isChanged || undefined}>
      <div className={styles.name}>
        <span>{field.label}</span>
        <FieldHelp field={field} saved={before.map(shortName)} />
      </div>
      <fieldset className={styles.days}>
        <legend className={styles.hidden}>{field.label}</legend>
        {WEEKDAYS.map((day) => (
          <label key={day} data-on={days.includes(day) || undefined}>
            <input
              type="checkbox"
              className={styles.hidden}
              checked={days.includes(day)}
              // A week without a day has no plan.
              disabled={days.length === 1 && days.includes(day)}
              onChange={() => toggle(day)}
            />
            {shortName(day)}
          </label>
        ))}
        {isChanged && <span className={styles.note}>was {before.map(shortName).join(', ')}</span>}
      </fieldset>
    </div>
  )
}

function shortName(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1, 3)
}
