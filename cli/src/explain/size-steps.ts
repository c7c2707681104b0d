import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { USED_BASIS_TITLES } from '@portolan/engine/documents/wording/names'
import { percent } from '@portolan/engine/documents/wording/numbers'
import { type Estate, Flag } from '@portolan/engine/inventory/estate'
import { UsedBasis } from '@portolan/engine/inventory/facts'
import { figure, type Step, size } from './steps.ts'

/** How much there is to copy. */
export function sizeSteps({ estate, facts }: AssessedEstate, row: number): Step[] {
  const coverage = facts.usedCoverage[row]
  const isPartial = facts.usedBasis[row] !== UsedBasis.partitions && !Number.isNaN(coverage)
  const covered = isPartial ? `; partitions cover only ${percent(coverage * 100)} of the capacity` : ''
  const vm = facts.vm[row]
  return [
    size('Disk capacity', 'Σ vDisk, else what vInfo says', '', facts.diskCapacityGiB[row]),
    size(
      'Data in use',
      'partitions → vInfo In Use → 0.6 × thin + thick capacity',
      `${USED_BASIS_TITLES[facts.usedBasis[row]]}${covered}`,
      facts.usedGiB[row],
    ),
    size(
      'Data of a cold copy',
      'thick disks at capacity + data in use × thin share of the capacity',
      coldNumbers(facts.diskCapacityGiB[row], thinGiB(estate, vm), facts.usedGiB[row]),
      facts.coldGiB[row],
    ),
  ].filter((step) => step.value !== null)
}

function thinGiB({ disks }: Estate, vm: number): number {
  let thin = 0
  for (let disk = disks.start[vm]; disk < disks.start[vm + 1]; disk++) {
    if (disks.thin[disk] === Flag.yes) thin += disks.capacityGiB[disk] || 0
  }
  return thin
}

function coldNumbers(capacity: number, thin: number, used: number): string {
  if (thin === 0) return `${figure(capacity)} GiB, none of it thin`
  return `${figure(capacity - thin)} GiB + ${figure(used)} GiB × ${figure(thin / capacity)}`
}
