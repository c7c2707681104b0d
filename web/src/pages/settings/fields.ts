import type { Settings } from '@portolan/engine/settings'
import type { SettingPath } from './setting-paths.ts'

/** One field of the form. Bounds and defaults come from the schema; this says what it means. */
export interface Field {
  readonly path: SettingPath
  readonly label: string
  /** Stands behind the number. */
  readonly unit?: string
  readonly meaning: string
  readonly control?: Control
  /** What holds while it is empty: "1 Gbps is assumed". */
  readonly whenEmpty?: string
}

export type Control =
  | { readonly kind: 'number'; readonly slider?: Slider }
  | { readonly kind: 'text'; readonly lines?: number }
  | { readonly kind: 'choice'; readonly choices: readonly (readonly [value: string, label: string])[] }
  | { readonly kind: 'switch' }
  | { readonly kind: 'date' }
  | { readonly kind: 'time' }
  | { readonly kind: 'zone' }
  | { readonly kind: 'weekdays' }
  | { readonly kind: 'dates' }
  | { readonly kind: 'words' }

/** The usual span; the number beside the slider takes whatever the schema allows. */
export interface Slider {
  readonly from: number
  readonly to: number
  readonly step: number
}

export interface FieldGroup {
  readonly title: string
  readonly intro?: string
  readonly fields: readonly Field[]
  /** Only under these settings. */
  readonly when?: (settings: Pick<Settings, 'topologyType'>) => boolean
}

export const slider = (from: number, to: number, step: number): Control => ({
  kind: 'number',
  slider: { from, to, step },
})

export const NUMBER: Control = { kind: 'number' }
