import type { ReactNode } from 'react'
import { Explained, type Explanation } from './explained.tsx'
import styles from './figure.module.css'
import type { Tone } from './tone.tsx'

interface FigureProps {
  readonly label: string
  readonly value: ReactNode
  readonly unit?: string
  /** Second ink, below: what it is made of. */
  readonly note?: ReactNode
  readonly help?: Explanation
  readonly tone?: Tone
}

/** One key number with its label: several of them in a `Figures` strip. */
export function Figure({ label, value, unit, note, help, tone }: FigureProps) {
  const shown = (
    <>
      {value}
      {unit && <span className={styles.unit}> {unit}</span>}
    </>
  )
  return (
    <div className={styles.figure}>
      <dt className="label">{label}</dt>
      <dd className={styles.value} data-tone={tone}>
        {help ? (
          <Explained about={label} by={help}>
            {shown}
          </Explained>
        ) : (
          shown
        )}
        {note && <div className={styles.note}>{note}</div>}
      </dd>
    </div>
  )
}

export function Figures({ label, children }: { label: string; children: ReactNode }) {
  return (
    <dl aria-label={label} className={styles.strip}>
      {children}
    </dl>
  )
}
