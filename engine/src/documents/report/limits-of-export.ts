import { SHEET_NAMES, type SheetName } from '../../inventory/estate.ts'
import { UsedBasis } from '../../inventory/facts.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { timeWithZone } from '../wording/dates.ts'
import { USED_BASIS_TITLES } from '../wording/names.ts'
import { agree, count, plural, share, UNKNOWN } from '../wording/numbers.ts'
import { sourceLabel } from '../wording/source-label.ts'
import { assumptions } from './assumptions.ts'
import { bullets, codeColumn, heading, limited, numberColumn, paragraph, table, textColumn, toned } from './blocks.ts'
import type { Block, Section } from './report.ts'
import { ruleWords } from './rule-words.ts'

const MOST_ROWS = 60
/** Sheets that nothing in a plan needs: nobody misses them. */
const NOT_MISSED: ReadonlySet<SheetName> = new Set([
  'vSource',
  'vFloppy',
  'vFileInfo',
  'vHealth',
  'vLicense',
  'vMultiPath',
  'vHBA',
])

/** What the plan assumes, and what the export could not tell. */
export function assumptionsAndLimits(assessed: AssessedEstate): Section {
  return {
    title: 'Assumptions and limits',
    isWide: false,
    isAppendix: false,
    blocks: [
      heading('What is assumed'),
      bullets(assumptions(assessed)),
      heading('What was read'),
      ...sourceBlocks(assessed),
      ...sizeBlocks(assessed),
      heading('What the export could not tell'),
      ...missingBlocks(assessed),
      ...ruleBlocks(assessed),
      ...rejectedBlocks(assessed),
      ...warningBlocks(assessed),
    ],
  }
}

function sourceBlocks({ estate, zone }: AssessedEstate): Block[] {
  const { shown, note } = limited(estate.sources, MOST_ROWS, { noun: 'files', order: 'first', tab: 'Sources' })
  return [
    table({
      columns: [
        textColumn('File', 44),
        textColumn('RVTools', 14),
        textColumn('Exported', 34),
        textColumn('vCenter', 30),
      ],
      rows: shown.map(({ file, rvtoolsVersion, exportedAt, vcenters }) => [
        sourceLabel(estate, file),
        rvtoolsVersion ?? UNKNOWN,
        timeWithZone(exportedAt, zone),
        vcenters.join(', ') || UNKNOWN,
      ]),
      note,
    }),
  ]
}

function sizeBlocks({ facts }: AssessedEstate): Block[] {
  const counts = new Map<number, number>()
  for (const basis of facts.usedBasis) counts.set(basis, (counts.get(basis) ?? 0) + 1)
  const rows = Object.values(UsedBasis)
    .filter((basis) => (counts.get(basis) ?? 0) > 0)
    .map((basis) => [USED_BASIS_TITLES[basis], count(counts.get(basis)!), share(counts.get(basis)! / facts.count)])
  if (rows.length === 0) return []
  return [
    table({
      title: 'Where the data in use was read',
      columns: [textColumn('Source', 60), numberColumn('VMs', 12), numberColumn('Share', 12)],
      rows,
    }),
  ]
}

function missingBlocks({ estate, columns }: AssessedEstate): Block[] {
  const absent = SHEET_NAMES.filter((sheet) => !estate.sheets.has(sheet) && !NOT_MISSED.has(sheet))
  const sheets = columns.filter((sheet) => sheet.as !== null && sheet.missing.length > 0)
  const { shown, note } = limited(sheets, MOST_ROWS, { noun: 'sheets', order: 'first', tab: 'Columns' })
  const blocks: Block[] = [
    paragraph(
      absent.length === 0
        ? 'Every sheet that the plan can use is there.'
        : `${plural(absent.length, 'sheet')} ${agree(absent.length, 'is', 'are')} missing: ${absent.join(', ')}. What ${agree(absent.length, 'it', 'they')} would tell is unknown, not zero.`,
    ),
  ]
  if (shown.length > 0) {
    blocks.push(
      table({
        title: 'Columns that were looked for and not found',
        columns: [textColumn('File', 30), textColumn('Sheet', 14), textColumn('Columns', 60)],
        rows: shown.map(({ file, sheet, missing }) => [sourceLabel(estate, file), sheet, missing.join(', ')]),
        note,
      }),
    )
  }
  return blocks
}

function ruleBlocks({ assessment }: AssessedEstate): Block[] {
  if (assessment.notEvaluated.length === 0) return [paragraph('Every rule could be evaluated.')]
  return [
    table({
      title: `${plural(assessment.notEvaluated.length, 'rule')} ${agree(assessment.notEvaluated.length, 'was', 'were')} not evaluated`,
      columns: [textColumn('Rule', 50), textColumn('Missing', 50)],
      rows: assessment.notEvaluated.map(({ rule, missing }) => [
        ruleWords(rule).title,
        toned(missing.join(', '), 'faint'),
      ]),
    }),
  ]
}

function rejectedBlocks({ rejected, estate }: AssessedEstate): Block[] {
  if (rejected.length === 0) return [paragraph('No row was kept out.')]
  const { shown, note } = limited(rejected, MOST_ROWS, { noun: 'rows', order: 'first', tab: 'Rejected rows' })
  return [
    table({
      title: `${plural(rejected.length, 'row')} ${agree(rejected.length, 'was', 'were')} kept out`,
      columns: [textColumn('File', 30), textColumn('Sheet', 14), numberColumn('Row', 9), textColumn('Reason', 52)],
      rows: shown.map(({ file, sheet, row, reason }) => [sourceLabel(estate, file), sheet, count(row), reason]),
      note,
    }),
  ]
}

function warningBlocks({ warnings }: AssessedEstate): Block[] {
  if (warnings.length === 0) return []
  const { shown, note } = limited(warnings, MOST_ROWS, { noun: 'warnings', order: 'first', tab: 'Warnings' })
  return [
    table({
      title: `${plural(warnings.length, 'warning')} on what was read`,
      columns: [textColumn('What is suspicious', 62), textColumn('Sheet', 14), codeColumn('Code', 30)],
      rows: shown.map(({ message, sheet, code }) => [message, sheet ?? '', code]),
      note,
    }),
  ]
}
