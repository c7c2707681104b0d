import type { PlanGivens } from '@portolan/contract/plan'
import type { AcceptedFindings } from '@portolan/engine/assessment/accepted'
import type { ZoneOffsets } from '@portolan/engine/calendar/zone'
import type { VmFacts } from '@portolan/engine/inventory/facts'
import { unpack } from '@portolan/engine/inventory/pack'
import { scopeOf } from '@portolan/engine/scope/scope-of'
import type { Settings } from '@portolan/engine/settings'
import { resolveTenants } from '@portolan/engine/tenancy/resolve-tenants'
import type { Tenancy } from '@portolan/engine/tenancy/tenancy'
import { type IsoDate, instant } from '@portolan/engine/units'
import { send } from '../api/client.ts'
import type { Ground } from './outcome.ts'
import { zoneOfPlan } from './zone-offsets.ts'

type SavedSettings = Pick<Settings, 'timeZone' | 'startDate'>

/** Where facts and givens are. The page says it: the routes of the contract would bring all of zod into the worker. */
export interface GroundAddresses {
  readonly facts: string
  readonly givens: string
}

/**
 * Fetches what plans are made from. Facts are unpacked by the browser on the way and kept in its cache by their ETag;
 * clock and decisions are small and read each time.
 */
export async function loadGround(from: GroundAddresses, saved: SavedSettings): Promise<Ground> {
  const [{ facts, tenancy }, givens] = await Promise.all([
    send(from.facts).then(factsOf),
    send(from.givens).then((response) => response.json() as Promise<PlanGivens>),
  ])
  const day = givens.day as IsoDate
  const decisions = new Map(givens.decisions.map(({ row, decision }) => [row, decision]))
  const vmTenants = new Map(givens.vmTenants.map(({ row, tenant }) => [row, tenant]))
  const resolved = resolveTenants(tenancy, { tenants: givens.tenants, vmTenants })
  const rules = { filters: givens.tenantFilters, clusters: givens.clusterScope }
  return {
    ...{ facts, day, decisions },
    tenancy: resolved,
    scope: scopeOf({ facts, vcenters: givens.vcenters, tenancy: resolved, decisions, rules }),
    accepted: acceptedOf(givens),
    zoneOf: zones(saved, zoneOf(givens), day),
  }
}

async function factsOf(response: Response): Promise<{ facts: VmFacts; tenancy: Tenancy }> {
  return unpack(new Uint8Array(await response.arrayBuffer()))
}

function zoneOf({ zone }: PlanGivens): ZoneOffsets {
  return {
    ...zone,
    transitions: zone.transitions.map(({ at, offsetMinutes }) => ({ at: instant(at), offsetMinutes })),
  }
}

function acceptedOf({ accepted }: PlanGivens): AcceptedFindings {
  return new Map(accepted.map(({ rule, rows }) => [rule, rows === null ? 'all' : new Set(rows)]))
}

/** The server's own offsets as long as nobody changes the zone: two databases of zones need not agree. */
function zones(saved: SavedSettings, given: ZoneOffsets, day: IsoDate): Ground['zoneOf'] {
  const keyOf = ({ timeZone, startDate }: SavedSettings) => `${timeZone} ${startDate}`
  const known = new Map([[keyOf(saved), given]])
  return (settings) => {
    const key = keyOf(settings)
    const zone = known.get(key) ?? zoneOfPlan(settings, day)
    known.set(key, zone)
    return zone
  }
}
