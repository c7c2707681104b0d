import { TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import styles from './settings.module.css'

interface ZoneControlProps {
  readonly id: string
  readonly error: boolean
  readonly 'aria-describedby'?: string
  readonly zone: string
  readonly onChange: (zone: string) => void
}

/**
 * A time zone of the browser's list, found by typing any part of it. What is no zone (yet) changes nothing, and goes when
 * the field is left. The browser's own list: Mantine's brings a positioning library of 25 kB.
 */
export function ZoneControl({ id, zone, error, onChange, ...aria }: ZoneControlProps) {
  const list = useId()
  const [typed, setTyped] = useState({ text: zone, of: zone })
  // Somebody else changed it: a reset, a save.
  if (typed.of !== zone) setTyped({ text: zone, of: zone })
  const zones = zonesWith(zone)
  const type = (text: string) => {
    const known = zones.find((it) => it.toLowerCase() === text.trim().toLowerCase())
    setTyped({ text, of: known ?? zone })
    if (known && known !== zone) onChange(known)
  }
  return (
    <>
      <TextInput
        id={id}
        {...aria}
        className={styles.medium}
        error={error || (zones.includes(typed.text) ? false : 'No such time zone yet')}
        list={list}
        autoComplete="off"
        spellCheck={false}
        value={typed.text}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setTyped({ text: zone, of: zone })}
      />
      <datalist id={list}>
        {zones.map((it) => (
          <option key={it} value={it} />
        ))}
      </datalist>
    </>
  )
}

let known: readonly string[] | null = null

/** Every zone of the browser, and the one that is set even if the browser does not list it. */
function zonesWith(current: string): readonly string[] {
  known ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return known.includes(current) || current === '' ? known : [current, ...known]
}
