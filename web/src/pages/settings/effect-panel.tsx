import { Skeleton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../../paths.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { Shape } from '../../ui/tone.tsx'
import type { WhatIf } from '../../what-if/use-what-if.ts'
import { effectRows } from './effect.ts'
import { FeasibilityBar } from './feasibility-bar.tsx'
import styles from './settings.module.css'

interface EffectPanelProps {
  readonly project: string
  readonly hasInventory: boolean
  readonly whatIf: WhatIf
  readonly isChanged: boolean
  /** Something in the form is wrong: nothing can be planned with it. */
  readonly isWrong: boolean
}

/** What the settings of the form make of the plan, beside what is saved. */
export function EffectPanel({ project, hasInventory, whatIf, isChanged, isWrong }: EffectPanelProps) {
  const { before, after, isBehind, error } = whatIf
  return (
    <aside className={styles.effect} aria-label="Effect on the plan" aria-busy={isBehind}>
      <div className={styles.effectHead}>
        <h2>Effect on the plan</h2>
        {after && isChanged && !isWrong && (
          <span className="label numbers" title="The engine in this browser, over every VM">
            {after.tookMs < 1 ? '< 1' : Math.round(after.tookMs)} ms
          </span>
        )}
      </div>
      {!hasInventory ? (
        <p className="second">
          Nothing is imported yet, so nothing depends on these settings.{' '}
          <Link {...to.import(project)}>Import an export</Link>
        </p>
      ) : error && !before ? (
        <ErrorView error={error} what="The effect cannot be shown" />
      ) : !before || !after ? (
        <div role="status" aria-label="Planning in this browser" className={styles.waiting}>
          {Array.from({ length: 10 }, (_, row) => `row-${row}`).map((key) => (
            <Skeleton key={key} height={16} />
          ))}
        </div>
      ) : (
        <>
          {isWrong && (
            <p className={styles.assumed}>Some fields need another value first; this is the effect before them.</p>
          )}
          {error && <p className={styles.assumed}>{error.message}</p>}
          <FeasibilityBar plan={after} />
          <table className={styles.rows} data-behind={isBehind || undefined}>
            <thead>
              <tr>
                <th scope="col">
                  <span className={styles.hidden}>Figure</span>
                </th>
                {isChanged && <th scope="col">Saved</th>}
                <th scope="col">{isChanged ? 'Changed' : 'As saved'}</th>
              </tr>
            </thead>
            <tbody>
              {effectRows(before, after).map((row) => (
                <tr key={row.label} data-changed={row.before !== row.after || undefined}>
                  <th scope="row">{row.label}</th>
                  {isChanged && <td className="second">{row.before}</td>}
                  <td>
                    {row.after}
                    {(row.delta || row.isBetter !== null) && (
                      <span className={styles.delta} data-tone={row.isBetter ? 'green' : 'red'}>
                        <Shape tone={row.isBetter ? 'green' : 'red'} />{' '}
                        {row.delta ?? (row.isBetter ? 'better' : 'worse')}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className={styles.hidden} role="status">
            {isChanged && !isBehind ? summaryOf(effectRows(before, after)[0]) : ''}
          </p>
        </>
      )}
    </aside>
  )
}

/** Read aloud when the hand rests. */
function summaryOf({ after, delta }: { after: string; delta: string | null }): string {
  return `Finish ${after}${delta ? `, ${delta}` : ''}`
}
