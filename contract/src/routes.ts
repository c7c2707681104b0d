import * as findings from './findings.ts'
import * as imports from './imports.ts'
import * as inventory from './inventory.ts'
import * as jobs from './jobs.ts'
import * as methodology from './methodology.ts'
import * as plan from './plan.ts'
import * as projects from './projects.ts'
import type { Route } from './route.ts'
import * as scenarios from './scenarios.ts'
import * as session from './session.ts'
import * as vms from './vms.ts'

const NOUNS = [session, projects, imports, vms, inventory, findings, scenarios, plan, jobs, methodology]

/** Every operation of the API. */
export const allRoutes: readonly Route[] = NOUNS.flatMap((noun) => Object.values<unknown>(noun).filter(isRoute))

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'path' in value
}
