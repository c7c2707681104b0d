import type { VmDetail } from '@portolan/contract/vms'
import { decimal, percent, plural, UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import type { ReactNode } from 'react'
import { Time } from '../../../ui/time.tsx'
import styles from './drawer.module.css'
import { addressOf, cellTitle, FactsList } from './facts-list.tsx'

/** Hardware and parts as the export holds them. */
export function PartsTab({ vm }: { vm: VmDetail }) {
  const { hardware, disks, nics, partitions, snapshots } = vm
  return (
    <div className={styles.sections}>
      <section>
        <h3>{plural(disks.length, 'disk')}</h3>
        <PartsTable
          label="Disks"
          head={['Disk', 'Capacity', 'Thin', 'Datastore', 'Controller', 'Mode']}
          rows={disks.map((disk) => ({
            key: `${disk.label} ${disk.path}`,
            cells: [
              <span key="label" title={disk.path}>
                {disk.label}
              </span>,
              size(disk.capacityGiB),
              yesNo(disk.thin),
              disk.datastore,
              disk.controller,
              disk.mode,
            ],
          }))}
        />
      </section>
      <section>
        <h3>{plural(nics.length, 'network adapter')}</h3>
        <PartsTable
          label="Network adapters"
          head={['Adapter', 'Network', 'Up', 'MAC', 'Addresses']}
          rows={nics.map((nic) => ({
            key: `${nic.label} ${nic.mac}`,
            cells: [
              `${nic.label} ${nic.adapter}`.trim(),
              nic.network,
              yesNo(nic.connected),
              nic.mac && <code>{nic.mac}</code>,
              [nic.ipv4, nic.ipv6].filter(Boolean).join(', '),
            ],
          }))}
        />
      </section>
      <section>
        <h3>{plural(partitions.length, 'guest file system')}</h3>
        <PartsTable
          label="Guest file systems"
          head={['Mount', 'Capacity', 'Used', 'Share']}
          rows={partitions.map((part) => ({
            key: part.name,
            cells: [
              part.name,
              size(part.capacityGiB),
              size(part.usedGiB),
              part.usedPct === null ? UNKNOWN : percent(part.usedPct),
            ],
          }))}
        />
      </section>
      <section>
        <h3>{plural(snapshots.length, 'snapshot')}</h3>
        <PartsTable
          label="Snapshots"
          head={['Name', 'Made', 'Size', 'Description']}
          rows={snapshots.map((snapshot) => ({
            key: `${snapshot.name} ${snapshot.createdAt}`,
            cells: [
              snapshot.name,
              <Time key="made" at={snapshot.createdAt} />,
              size(snapshot.sizeGiB),
              snapshot.description,
            ],
          }))}
        />
      </section>
      <section>
        <h3>Hardware</h3>
        <FactsList
          label="Hardware"
          facts={hardware.map(({ label, value, cell }) => ({
            label,
            value,
            source: cell ? addressOf(cell) : undefined,
            sourceTitle: cell ? cellTitle(cell) : undefined,
          }))}
        />
      </section>
    </div>
  )
}

/** Columns that break anywhere, so that the others stay whole. */
const LONG: readonly string[] = ['Datastore', 'Network', 'Name', 'Description', 'Mount', 'Addresses']

interface PartsTableProps {
  readonly label: string
  readonly head: readonly string[]
  readonly rows: readonly PartRow[]
}

interface PartRow {
  readonly key: string
  readonly cells: readonly ReactNode[]
}

function PartsTable({ label, head, rows }: PartsTableProps) {
  if (rows.length === 0) return <p className="second">The export names none.</p>
  return (
    <table aria-label={label} className={styles.table}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, column) => (
              <td key={head[column]} data-long={LONG.includes(head[column]) || undefined}>
                {cell || UNKNOWN}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const yesNo = (value: boolean | null): string => (value === null ? UNKNOWN : value ? 'yes' : 'no')

function size(gib: number | null): ReactNode {
  return gib === null ? UNKNOWN : <span title={`${decimal(gib, 3)} GiB`}>{sizeOf(gib)}</span>
}
