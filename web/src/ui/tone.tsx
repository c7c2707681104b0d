import type { ReactNode } from 'react'
import styles from './tone.module.css'

export type Tone = 'green' | 'amber' | 'red' | 'grey' | 'blue'

const SHAPES: Readonly<Record<Tone, string>> = { green: '●', amber: '▲', red: '■', grey: '○', blue: '◆' }

/** A word on its tint. Colour is never alone: the word stands in it, and a shape where `shape` is asked for. */
export function Tag({ tone, shape = false, children }: { tone: Tone; shape?: boolean; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {shape && <Shape tone={tone} />}
      {children}
    </span>
  )
}

/** Coloured text with its shape, without a tint: for cells of dense tables. */
export function Toned({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={styles.toned} data-tone={tone}>
      <Shape tone={tone} />
      {children}
    </span>
  )
}

export function Shape({ tone }: { tone: Tone }) {
  return (
    <span aria-hidden className={styles.shape} data-tone={tone}>
      {SHAPES[tone]}
    </span>
  )
}

const RISK_TONES: Readonly<Record<string, Tone>> = { GREEN: 'green', YELLOW: 'amber', RED: 'red' }

/** ● GREEN, ▲ YELLOW, ■ RED. */
export function Risk({ risk }: { risk: string }) {
  return <Toned tone={RISK_TONES[risk] ?? 'grey'}>{risk}</Toned>
}

const SEVERITY_TONES: Readonly<Record<string, Tone>> = { critical: 'red', warning: 'amber', info: 'blue' }

export const severityTone = (severity: string): Tone => SEVERITY_TONES[severity] ?? 'grey'
