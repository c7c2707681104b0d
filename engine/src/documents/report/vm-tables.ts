import type { Severity } from '../../assessment/assessment.ts'
import { EFFECTIVE_MODES } from '../../schedule/schedule.ts'
import { minutes, minutesToHours } from '../../units.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { clockOf, weekdayOf } from '../wording/dates.ts'
import { POWER_TITLES } from '../wording/names.ts'
import { count, decimal, plural, significant, UNKNOWN } from '../wording/numbers.ts'
import { cutColumn, numberColumn, paragraph, riskCell, table, textColumn, toned } from './blocks.ts'
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
          textColumn('VM', 128),
          cutColumn('Tenant', 82),
          cutColumn('System', 100),
          textColumn('Move', 36),
          textColumn('Power', 56),
          numberColumn('Data', 50, 'GiB'),
          textColumn('Copy starts', 60),
          textColumn('Cut-over', 70),
          numberColumn('Copy', 38, 'h'),
          numberColumn('Fixes', 40, 'h'),
          numberColumn('Down', 40, 'h'),
          textColumn('Risk', 62),
        ],
        rows,
      }),
    ],
  }
}

function dayRow({ facts, plan, tenancy, assessment, zone }: AssessedEstate, vm: number, day: number): Cell[] {
  const { schedule, times } = plan
  const isCold = EFFECTIVE_MODES[times.mode[vm]] === 'cold'
  const start = clockOf(schedule.copyStart[vm], zone)
  const before = day - schedule.firstDay[vm]
  return [
    facts.texts[facts.name[vm]],
    tenancy.tenants[tenancy.tenantOf[vm]].name,
    facts.systems[facts.osOf[vm]].label,
    isCold ? toned('cold', 'blue') : 'warm',
    POWER_TITLES[facts.powerState[vm]],
    decimal(times.copyGiB[vm], 1),
    before > 0 ? `${start} −${before} d` : start,
    `${clockOf(schedule.cutoverStart[vm], zone)}–${clockOf(schedule.cutoverEnd[vm], zone)}`,
    decimal(times.copyHours[vm], 2),
    decimal(minutesToHours(minutes(times.fixMinutes[vm])), 2),
    decimal(times.downtimeHours[vm], 2),
    riskCell(assessment.category[vm]),
  ]
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
      const { name, orgVdc, vms } = tenancy.tenants[tenant]
      rows.push({ group: `${name}${orgVdc && orgVdc !== name ? ` / ${orgVdc}` : ''} · ${plural(vms, 'VM')}` })
    }
    rows.push(tenantRow(assessed, vm, main))
  }
  return {
    title: 'VMs by tenant',
    isWide: true,
    isAppendix: true,
    blocks: [
      paragraph(
        `${leftOut(chosen.length, facts.count, 'with the highest risk, then the largest', 'All VMs')}Main finding: the most severe, with the number of others.`,
      ),
      table({
        columns: [
          textColumn('VM', 128),
          cutColumn('System', 110),
          textColumn('Power', 56),
          numberColumn('vCPU', 36),
          numberColumn('Memory', 58, 'GiB'),
          numberColumn('Disks', 36),
          numberColumn('NICs', 34),
          numberColumn('In use', 56, 'GiB'),
          textColumn('Move', 36),
          numberColumn('Score', 36),
          textColumn('Risk', 64),
          cutColumn('Main finding', 140),
        ],
        rows,
      }),
    ],
  }
}

function tenantRow({ facts, assessment, plan }: AssessedEstate, vm: number, main: MainFindings): Cell[] {
  const rule = main.rule[vm]
  const others = main.count[vm] - 1
  return [
    facts.texts[facts.name[vm]],
    facts.systems[facts.osOf[vm]].label,
    POWER_TITLES[facts.powerState[vm]],
    count(facts.vcpus[vm]),
    decimal(facts.memoryGiB[vm], facts.memoryGiB[vm] < 10 && facts.memoryGiB[vm] % 1 !== 0 ? 1 : 0),
    count(facts.diskCount[vm]),
    count(facts.nicCount[vm]),
    decimal(facts.usedGiB[vm], 1),
    EFFECTIVE_MODES[plan.times.mode[vm]] === 'cold' ? toned('cold', 'blue') : 'warm',
    count(assessment.score[vm]),
    riskCell(assessment.category[vm]),
    rule === undefined ? toned(UNKNOWN, 'faint') : `${ruleWords(rule).title}${others > 0 ? ` +${others}` : ''}`,
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
