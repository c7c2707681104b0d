import { type Finding, SEVERITIES, type Severity } from '@portolan/engine/assessment/assessment'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { ruleWords } from '@portolan/engine/documents/report/rule-words'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import type { Screen } from '../terminal/blocks.ts'
import type { Tone } from '../terminal/palette.ts'
import { type TableCell, type TableColumn, tableLines } from '../terminal/table.ts'
import { textWidth, truncate } from '../terminal/width.ts'

export const SEVERITY_MARKS: Record<Severity, { readonly mark: string; readonly tone: Tone }> = {
  critical: { mark: '■', tone: 'red' },
  warning: { mark: '▲', tone: 'amber' },
  info: { mark: '●', tone: 'sea' },
}

const MOST_FINDINGS = 8
/** Indent, severity, count and the gaps between them. */
const FIXED_WIDTH = 2 + 10 + 2 + 7 + 2 + 2
const LEAST_REMEDY = 40

/** The findings that weigh most: critical before warnings, then by how many VMs. */
export function findingLines({ assessment }: AssessedEstate, screen: Screen): string[] {
  const ranked = rankedFindings(assessment.findings)
  const shown = ranked.slice(0, MOST_FINDINGS)
  if (shown.length === 0) return []
  const titles = shown.map(({ rule }) => ruleWords(rule).title)
  const left = screen.width - FIXED_WIDTH - Math.max(...titles.map(textWidth))
  const hasRemedy = left >= LEAST_REMEDY
  const columns: TableColumn[] = [
    { header: 'Findings' },
    { header: 'VMs', align: 'right' },
    { header: 'what', shrinks: true, least: 30 },
    ...(hasRemedy ? [{ header: 'what to do', shrinks: true }] : []),
  ]
  const rows = shown.map(({ rule, severity, vms }, i): (string | TableCell)[] => {
    const { mark, tone } = SEVERITY_MARKS[severity]
    const remedy: TableCell = { text: fittingClauses(ruleWords(rule).remedy, left), tone: 'faint' }
    return [{ text: `${mark} ${severity}`, tone }, count(vms.length), titles[i], ...(hasRemedy ? [remedy] : [])]
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

/** As many clauses as fit: half a sentence that is whole says more than a whole one cut off. */
function fittingClauses(text: string, width: number): string {
  if (textWidth(text) <= width) return text
  const ends = [...text.matchAll(/[;:.,](?= )/g)].map(({ index }) => index)
  const end = ends.filter((at) => textWidth(text.slice(0, at)) <= width).at(-1)
  return end === undefined ? truncate(text, width) : text.slice(0, end)
}
