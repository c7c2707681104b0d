import type { Severity } from '../../assessment/assessment.ts'
import { PowerState } from '../../inventory/estate.ts'
import { EFFECTIVE_MODES } from '../../schedule/schedule.ts'
import { tenantLabel } from '../../tenancy/tenancy.ts'
import { minutes, minutesToHours } from '../../units.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { clockOf, weekdayOf } from '../wording/dates.ts'
import { POWER_TITLES } from '../wording/names.ts'
import { count, decimal, plural, significant, UNKNOWN } from '../wording/numbers.ts'
import { cutColumn, numberColumn, paragraph, riskCell, table, textColumn, toned } from './blocks.ts'
import { shortSystemName } from './operating-systems.ts'
import type { Cell, Section, TableRow } from './report.ts'
import { ruleWords } from './rule-words.ts'

/** Every VM in the order of its cut-over, day by day: what the people on duty work from. */
export function vmsByDay(assessed: AssessedEstate, vmRows: number): Section {
  const { plan, facts, zone } = assessed
  const rows: TableRow[] = []
  let listed = 0
  for (const [index, day] of plan.schedule.days.entries()) {
    if (day.migrated.length === 0) continue
    if (listed >= vmRows) break
    const shown = day.migrated.slice(0, vmRows - listed)
    listed += shown.length
    rows.push({
      group: `${weekdayOf(day.date)} · day ${day.number} · ${plural(day.migrated.length, 'VM')} cut over · ${significant(day.transferGiB)} GiB copied`,
    })
    for (const vm of shown) rows.push(dayRow(assessed, vm, index))
  }
  return {
    title: 'VMs by day of cut-over',
    isWide: true,
    isAppendix: true,
    blocks: [
      paragraph(
        `${leftOut(listed, facts.count - plan.schedule.unscheduled.length, 'first by date', 'Daily schedule')}Times are on the clock of ${zone.zone}.`,
      ),
      table({
        columns: [
          textColumn('VM', 118),
          cutColumn('Tenant', 72),
          cutColumn('System', 121),
          textColumn('Move', 84),
          numberColumn('Data', 50, 'GiB'),
          textColumn('Copy starts', 60),
          textColumn('Cut-over', 66),
          numberColumn('Copy', 40, 'h'),
          numberColumn('Fixes', 40, 'h'),
          numberColumn('Down', 42, 'h'),
          textColumn('Risk', 62),
        ],
        rows,
      }),
    ],
  }
}

function dayRow(assessed: AssessedEstate, vm: number, day: number): Cell[] {
  const { facts, plan, tenancy, assessment, zone } = assessed
  const { schedule, times } = plan
  const start = clockOf(schedule.copyStart[vm], zone)
  const before = day - schedule.firstDay[vm]
  return [
    facts.texts[facts.name[vm]],
    tenancy.tenants[tenancy.tenantOf[vm]].name,
    shortSystemName(facts.systems[facts.osOf[vm]].product),
    moveCell(assessed, vm),
    decimal(times.copyGiB[vm], 1),
    before > 0 ? `${start} −${before} d` : start,
    `${clockOf(schedule.cutoverStart[vm], zone)}–${clockOf(schedule.cutoverEnd[vm], zone)}`,
    decimal(times.copyHours[vm], 2),
    decimal(minutesToHours(minutes(times.fixMinutes[vm])), 2),
    decimal(times.downtimeHours[vm], 2),
    riskCell(assessment.category[vm]),
  ]
}

/** `warm`, `cold`, `cold, off`: a VM that is on when it moves cold is shut down for it, the others need no window. */
function moveCell({ facts, plan }: AssessedEstate, vm: number): Cell {
  const mode = EFFECTIVE_MODES[plan.times.mode[vm]]
  const state = facts.powerState[vm]
  if (mode === 'warm') return mode
  return toned(state === PowerState.poweredOn ? mode : `${mode}, ${POWER_TITLES[state]}`, 'blue')
}

