import { MIGRATION_MODES } from '../../assessment/assessment.ts'
import type { Settings } from '../../settings.ts'
import { mbps, mbpsToGibPerHour } from '../../units.ts'
import type { MigrationPlan } from '../migration.ts'
import type { PlanRequest } from '../plan-migration.ts'
import type { Problems } from './problem.ts'

/** What the checker itself reckons of one VM, from the inputs of the plan alone. */
export interface ExpectedVm {
  readonly isExcluded: boolean
  readonly isWarm: boolean
  readonly copyGiB: number
  readonly deltaGiB: number
  readonly copyHours: number
  readonly cutoverHours: number
  readonly fixMinutes: number
  readonly downtimeHours: number
}

/** GiB an hour of the whole link, written down a second time so that an error in one of the two shows. */
export function expectedRate(settings: Settings): number {
  return mbpsToGibPerHour(mbps(bottleneckMbps(settings) * settings.efficiency))
}

function bottleneckMbps(s: Settings): number {
  const rtt = { lt5: 1, '5-20': 0.9, '20-50': 0.75, '50-100': 0.55, gt100: 0.35 }
  const link = {
    local: Number.POSITIVE_INFINITY,
    cross_site_dedicated: (s.linkSpeedGbps ?? 1) * 1000,
    cross_site_internet:
      Math.min(s.sourceUploadMbps ?? 100, s.destDownloadMbps ?? 100) * (s.rttCategory ? rtt[s.rttCategory] : 1),
  }
  return Math.min(
    s.sourceNicSpeedGbps * 10 * s.sourceUsablePct,
    (link[s.topologyType] * s.linkUsablePct) / 100,
    s.agentCount * s.agentNicSpeedGbps * 10 * s.agentNicUsablePct,
    s.targetIngressSpeedGbps * 10 * s.targetUsablePct,
    s.storageWriteMBps * 8,
  )
}

export function expectedVms(request: PlanRequest): ExpectedVm[] {
  return Array.from({ length: request.facts.count }, (_, vm) => expectedVm(request, vm))
}

function expectedVm({ facts, assessment, settings, scope, decisions }: PlanRequest, vm: number): ExpectedVm {
  const decision = decisions?.get(vm)
  const isRed = assessment.category[vm] === 2
  const computed = MIGRATION_MODES[assessment.mode[vm]]
  const byRules = (computed === 'warm_eligible' || computed === 'warm_risky') && !(isRed && settings.redForcesCold)
  const isWarm = decision?.mode === undefined ? byRules : decision.mode === 'warm'

  const rate = expectedRate(settings)
  const copyGiB = isWarm ? facts.usedGiB[vm] * settings.resyncOverhead : facts.coldGiB[vm]
  const changed = (facts.usedGiB[vm] * settings.dailyChangeRatePct * settings.finalSyncHours) / 2400
  const deltaGiB = isWarm ? changed : 0
  const copyHours = copyGiB / rate
  const cutoverHours = Math.max(0.25, settings.cutoverBaseMinutes / 60 + deltaGiB / rate)
  const fixMinutes =
    decision?.fixMinutes ?? modelledFixMinutes({ facts, settings }, vm, isWarm, assessment.category[vm])
  const downtimeHours = cutoverHours + fixMinutes / 60 + (isWarm ? 0 : copyHours)
  const isExcluded = scope.inScope[vm] === 0
  return { isExcluded, isWarm, copyGiB, deltaGiB, copyHours, cutoverHours, fixMinutes, downtimeHours }
}

function modelledFixMinutes(
  { facts, settings: { fixTime } }: Pick<PlanRequest, 'facts' | 'settings'>,
  vm: number,
  isWarm: boolean,
  category: number,
): number {
  const { family } = facts.systems[facts.osOf[vm]].product
  let minutes = [0, fixTime.yellowMinutes, fixTime.redMinutes][category]
  if (family === 'windows') minutes += fixTime.windowsMinutes
  if (family === 'unknown') minutes += fixTime.unknownOsMinutes
  if (!isWarm) minutes += fixTime.coldMinutes
  if (facts.snapshotCount[vm] >= 1) minutes += fixTime.snapshotMinutes
  if (facts.diskCount[vm] >= 2) minutes += (facts.diskCount[vm] - 1) * fixTime.extraDiskMinutes
  if (facts.nicCount[vm] >= 2) minutes += (facts.nicCount[vm] - 1) * fixTime.extraNicMinutes
  const rates = { windows: fixTime.windowsRate, linux: fixTime.linuxRate, other: fixTime.otherRate }
  return minutes * (fixTime.globalRate ?? rates[family === 'unknown' ? 'other' : family])
}

/** Bandwidth and the times of every VM against the checker's own. */
export function checkFigures(request: PlanRequest, plan: MigrationPlan, expected: readonly ExpectedVm[], to: Problems) {
  to.compare('bandwidth', 'Bottleneck', plan.bandwidth.bottleneckMbps, bottleneckMbps(request.settings))
  to.compare('bandwidth', 'Effective rate', plan.bandwidth.effectiveGiBPerHour, expectedRate(request.settings))
  const { times } = plan
  expected.forEach((one, vm) => {
    const place = { vm }
    if ((times.mode[vm] === 0) !== one.isWarm) to.add('times', 'The mode is not the effective one', place)
    to.compare('times', 'Copy size', times.copyGiB[vm], one.copyGiB, place)
    to.compare('times', 'Final sync', times.deltaGiB[vm], one.deltaGiB, place)
    to.compare('times', 'Copy time', times.copyHours[vm], one.copyHours, place)
    to.compare('times', 'Cut-over time', times.cutoverHours[vm], one.cutoverHours, place)
    to.compare('times', 'Fix time', times.fixMinutes[vm], one.fixMinutes, place)
    to.compare('times', 'Downtime', times.downtimeHours[vm], one.downtimeHours, place)
  })
}
