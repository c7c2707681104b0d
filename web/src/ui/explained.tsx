import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { type Place, placeBeside } from './beside.ts'
import styles from './explained.module.css'

/** Why a number is what it is. */
export interface Explanation {
  /** `bottleneck × efficiency`. */
  readonly formula?: ReactNode
  /** Name and value of each input, in the order of the formula. */
  readonly inputs?: readonly (readonly [name: string, value: string])[]
  /** A sentence: what it means, what is assumed. */
  readonly note?: ReactNode
  /** The cell or setting it came from, often a link. */
  readonly source?: ReactNode
}

const OPEN_AFTER_MS = 150
const CLOSE_AFTER_MS = 160

/** A number that explains itself: hover, focus or a click shows formula, inputs and where they came from; Escape closes. */
export function Explained({ about, by, children }: { about: string; by: Explanation; children: ReactNode }) {
  const id = useId()
  const target = useRef<HTMLButtonElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [place, setPlace] = useState<Place | null>(null)
  const turn = (open: boolean, afterMs = 0) => {
    clearTimeout(timer.current)
    const now = () => setPlace(open && target.current ? placeBeside(target.current) : null)
    if (afterMs === 0) now()
    else timer.current = setTimeout(now, afterMs)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const isOpen = place !== null
  useEffect(() => {
    if (!isOpen) return
    // What it stands beside moves away.
    const close = (event: Event) => {
      if (!(event.target instanceof Element && event.target.closest('[data-explanation]'))) setPlace(null)
    }
    window.addEventListener('scroll', close, { capture: true, passive: true })
    window.addEventListener('resize', close)
    return () => {
      window.removeEventListener('scroll', close, { capture: true })
      window.removeEventListener('resize', close)
    }
  }, [isOpen])
  return (
    <>
      <button
        ref={target}
        type="button"
        className={styles.target}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onMouseEnter={() => turn(true, OPEN_AFTER_MS)}
        onMouseLeave={() => turn(false, CLOSE_AFTER_MS)}
        onFocus={() => turn(true)}
        onBlur={() => turn(false, CLOSE_AFTER_MS)}
        onClick={() => turn(true)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isOpen) return
          event.preventDefault()
          turn(false)
        }}
      >
        {children}
      </button>
      {place &&
        createPortal(
          <div
            id={id}
            role="note"
            aria-label={about}
            data-explanation
            className={styles.card}
            style={place}
            onMouseEnter={() => turn(true)}
            onMouseLeave={() => turn(false, CLOSE_AFTER_MS)}
            onFocus={() => turn(true)}
            onBlur={() => turn(false, CLOSE_AFTER_MS)}
          >
            <ExplanationView about={about} by={by} />
          </div>,
          document.getElementById('overlays') ?? document.body,
        )}
    </>
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
