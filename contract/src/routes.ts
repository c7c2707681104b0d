import * as devices from './devices.ts'
import * as findings from './findings.ts'
import * as imports from './imports.ts'
import * as inventory from './inventory.ts'
import * as invitations from './invitations.ts'
import * as jobs from './jobs.ts'
import * as methodology from './methodology.ts'
import * as organisations from './organisations.ts'
import * as people from './people.ts'
import * as plan from './plan.ts'
import * as profile from './profile.ts'
import * as projectPeople from './project-people.ts'
import * as projects from './projects.ts'
import type { Route } from './route.ts'
import * as scenarios from './scenarios.ts'
import * as serviceAccounts from './service-accounts.ts'
import * as session from './session.ts'
import * as signIn from './sign-in.ts'
import * as tokens from './tokens.ts'
import * as vms from './vms.ts'

const NOUNS = [
  session,
  signIn,
  devices,
  profile,
  organisations,
  people,
  invitations,
  serviceAccounts,
  tokens,
  projects,
  projectPeople,
  imports,
  vms,
  inventory,
  findings,
  scenarios,
  plan,
  jobs,
  methodology,
]

/** Every operation of the API. */
export const allRoutes: readonly Route[] = NOUNS.flatMap((noun) => Object.values<unknown>(noun).filter(isRoute))

function isRoute(value: unknown): value is Route {
  return typeof value === 'object' && value !== null && 'id' in value && 'method' in value && 'path' in value
}
