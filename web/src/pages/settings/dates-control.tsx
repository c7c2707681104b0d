import { Button, CloseButton, TextInput } from '@mantine/core'
import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { useState } from 'react'
import styles from './settings.module.css'

interface DatesControlProps {
  readonly id: string
  readonly describedBy?: string
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

/** Days, each to be taken out, and one more to be put in; always in the order of the calendar. */
export function DatesControl({ id, describedBy, value, onChange }: DatesControlProps) {
  const [typed, setTyped] = useState('')
  const add = () => {
    if (typed) onChange([...new Set([...value, typed])].sort())
    setTyped('')
  }
  return (
    <div className={styles.dates}>
      <div className={styles.adding}>
        <TextInput
          id={id}
          type="date"
          aria-describedby={describedBy}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button variant="default" onClick={add} disabled={typed === ''}>
          Add
        </Button>
      </div>
      {value.length > 0 && (
        <ul className={styles.tags}>
          {value.map((date) => (
            <li key={date}>
              {weekdayOf(date)}
              <CloseButton
                size="xs"
                aria-label={`Take out ${weekdayOf(date)}`}
                onClick={() => onChange(value.filter((other) => other !== date))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
