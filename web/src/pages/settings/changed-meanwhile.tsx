import { Button } from '@mantine/core'
import type { Settings } from '@portolan/engine/settings'
import { Time } from '../../ui/time.tsx'
import { fieldOf, titleOf } from './all-fields.ts'
import { changedKeys } from './draft.ts'
import { valueText } from './field-words.ts'
import styles from './settings.module.css'

interface ChangedMeanwhileProps {
  /** Settings that the form began with. */
  readonly before: Settings
  readonly now: Settings
  readonly changedBy: string | null
  readonly changedAt: string
  readonly onKeepMine: () => void
  readonly onDiscardMine: () => void
}

/** Somebody else saved first: what changed, and whether mine stands on top of it. */
export function ChangedMeanwhile({
  before,
  now,
  changedBy,
  changedAt,
  onKeepMine,
  onDiscardMine,
}: ChangedMeanwhileProps) {
  return (
    <div role="alert" className={styles.meanwhile}>
      <div>
        <strong>These settings were changed meanwhile</strong>
        {changedBy && ` by ${changedBy}`}, last at <Time at={changedAt} />. Yours were not saved.
        <ul>
          {changedKeys(before, now).map((key) => {
            const field = fieldOf(key)
            return (
              <li key={key}>
                {titleOf(key)}
                {field && `: ${valueText(field, before[key])} → ${valueText(field, now[key])}`}
              </li>
            )
          })}
        </ul>
      </div>
      <Button variant="default" onClick={onDiscardMine}>
        Discard mine
      </Button>
      <Button onClick={onKeepMine}>Save mine on top</Button>
    </div>
  )
}
