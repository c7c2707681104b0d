import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { PlanAnswer } from '@portolan/contract/plan'
import { IconArrowLeft, IconChartBar, IconTable } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { type Bucket, bucketsOf } from './buckets.ts'
import { DaysTable } from './days-table.tsx'
import styles from './plan.module.css'
import { monthText, scheduleTitle } from './plan-words.ts'
import { ScheduleChart } from './schedule-chart.tsx'

interface ScheduleSectionProps {
  readonly plan: PlanAnswer
  /** `2026-06`, `2026`, or '' for the whole plan. */
  readonly within: string
  readonly onWithin: (within: string) => void
  readonly onDay: (date: string) => void
  readonly isPrinting: boolean
}

/** A bar narrower than this cannot be told from the next. */
const THINNEST_BAR = 5
/** A4 in pixels of its own: labels keep the size of the text beside them. */
const PAPER_WIDTH = 680

export function ScheduleSection({ plan, within, onWithin, onDay, isPrinting }: ScheduleSectionProps) {
  const { ref, width: onScreen } = useElementSize<HTMLElement>()
  const width = isPrinting ? PAPER_WIDTH : onScreen
  const [isTable, setTable] = useState(false)
  const rate = plan.bandwidth.effectiveGiBPerHour
  const most = Math.max(24, Math.floor((width - 72) / THINNEST_BAR))
  const buckets = useMemo(() => bucketsOf(plan.days, rate, within, most), [plan.days, rate, within, most])
  const pick = ({ key }: Bucket) => (key.length === 10 ? onDay(key) : onWithin(key))
  return (
    <section ref={ref} aria-labelledby="schedule" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="schedule">{scheduleTitle(plan)}</h2>
        {within && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowLeft size={14} />}
            onClick={() => onWithin(within.length === 7 && spansYears(plan) ? within.slice(0, 4) : '')}
          >
            {monthText(within)}: back to{' '}
            {within.length === 7 && spansYears(plan) ? within.slice(0, 4) : 'the whole plan'}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={isTable ? <IconChartBar size={14} /> : <IconTable size={14} />}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? 'Show as picture' : 'Show as table'}
        </Button>
      </div>
      {isTable && !isPrinting ? (
        <DaysTable days={plan.days} onDay={onDay} />
      ) : (
        <ScheduleChart
          buckets={buckets}
          vms={plan.totals.vms}
          deadline={plan.deadline.deadline}
          paperWidth={isPrinting ? PAPER_WIDTH : undefined}
          onPick={pick}
        />
      )}
    </section>
  )
}

/** Whether the whole plan is drawn by the year, so that the way back from a month leads there. */
function spansYears({ days }: PlanAnswer): boolean {
  return new Set(days.map((day) => day.date.slice(0, 7))).size > 240
}
