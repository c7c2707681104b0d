import { MARK_FILLS } from '@portolan/engine/documents/charts/colours'
import { axisTo } from '@portolan/engine/documents/charts/scale'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { count } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { type Bucket, placeOf } from './buckets.ts'
import { monthText } from './plan-words.ts'

/** What the picture of the schedule is made of: three lanes over one time. Lengths are pixels. */

export const LEFT = 64
export const RIGHT = 8
const TOP = 18
const BOTTOM = 20
const GAP = 26
const LANES = [
  { id: 'done', title: 'VMs done', height: 64 },
  { id: 'cutovers', title: 'Cut over', height: 64 },
  { id: 'copied', title: 'Copied', height: 64 },
] as const
export const HEIGHT = TOP + LANES.reduce((sum, lane) => sum + lane.height + GAP, 0) - GAP + BOTTOM
const WIDEST_BAR = 36
/** Below the name of the first lane. */
const TITLE_ROOM = 66
const GIB_PER_TIB = 1024

interface LaneProps {
  readonly buckets: readonly Bucket[]
  readonly x: (index: number) => number
  readonly right: number
}

const topOf = (lane: number): number => TOP + LANES.slice(0, lane).reduce((sum, { height }) => sum + height + GAP, 0)

export function DoneLane({ buckets, x, right }: LaneProps) {
  const scale = scaleOf(0, buckets.at(-1)?.done ?? 0)
  const before = buckets[0] ? buckets[0].done - buckets[0].warmVms - buckets[0].coldVms : 0
  const points = buckets.map((bucket, index) => `L${x(index + 1)} ${scale.y(bucket.done)}`).join('')
  const line = `M${x(0)} ${scale.y(before)}${points}`
  return (
    <g>
      <Grid lane={0} scale={scale} right={right} tick={count} />
      <path
        d={`${line}L${x(buckets.length)} ${scale.floor}L${x(0)} ${scale.floor}Z`}
        fill={MARK_FILLS.blue}
        fillOpacity="0.14"
      />
      <path d={line} fill="none" stroke={MARK_FILLS.blue} strokeWidth="2" strokeLinejoin="round" />
    </g>
  )
}

export function CutoverLane({ buckets, x, step, right, hatch }: LaneProps & { step: number; hatch: string }) {
  const scale = scaleOf(1, Math.max(1, ...buckets.map(({ warmVms, coldVms }) => warmVms + coldVms)))
  return (
    <g>
      <Grid lane={1} scale={scale} right={right} tick={count} note="warm, and cold hatched" />
      {buckets.map((bucket, index) => {
        const { left, width } = barOf(x(index), step)
        const coldTop = scale.y(bucket.coldVms)
        const top = scale.y(bucket.warmVms + bucket.coldVms)
        return (
          <g key={bucket.key}>
            <rect x={left} y={top} width={width} height={scale.floor - top} fill={MARK_FILLS.blue} />
            <rect x={left} y={coldTop} width={width} height={scale.floor - coldTop} fill={hatch} />
          </g>
        )
      })}
    </g>
  )
}

