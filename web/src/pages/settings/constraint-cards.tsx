import type { Bandwidth } from '@portolan/engine/bandwidth/bandwidth'
import { CONSTRAINT_TITLES } from '@portolan/engine/documents/wording/names'
import { significant } from '@portolan/engine/documents/wording/numbers'
import { rate } from '@portolan/engine/documents/wording/sizes'
import { Explained } from '../../ui/explained.tsx'
import { headroom } from './effect.ts'
import styles from './settings.module.css'

/** What limits a copy, one card each; the tightest is lit. */
export function ConstraintCards({ bandwidth }: { bandwidth: Bandwidth }) {
  const { constraints, bottleneck, bottleneckMbps, efficiency, effectiveMbps, effectiveGiBPerHour } = bandwidth
  return (
    <section aria-label="What limits the copies" className={styles.limits}>
      <ol className={styles.constraints}>
        {constraints.map(({ name, rateMbps, formula, assumed }) => {
          const isBottleneck = name === bottleneck
          return (
            <li key={name} data-lit={isBottleneck || undefined}>
              <div className={styles.constraintHead}>
                <span>{CONSTRAINT_TITLES[name]}</span>
                {isBottleneck && <strong>Bottleneck</strong>}
              </div>
              <div className={styles.rate}>{rateMbps === null ? 'No limit' : rate(rateMbps)}</div>
              <div className="label">{formula}</div>
              <div className="label">
                {assumed ? (
                  <span className={styles.assumed}>Assumed: {assumed}</span>
                ) : isBottleneck ? (
                  'Everything waits for it'
                ) : (
                  headroom(rateMbps, bottleneckMbps)
                )}
              </div>
            </li>
          )
        })}
      </ol>
      <p className={styles.effective}>
        Copies get{' '}
        <Explained
          about="Rate of copies"
          by={{
            formula: 'smallest constraint × efficiency',
            inputs: [
              [CONSTRAINT_TITLES[bottleneck], rate(bottleneckMbps)],
              ['Efficiency', String(efficiency)],
            ],
            note: 'All copies together; those that run at once share it.',
          }}
        >
          <strong>
            {rate(bottleneckMbps)} × {efficiency} = {rate(effectiveMbps)}
          </strong>
        </Explained>
        , or {significant(effectiveGiBPerHour)} GiB an hour.
      </p>
    </section>
  )
}
