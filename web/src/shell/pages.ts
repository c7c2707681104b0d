import type { Project } from '@portolan/contract/projects'
import { count } from '@portolan/engine/documents/wording/numbers'
import {
  IconAdjustmentsHorizontal,
  IconAlertTriangle,
  IconCalendarStats,
  IconCompass,
  IconFileImport,
  IconServer2,
  type TablerIcon,
} from '@tabler/icons-react'
import { to } from '../paths.ts'

/** The pages of a project in the order of the work: rail, commands and keys are made from these rows. */
export interface ProjectPage {
  readonly id: string
  readonly label: string
  readonly icon: TablerIcon
  /** Second key after `g`. */
  readonly key: string
  readonly link: (
    project: string,
  ) => ReturnType<(typeof to)['overview' | 'import' | 'vms' | 'findings' | 'plan' | 'settings']>
  /** What waits there. */
  readonly counter?: (
    project: Project,
  ) => { readonly text: string; readonly about: string; readonly isRed?: boolean } | null
}

export const PROJECT_PAGES: readonly ProjectPage[] = [
  { id: 'overview', label: 'Overview', icon: IconCompass, key: 'o', link: to.overview },
  { id: 'import', label: 'Import', icon: IconFileImport, key: 'i', link: to.import },
  {
    id: 'vms',
    label: 'VMs',
    icon: IconServer2,
    key: 'v',
    link: to.vms,
    counter: ({ totals }) => (totals ? { text: count(totals.vms), about: 'VMs' } : null),
  },
  {
    id: 'findings',
    label: 'Findings',
    icon: IconAlertTriangle,
    key: 'f',
    link: to.findings,
    counter: ({ totals }) =>
      totals && totals.risk.red > 0 ? { text: `■ ${count(totals.risk.red)}`, about: 'RED VMs', isRed: true } : null,
  },
  {
    id: 'plan',
    label: 'Plan',
    icon: IconCalendarStats,
    key: 'p',
    link: to.plan,
    counter: ({ totals }) =>
      totals?.daysLate && totals.daysLate > 0
        ? { text: `${count(totals.daysLate)} d late`, about: 'after the deadline', isRed: true }
        : null,
  },
  { id: 'settings', label: 'Settings', icon: IconAdjustmentsHorizontal, key: 's', link: to.settings },
]
