import fc from 'fast-check'
import { tenantKeyOf } from '../../src/tenancy/key-of-tenant.ts'
import { mergeCycle } from '../../src/tenancy/merges.ts'
import { TenantDecision } from '../../src/tenancy/tenant-decision.ts'
import type { TenantKey } from '../../src/tenancy/tenant-key.ts'

const text = fc.constantFrom('x', 'Beta', '=1+1')

/** Of keys that detection may or may not find. */
const tenantKey: fc.Arbitrary<TenantKey> = fc
  .record({
    name: fc.constantFrom('acme', 'Acme', 'beta', 'R&D', 'x', 'test-lab', 'gold', 'shop', 'c1', 'Unassigned', 'new'),
    orgVdc: fc.constantFrom('', '', 'c1', 'gold', 'acme-vDC-1'),
  })
  .map(tenantKeyOf)

/** Decisions about some tenants, each about another; merges that would go in a circle are left out. */
export const tenantDecisions: fc.Arbitrary<TenantDecision[]> = fc
  .uniqueArray(
    fc.record(
      {
        tenant: tenantKey,
        name: text,
        orgVdc: fc.oneof(fc.constant(''), text),
        mergedInto: tenantKey,
        made: fc.boolean(),
        excluded: fc.boolean(),
        excludeReason: text,
        priority: fc.integer({ min: 0, max: 999 }),
        target: fc.record({ domain: fc.option(text), project: fc.option(text) }, { requiredKeys: [] }),
        confirmed: fc.boolean(),
        notes: text,
      },
      { requiredKeys: ['tenant'] },
    ),
    { selector: ({ tenant }) => tenant, maxLength: 8 },
  )
  .map((all) => all.map((it) => TenantDecision.parse(it)).reduce<TenantDecision[]>(withoutCircle, []))

/** VMs of so many that were moved, by position. */
export const vmMoves = fc.array(fc.record({ vm: fc.nat({ max: 24 }), tenant: tenantKey }), { maxLength: 6 })

function withoutCircle(before: TenantDecision[], decision: TenantDecision): TenantDecision[] {
  const { mergedInto: _, ...unmerged } = decision
  return [...before, mergeCycle([...before, decision]) ? unmerged : decision]
}
