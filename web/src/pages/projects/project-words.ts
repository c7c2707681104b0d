import type { Project } from '@portolan/contract/projects'
import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count } from '@portolan/engine/documents/wording/numbers'
import { PROJECT_STATUS_TITLES } from '@portolan/engine/project/states'
import type { Tone } from '../../ui/tone.tsx'

export const STATUS_TONES: Readonly<Record<Project['status'], Tone>> = {
  planning: 'blue',
  active: 'green',
  on_hold: 'amber',
  completed: 'grey',
  cancelled: 'grey',
}

/** As it begins a line: `On hold`. */
export function statusWord(status: Project['status']): string {
  const title = PROJECT_STATUS_TITLES[status]
  return title.charAt(0).toUpperCase() + title.slice(1)
}

/** `finishes Tue 9 Jun 2026`, and by how much that is too late. */
export function finishWords({ totals }: Project): { readonly text: string; readonly isLate: boolean } | null {
  if (!totals?.finish) return null
  const late = totals.daysLate ?? 0
  return late > 0
    ? { text: `${weekdayOf(totals.finish)}, ${count(late)} ${late === 1 ? 'day' : 'days'} late`, isLate: true }
    : { text: weekdayOf(totals.finish), isLate: false }
}

export function riskParts({ green, yellow, red }: NonNullable<Project['totals']>['risk']) {
  return [
    { name: 'GREEN', value: green, tone: 'green' },
    { name: 'YELLOW', value: yellow, tone: 'amber' },
    { name: 'RED', value: red, tone: 'red' },
  ] as const
}