export function CopiedLane({ buckets, x, step, right }: LaneProps & { step: number }) {
  const most = Math.max(1, ...buckets.map(({ transferGiB, capacityGiB }) => Math.max(transferGiB, capacityGiB)))
  const unit = most < GIB_PER_TIB * 2 ? 1 : GIB_PER_TIB
  const scale = scaleOf(2, most, unit)
  const full = buckets.map(
    (bucket, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${scale.y(bucket.capacityGiB)}H${x(index + 1)}`,
  )
  return (
    <g>
      <Grid
        lane={2}
        scale={scale}
        right={right}
        tick={(size) => (size === 0 ? '0' : sizeOf(size))}
        note="the dashed line is a full link"
      />
      {buckets.map((bucket, index) => {
        const { left, width } = barOf(x(index), step)
        const top = scale.y(bucket.transferGiB)
        return (
          <rect key={bucket.key} x={left} y={top} width={width} height={scale.floor - top} fill={MARK_FILLS.slate} />
        )
      })}
      <path d={full.join('')} fill="none" stroke="var(--second-ink)" strokeDasharray="4 3" />
    </g>
  )
}

interface Scale {
  readonly y: (value: number) => number
  readonly floor: number
  readonly ticks: readonly number[]
}

/** Ticks are round in `unit`. */
function scaleOf(lane: number, most: number, unit = 1): Scale {
  const axis = axisTo(most / unit, 2)
  const floor = topOf(lane) + LANES[lane].height
  return {
    y: (value) => floor - (value / unit / axis.max) * LANES[lane].height,
    floor,
    ticks: axis.ticks.map((tick) => tick * unit),
  }
}

function barOf(from: number, step: number) {
  const width = Math.min(WIDEST_BAR, Math.max(1, step * (step < 6 ? 0.9 : 0.72)))
  return { left: from + (step - width) / 2, width }
}

interface GridProps {
  readonly lane: number
  readonly scale: Scale
  readonly right: number
  readonly tick: (value: number) => string
  readonly note?: string
}

function Grid({ lane, scale, right, tick, note }: GridProps) {
  return (
    <g fontSize="12">
      <text x={LEFT} y={topOf(lane) - 6} fontWeight="600" fill="var(--ink)">
        {LANES[lane].title}
        {note && (
          <tspan fontWeight="400" fill="var(--second-ink)">
            {'  '}
            {note}
          </tspan>
        )}
      </text>
      {scale.ticks.map((value) => (
        <g key={value}>
          <line
            x1={LEFT}
            x2={right}
            y1={scale.y(value)}
            y2={scale.y(value)}
            stroke={value === 0 ? 'var(--control-border)' : 'var(--hairline)'}
          />
          <text x={LEFT - 8} y={scale.y(value) + 4} textAnchor="end" fill="var(--second-ink)">
            {tick(value)}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Names of the bars below, as many as fit: where a month begins among days, else each bar's own. */
export function Places({ buckets, x }: Pick<LaneProps, 'buckets' | 'x'>) {
  const isDays = buckets[0]?.key.length === 10
  let last = Number.NEGATIVE_INFINITY
  return (
    <g fontSize="12" fill="var(--second-ink)">
      {buckets.map(({ key }, index) => {
        const isFirstOfMonth = index === 0 || buckets[index - 1].key.slice(0, 7) !== key.slice(0, 7)
        const isShort = buckets.length <= 31
        if (isDays && !isShort && !isFirstOfMonth) return null
        if (x(index) - last < (isDays && isShort ? 52 : 70)) return null
        last = x(index)
        const text = isDays
          ? isShort
            ? dayOf(key).split(' ').slice(0, 2).join(' ')
            : monthText(key.slice(0, 7))
          : monthText(key)
        return (
          <g key={key}>
            <line
              x1={x(index)}
              x2={x(index)}
              y1={HEIGHT - BOTTOM}
              y2={HEIGHT - BOTTOM + 5}
              stroke="var(--control-border)"
            />
            <text x={x(index) + 3} y={HEIGHT - 4}>
              {text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

export function Deadline({ buckets, deadline, x, right }: LaneProps & { deadline: string }) {
  const place = placeOf(buckets, deadline)
  if (place === null) return null
  const at = x(place)
  const isRight = at > right - 150
  return (
    <g fontSize="12">
      <line x1={at} x2={at} y1={6} y2={HEIGHT - BOTTOM} stroke="var(--ink)" strokeDasharray="2 2" />
      <text
        x={isRight ? at - 5 : Math.max(at + 5, LEFT + TITLE_ROOM)}
        y={11}
        textAnchor={isRight ? 'end' : 'start'}
        fontWeight="600"
        fill="var(--ink)"
      >
        deadline {dayOf(deadline)}
      </text>
    </g>
  )
}
