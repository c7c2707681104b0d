import type { Table, ToneRule } from '@portolan/engine/documents/workbook/table'
import { columnName } from './references.ts'
import { serialOfDate } from './serial-date.ts'
import { toneFormatId } from './styles.ts'
import { xmlText } from './xml-text.ts'

/**
 * Colours that follow the value, so that they stay right when somebody edits or sorts. The conditions ask whether the cell
 * holds a number first: an empty cell counts as 0 and a text as more than any number.
 */
export function conditionalFormats(table: Table, lastRow: number): string {
  const firstRow = table.layout === 'list' ? 2 : 1
  if (lastRow < firstRow) return ''
  let priority = 0
  return table.columns
    .map((column, index) => {
      if (!column.tones) return ''
      const letter = columnName(index)
      const rules = column.tones.map((rule) => {
        priority++
        const formula = xmlText(conditionOf(rule, `${letter}${firstRow}`))
        return `<cfRule type="expression" dxfId="${toneFormatId(rule.tone)}" priority="${priority}" stopIfTrue="1"><formula>${formula}</formula></cfRule>`
      })
      return `<conditionalFormatting sqref="${letter}${firstRow}:${letter}${lastRow}">${rules.join('')}</conditionalFormatting>`
    })
    .join('')
}

function conditionOf(rule: ToneRule, cell: string): string {
  switch (rule.when) {
    case 'equals':
      return `${cell}="${rule.value.replaceAll('"', '""')}"`
    case 'atLeast':
      return `AND(ISNUMBER(${cell}),${cell}>=${rule.value})`
    case 'before':
      return `AND(ISNUMBER(${cell}),${cell}<${serialOfDate(rule.value) ?? 0})`
  }
}
