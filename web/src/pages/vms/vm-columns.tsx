import type { VmRow } from '@portolan/contract/vms'
import { decimal } from '@portolan/engine/documents/wording/numbers'
import { duration } from '@portolan/engine/documents/wording/sizes'
import { VM_STATUS_TITLES } from '@portolan/engine/project/vm-status'
import type { Column } from '../../table/column.ts'
import { timeText } from '../../ui/time.tsx'
import { Risk, Toned } from '../../ui/tone.tsx'
import { STATUS_TONES, valueText } from './vm-words.ts'

/** A row as the table reads it: only the columns in sight are fetched. */
export type VmLine = Pick<VmRow, 'id' | 'name'> & Partial<VmRow>

/** Fetched whatever is shown: what rows are known by, and what marks them. */
const ALWAYS: readonly (keyof VmRow)[] = ['id', 'name', 'excluded']

/** Names of the API's columns for the columns shown. */
export const fieldsOf = (columns: readonly Column<VmLine>[]): string =>
  [...new Set([...ALWAYS, ...columns.map(({ id }) => id)])].join(',')

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

type Look = Partial<Omit<Column<VmLine>, 'id' | 'title'>>

function words(id: keyof VmRow & string, title: string, width: number, look: Look = {}): Column<VmLine> {
  const value = (row: VmLine) => {
    const text = row[id]
    return typeof text === 'string' ? valueText(id, text) : null
  }
  return { id, title, width, sort: 'ascending', value, ...look }
}

function number(
  id: keyof VmRow & string,
  title: string,
  width: number,
  { unit, decimals = 0, ...look }: Look & { decimals?: number } = {},
): Column<VmLine> {
  const value = (row: VmLine) => row[id] as number | null | undefined
  const cell = (row: VmLine) => {
    const it = value(row)
    return it === null || it === undefined ? <span className="second">–</span> : decimal(it, decimals)
  }
  return { id, title, unit, width, align: 'end', sort: 'descending', value, cell, ...look }
}

function hours(id: keyof VmRow & string, title: string, look: Look = {}): Column<VmLine> {
  const cell = (row: VmLine) => duration((row[id] as number | null | undefined) ?? Number.NaN)
  return number(id, title, 104, { ...look, cell, unit: undefined })
}

function time(id: keyof VmRow & string, title: string, look: Look = {}): Column<VmLine> {
  const value = (row: VmLine) => row[id] as string | null | undefined
  const cell = (row: VmLine) => {
    const at = value(row)
    return at ? timeText(at, HERE) : <span className="second">–</span>
  }
  return { id, title, width: 152, sort: 'ascending', value, cell, help: `On the clock of ${HERE}`, ...look }
}

const extra = { isExtra: true } as const

/** Every column there is; ids are those of the API, which sorts by them. */
export const VM_TABLE: readonly Column<VmLine>[] = [
  words('name', 'VM', 220, {
    cell: (row) =>
      row.excluded ? (
        <>
          {row.name} <span className="second">left out</span>
        </>
      ) : (
        row.name
      ),
  }),
  words('risk', 'Risk', 100, {
    sort: 'descending',
    value: (row) => row.risk,
    cell: (row) => (row.risk ? <Risk risk={row.risk} /> : null),
  }),
  number('score', 'Score', 72, { help: 'Sum of the weights of what was found, at most 100' }),
  words('effectiveMode', 'Moves', 84, {
    value: (row) => row.effectiveMode,
    cell: (row) => (
      <>
        {row.effectiveMode}
        {row.modeOverride && <span className="second"> set</span>}
      </>
    ),
    help: 'What a person decided, or else what the export tells; an unknown mode moves cold',
  }),
  words('powerState', 'Power', 96),
  words('os', 'System', 220),
  words('tenant', 'Tenant', 170),
  words('cluster', 'Cluster', 170),
  number('vcpus', 'vCPUs', 78),
  number('memoryGiB', 'Memory', 104, { unit: 'GiB', decimals: 1 }),
  number('usedGiB', 'In use', 104, { unit: 'GiB', decimals: 1, help: 'Estimate of the data to copy' }),
  number('disks', 'Disks', 70),
  number('nics', 'NICs', 70),
  number('findings', 'Findings', 86),
  hours('downtimeHours', 'Downtime'),
  time('cutoverStart', 'Cut-over'),
  words('status', 'Status', 118, {
    value: (row) => (row.status ? VM_STATUS_TITLES[row.status] : null),
    cell: (row) => (row.status ? <Toned tone={STATUS_TONES[row.status]}>{VM_STATUS_TITLES[row.status]}</Toned> : null),
  }),
  number('priority', 'Priority', 80, { ...extra, sort: 'ascending', help: 'Lower goes first within a tenant' }),
  words('excluded', 'In the plan', 100, {
    ...extra,
    value: (row) => (row.excluded === undefined ? null : row.excluded ? 'left out' : 'yes'),
  }),
  words('mode', 'Computed mode', 124, extra),
  words('modeOverride', 'Mode set', 96, extra),
  words('osFamily', 'Family', 110, extra),
  words('osSupport', 'Vendor support', 136, extra),
  number('cpuUsagePct', 'CPU', 74, { ...extra, unit: '%' }),
  number('memoryUsagePct', 'Memory used', 116, { ...extra, unit: '%' }),
  number('diskCapacityGiB', 'Capacity', 112, { ...extra, unit: 'GiB', decimals: 1 }),
  number('snapshots', 'Snapshots', 98, extra),
  words('networks', 'Networks', 220, extra),
  words('ip', 'IP address', 130, extra),
  words('dnsName', 'DNS name', 200, extra),
  words('orgVdc', 'Org VDC', 170, extra),
  words('datacenter', 'Datacenter', 140, extra),
  words('host', 'Host', 220, extra),
  words('vcenter', 'vCenter', 200, extra),
  words('moref', 'MoRef', 110, extra),
  hours('copyHours', 'Copy', extra),
  hours('cutoverHours', 'Cut-over takes', extra),
  time('copyStart', 'Copy starts', extra),
  time('cutoverEnd', 'Cut-over ends', extra),
]

export const rowKey = (row: VmLine): string => row.id
