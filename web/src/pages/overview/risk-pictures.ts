import type { Stats } from '@portolan/contract/inventory'
import { type Mark, RISK_MARKS } from '@portolan/engine/documents/charts/colours'
import { horizontalBars } from '@portolan/engine/documents/charts/horizontal-bars'
import { stackedBar } from '@portolan/engine/documents/charts/stacked-bar'
import { agree, count, plural, share } from '@portolan/engine/documents/wording/numbers'
import { textOf } from '../vms/vm-filter.ts'
import { type Picture, pickOf, sumOf } from './picture.ts'

/** How many VMs are GREEN, YELLOW and RED. */
export function riskPicture({ risk }: Stats): Picture {
  const total = sumOf(risk.map(({ vms }) => vms))
  const red = risk.find(({ key }) => key === 'RED')?.vms ?? 0
  const yellow = risk.find(({ key }) => key === 'YELLOW')?.vms ?? 0
  const title =
    red > 0
      ? `${plural(red, 'VM')} of ${count(total)} ${agree(red, 'is', 'are')} RED`
      : yellow > 0
        ? `No VM is RED; ${count(yellow)} of ${count(total)} ${agree(yellow, 'is', 'are')} YELLOW`
        : 'Every VM is GREEN'
  const parts = risk.map(({ label, vms }, i) => ({ label, value: vms, mark: RISK_MARKS[i] }))
  return {
    id: 'risk',
    title,
    draw: (width) => stackedBar(parts, width),
    table: sharesTable('Risk', risk, total),
    picks: risk.map(({ key, label, vms }) => pickOf(label, vms, { risk: key, sort: '-score' })),
  }
}

const MODE_PARTS: Readonly<Record<string, { readonly mark: Mark; readonly texture?: 'hatch' }>> = {
  warm_eligible: { mark: 'blue' },
  warm_risky: { mark: 'amber' },
  cold_required: { mark: 'slate', texture: 'hatch' },
  unknown: { mark: 'grey' },
}

/** How VMs can move, as the export tells; cold is hatched everywhere. */
export function modePicture({ mode }: Stats): Picture {
  const total = sumOf(mode.map(({ vms }) => vms))
  const cold = mode.find(({ key }) => key === 'cold_required')?.vms ?? 0
  const unknown = mode.find(({ key }) => key === 'unknown')?.vms ?? 0
  const title =
    cold > 0
      ? `${plural(cold, 'VM')} of ${count(total)} can only move cold`
      : 'No VM needs a cold move for its whole copy'
  return {
    id: 'mode',
    title,
    draw: (width) =>
      stackedBar(
        mode.map(({ key, label, vms }) => ({ label, value: vms, ...MODE_PARTS[key] })),
        width,
      ),
    table: sharesTable('Mode', mode, total),
    picks: mode.map(({ key, label, vms }) => pickOf(label, vms, { mode: key })),
    note:
      unknown > 0
        ? `${plural(unknown, 'VM')} of unknown mode ${agree(unknown, 'moves', 'move')} cold until decided.`
        : undefined,
  }
}

const SEVERITY_MARKS: Readonly<Record<string, Mark>> = { critical: 'red', warning: 'amber', info: 'blue' }

/** The findings that weigh most, by severity, then by number of VMs. */
export function findingsPicture({ findings }: Stats): Picture | null {
  const [first] = findings
  if (!first) return null
  const critical = findings.filter(({ severity }) => severity === 'critical')
  const title =
    critical.length === 0
      ? `No rule fired as critical; ${first.title.toLowerCase()} on ${plural(first.vms, 'VM')}`
      : `${plural(critical.length, 'critical finding')}; the widest: ${widest(critical).title.toLowerCase()} on ${plural(widest(critical).vms, 'VM')}`
  return {
    id: 'findings',
    title,
    draw: (width) =>
      horizontalBars(
        findings.map(({ title: label, severity, vms }) => ({
          label,
          parts: [{ value: vms, mark: SEVERITY_MARKS[severity] ?? 'grey' }],
          value: count(vms),
        })),
        width,
      ),
    table: {
      head: ['Finding', 'Severity', 'VMs'],
      rows: findings.map(({ title: label, severity, vms }) => [label, severity, count(vms)]),
    },
    picks: findings.map(({ rule, title: what, vms }) => pickOf(what, vms, { rule: textOf([rule]), sort: '-score' })),
  }
}

function widest<Row extends { readonly vms: number }>(rows: readonly Row[]): Row {
  return rows.reduce((most, row) => (row.vms > most.vms ? row : most))
}

export function sharesTable(what: string, shares: readonly { label: string; vms: number }[], total: number) {
  return {
    head: [what, 'VMs', 'Share'],
    rows: shares.map(({ label, vms }) => [label, count(vms), total > 0 ? share(vms / total) : share(0)]),
  }
}
