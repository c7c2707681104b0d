import type { ResolvedTenancy } from '../../tenancy/resolved-tenancy.ts'
import { tenantLabel } from '../../tenancy/tenancy.ts'
import type { TenantKey } from '../../tenancy/tenant-key.ts'

/** Labels of all tenants by their keys. */
export function labelsOf(tenants: ResolvedTenancy['tenants']): Map<TenantKey, string> {
  return new Map(tenants.map((tenant) => [tenant.key, tenantLabel(tenant)]))
}

/** The sentences about each row, joined. */
export function issueTexts<Issue extends { readonly row: number }>(
  issues: readonly Issue[],
  textOf: (issue: Issue) => string,
): Map<number, string> {
  const texts = new Map<number, string>()
  for (const issue of issues) {
    const before = texts.get(issue.row)
    texts.set(issue.row, before === undefined ? textOf(issue) : `${before} ${textOf(issue)}`)
  }
  return texts
}
