import { Shape } from '../../ui/tone.tsx'
import type { Outcome } from '../../what-if/outcome.ts'
import { feasibilityOf } from './effect.ts'
import styles from './settings.module.css'

/** Copies against the working hours until the deadline: how full the bar is, and where the hours end. */
export function FeasibilityBar({ plan }: { plan: Pick<Outcome, 'deadline' | 'totals'> }) {
  const { tone, title, sentence, filled, limit } = feasibilityOf(plan)
  return (
    <div className={styles.feasibility}>
      <div className={styles.verdict} data-tone={tone}>
        <Shape tone={tone} /> {title}
      </div>
      <div className={styles.gauge} role="img" aria-label={title}>
        <div className={styles.fill} data-tone={tone} style={{ width: `${filled * 100}%` }} />
        <div className={styles.comfort} style={{ left: `${limit * 70}%` }} title="70 %: room for what nobody expects" />
        {limit < 1 && <div className={styles.limit} style={{ left: `${limit * 100}%` }} title="The deadline" />}
      </div>
      <div className="label">{sentence}</div>
    </div>
  )
}
