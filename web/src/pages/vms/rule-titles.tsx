import { ruleTitle } from './rule-title.ts'
import { chipText, type FilterRow } from './vm-filter.ts'

/** What stands on the chip of the rules that are filtered for. */
export default function RuleTitles({ row, chosen }: { row: FilterRow; chosen: string }) {
  return chipText(row, chosen, ruleTitle)
}
