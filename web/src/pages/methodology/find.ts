import type { getMethodology } from '@portolan/contract/methodology'
import type { RouteAnswer } from '@portolan/contract/route'

type Methodology = RouteAnswer<typeof getMethodology>
export type FormulaRow = Methodology['formulas'][number]
export type RuleRow = Methodology['rules'][number]

/** A chapter: what stands under one heading. */
export interface Chapter<Row> {
  readonly id: string
  readonly title: string
  readonly rows: readonly Row[]
}

/** Formulas that hold every word that is looked for, under their subjects in the order of the engine. */
export function formulaChapters(formulas: readonly FormulaRow[], find: string): Chapter<FormulaRow>[] {
  const fits = matcher(find)
  return chaptersOf(
    formulas.filter((row) =>
      fits([row.name, row.id, row.subject, row.formula, row.meaning, ...row.settings.map(({ key }) => key)]),
    ),
    (row) => row.subject,
    'formulas',
  )
}

/** The same of rules; `conditionOf` says when one fires. */
export function ruleChapters(
  rules: readonly RuleRow[],
  find: string,
  conditionOf: (id: string) => string,
): Chapter<RuleRow>[] {
  const fits = matcher(find)
  return chaptersOf(
    rules.filter((row) =>
      fits([row.title, row.id, row.severity, row.meaning, row.remedy, row.source, ...row.reads, conditionOf(row.id)]),
    ),
    (row) => row.category.charAt(0).toUpperCase() + row.category.slice(1),
    'rules',
  )
}

function chaptersOf<Row>(rows: readonly Row[], titleOf: (row: Row) => string, kind: string): Chapter<Row>[] {
  const byTitle = new Map<string, Row[]>()
  for (const row of rows) byTitle.set(titleOf(row), [...(byTitle.get(titleOf(row)) ?? []), row])
  return [...byTitle].map(([title, of]) => ({ id: `${kind}-${slug(title)}`, title, rows: of }))
}

function matcher(find: string): (texts: readonly string[]) => boolean {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean)
  return (texts) => {
    const text = texts.join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  }
}

function slug(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}
