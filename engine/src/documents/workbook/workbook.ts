import type { AssessedEstate } from '../assessed-estate.ts'
import { assumptionsTable } from './assumptions-table.ts'
import { bookOf } from './book.ts'
import { clustersTable } from './clusters-table.ts'
import { datastoresTable } from './datastores-table.ts'
import { daysTable } from './days-table.ts'
import { disksTable } from './disks-table.ts'
import { findingsTable } from './findings-table.ts'
import { hostsTable } from './hosts-table.ts'
import { columnsTable, rejectedTable, sourcesTable, warningsTable } from './import-tables.ts'
import { methodologyTable } from './methodology-table.ts'
import { networkMapTable } from './network-map-table.ts'
import { networksTable } from './networks-table.ts'
import { outOfScopeTable } from './out-of-scope-table.ts'
import { rulesTable } from './rules-table.ts'
import { scheduleTable } from './schedule-table.ts'
import { scopeTable } from './scope-table.ts'
import { snapshotsTable } from './snapshots-table.ts'
import { storageMapTable } from './storage-map-table.ts'
import { SUMMARY_COLUMNS, summaryTable } from './summary-table.ts'
import { systemsTable } from './systems-table.ts'
import type { ColumnHead, Table, Workbook } from './table.ts'
import { tableOf } from './table-definition.ts'
import { tenantsTable } from './tenants-table.ts'
import { vmsTable } from './vms-table.ts'

/** Columns of every table that explain themselves, for the page on methods. */
const DESCRIBED = [
  ...[tenantsTable, daysTable, scheduleTable, vmsTable, rulesTable, findingsTable, systemsTable, hostsTable],
  ...[clustersTable, datastoresTable, networksTable, disksTable, snapshotsTable, scopeTable, outOfScopeTable],
  ...[networkMapTable, storageMapTable, columnsTable],
]
const methodology = methodologyTable(DESCRIBED)

/** The tables of a report in the order of their tabs, as far as they are known without an estate. */
export const REPORT_TABLES: readonly ReportTable[] = [
  { name: 'summary', about: 'The answer, the estate and the parameters, one figure a row.', columns: SUMMARY_COLUMNS },
  ...[tenantsTable, scheduleTable, daysTable, vmsTable, rulesTable, findingsTable, systemsTable, hostsTable],
  ...[clustersTable, datastoresTable, networksTable, disksTable, snapshotsTable, scopeTable, outOfScopeTable],
  ...[
    networkMapTable,
    storageMapTable,
    assumptionsTable,
    sourcesTable,
    columnsTable,
    rejectedTable,
    warningsTable,
    methodology,
  ],
]

export interface ReportTable {
  readonly name: string
  readonly about: string
  readonly columns: readonly ColumnHead[]
  /** Present where an estate adds columns. */
  readonly ownColumns?: unknown
}

/** The report of an assessed estate as tables (planner §30.2 REC; cohorts, waves, flavors and gaps come with their nouns). */
export function reportWorkbook(assessed: AssessedEstate): Workbook {
  const book = bookOf(assessed)
  const tables: Table[] = [
    tableOf(tenantsTable, book),
    tableOf(scheduleTable, book),
    tableOf(daysTable, book),
    tableOf(vmsTable, book),
    tableOf(rulesTable, book),
    tableOf(findingsTable, book),
    tableOf(systemsTable, book),
    tableOf(hostsTable, book),
    tableOf(clustersTable, book),
    tableOf(datastoresTable, book),
    tableOf(networksTable, book),
    tableOf(disksTable, book),
    tableOf(snapshotsTable, book),
    tableOf(scopeTable, book),
    tableOf(outOfScopeTable, book),
    tableOf(networkMapTable, book),
    tableOf(storageMapTable, book),
    tableOf(assumptionsTable, book),
    tableOf(sourcesTable, book),
    tableOf(columnsTable, book),
    tableOf(rejectedTable, book),
    tableOf(warningsTable, book),
    tableOf(methodology, book),
  ]
  const { settings, assessment, zone } = assessed
  return {
    ...{ title: settings.name, customer: settings.customer, author: settings.author, version: settings.version },
    ...{ asOf: assessment.asOf, zone },
    tables: [summaryTable(book, tables), ...tables],
  }
}
