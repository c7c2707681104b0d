import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoExports } from '@portolan/engine/demo/demo-estate'
import { importTables } from '@portolan/engine/inventory/rvtools/import-tables'
import { rvtoolsImporter } from '@portolan/engine/inventory/rvtools/importer'
import { instant } from '@portolan/engine/units'
import { afterAll, expect, it } from 'vitest'
import { readExports } from '../read-exports.ts'
import { writeExport } from './write-export.ts'

const folder = mkdtempSync(join(tmpdir(), 'portolan-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('is read back as the same estate', async () => {
  const [{ file, tables }] = demoExports(instant(Date.UTC(2026, 5, 8, 8, 30)))
  const path = join(folder, `${file}.zip`)
  await writeExport(path, tables)
  const importer = rvtoolsImporter()
  await readExports([path], importer)
  const { estate, rejected, warnings } = importer.finish()
  expect({ rejected, warnings }).toEqual({ rejected: [], warnings: [] })
  const direct = importTables(tables).estate
  const { texts, vms } = estate
  expect(Array.from(vms.name, (name) => texts[name])).toEqual(Array.from(direct.vms.name, (name) => direct.texts[name]))
  expect(Array.from(vms.inUseGiB)).toEqual(Array.from(direct.vms.inUseGiB))
  expect(estate.hosts).toEqual(
    direct.hosts.map((host) => expect.objectContaining({ name: host.name, vcenter: host.vcenter })),
  )
})
