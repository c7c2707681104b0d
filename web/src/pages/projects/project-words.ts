import type { Project } from '@portolan/contract/projects'
import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { count } from '@portolan/engine/documents/wording/numbers'
import type { Tone } from '../../ui/tone.tsx'

export const STATUS_WORDS: Readonly<Record<Project['status'], { readonly word: string; readonly tone: Tone }>> = {
  planning: { word: 'Planning', tone: 'blue' },
  active: { word: 'Active', tone: 'green' },
  on_hold: { word: 'On hold', tone: 'amber' },
  completed: { word: 'Completed', tone: 'grey' },
  cancelled: { word: 'Cancelled', tone: 'grey' },
}

/** Where the planner stands with it. */
export const PHASE_WORDS: Readonly<Record<Project['phase'], string>> = {
  draft: 'no export yet',
  assessment: 'assessed',
  planned: 'waves planned',
  approved: 'approved',
  preparing: 'preparing the target',
  ready: 'target ready',
  executing: 'migrating',
  completed: 'migrated',
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
