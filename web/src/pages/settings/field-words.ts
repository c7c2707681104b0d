import { dayOf } from '@portolan/engine/documents/wording/dates'
import { decimal } from '@portolan/engine/documents/wording/numbers'
import type { Field } from './fields.ts'
import { boundsAt } from './setting-paths.ts'

/** A value as help and notes write it: `10 Gbps`, `empty (1 Gbps is assumed)`. */
export function valueText(field: Field, value: unknown): string {
  if (value === null || value === undefined || value === '') {
    return field.whenEmpty ? `empty (${field.whenEmpty})` : 'empty'
  }
  const kind = field.control?.kind ?? 'number'
  if (kind === 'choice' && field.control?.kind === 'choice') {
    return field.control.choices.find(([choice]) => choice === value)?.[1] ?? String(value)
  }
  if (kind === 'switch') return value === true ? 'on' : 'off'
  if (kind === 'date') return dayOf(String(value))
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  if (typeof value !== 'number') return String(value)
  return field.unit ? `${numberText(value)}${field.unit === '×' ? ' ×' : ` ${field.unit}`}` : numberText(value)
}

function numberText(value: number): string {
  const digits = String(value).split('.')[1]?.length ?? 0
  return decimal(value, Math.min(digits, 4))
}

/** Unit and bounds, as rows of a help card. */
export function allowedText(field: Field): (readonly [string, string])[] {
  const rows: (readonly [string, string])[] = field.unit ? [['Unit', field.unit]] : []
  const { min, max, isWhole } = boundsAt(field.path)
  if (min === null && max === null) return rows
  const span = max === null ? `${min} or more` : `${min ?? 0} to ${numberText(max)}`
  return [...rows, ['Allowed', isWhole ? `${span}, whole` : span]]
}
