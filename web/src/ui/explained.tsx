import { Popover } from '@mantine/core'
import { type ReactNode, useId, useRef, useState } from 'react'
import styles from './explained.module.css'

/** Why a number is what it is. */
export interface Explanation {
  /** `bottleneck × efficiency`. */
  readonly formula?: string
  /** Name and value of each input, in the order of the formula. */
  readonly inputs?: readonly (readonly [name: string, value: string])[]
  /** A sentence: what it means, what is assumed. */
  readonly note?: ReactNode
  /** The cell or setting it came from, often a link. */
  readonly source?: ReactNode
}

const OPEN_AFTER_MS = 150
const CLOSE_AFTER_MS = 120

/** A number that explains itself: hover or focus shows formula, inputs and where they came from; a click keeps it open. */
export function Explained({ about, by, children }: { about: string; by: Explanation; children: ReactNode }) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = (open: boolean) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOpen(open), open ? OPEN_AFTER_MS : CLOSE_AFTER_MS)
  }
  const now = (open: boolean) => {
    clearTimeout(timer.current)
    setOpen(open)
  }
  return (
    <Popover opened={isOpen} onChange={now} position="bottom-start" width={340} withinPortal trapFocus={false} id={id}>
      <Popover.Target>
        <button
          type="button"
          className={styles.target}
          onMouseEnter={() => later(true)}
          onMouseLeave={() => later(false)}
          onFocus={() => now(true)}
          onBlur={() => later(false)}
          onClick={() => now(true)}
          onKeyDown={(event) => event.key === 'Escape' && now(false)}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={about}
        onMouseEnter={() => now(true)}
        onMouseLeave={() => later(false)}
        className={styles.card}
      >
        <ExplanationView about={about} by={by} />
      </Popover.Dropdown>
    </Popover>
  )
}

/** The same words in place, as a drawer or a methodology shows them. */
export function ExplanationView({ about, by }: { about: string; by: Explanation }) {
  return (
    <div className={styles.words}>
      <strong>{about}</strong>
      {by.formula && <code className={styles.formula}>{by.formula}</code>}
      {by.inputs && by.inputs.length > 0 && (
        <dl className={styles.inputs}>
          {by.inputs.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="numbers">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {by.note && <div>{by.note}</div>}
      {by.source && <div className="label">{by.source}</div>}
    </div>
  )
}
