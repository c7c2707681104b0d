import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'

interface Totals {
  readonly total: number
  readonly sums: { readonly vcpus: number; readonly memoryGiB: number; readonly usedGiB: number }
}

/** What the table holds, in one sentence. */
export function stateSentence({ total, sums }: Totals, isFiltered: boolean): string {
  if (total === 0) return isFiltered ? 'No VM meets the filter' : 'The export holds no VM'
  const what = isFiltered ? `${plural(total, 'VM')} ${total === 1 ? 'meets' : 'meet'} the filter` : plural(total, 'VM')
  return `${what}: ${count(sums.vcpus)} vCPU, ${sizeOf(sums.memoryGiB)} memory, ${sizeOf(sums.usedGiB)} in use`
}
