import { useElementSize } from '@mantine/hooks'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Bucket } from './buckets.ts'
import styles from './plan.module.css'
import { bucketText } from './plan-words.ts'
import { CopiedLane, CutoverLane, Deadline, DoneLane, HEIGHT, LEFT, Places, RIGHT } from './schedule-lanes.tsx'

interface ScheduleChartProps {
  readonly buckets: readonly Bucket[]
  readonly vms: number
  readonly deadline: string
  /** On paper, where nothing can be measured. */
  readonly paperWidth?: number
  /** A day leads to its VMs, a month or a year to its days. */
  readonly onPick: (bucket: Bucket) => void
}

/**
 * The schedule in three lanes over one time: how many VMs are done, what is cut over, and what is copied against what the
 * link can carry. Arrows move along the bars, Enter opens one.
 */
export function ScheduleChart({ buckets, vms, deadline, paperWidth, onPick }: ScheduleChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const [active, setActive] = useState<number | null>(null)
  const id = useId()
  const right = (paperWidth ?? Math.max(320, width)) - RIGHT
  const step = (right - LEFT) / Math.max(1, buckets.length)
  const x = (index: number) => LEFT + index * step
  const focused = Math.min(active ?? 0, buckets.length - 1)
  const move = (event: KeyboardEvent) => {
    const to = { ArrowRight: focused + 1, ArrowLeft: focused - 1, Home: 0, End: buckets.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = Math.min(Math.max(to, 0), buckets.length - 1)
    setActive(next)
    event.currentTarget.querySelectorAll<HTMLElement>('button')[next]?.focus()
  }
  const shown = active === null ? null : buckets[focused]
  return (
    <div className={styles.chart}>
      <div ref={ref} className={styles.drawing}>
        <svg viewBox={`0 0 ${right + RIGHT} ${HEIGHT}`} width="100%" role="img" aria-label={altOf(buckets, vms)}>
          <defs>
            <pattern id={id} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="2" height="4" fill="var(--surface)" fillOpacity="0.75" />
            </pattern>
          </defs>
          <DoneLane buckets={buckets} x={x} right={right} />
          <CutoverLane buckets={buckets} x={x} step={step} right={right} hatch={`url(#${id})`} />
          <CopiedLane buckets={buckets} x={x} step={step} right={right} />
          <Places buckets={buckets} x={x} />
          <Deadline buckets={buckets} deadline={deadline} x={x} right={right} />
        </svg>
        {/* One stop for the Tab key; arrows move on. */}
        <fieldset className={styles.bars} onKeyDown={move} onMouseLeave={() => setActive(null)}>
          <legend className={styles.hidden}>Days of the schedule</legend>
          {buckets.map((bucket, index) => (
            <button
              key={bucket.key}
              type="button"
              tabIndex={index === focused ? 0 : -1}
              aria-label={`${bucketText(bucket)}: ${bucket.key.length === 10 ? 'show its VMs' : 'show its days'}`}
              data-active={index === active || undefined}
              style={{ left: `${(x(index) / (right + RIGHT)) * 100}%`, width: `${(step / (right + RIGHT)) * 100}%` }}
              onMouseEnter={() => setActive(index)}
              onFocus={() => setActive(index)}
              onBlur={() => setActive(null)}
              onClick={() => onPick(bucket)}
            />
          ))}
        </fieldset>
      </div>
      <p className={styles.told}>
        {shown ? bucketText(shown) : <span className="second">A bar says what happens; a click shows the VMs.</span>}
      </p>
    </div>
  )
}

function altOf(buckets: readonly Bucket[], vms: number): string {
  const unit = buckets[0]?.key.length === 10 ? 'day' : buckets[0]?.key.length === 7 ? 'month' : 'year'
  return `${plural(buckets.length, unit)} of the schedule, ${count(buckets.at(-1)?.done ?? 0)} of ${plural(vms, 'VM')} done at the end`
}
