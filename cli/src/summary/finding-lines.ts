import { type Finding, SEVERITIES, type Severity } from '@portolan/engine/assessment/assessment'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { ruleWords } from '@portolan/engine/documents/report/rule-words'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import type { Screen } from '../terminal/blocks.ts'
import type { Tone } from '../terminal/palette.ts'
import { type TableCell, type TableColumn, tableLines } from '../terminal/table.ts'

export const SEVERITY_MARKS: Record<Severity, { readonly mark: string; readonly tone: Tone }> = {
  critical: { mark: '■', tone: 'red' },
  warning: { mark: '▲', tone: 'amber' },
  info: { mark: '●', tone: 'sea' },
}

const MOST_FINDINGS = 8
const REMEDY_FROM_WIDTH = 110

/** The findings that weigh most: critical before warnings, then by how many VMs. */
export function findingLines({ assessment }: AssessedEstate, screen: Screen): string[] {
  const ranked = rankedFindings(assessment.findings)
  const shown = ranked.slice(0, MOST_FINDINGS)
  if (shown.length === 0) return []
  const hasRemedy = screen.width >= REMEDY_FROM_WIDTH
  const columns: TableColumn[] = [
    { header: 'Findings' },
    { header: 'VMs', align: 'right' },
    { header: 'what' },
    ...(hasRemedy ? [{ header: 'what to do', shrinks: true, least: 20 }] : []),
  ]
  columns[2] = { ...columns[2], shrinks: true, least: 30 }
  const rows = shown.map(({ rule, severity, vms }): (string | TableCell)[] => {
    const { mark, tone } = SEVERITY_MARKS[severity]
    const { title, remedy } = ruleWords(rule)
    return [
      { text: `${mark} ${severity}`, tone },
      count(vms.length),
      title,
      ...(hasRemedy ? [{ text: remedy, tone: 'faint' as const }] : []),
    ]
  })
  const more = ranked.length - shown.length
  const rest =
    more > 0 ? [`  ${screen.paint('faint', `… and ${plural(more, 'more rule', 'more rules')} that fired`)}`] : []
  return [...tableLines(columns, rows, screen), ...rest]
}

export function rankedFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      b.vms.length - a.vms.length ||
      (a.rule < b.rule ? -1 : 1),
  )
}
