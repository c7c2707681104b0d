import { VmFilter } from '@portolan/contract/vms'
import { z } from 'zod'

/** What pages keep in the URL. Every value is text, so that a link reads as people would write it. */

const text = z.string().max(4000).optional()

export const VmSearch = VmFilter.extend({
  /** A column, `-` in front for descending. */
  sort: text,
  /** The VM in the drawer. */
  vm: text,
  /** Columns shown, comma separated; absent: the usual ones. */
  columns: text,
  tab: text,
})
export type VmSearch = z.infer<typeof VmSearch>

export const FindingsSearch = z.object({ rule: text, tab: text, severity: text, find: text })
export const PlanSearch = z.object({ tab: text, tenant: text, day: text })
export const SettingsSearch = z.object({ tab: text })
export const ImportSearch = z.object({ snapshot: text })
export const MethodologySearch = z.object({ project: text, find: text })
export const JobsSearch = z.object({ job: text, find: text })
export const ProjectsSearch = z.object({
  find: text,
  view: z.enum(['cards', 'table']).optional(),
  archived: z.literal('true').optional(),
})
export const SignInSearch = z.object({ link: text, from: text })

/** Reads a URL kindly: what does not fit a parameter is dropped, and the rest of the link still works. */
export function searchOf<Schema extends z.ZodObject>(schema: Schema) {
  return (raw: Record<string, unknown>): z.output<Schema> => {
    const kept: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(raw)) {
      const field = schema.shape[key] as z.ZodType | undefined
      const parsed = field?.safeParse(value)
      if (parsed?.success && parsed.data !== undefined) kept[key] = parsed.data
    }
    return kept as z.output<Schema>
  }
}

/** `?risk=RED&search=db` both ways, without the quotes and brackets of JSON. */
export function parseSearch(text: string): Record<string, unknown> {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== '') params.set(key, String(value))
  }
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `?${text}` : ''
}
