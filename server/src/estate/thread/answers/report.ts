import { stat } from 'node:fs/promises'
import { relative } from 'node:path'
import { instant } from '@portolan/engine/units'
import { writeReports } from '@portolan/files/report/write-reports'
import { zipFiles } from '@portolan/files/report/zip-files'
import type { Ops } from '../../ops.ts'
import type { Progress } from '../../protocol.ts'
import type { View } from '../view.ts'

/** Writes the reports into a folder; the many tables of CSV become one archive, so that each format is one download. */
export async function writeReport(
  view: View,
  { folder, formats, generatedAt }: Ops['report']['input'],
  onProgress: (progress: Progress) => void,
): Promise<Ops['report']['output']> {
  const written = await writeReports(folder, formats, view, {
    generatedAt: instant(generatedAt),
    onFormat: (format, done, total) => onProgress({ phase: `Writing ${format.toUpperCase()}`, done, total }),
  })
  const tables = written.filter((path) => path.endsWith('.csv'))
  const single = written.filter((path) => !path.endsWith('.csv'))
  if (tables.length > 0) single.push(await zipFiles(tables))
  return Promise.all(single.map(async (path) => ({ name: relative(folder, path), bytes: (await stat(path)).size })))
}
