import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { USED_BASIS_TITLES } from '@portolan/engine/documents/wording/names'
import { decimal, percent, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { duration, rate, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { UsedBasis } from '@portolan/engine/inventory/facts'
import { FIX_WEIGHTS, familyOf, fixRate } from '@portolan/engine/schedule/fix-time'
import { EFFECTIVE_MODES, type EffectiveMode } from '@portolan/engine/schedule/schedule'
import { finalDeltaShare, SHORTEST_CUTOVER } from '@portolan/engine/schedule/vm-times'

/** One figure that was computed: the formula, the same with its numbers, and what came out. */
export interface Step {
  readonly name: string
  /** As the methodology writes it. */
  readonly formula: string
  readonly numbers: string
  readonly value: number | null
  readonly unit: 'GiB' | 'h' | 'min' | '%' | 'GiB/h'
  readonly shown: string
}

const MINUTES_PER_HOUR = 60
const FIGURES = 2

/** How much there is to copy, and how much the VM uses of what it is given. */
export function sizeSteps({ facts }: AssessedEstate, vm: number): Step[] {
  const coverage = facts.usedCoverage[vm]
  const basis = facts.usedBasis[vm]
  const covered =
    basis === UsedBasis.partitions || Number.isNaN(coverage) ? '' : `; partitions cover ${percent(coverage * 100)}`
  return [
    size('Disk capacity', 'Σ vDisk, else vInfo', '', facts.diskCapacityGiB[vm]),
    size(
      'Data in use',
      'partitions → vInfo In Use → 0.6 × thin + thick',
      `${USED_BASIS_TITLES[basis]}${covered}`,
      facts.usedGiB[vm],
    ),
    size('Data of a cold copy', 'thick disks at capacity + data in use × thin share', '', facts.coldGiB[vm]),
    share('CPU usage', 'Overall ÷ (vCPUs × core speed of the host)', facts.cpuUsagePct[vm]),
    share('Memory usage', 'Active ÷ Size', facts.memoryUsagePct[vm]),
  ].filter((step) => step.value !== null)
}

/** The times of one VM with the whole link to itself. */
export function timeSteps(assessed: AssessedEstate, vm: number): Step[] {
  const { facts, plan, settings } = assessed
  const { times, bandwidth } = plan
  const mode = EFFECTIVE_MODES[times.mode[vm]]
  const speed = bandwidth.effectiveGiBPerHour
  const perHour = `${figure(speed)} GiB/h`
  const delta = figure(times.deltaGiB[vm])
  const isWarm = mode === 'warm'
  return [
    {
      name: 'Effective rate',
      formula: 'min(all constraints) × efficiency',
      numbers: `${rate(bandwidth.bottleneckMbps)} × ${bandwidth.efficiency} = ${rate(bandwidth.effectiveMbps)}`,
      value: speed,
      unit: 'GiB/h',
      shown: perHour,
    },
    isWarm
      ? hours(
          'Warm copy',
          'data in use × resync overhead ÷ effective rate',
          `${figure(facts.usedGiB[vm])} GiB × ${settings.resyncOverhead} ÷ ${perHour}`,
          times.copyHours[vm],
        )
      : hours(
          'Cold copy',
          'data of a cold copy ÷ effective rate',
          `${figure(facts.coldGiB[vm])} GiB ÷ ${perHour}`,
          times.copyHours[vm],
        ),
    hours(
      'Cut-over',
      `max(${duration(SHORTEST_CUTOVER)}, base + final delta ÷ effective rate)`,
      isWarm
        ? `${settings.cutoverBaseMinutes} min + ${delta} GiB (${(finalDeltaShare(settings) * 100).toPrecision(2)} % of the data in use) ÷ ${perHour}`
        : `${settings.cutoverBaseMinutes} min, a cold move has no final delta`,
      times.cutoverHours[vm],
    ),
    fixStep(assessed, vm, mode),
    hours(
      'Downtime',
      isWarm ? 'cut-over + fixes' : 'copy + cut-over + fixes',
      [
        ...(isWarm ? [] : [duration(times.copyHours[vm])]),
        duration(times.cutoverHours[vm]),
        minutesShown(times.fixMinutes[vm]),
      ].join(' + '),
      times.downtimeHours[vm],
    ),
  ]
}

function fixStep({ facts, assessment, settings, plan }: AssessedEstate, vm: number, mode: EffectiveMode): Step {
  const subject = { facts, assessment, mode, vm }
  const weights = FIX_WEIGHTS.flatMap(({ setting, what, times }) => {
    const n = times(subject)
    const minutes = settings.fixTime[setting]
    if (n === 0 || minutes === 0) return []
    return [`${n > 1 ? `${n} × ` : ''}${minutes} (${what})`]
  })
  const value = plan.times.fixMinutes[vm]
  return {
    name: 'Technical fixes',
    formula: 'Σ minutes × rate of the system',
    numbers:
      weights.length === 0
        ? 'nothing to expect'
        : `[${weights.join(' + ')}] × ${fixRate(settings.fixTime, familyOf(facts, vm))}`,
    value,
    unit: 'min',
    shown: minutesShown(value),
  }
}

function size(name: string, formula: string, numbers: string, value: number): Step {
  return { name, formula, numbers, value: known(value), unit: 'GiB', shown: sizeOf(value) }
}

function share(name: string, formula: string, value: number): Step {
  return { name, formula, numbers: '', value: known(value), unit: '%', shown: percent(value) }
}

function hours(name: string, formula: string, numbers: string, value: number): Step {
  return { name, formula, numbers, value: known(value), unit: 'h', shown: duration(value) }
}

function minutesShown(value: number): string {
  return duration(value / MINUTES_PER_HOUR)
}

function figure(value: number): string {
  return Number.isFinite(value) ? decimal(value, FIGURES) : UNKNOWN
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
