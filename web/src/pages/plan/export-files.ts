import { significant } from '@portolan/engine/documents/wording/numbers'
import { z } from 'zod'

const ExportFile = z.object({ name: z.string(), bytes: z.number() })
export type ExportFile = z.infer<typeof ExportFile>
const ExportResult = z.object({ files: z.array(ExportFile) })

/** What an export job wrote; nothing where its result is of another kind. */
export function exportFiles(result: unknown): readonly ExportFile[] {
  const parsed = ExportResult.safeParse(result)
  return parsed.success ? parsed.data.files : []
}

/** `812 KiB`, `3.4 MiB`. */
export function fileSize(bytes: number): string {
  const kib = bytes / 1024
  return kib < 1000 ? `${significant(Math.max(1, kib))} KiB` : `${significant(kib / 1024)} MiB`
}
