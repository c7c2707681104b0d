import type { Settings } from '@portolan/engine/settings'
import { FieldRow, type OnChange } from './field-row.tsx'
import type { FieldGroup } from './fields.ts'
import { type SettingPath, valueAt } from './setting-paths.ts'
import styles from './settings.module.css'
import { WeekdaysRow } from './weekdays-row.tsx'

export interface FormProps {
  readonly saved: Settings
  /** The saved settings with what was typed on top, right or wrong. */
  readonly shown: object
  readonly problems: ReadonlyMap<SettingPath, string>
  readonly onChange: OnChange
}

export function FieldGroups({
  groups,
  saved,
  shown,
  problems,
  onChange,
}: FormProps & { groups: readonly FieldGroup[] }) {
  const typed = shown as Settings
  return groups
    .filter((group) => group.when?.(typed) ?? true)
    .map((group) => (
      <section key={group.title} className={styles.group} aria-label={group.title}>
        <h2>{group.title}</h2>
        {group.intro && <p className="second">{group.intro}</p>}
        {group.fields.map((field) =>
          field.control?.kind === 'weekdays' ? (
            <WeekdaysRow key={field.path} field={field} value={typed} saved={saved} onChange={onChange} />
          ) : (
            <FieldRow
              key={field.path}
              field={field}
              value={valueAt(shown, field.path)}
              saved={valueAt(saved, field.path)}
              problem={problems.get(field.path)}
              onChange={onChange}
            />
          ),
        )}
      </section>
    ))
}
