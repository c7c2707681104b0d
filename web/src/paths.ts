import type { VmSearch } from './search.ts'

/** Every place a link may lead to, so that no page spells a URL: `<Link {...to.vms(project, { risk: 'RED' })}>`. */
export const to = {
  projects: () => ({ to: '/projects' }) as const,
  project: (project: string) => ({ to: '/p/$project/overview', params: { project } }) as const,
  overview: (project: string) => ({ to: '/p/$project/overview', params: { project } }) as const,
  import: (project: string) => ({ to: '/p/$project/import', params: { project } }) as const,
  vms: (project: string, search: VmSearch = {}) => ({ to: '/p/$project/vms', params: { project }, search }) as const,
  findings: (project: string, search: { rule?: string; tab?: string } = {}) =>
    ({ to: '/p/$project/findings', params: { project }, search }) as const,
  plan: (project: string, search: { tab?: string; tenant?: string } = {}) =>
    ({ to: '/p/$project/plan', params: { project }, search }) as const,
  settings: (project: string, search: { tab?: string } = {}) =>
    ({ to: '/p/$project/settings', params: { project }, search }) as const,
  methodology: (search: { project?: string; find?: string } = {}) => ({ to: '/methodology', search }) as const,
  jobs: (search: { job?: string; find?: string } = {}) => ({ to: '/jobs', search }) as const,
}
