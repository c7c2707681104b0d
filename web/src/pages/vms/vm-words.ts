import { MODE_TITLES } from '@portolan/engine/documents/wording/names'
import { VM_STATUS_TITLES, type VmStatus } from '@portolan/engine/project/vm-status'
import type { Tone } from '../../ui/tone.tsx'

/** What people read where the API has its words. */

export const STATUS_TONES: Readonly<Record<VmStatus, Tone>> = {
  not_started: 'grey',
  assigned: 'blue',
  in_progress: 'blue',
  migrated: 'green',
  failed: 'red',
  skipped: 'grey',
}

const POWER: Readonly<Record<string, string>> = { poweredOn: 'on', poweredOff: 'off', suspended: 'suspended' }

const SUPPORT: Readonly<Record<string, string>> = {
  supported: 'supported',
  paid_only: 'paid support only',
  ended: 'ended',
  unknown: 'unknown',
}

const OS_FAMILIES: Readonly<Record<string, string>> = {
  windows: 'Windows',
  linux: 'Linux',
  other: 'other',
  unknown: 'not identified',
}

/** One value of a filter or a cell, in words. */
export function valueText(key: string, value: string): string {
  switch (key) {
    case 'power':
    case 'powerState':
      return POWER[value] ?? value
    case 'osFamily':
      return OS_FAMILIES[value] ?? value
    case 'osSupport':
      return SUPPORT[value] ?? value
    case 'mode':
      return MODE_TITLES[value as keyof typeof MODE_TITLES] ?? value
    case 'status':
      return VM_STATUS_TITLES[value as VmStatus] ?? value
    case 'excluded':
      return value === 'true' ? 'left out' : 'in the plan'
    default:
      return value === '' ? 'none named' : value
  }
}
