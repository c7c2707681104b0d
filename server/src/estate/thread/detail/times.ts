import type { VmDetail } from '@portolan/contract/vms'
import { formulas } from '@portolan/engine/documents/methodology/formulas'
import { USED_BASIS_TITLES } from '@portolan/engine/documents/wording/names'
import { decimal } from '@portolan/engine/documents/wording/numbers'
import { duration, rate, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { FIX_WEIGHTS, familyOf, fixRate } from '@portolan/engine/schedule/fix-time'
import { EFFECTIVE_MODES, WAITS, type Wait } from '@portolan/engine/schedule/schedule'
import { finalDeltaShare } from '@portolan/engine/schedule/vm-times'
import type { View } from '../view.ts'

const MINUTES_PER_HOUR = 60
type Step = VmDetail['times'][number]

/** How the times of a row of `VmFacts` were reckoned: the formula of the methodology, and the same with its numbers. */
export function timesOf(view: View, vm: number): Step[] {
  const { facts, plan, settings } = view
  const { times, bandwidth } = plan
  const isWarm = EFFECTIVE_MODES[times.mode[vm]] === 'warm'
  const formulaOf = new Map(formulas(settings).map(({ id, formula }) => [id, formula]))
  const step = (label: string, formula: string, value: string, inputs: string): Step => ({
    ...{ label, value, inputs },
    formula: formulaOf.get(formula) ?? '',
  })
  const perHour = `${figure(bandwidth.effectiveGiBPerHour)} GiB/h`
  const fixes = duration(times.fixMinutes[vm] / MINUTES_PER_HOUR)
  return [
    step('Data in use', 'used-size', sizeOf(facts.usedGiB[vm]), USED_BASIS_TITLES[facts.usedBasis[vm]]),
    step(
      'Effective rate',
      'effective-rate',
      perHour,
      `${rate(bandwidth.bottleneckMbps)} × ${bandwidth.efficiency} = ${rate(bandwidth.effectiveMbps)}`,
    ),
    isWarm
      ? step(
          'Warm copy',
          'warm-copy',
          duration(times.copyHours[vm]),
          `${figure(facts.usedGiB[vm])} GiB × ${settings.resyncOverhead} ÷ ${perHour}`,
        )
      : step('Cold copy', 'cold-copy', duration(times.copyHours[vm]), `${figure(facts.coldGiB[vm])} GiB ÷ ${perHour}`),
    step(
      'Cut-over',
      'cutover',
      duration(times.cutoverHours[vm]),
      isWarm
        ? `${settings.cutoverBaseMinutes} min + ${figure(times.deltaGiB[vm])} GiB (${(finalDeltaShare(settings) * 100).toPrecision(2)} % of the data in use) ÷ ${perHour}`
        : `${settings.cutoverBaseMinutes} min, a cold move has no final delta`,
    ),
    step('Technical fixes', 'fix-time', fixes, fixInputs(view, vm)),
    step(
      'Downtime',
      'downtime',
      duration(times.downtimeHours[vm]),
      [...(isWarm ? [] : [duration(times.copyHours[vm])]), duration(times.cutoverHours[vm]), fixes].join(' + '),
    ),
  ]
}

function fixInputs({ facts, assessment, settings, plan, decisions }: View, vm: number): string {
  if (decisions.get(vm)?.fixMinutes !== undefined) return 'decided by a person'
  const subject = { facts, assessment, mode: EFFECTIVE_MODES[plan.times.mode[vm]], vm }
  const weights = FIX_WEIGHTS.flatMap(({ setting, what, times }) => {
    const n = times(subject)
    const minutes = settings.fixTime[setting]
    return n === 0 || minutes === 0 ? [] : [`${n > 1 ? `${n} × ` : ''}${minutes} (${what})`]
  })
  if (weights.length === 0) return 'nothing to expect'
  return `[${weights.join(' + ')}] × ${fixRate(settings.fixTime, familyOf(facts, vm))}`
}

const WHY_WAIT: Readonly<Record<Wait, string>> = {
  none: 'it did not have to wait',
  slot: 'it waited for a free slot',
  link: 'it waited for room on the link',
  day_end: 'what was left of the day was too short, so it waited for the next one',
  day_cap: 'the day had reached the target of VMs a day, so it waited for the next one',
}

/** Why a VM is scheduled when it is, or why it is not. */
export function whyThen({ plan }: View, vm: number): string {
  const { schedule } = plan
  const left = schedule.unscheduled.find((entry) => entry.vm === vm)
  if (left) return left.reason
  const copy = WHY_WAIT[WAITS[schedule.copyWait[vm]]]
  const cutover = WHY_WAIT[WAITS[schedule.cutoverWait[vm]]]
  return `VMs start by tenant, then priority, then the larger copy first. Copy: ${copy}. Cut-over: ${cutover}.`
}

function figure(value: number): string {
  return Number.isFinite(value) ? decimal(value, 2) : 'unknown'
}
