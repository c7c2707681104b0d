import { conditionText } from '../../assessment/condition-text.ts'
import { columnsOf } from '../../assessment/conditions.ts'
import { effectiveRules } from '../../assessment/effective-rules.ts'
import { MODE_REASON_TEXTS } from '../../assessment/mode-reasons.ts'
import { OS_CATALOGUE } from '../../assessment/os/catalogue.ts'
import { type OsProduct, TARGETS } from '../../assessment/os/guest-os.ts'
import { productTitle } from '../../assessment/os/os-label.ts'
import { OS_SOURCES, TARGET_SOURCES } from '../../assessment/os/sources.ts'
import { RULE_CATEGORIES } from '../../assessment/rules/rule.ts'
import { WARNING_CODES } from '../../inventory/rvtools/warnings.ts'
import type { Settings } from '../../settings.ts'
import { meaningOf, TARGET_TITLES } from '../workbook/rule-words.ts'
import { FORMULA_SUBJECT_TITLES, FORMULA_SUBJECTS, formulas } from './formulas.ts'

/** The methodology as Markdown, made from the tables the engine runs on: nothing in it is written twice. */
export function methodologyMarkdown(settings: Settings): string {
  return [
    '# Methodology',
    'Generated from the tables of the engine by `npm run docs`; do not edit. Values are the defaults.',
    ...formulaSections(settings),
    ...ruleSections(settings),
    ...modeSection(),
    ...systemSections(),
    ...warningSection(),
  ].join('\n\n')
}

function formulaSections(settings: Settings): string[] {
  const rows = formulas(settings)
  return [
    '## Formulas',
    ...FORMULA_SUBJECTS.flatMap((subject) => [
      `### ${FORMULA_SUBJECT_TITLES[subject]}`,
      ...rows
        .filter((row) => row.subject === subject)
        .map((row) => {
          const values = row.settings.map(({ key, value }) => `\`${key}\` = ${value}`).join(', ')
          return `**${row.name}** (\`${row.id}\`)\n\n    ${row.formula}\n\n${row.meaning}${values === '' ? '' : `\n\n${values}`}`
        }),
    ]),
  ]
}

function ruleSections({ risk }: Settings): string[] {
  const rules = effectiveRules(risk)
  const sections = RULE_CATEGORIES.map((category) => {
    const rows = rules.filter(({ rule }) => rule.category === category)
    const entries = rows.map((effective) => {
      const { rule, severity, weight, isEnabled } = effective
      const facts = [
        severity,
        `weight ${weight}`,
        rule.floor ? `floor ${rule.floor}` : severity === 'critical' ? 'floor RED' : '',
        rule.exclusiveGroup ? `group ${rule.exclusiveGroup}` : '',
        isEnabled ? '' : 'off unless switched on',
      ].filter((it) => it !== '')
      return [
        `**${rule.title}** (\`${rule.id}\`): ${facts.join(', ')}`,
        `Fires when ${conditionText(rule.when, risk.thresholds)}.`,
        meaningOf(effective),
        `To do: ${rule.remedy}`,
        `Reads ${
          columnsOf(rule.when)
            .map((column) => `\`${column}\``)
            .join(', ') || 'the system'
        }. Source: ${rule.source}.`,
      ].join('\n\n')
    })
    return [`### ${category[0].toUpperCase()}${category.slice(1)}`, ...entries].join('\n\n')
  })
  return [
    '## Risk rules',
    `${rules.length} rules. A score up to ${risk.greenMax} is GREEN, up to ${risk.yellowMax} YELLOW, above RED. Of an exclusive group only the heaviest rule that fires counts; a floor holds whatever the score. A rule whose input no file carries does not fire and is listed as not evaluated.`,
    ...sections,
  ]
}

function modeSection(): string[] {
  const rows = Object.values(MODE_REASON_TEXTS).map(({ text, leadsTo }) => `| ${text} | ${leadsTo ?? 'no change'} |`)
  return [
    '## Migration mode',
    'The first reason that decides wins, in this order; a VM without any is `warm_eligible`. An override of a person wins over all of them; `unknown` is scheduled as cold.',
    ['| reason | leads to |', '|---|---|', ...rows].join('\n'),
  ]
}

function systemSections(): string[] {
  const sources = Object.entries(OS_SOURCES).map(([letter, source]) => `- **${letter}** ${source}`)
  const targets = TARGETS.map((target) => `- **${TARGET_TITLES[target]}** ${TARGET_SOURCES[target].join('; ')}`)
  const products = OS_CATALOGUE.filter(
    (product) => product.lifecycle.standardEnd !== null || product.precision === 'version',
  )
  return [
    '## Operating systems',
    `${OS_CATALOGUE.length} products can be told apart; the ${products.length} below have dates or a version. Dates are the last supported day and are compared with the day of the report. For a range or a missing service pack the earliest end counts, and the report says so.`,
    ['Sources of dates:', '', ...sources].join('\n'),
    ['Sources of verdicts on the targets:', '', ...targets].join('\n'),
    [
      `| system | standard support to | paid to | ${TARGETS.map((target) => TARGET_TITLES[target]).join(' | ')} | source |`,
      '|---|---|---|---|---|---|---|',
      ...products.map(systemRow),
    ].join('\n'),
  ]
}

function systemRow(product: OsProduct): string {
  const { lifecycle, targets } = product
  const paid = lifecycle.paidEnd ? `${lifecycle.paidEnd} (${lifecycle.paidName})` : ''
  const verdicts = TARGETS.map((target) => targets[target].support).join(' | ')
  return `| ${productTitle(product)} | ${lifecycle.standardEnd ?? ''} | ${paid} | ${verdicts} | ${lifecycle.source} |`
}

function warningSection(): string[] {
  const rows = Object.entries(WARNING_CODES).map(([code, meaning]) => `| \`${code}\` | ${meaning} |`)
  return ['## Warnings of an import', ['| code | meaning |', '|---|---|', ...rows].join('\n')]
}
