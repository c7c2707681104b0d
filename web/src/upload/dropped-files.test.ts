import { expect, it } from 'vitest'
import { nameFromFiles } from './dropped-files.ts'

it.each([
  ['RVTools_export_all_2025-12-15_acme.xlsx', 'acme'],
  ['nordwind-frankfurt.zip', 'nordwind frankfurt'],
  ['RVTools_export_all_2025-12-15.xlsx', 'RVTools_export_all_2025-12-15'],
  ['RVTools_export_all_2025-12-15_08.30.12.xlsx', 'RVTools_export_all_2025-12-15_08.30.12'],
  ['vc01.example.com 20251215.xls', 'vc01 example com'],
])('suggests a project name for %s', (file, name) => {
  expect(nameFromFiles([{ name: file }])).toBe(name)
})
