import { listImports, listSnapshots } from '@portolan/contract/imports'
import { getStats } from '@portolan/contract/inventory'
import { listJobs } from '@portolan/contract/jobs'
import { getProject, listProjects } from '@portolan/contract/projects'
import { getSession } from '@portolan/contract/session'
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { query } from './api/query.ts'
import * as search from './search.ts'
import { Shell } from './shell/shell.tsx'
import { NotFoundPage, StartErrorPage } from './ui/route-states.tsx'

/** Every URL of the product. Pages are chunks of their own; what a page shows first is fetched beside its code. */

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: search.searchOf(search.SignInSearch),
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

/** All that needs somebody signed in. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  loader: ({ context }) => context.queries.ensureQueryData(query(getSession, {})),
  component: Shell,
  errorComponent: StartErrorPage,
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' })
  },
})

const projects = createRoute({
  getParentRoute: () => shell,
  path: '/projects',
  validateSearch: search.searchOf(search.ProjectsSearch),
  loader: ({ context }) => context.queries.prefetchQuery(query(listProjects, { query: { limit: 1000 } })),
  component: lazyRouteComponent(() => import('./pages/projects/projects-page.tsx'), 'ProjectsPage'),
})

const jobs = createRoute({
  getParentRoute: () => shell,
  path: '/jobs',
  validateSearch: search.searchOf(search.JobsSearch),
  loader: ({ context }) => context.queries.prefetchQuery(query(listJobs, { query: { limit: 200 } })),
  component: lazyRouteComponent(() => import('./pages/jobs/jobs-page.tsx'), 'JobsPage'),
})

const methodology = createRoute({
  getParentRoute: () => shell,
  path: '/methodology',
  validateSearch: search.searchOf(search.MethodologySearch),
  component: lazyRouteComponent(() => import('./pages/methodology/methodology-page.tsx'), 'MethodologyPage'),
})

const project = createRoute({
  getParentRoute: () => shell,
  path: '/p/$project',
  loader: ({ context, params }) => context.queries.ensureQueryData(query(getProject, { params })),
  component: Outlet,
})

const projectStart = createRoute({
  getParentRoute: () => project,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/p/$project/overview', params })
  },
})

const overview = createRoute({
  getParentRoute: () => project,
  path: '/overview',
  loader: async ({ context: { queries }, params }) => {
    const { currentSnapshotId } = await queries.ensureQueryData(query(getProject, { params }))
    if (currentSnapshotId !== null) await queries.prefetchQuery(query(getStats, { params }))
  },
  component: lazyRouteComponent(() => import('./pages/overview/overview-page.tsx'), 'OverviewPage'),
})

const imports = createRoute({
  getParentRoute: () => project,
  path: '/import',
  validateSearch: search.searchOf(search.ImportSearch),
  loader: ({ context, params }) =>
    Promise.all([
      context.queries.prefetchQuery(query(listImports, { params })),
      context.queries.prefetchQuery(query(listSnapshots, { params })),
    ]),
  component: lazyRouteComponent(() => import('./pages/import/import-page.tsx'), 'ImportPage'),
})

const vms = createRoute({
  getParentRoute: () => project,
  path: '/vms',
  validateSearch: search.searchOf(search.VmSearch),
  component: lazyRouteComponent(() => import('./pages/vms/vms-page.tsx'), 'VmsPage'),
})

const findings = createRoute({
  getParentRoute: () => project,
  path: '/findings',
  validateSearch: search.searchOf(search.FindingsSearch),
  component: lazyRouteComponent(() => import('./pages/findings/findings-page.tsx'), 'FindingsPage'),
})

const plan = createRoute({
  getParentRoute: () => project,
  path: '/plan',
  validateSearch: search.searchOf(search.PlanSearch),
  component: lazyRouteComponent(() => import('./pages/plan/plan-page.tsx'), 'PlanPage'),
})

const settings = createRoute({
  getParentRoute: () => project,
  path: '/settings',
  validateSearch: search.searchOf(search.SettingsSearch),
  component: lazyRouteComponent(() => import('./pages/settings/settings-page.tsx'), 'SettingsPage'),
})

const nowhere = createRoute({
  getParentRoute: () => shell,
  path: '/$',
  component: NotFoundPage,
})

export const routeTree = root.addChildren([
  start,
  signIn,
  shell.addChildren([
    projects,
    jobs,
    methodology,
    nowhere,
    project.addChildren([projectStart, overview, imports, vms, findings, plan, settings]),
  ]),
])
