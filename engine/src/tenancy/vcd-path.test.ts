import { describe, expect, it } from 'vitest'
import { learnVcd, parseVcdFolder, vcdOwner, vcdVapp, vdcOfPool } from './vcd-path.ts'

const ORG = '00000000-0000-4000-8000-00000000000a'
const VDC = '00000000-0000-4000-8000-00000000000b'
const VAPP = '00000000-0000-4000-8000-00000000000c'
const OTHER = '00000000-0000-4000-8000-00000000000d'

/** Asks about one VM of an estate that consists of `paths`. */
function ownerOf(folder: string, pool = '', others: { folder: string; pool: string }[] = []) {
  const all = [{ folder, pool }, ...others]
  const knowledge = learnVcd(
    all.map((paths) => parseVcdFolder(paths.folder)),
    all.map((paths) => vdcOfPool(paths.pool)),
  )
  return vcdOwner(parseVcdFolder(folder), pool, knowledge)
}

describe('Cloud Director paths', () => {
  it.each([
    [
      'a numbered org VDC',
      `/DC1/vCD-Node1/acme (${ORG})/acme-vDC-1326124 (${VDC})/app`,
      '',
      { tenant: 'acme', orgVdc: 'acme-vDC-1326124' },
    ],
    ['a numbered org VDC without ids', '/DC1/vCD/acme_VDC_12/app', '', { tenant: 'acme', orgVdc: 'acme_VDC_12' }],
    [
      'a numbered org VDC in the pool alone',
      '/DC1/vm',
      '/DC1/c1/Resources/acme-vdc-7',
      { tenant: 'acme', orgVdc: 'acme-vdc-7' },
    ],
    [
      'an organisation that is called otherwise than its numbered VDC',
      `/DC1/vCD/Contoso Ltd (${ORG})/shop-vdc-2 (${VDC})`,
      '',
      { tenant: 'Contoso Ltd', orgVdc: 'shop-vdc-2' },
    ],
    [
      'two folders with ids',
      `/DC1/vCD/acme (${ORG})/gold (${VDC})/shop (${VAPP})`,
      '',
      { tenant: 'acme', orgVdc: 'gold' },
    ],
    [
      'a vApp right below the organisation: the pool knows the VDC',
      `/DC1/vCD/acme (${ORG})/shop (${VAPP})`,
      `/DC1/c1/Resources/paygo/gold (${VDC})`,
      { tenant: 'acme', orgVdc: 'gold' },
    ],
    [
      'a VM in the pool of the platform itself',
      `/DC1/vCD/acme (${ORG})/gold (${VDC})`,
      `/DC1/c1/Resources/System vDC (${OTHER})`,
      { tenant: 'acme', orgVdc: 'gold' },
    ],
    ['an organisation alone', `/DC1/vCD/acme (${ORG})`, '', { tenant: 'acme', orgVdc: '' }],
    [
      'an org VDC without a number and without ids',
      '/DC1/Acme-VDC-Prod/web',
      '',
      { tenant: 'Acme', orgVdc: 'Acme-VDC-Prod' },
    ],
    ['an org VDC that ends in the word', '/DC1/acme_vdc', '', { tenant: 'acme', orgVdc: 'acme_vdc' }],
    ["vCenter's folder for found VMs", `/DC1/Discovered virtual machine (${ORG})`, '', null],
    ['a plain folder', '/DC1/vm/TenantA/Prod', '/DC1/c1/Resources', null],
    ['nothing', '', '', null],
  ])('%s', (_, folder, pool, owner) => {
    expect(ownerOf(folder, pool)).toEqual(owner)
  })

  it('names the organisation of a VM without a folder from the other VMs of its org VDC', () => {
    const others = [{ folder: `/DC1/vCD/acme (${ORG})/gold (${VDC})`, pool: `/DC1/c1/Resources/gold (${VDC})` }]
    expect(ownerOf('', `/DC1/c2/Resources/gold (${VDC})`, others)).toEqual({ tenant: 'acme', orgVdc: 'gold' })
    expect(ownerOf('', `/DC1/c2/Resources/silver (${OTHER})`, others)).toBeNull()
  })

  it('keeps the second folder as the org VDC when a VM stands in the pool of another one', () => {
    const others = [{ folder: '', pool: `/DC1/c1/Resources/gold (${VDC})` }]
    const owner = ownerOf(`/DC1/vCD/acme (${ORG})/gold (${VDC})`, `/DC1/c1/Resources/silver (${OTHER})`, others)
    expect(owner).toEqual({ tenant: 'acme', orgVdc: 'gold' })
  })

  it('finds the vApp below the org VDC', () => {
    expect(vcdVapp(parseVcdFolder(`/DC1/vCD/acme (${ORG})/gold (${VDC})/shop (${VAPP})`))).toBe('shop')
    expect(vcdVapp(parseVcdFolder(`/DC1/vCD/acme (${ORG})/gold (${VDC})`))).toBe('')
  })
})
