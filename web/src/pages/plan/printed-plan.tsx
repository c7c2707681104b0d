import type { PlanAnswer } from '@portolan/contract/plan'
import { dayOf, weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count, decimal, plural, share } from '@portolan/engine/documents/wording/numbers'
import styles from './plan.module.css'

const MOST_ROWS = 2000

/** Days and tenants as plain tables, whose heads repeat on each sheet of paper. */
export function PrintedTables({ plan }: { plan: PlanAnswer }) {
  return (
    <>
      <PrintedTable
        title="Days"
        head={['Day', 'Cut over', 'Warm', 'Cold', 'Copied (GiB)', 'Link', 'Downtime (h)']}
        rows={plan.days.map((day) => [
          weekdayOf(day.date),
          count(day.migrated),
          count(day.warmVms),
          count(day.coldVms),
          decimal(day.transferGiB, 0),
          share(day.linkUse),
          decimal(day.downtimeHours, 1),
        ])}
      />
      <PrintedTable
        title="Tenants"
        head={['Tenant', 'VMs', 'RED', 'Warm', 'Cold', 'In use (GiB)', 'Copy (h)', 'Downtime (h)', 'First day', 'Done']}
        rows={plan.tenants.map((tenant) => [
          [tenant.name, tenant.orgVdc].filter(Boolean).join(' · '),
          count(tenant.vms),
          count(tenant.red),
          count(tenant.warm),
          count(tenant.cold),
          decimal(tenant.usedGiB, 0),
          decimal(tenant.copyHours, 1),
          decimal(tenant.downtimeHours, 1),
          dayOf(tenant.firstDay),
          dayOf(tenant.lastDay),
        ])}
      />
    </>
  )
}

interface PrintedTableProps {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function PrintedTable({ title, head, rows }: PrintedTableProps) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <table className={styles.printed}>
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text}>{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_ROWS).map((cells) => (
            <tr key={cells[0]}>
              {cells.map((cell, column) => (
                <td key={head[column]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > MOST_ROWS && (
        <p className="second">and {plural(rows.length - MOST_ROWS, 'other')}: the workbook has them all.</p>
      )}
    </section>
  )
}
