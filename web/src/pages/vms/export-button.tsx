import { Button } from '@mantine/core'
import { count } from '@portolan/engine/documents/wording/numbers'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Column } from '../../table/column.ts'
import type { RowSource } from '../../table/row-source.ts'
import { Action } from '../../ui/action.tsx'
import { say, sayRefused } from '../../ui/toast.tsx'
import type { VmLine } from './vm-columns.tsx'
import { BYTE_ORDER_MARK, csvHead, csvRows } from './vm-csv.ts'

interface ExportButtonProps {
  readonly project: string
  readonly columns: readonly Column<VmLine>[]
  readonly source: RowSource<VmLine>
}

/** Rows of one request, the most the API gives. */
const STEP = 1000
/** Columns whose cells say `3 h 20 min` and whose values are hours. */
const HOURS: readonly string[] = ['downtimeHours', 'copyHours', 'cutoverHours']

/** What the table shows, as a file: the columns in sight, every row that the filter keeps, in the order shown. */
export function ExportButton({ project, columns, source }: ExportButtonProps) {
  const [done, setDone] = useState<number | null>(null)
  const stopped = useRef(false)
  useEffect(() => {
    stopped.current = false
    return () => {
      stopped.current = true
    }
  }, [])
  const total = source.total ?? 0
  const run = async () => {
    stopped.current = false
    setDone(0)
    try {
      const exported = columns.map((column) => (HOURS.includes(column.id) ? { ...column, unit: 'h' } : column))
      const parts = [BYTE_ORDER_MARK, csvHead(exported)]
      for (let from = 0; from < total && !stopped.current; from += STEP) {
        parts.push(csvRows(exported, await source.read(from, Math.min(total, from + STEP))))
        setDone(Math.min(total, from + STEP))
      }
      if (stopped.current) return
      save(new Blob(parts, { type: 'text/csv;charset=utf-8' }), `${project}-vms.csv`)
      say(`Exported ${count(total)} VMs`)
    } catch (error) {
      sayRefused('The export did not finish', error)
    } finally {
      setDone(null)
    }
  }
  if (done !== null) {
    return (
      <Button
        variant="default"
        onClick={() => {
          stopped.current = true
        }}
      >
        Stop at {count(done)} of {count(total)}
      </Button>
    )
  }
  return (
    <Action
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
      disabledReason={
        source.total === null ? 'The VMs are on their way' : total === 0 ? 'The filter keeps no VM' : null
      }
      onClick={run}
    >
      Export CSV
    </Action>
  )
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
