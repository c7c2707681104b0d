import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ResolvedTenant } from '../tenancy/resolved-tenancy.ts'
import type { TenantDecision } from '../tenancy/tenant-decision.ts'
import type { TenantKey } from '../tenancy/tenant-key.ts'
import { findReplace } from './find-replace.ts'
import { FindReplaceRequest } from './find-replace-request.ts'
import { checkTenantTargets, confirmTargets, targetIssueText } from './target-issues.ts'
import { REPLACEABLE_TARGETS, tenantTargets, withReplacedTarget } from './tenant-targets.ts'

interface Case {
  readonly name: string
  readonly orgVdc?: string
  readonly decision?: Partial<TenantDecision>
  readonly vmsInScope?: number
}

function rowsOf(cases: readonly Case[]) {
  const tenants = cases.map(({ name, orgVdc = '', decision }, index) => {
    const key = `t${index}` as TenantKey
    return { key, name, orgVdc, origin: 'detected', decision: { tenant: key, ...decision } } as ResolvedTenant
  })
  const scope = cases.map(({ vmsInScope = 1 }) => ({ vmsInScope, excludedBy: null }))
  return tenantTargets({ tenants }, { tenants: scope as never })
}

const codesOf = (...cases: Case[]) => checkTenantTargets(rowsOf(cases)).map(({ row, code }) => `${row} ${code}`)

describe('the target of a tenant', () => {
  it('is seeded from organisation and org VDC, without one from the name alone, as Keystone takes it', () => {
    const [withVdc, without, odd] = rowsOf([
      { name: 'acme', orgVdc: 'acme-vDC-1' },
      { name: 'beta' },
      { name: ' a\u0000b\u200b  c\n' },
    ])
    expect(withVdc).toMatchObject({
      domain: 'acme',
      domainDescription: 'acme',
      project: 'acme-vDC-1',
      confirmed: false,
    })
    expect(without).toMatchObject({ domain: 'beta', project: 'beta', projectDescription: 'beta' })
    expect(odd.domain).toBe('a b c')
  })

  it('is what somebody decided, field by field; null and absent stay seeded, and an empty text is empty', () => {
    const target = { domain: ' prod ', domainDescription: null, project: '' }
    const [row] = rowsOf([{ name: 'acme', decision: { target, confirmed: true } }])
    expect(row).toMatchObject({ domain: 'prod', domainDescription: 'acme', project: '', projectDescription: 'acme' })
    expect(row.confirmed).toBe(true)
  })

  it('follows a rename where nobody decided otherwise', () => {
    expect(rowsOf([{ name: 'renamed', decision: { target: { project: 'p' } } }])[0]).toMatchObject({
      ...{ domain: 'renamed', project: 'p' },
    })
  })
})

describe('the checks of targets', () => {
  it.each`
    cases                                                                                 | codes
    ${[{ name: 'a' }, { name: 'b' }]}                                                     | ${[]}
    ${[{ name: 'a', orgVdc: 'x' }, { name: 'b', orgVdc: 'x' }]}                           | ${[]}
    ${[{ name: 'a', orgVdc: 'x' }, { name: 'a', orgVdc: 'y' }]}                           | ${[]}
    ${[{ name: 'a', orgVdc: 'x' }, { name: 'a', orgVdc: 'X' }]}                           | ${['0 project_duplicate', '1 project_duplicate']}
    ${[{ name: 'a', orgVdc: 'x' }, { name: 'A', orgVdc: 'y' }]}                           | ${['0 domain_spelled_twice', '1 domain_spelled_twice']}
    ${[{ name: 'a' }, { name: 'a', vmsInScope: 0 }]}                                      | ${[]}
    ${[{ name: 'a', decision: { target: { domain: '' } } }]}                              | ${['0 domain_missing']}
    ${[{ name: 'a', decision: { target: { project: ' \t' } } }]}                          | ${['0 project_missing']}
    ${[{ name: 'x'.repeat(64) }]}                                                         | ${[]}
    ${[{ name: 'x'.repeat(65) }]}                                                         | ${['0 domain_shortened', '0 project_shortened']}
    ${[{ name: 'a', decision: { target: { project: 'x'.repeat(65) } } }]}                 | ${['0 project_too_long']}
    ${[{ name: 'a', decision: { target: { project: '😀'.repeat(64) } } }]}                | ${[]}
    ${[{ name: 'a', orgVdc: 'x' }, { name: 'b', decision: { target: { domain: 'a' } } }]} | ${['0 domain_described_twice', '1 domain_described_twice']}
  `('find $codes', ({ cases, codes }) => {
    expect(codesOf(...cases)).toEqual(codes)
  })

  it('see names that collide only because they were cut', () => {
    expect(codesOf({ name: `${'x'.repeat(64)}1` }, { name: `${'x'.repeat(64)}2` })).toContain('0 project_duplicate')
  })

  it('name what was expected, what was found, and the others', () => {
    const issues = checkTenantTargets(rowsOf([{ name: 'a' }, { name: 'a' }]))
    expect(issues.map(targetIssueText)[0]).toBe(
      'Two tenants claim one project: expected a project of its own in its domain, found "a" in domain "a" for t1 too.',
    )
    expect(issues[0].tenants).toEqual(['t1'])
  })

  it('let exactly the rows be confirmed that they find no error in', () => {
    const name = fc.constantFrom('a', 'A', 'b', '', 'x'.repeat(65))
    const decision = fc.record({
      target: fc.record({ domain: name, project: name }, { requiredKeys: [] }),
      confirmed: fc.boolean(),
    })
    const one = fc.record({ name: fc.constantFrom('a', 'b'), vmsInScope: fc.constantFrom(0, 1), decision })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (cases) => {
        const rows = rowsOf(cases)
        const issues = checkTenantTargets(rows)
        const wrong = new Set(issues.filter(({ severity }) => severity === 'error').map(({ row }) => row))
        const { confirmed, refused, unchanged } = confirmTargets(rows, issues)
        expect(confirmed).toEqual([...rows.keys()].filter((row) => !rows[row].confirmed && !wrong.has(row)))
        expect(refused.map(({ row }) => row)).toEqual(
          [...rows.keys()].filter((row) => !rows[row].confirmed && wrong.has(row)),
        )
        expect(unchanged).toEqual([...rows.keys()].filter((row) => rows[row].confirmed))
        // Whatever is confirmed can be made: no two live rows claim one project.
        const claimed = confirmed
          .filter((row) => rows[row].isLive)
          .map((row) => `${rows[row].domain}/${rows[row].project}`.toLowerCase())
        expect(new Set(claimed).size).toBe(claimed.length)
      }),
    )
  })

  it('take back the confirmation of what find & replace changed', () => {
    const rows = rowsOf([{ name: 'acme', decision: { target: { project: 'p' }, confirmed: true } }])
    const replacements = findReplace(
      REPLACEABLE_TARGETS,
      rows,
      FindReplaceRequest.parse({ find: 'ACME', replace: 'x' }),
    )
    expect(
      withReplacedTarget({ tenant: 't0' as TenantKey, target: { project: 'p' }, confirmed: true }, replacements),
    ).toEqual({
      tenant: 't0',
      target: { project: 'p', domain: 'x', domainDescription: 'x', projectDescription: 'x' },
      confirmed: false,
    })
  })
})
