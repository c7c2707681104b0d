import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { duration, rate } from '@portolan/engine/documents/wording/sizes'
import { FIX_WEIGHTS, familyOf, fixRate } from '@portolan/engine/schedule/fix-time'
import { EFFECTIVE_MODES, type EffectiveMode } from '@portolan/engine/schedule/schedule'
import { finalDeltaShare, SHORTEST_CUTOVER } from '@portolan/engine/schedule/vm-times'
import { figure, hours, minutesShown, type Step } from './steps.ts'

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
