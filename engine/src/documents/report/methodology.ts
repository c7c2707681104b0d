import type { AssessedEstate } from '../assessed-estate.ts'
import { FORMULA_SUBJECT_TITLES, FORMULA_SUBJECTS, formulas } from '../methodology/formulas.ts'
import { SEVERITY_TITLES } from '../wording/names.ts'
import { count, decimal, plural, UNKNOWN } from '../wording/numbers.ts'
import { countCell, heading, numberColumn, paragraph, paragraphsOf, table, textColumn, toned } from './blocks.ts'
import { SEVERITY_TONES } from './findings.ts'
import type { Block, Cell, Definition, Section } from './report.ts'
import { type RuleInForce, rulesInForce } from './rule-words.ts'

/** How every figure came about: the formulas with the values in force, and the rules with their weights. */
export function methodology(assessed: AssessedEstate): Section {
  const rows = formulas(assessed.settings)
  const subjects = FORMULA_SUBJECTS.flatMap((subject): Block[] => {
    const definitions = rows
      .filter((row) => row.subject === subject)
      .map(
        ({ name, formula, meaning, settings }): Definition => ({
          term: name,
          code: formula,
          text: meaning,
          values: settings.map(({ key, value }) => `${key} = ${value}`).join(' · '),
        }),
      )
    return definitions.length === 0
      ? []
      : [heading(FORMULA_SUBJECT_TITLES[subject]), { kind: 'definitions', definitions }]
  })
  return {
    title: 'Methodology',
    isWide: false,
    isAppendix: false,
    blocks: [
      paragraph(
        'Every figure of this report follows from the export and the formulas below, with the values of the settings beside them. The same formulas give the figures of the workbook and of every screen.',
      ),
      ...subjects,
      heading('Rules and weights'),
      ...ruleBlocks(assessed),
    ],
  }
}

function ruleBlocks({ settings, assessment }: AssessedEstate): Block[] {
  const fired = new Map(assessment.findings.map((finding) => [finding.rule, finding.vms.length]))
  const missing = new Set(assessment.notEvaluated.map(({ rule }) => rule))
  const vms = ({ id, isEnabled }: RuleInForce): Cell => {
    if (!isEnabled) return toned('off', 'faint')
    if (missing.has(id)) return toned(UNKNOWN, 'faint')
    return countCell(fired.get(id) ?? 0, 'plain')
  }
  const rules = rulesInForce(settings)
  const off = rules.filter((rule) => !rule.isEnabled).length
  return [
    paragraph(
      `${plural(rules.length, 'rule')}${off > 0 ? `, ${count(off)} of them switched off` : ''}. GREEN up to ${settings.risk.greenMax}, YELLOW up to ${settings.risk.yellowMax}, RED above. A critical rule makes a VM RED whatever its score. A dash: not evaluated, because the export lacks what the rule reads.`,
    ),
    table({
      columns: [
        textColumn('Rule', 36),
        textColumn('Fires when', 46),
        textColumn('Severity', 17),
        numberColumn('Weight', 11),
        numberColumn('VMs', 10),
      ],
      rows: rules.map((rule): Cell[] => [
        rule.title,
        rule.firesWhen,
        toned(SEVERITY_TITLES[rule.severity], SEVERITY_TONES[rule.severity]),
        decimal(rule.weight, Number.isInteger(rule.weight) ? 0 : 1),
        vms(rule),
      ]),
    }),
  ]
}

/** What the author of the settings file wants engineers to know; nothing when it says nothing. */
export function technicalNotes({ settings }: AssessedEstate): Block[] {
  const blocks = paragraphsOf(settings.technicalNotes)
  return blocks.length === 0 ? [] : [heading('Technical notes'), ...blocks]
}
