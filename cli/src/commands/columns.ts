import type { SheetColumns } from '@portolan/engine/inventory/rvtools/sheet'
import { readEstate } from '../assess-estate.ts'
import { interruptible } from '../interruptible.ts'
import { columnLines } from '../summary/column-lines.ts'
import { processTerminal } from '../terminal/terminal.ts'
import { withProgress } from '../terminal/with-progress.ts'

/** What `portolan columns --json` prints. */
export interface ColumnsDocument {
  readonly schema: 'portolan.columns/1'
  readonly sheets: readonly SheetColumns[]
}

/** Reports per sheet which columns were recognised, kept as custom, ignored or missing. */
export async function columnsCommand(files: string[], options: { json?: boolean }): Promise<void> {
  const terminal = processTerminal()
  const { columns } = await interruptible((signal) =>
    withProgress(terminal, (onProgress) => readEstate(files, { signal, onProgress })),
  )
  if (options.json) {
    const document: ColumnsDocument = { schema: 'portolan.columns/1', sheets: columns }
    terminal.out(`${JSON.stringify(document, null, 2)}\n`)
    return
  }
  terminal.out(`${columnLines(columns, terminal).join('\n')}\n`)
}
