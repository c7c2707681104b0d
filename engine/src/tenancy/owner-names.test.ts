import { describe, expect, it } from 'vitest'
import { annotationReader, appGroupOf, folderPart, isOwnerLike, namePrefix, poolName } from './owner-names.ts'

describe('tenant from one text', () => {
  it.each`
    folder                               | depth | tenant
    ${'/DC1/vm/TenantA/Prod'}            | ${2}  | ${'TenantA'}
    ${'vm/TenantA'}                      | ${2}  | ${''}
    ${'/DC1/TenantA'}                    | ${2}  | ${'TenantA'}
    ${'/DC1/VM/TenantA/Prod'}            | ${3}  | ${'Prod'}
    ${'/DC1'}                            | ${2}  | ${''}
    ${''}                                | ${2}  | ${''}
    ${'/DC1/Discovered virtual machine'} | ${2}  | ${''}
    ${'//DC1// TenantA /'}               | ${2}  | ${'TenantA'}
  `('part $depth of folder $folder is "$tenant"', ({ folder, depth, tenant }) => {
    expect(folderPart(folder, depth)).toBe(tenant)
  })

  it.each`
    pool                                                                          | tenant
    ${'/DC1/Cluster1/Resources'}                                                  | ${''}
    ${'/DC1/Cluster1/Resources/MAIL'}                                             | ${'MAIL'}
    ${'/DC1/Cluster1/Resources/acme/gold (0a1b2c3d-0000-4000-8000-0123456789ab)'} | ${'gold'}
    ${''}                                                                         | ${''}
  `('pool $pool is "$tenant"', ({ pool, tenant }) => {
    expect(poolName(pool)).toBe(tenant)
  })

  it.each`
    name             | parts | prefix
    ${'acme-web-01'} | ${1}  | ${'acme'}
    ${'acme-web-01'} | ${2}  | ${'acme-web'}
    ${'acme-web-01'} | ${3}  | ${''}
    ${'web01'}       | ${1}  | ${''}
  `('the first $parts parts of $name are "$prefix"', ({ name, parts, prefix }) => {
    expect(namePrefix(name, '-', parts)).toBe(prefix)
  })

  it('takes no number and no word for a machine as an owner', () => {
    expect(isOwnerLike('acme', new Set(['vm']))).toBe(true)
    expect(isOwnerLike('VM', new Set(['vm']))).toBe(false)
    expect(isOwnerLike('2019', new Set())).toBe(false)
  })

  it.each`
    note                                 | tenant
    ${'Tenant: acme'}                    | ${'acme'}
    ${'owner=jo; TENANT = acme; x=1'}    | ${'acme'}
    ${'first line\nTenant: acme\nthird'} | ${'acme'}
    ${'Subtenant: acme'}                 | ${''}
    ${'Tenant:'}                         | ${''}
    ${'Tenant: n/a'}                     | ${''}
    ${''}                                | ${''}
  `('the note $note names "$tenant"', ({ note, tenant }) => {
    expect(annotationReader('Tenant')(note)).toBe(tenant)
  })

  it('reads a field whose name holds signs of regular expressions', () => {
    expect(annotationReader('Cost (centre)')('cost (centre)=42 north')).toBe('42 north')
  })

  it('groups applications by vApp, else by the first two parts of the name', () => {
    expect(appGroupOf('shop', 'acme-web-01')).toBe('shop')
    expect(appGroupOf('', 'acme-web-01')).toBe('acme-web')
    expect(appGroupOf('', 'web01')).toBe('web01')
  })
})
