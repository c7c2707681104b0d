import { count, share } from '@portolan/engine/documents/wording/numbers'
import styles from './shares-bar.module.css'
import type { Tone } from './tone.tsx'

interface SharesBarProps {
  readonly label: string
  readonly parts: readonly { readonly name: string; readonly value: number; readonly tone: Tone }[]
}

/** A hand's breadth of shares for cards and cells; the numbers stand in its name, and beside it where there is room. */
export function SharesBar({ label, parts }: SharesBarProps) {
  const total = parts.reduce((sum, part) => sum + part.value, 0)
  const words = parts
    .filter((part) => part.value > 0)
    .map((part) => `${count(part.value)} ${part.name} (${share(part.value / total)})`)
    .join(', ')
  return (
    <div className={styles.bar} role="img" aria-label={`${label}: ${words || 'none'}`} title={words}>
      {parts.map((part) =>
        part.value > 0 ? <span key={part.name} data-tone={part.tone} style={{ flexGrow: part.value }} /> : null,
      )}
    </div>
  )
}