/** Every VM under its tenant: size, system, risk and what was found. */
export function vmsByTenant(assessed: AssessedEstate, vmRows: number): Section {
  const { facts, tenancy, assessment } = assessed
  const chosen = chosenVms(assessed, vmRows)
  const order = [...chosen].sort(
    (a, b) => tenancy.tenantOf[a] - tenancy.tenantOf[b] || assessment.score[b] - assessment.score[a] || a - b,
  )
  const main = mainFindings(assessed)
  const rows: TableRow[] = []
  let tenant = -1
  for (const vm of order) {
    if (tenancy.tenantOf[vm] !== tenant) {
      tenant = tenancy.tenantOf[vm]
      const owner = tenancy.tenants[tenant]
      rows.push({ group: `${tenantLabel(owner)} · ${plural(owner.vms, 'VM')}` })
    }
    rows.push(tenantRow(assessed, vm, main))
  }
  return {
    title: 'VMs by tenant',
    isWide: true,
    isAppendix: true,
    blocks: [
      paragraph(
        `${leftOut(chosen.length, facts.count, 'with the highest risk, then the largest', 'All VMs')}Main finding: the most severe of the findings.`,
      ),
      table({
        columns: [
          textColumn('VM', 116),
          cutColumn('System', 121),
          textColumn('Move', 84),
          numberColumn('vCPU', 34),
          numberColumn('Memory', 44, 'GiB'),
          numberColumn('Disks', 34),
          numberColumn('In use', 56, 'GiB'),
          numberColumn('Score', 34),
          textColumn('Risk', 62),
          numberColumn('Findings', 48),
          cutColumn('Main finding', 118),
        ],
        rows,
      }),
    ],
  }
}

function tenantRow(assessed: AssessedEstate, vm: number, main: MainFindings): Cell[] {
  const { facts, assessment } = assessed
  const rule = main.rule[vm]
  return [
    facts.texts[facts.name[vm]],
    shortSystemName(facts.systems[facts.osOf[vm]].product),
    moveCell(assessed, vm),
    count(facts.vcpus[vm]),
    decimal(facts.memoryGiB[vm], facts.memoryGiB[vm] < 10 && facts.memoryGiB[vm] % 1 !== 0 ? 1 : 0),
    count(facts.diskCount[vm]),
    decimal(facts.usedGiB[vm], 1),
    count(assessment.score[vm]),
    riskCell(assessment.category[vm]),
    count(main.count[vm]),
    rule === undefined ? toned(UNKNOWN, 'faint') : ruleWords(rule).title,
  ]
}

interface MainFindings {
  readonly rule: readonly (string | undefined)[]
  readonly count: Uint16Array
}

const RANK: Readonly<Record<Severity, number>> = { critical: 3, warning: 2, info: 1 }

/** Of each VM the most severe finding, the first in the rule table of equals, and how many there are. */
function mainFindings({ facts, assessment }: AssessedEstate): MainFindings {
  const rule: (string | undefined)[] = new Array(facts.count)
  const rank = new Uint8Array(facts.count)
  const number = new Uint16Array(facts.count)
  for (const finding of assessment.findings) {
    for (const vm of finding.vms) {
      number[vm]++
      if (RANK[finding.severity] <= rank[vm]) continue
      rank[vm] = RANK[finding.severity]
      rule[vm] = finding.rule
    }
  }
  return { rule, count: number }
}

/** All VMs, or the riskiest and then largest where there are too many for paper. */
function chosenVms({ facts, assessment }: AssessedEstate, vmRows: number): number[] {
  const all = Array.from({ length: facts.count }, (_, vm) => vm)
  if (all.length <= vmRows) return all
  const size = (vm: number) => facts.usedGiB[vm] || 0
  return all.sort((a, b) => assessment.score[b] - assessment.score[a] || size(b) - size(a) || a - b).slice(0, vmRows)
}

function leftOut(listed: number, total: number, order: string, tab: string): string {
  if (listed >= total) return ''
  return `${count(listed)} of ${plural(total, 'VM')}, those ${order}; the other ${count(total - listed)} are in the workbook, tab ${tab}. `
}
