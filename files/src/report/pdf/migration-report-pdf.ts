import { writeFile } from 'node:fs/promises'
import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { migrationReport } from '@portolan/engine/documents/report/migration-report'
import type { Block, ReportDocument, TableRow } from '@portolan/engine/documents/report/report'
import { AtomicFiles } from '../atomic-files.ts'
import { fitSection } from './fit-cells.ts'
import { BLOCKS } from './template/blocks.ts'
import { COVER } from './template/cover.ts'
import { PAGE } from './template/page.ts'
import { SECTIONS } from './template/sections.ts'
import { TABLE } from './template/table.ts'
import type { TypesetJob } from './typeset.ts'
import { typesetBeside } from './typeset-beside.ts'

/** More rows than this make a table for paper longer than anybody reads; the workbook has all of them. */
const VM_ROWS = 1500
/** Above this many rows tags multiply the size of the file. */
const TAGGED_ROWS = 1500

export interface PdfOptions {
  /** Milliseconds since 1970: the date of the report. */
  readonly generatedAt: number
  readonly signal?: AbortSignal
}

/** Writes the report as PDF, whole or not at all. */
export async function writePdf(path: string, assessed: AssessedEstate, options: PdfOptions): Promise<void> {
  const bytes = await typesetBeside(reportJob(assessed, options), options.signal)
  const files = new AtomicFiles()
  try {
    await writeFile(await files.add(path), bytes)
    await files.publish()
  } catch (error) {
    await files.discard()
    throw error
  }
}

/** The report as a job for `typeset`: what is handed to the thread that typesets it. */
export function reportJob(assessed: AssessedEstate, { generatedAt }: Pick<PdfOptions, 'generatedAt'>): TypesetJob {
  const report = migrationReport(assessed, { generatedAt, vmRows: VM_ROWS })
  return {
    source: [PAGE, BLOCKS, TABLE, COVER, SECTIONS].join('\n'),
    data: JSON.stringify({ ...report, sections: report.sections.map(fitSection) }),
    createdAt: Math.floor(generatedAt / 1000),
    isTagged: rowsOf(report) <= TAGGED_ROWS,
  }
}

function rowsOf(report: ReportDocument): number {
  return report.sections.flatMap((section) => section.blocks).reduce((sum, block) => sum + tableRows(block).length, 0)
}

function tableRows(block: Block): readonly TableRow[] {
  return block.kind === 'table' ? block.rows : []
}
