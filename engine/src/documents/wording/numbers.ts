/** How numbers are written for people, the same in every document and on every screen (look.md, Words). */

/** Stands where the export is silent: a dash, never a made-up 0. */
export const UNKNOWN = '–'

const PLURALS: Readonly<Record<string, string>> = { is: 'are', has: 'have', was: 'were', it: 'them' }

/** `1,288`: a whole number with its thousands parted. */
export function count(value: number): string {
  return decimal(value, 0)
}

/** `1,288.5`: a number with a fixed number of decimals, so that a column of them lines up. */
export function decimal(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return UNKNOWN
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split('.')
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const digits = fraction === undefined ? parted : `${parted}.${fraction}`
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits
}

/** `24.4`, `630`, `1,290`, `0.0312`: rounded to a number of significant figures. */
export function significant(value: number, figures = 3): string {
  if (!Number.isFinite(value)) return UNKNOWN
  if (value === 0) return '0'
  const rounded = Number(value.toPrecision(figures))
  const magnitude = Math.floor(Math.log10(Math.abs(rounded)))
  return decimal(rounded, Math.max(0, figures - 1 - magnitude))
}

/** `12 %`, `0.4 %`: of a number that is already in percent. */
export function percent(value: number): string {
  if (!Number.isFinite(value)) return UNKNOWN
  const isSmall = value !== 0 && Math.abs(value) < 1
  return `${decimal(value, isSmall ? 1 : 0)} %`
}

/** `55 %` of a share between 0 and 1. */
export function share(part: number): string {
  return percent(part * 100)
}

/** `1 VM`, `1,288 VMs`, `2 entries`: a count with its noun. */
export function plural(value: number, noun: string, many: string = PLURALS[noun] ?? `${noun}s`): string {
  return `${count(value)} ${value === 1 ? noun : many}`
}

/** `is` or `are`, `has` or `have`: the form that goes with a count. */
export function agree(value: number, one: string, many: string = PLURALS[one] ?? one): string {
  return value === 1 ? one : many
}
