import type { Finding, Severity } from '../../assessment/assessment.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import type { Mark } from '../charts/colours.ts'
import { horizontalBars } from '../charts/horizontal-bars.ts'
import { SEVERITY_TITLES } from '../wording/names.ts'
import { agree, count, plural, share } from '../wording/numbers.ts'
import { scopeNoun } from '../wording/scope.ts'
import { chart, heading, numberColumn, paragraph, table, textColumn, toned } from './blocks.ts'
import type { Block, Section, Tone } from './report.ts'
import { ruleWords } from './rule-words.ts'

const MOST_BARS = 14
const SEVERITY_ORDER: readonly Severity[] = ['critical', 'warning', 'info']
const SEVERITY_MARKS: Readonly<Record<Severity, Mark>> = { critical: 'red', warning: 'amber', info: 'blue' }
export const SEVERITY_TONES: Readonly<Record<Severity, Tone>> = { critical: 'red', warning: 'amber', info: 'blue' }
const SEVERITY_SHAPES: Readonly<Record<Severity, string>> = { critical: '■', warning: '▲', info: '●' }

/** Findings by rule: how many VMs each touches, what it means and what to do. */
export function findingsSection(assessed: AssessedEstate, width: number): Section {
  const { findings, notEvaluated } = assessed.assessment
  const blocks: Block[] = [paragraph(summary(assessed))]
  if (findings.length > 0) blocks.push(findingsChart(assessed, width))
  for (const severity of SEVERITY_ORDER) {
    const group = mostVmsFirst(findings.filter((finding) => finding.severity === severity))
    if (group.length === 0) continue
    blocks.push(heading(SEVERITY_TITLES[severity]), findingTable(group))
  }
  if (notEvaluated.length > 0) {
    blocks.push(
      paragraph(
        `${plural(notEvaluated.length, 'rule')} could not be evaluated, because the export lacks what ${agree(notEvaluated.length, 'it reads', 'they read')}; the end of this report lists ${agree(notEvaluated.length, 'it', 'them')}.`,
      ),
    )
  }
  return { title: 'Findings', isWide: false, isAppendix: false, blocks }
}

function summary({ assessment, facts, scope }: AssessedEstate): string {
  const { findings } = assessment
  if (findings.length === 0) return 'No rule fired on any VM.'
  const touched = new Uint8Array(facts.count)
  for (const { vms } of findings) for (const vm of vms) touched[vm] = 1
  const vms = touched.reduce((sum, value) => sum + value, 0)
  return `${plural(findings.length, 'rule')} fired on ${plural(vms, 'VM')}, ${share(vms / facts.count)} of ${scopeNoun(scope)}. A VM may have several findings; of rules that exclude each other only the heaviest counts.`
}

/** Most VMs first; the order of the rule table breaks ties. */
function mostVmsFirst(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding, i) => ({ finding, i }))
    .sort((a, b) => b.finding.vms.length - a.finding.vms.length || a.i - b.i)
    .map(({ finding }) => finding)
}

function findingsChart({ assessment, facts }: AssessedEstate, width: number): Block {
  const serious = assessment.findings.filter((finding) => finding.severity !== 'info')
  const ranked = mostVmsFirst(serious.length > 0 ? serious : assessment.findings)
  const shown = ranked.slice(0, MOST_BARS)
  const rows = shown.map(({ rule, severity, vms }) => ({
    label: ruleWords(rule).title,
    parts: [{ value: vms.length, mark: SEVERITY_MARKS[severity] }],
    value: count(vms.length),
    note: `${SEVERITY_SHAPES[severity]} ${SEVERITY_TITLES[severity].toLowerCase()}`,
  }))
  const [first] = shown
  const title = `${ruleWords(first.rule).title} is the most frequent: ${plural(first.vms.length, 'VM')}, ${share(first.vms.length / facts.count)}`
  const note =
    ranked.length > shown.length ? `${plural(ranked.length - shown.length, 'rule')} with fewer VMs below.` : ''
  return chart(title, horizontalBars(rows, width), note)
}

function findingTable(findings: readonly Finding[]): Block {
  return table({
    columns: [
      textColumn('Finding', 26),
      numberColumn('VMs', 9),
      textColumn('What it means', 36),
      textColumn('What to do', 36),
    ],
    rows: findings.map(({ rule, severity, vms }) => {
      const { title, meaning, remedy } = ruleWords(rule)
      return [
        toned(`${SEVERITY_SHAPES[severity]} ${title}`, SEVERITY_TONES[severity]),
        count(vms.length),
        meaning,
        remedy,
      ]
    }),
  })
}
