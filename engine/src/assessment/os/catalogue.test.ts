import { describe, expect, it } from 'vitest'
import { findProduct, OS_CATALOGUE } from './catalogue.ts'
import { TARGETS } from './guest-os.ts'
import { identifyOs } from './identify-os.ts'
import { productTitle } from './os-label.ts'
import { OS_SOURCES } from './sources.ts'

const identify = (config: string, detail = '') => identifyOs({ config, tools: '', detail, hardwareVersion: 0 })

const legacyOf = (name: string) => identify(name).product.legacyClass

describe('the catalogue', () => {
  it('gives every product an id of its own', () => {
    expect(new Set(OS_CATALOGUE.map((product) => product.id)).size).toBe(OS_CATALOGUE.length)
    for (const product of OS_CATALOGUE) expect(product.id).toMatch(/^[a-z0-9+./-]+$/)
  })

  it('writes days that exist', () => {
    const wrong = OS_CATALOGUE.flatMap(({ id, lifecycle: { releasedOn, standardEnd, paidEnd, best } }) =>
      [releasedOn, standardEnd, paidEnd, best?.standardEnd, best?.paidEnd]
        .filter((day) => day !== null && day !== undefined)
        .filter((day) => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day)
        .map((day) => `${id} ${day}`),
    )
    expect(wrong).toEqual([])
  })

  it('puts release before the end of standard support, and that before the end of paid support', () => {
    const wrong = OS_CATALOGUE.filter(({ lifecycle }) => {
      const days = [lifecycle.releasedOn, lifecycle.standardEnd, lifecycle.paidEnd].filter((day) => day !== null)
      return days.some((day, index) => index > 0 && day <= days[index - 1])
    })
    expect(wrong.map((product) => product.id)).toEqual([])
  })

  it('lets no best case end before the worst', () => {
    const wrong = OS_CATALOGUE.filter(
      ({ lifecycle: { standardEnd, best } }) => standardEnd && best?.standardEnd && best.standardEnd < standardEnd,
    )
    expect(wrong.map((product) => product.id)).toEqual([])
  })

  it('names the paid programme wherever there is a paid end, and a best case for every range', () => {
    for (const { id, lifecycle, precision } of OS_CATALOGUE) {
      expect([id, lifecycle.paidName !== '']).toEqual([id, lifecycle.paidEnd !== null])
      if (precision === 'range') expect([id, lifecycle.best !== null]).toEqual([id, true])
    }
  })

  it('says where dates come from', () => {
    for (const { id, lifecycle } of OS_CATALOGUE) {
      const dated = lifecycle.releasedOn ?? lifecycle.standardEnd ?? lifecycle.paidEnd
      if (dated !== null) expect([id, lifecycle.source]).not.toEqual([id, ''])
      for (const letter of lifecycle.source) expect(Object.keys(OS_SOURCES)).toContain(letter)
    }
  })

  it('judges every product on every target, and says why where it is not a plain yes', () => {
    for (const { id, targets } of OS_CATALOGUE) {
      for (const target of TARGETS) {
        const { support, note } = targets[target]
        if (support !== 'yes') expect([id, target, note]).not.toEqual([id, target, ''])
      }
    }
  })

  it.each(OS_CATALOGUE.filter(({ id }) => !['windows-server-2012', 'windows-8'].includes(id)))(
    'reaches $id by its own title',
    (product) => {
      expect(identify(productTitle(product)).product.id).toBe(product.id)
    },
  )

  it.each`
    detail                                                     | id
    ${"prettyName='Windows Server 2012, 64-bit (Build 9200)'"} | ${'windows-server-2012'}
    ${"prettyName='Windows 8 Pro, 64-bit (Build 9200)'"}       | ${'windows-8'}
  `('reaches $id only by a build', ({ detail, id }) => {
    expect(identify('', detail).product.id).toBe(id)
  })

  it('has nothing under an id that nobody gave', () => {
    expect(findProduct('rhel-99')).toBeUndefined()
  })
})

describe('the lists of planner §7.1 and §8', () => {
  it.each`
    name                                     | legacy           | coldOnly | warmRisky
    ${'FreeBSD 13 (64-bit)'}                 | ${'unsupported'} | ${true}  | ${false}
    ${'FreeBSD'}                             | ${'unsupported'} | ${true}  | ${false}
    ${'Oracle Solaris 11 (64-bit)'}          | ${'unsupported'} | ${true}  | ${false}
    ${'SCO OpenServer 6'}                    | ${'unsupported'} | ${true}  | ${false}
    ${'AIX 7.2'}                             | ${'unsupported'} | ${true}  | ${false}
    ${'HP-UX 11.31'}                         | ${'unsupported'} | ${true}  | ${false}
    ${'Microsoft Windows 2000'}              | ${'unsupported'} | ${false} | ${true}
    ${'Microsoft Windows NT'}                | ${'unsupported'} | ${false} | ${true}
    ${'Microsoft Windows Server 2003'}       | ${'deprecated'}  | ${false} | ${true}
    ${'Windows Server 2003 R2'}              | ${'deprecated'}  | ${false} | ${true}
    ${'Microsoft Windows Server 2008 R2'}    | ${'deprecated'}  | ${false} | ${false}
    ${'Microsoft Windows XP Professional'}   | ${'deprecated'}  | ${false} | ${false}
    ${'CentOS 4/5/6 (64-bit)'}               | ${'deprecated'}  | ${false} | ${false}
    ${'Red Hat Enterprise Linux 5 (64-bit)'} | ${'deprecated'}  | ${false} | ${false}
    ${'Red Hat Enterprise Linux 6 (64-bit)'} | ${'none'}        | ${false} | ${false}
    ${'Debian GNU/Linux 7 (64-bit)'}         | ${'deprecated'}  | ${false} | ${false}
    ${'Ubuntu 14.04'}                        | ${'deprecated'}  | ${false} | ${false}
    ${'Ubuntu Linux (64-bit)'}               | ${'none'}        | ${false} | ${false}
    ${'Cisco NX-OS'}                         | ${'none'}        | ${false} | ${false}
    ${'Apple macOS 12'}                      | ${'none'}        | ${false} | ${false}
    ${'Darwin Kernel'}                       | ${'none'}        | ${false} | ${false}
    ${'Other (64-bit)'}                      | ${'none'}        | ${false} | ${false}
  `('$name: $legacy, cold only $coldOnly, warm risky $warmRisky', ({ name, legacy, coldOnly, warmRisky }) => {
    expect(identify(name).product).toMatchObject({ legacyClass: legacy, coldOnly, warmRisky })
  })

  it.each([
    'CentOS 6',
    'Ubuntu 12.04',
    'Ubuntu 12.10',
    'Debian 8',
    'Debian 4',
    'RHEL 3',
    'Windows Vista',
    'Windows Server 2008',
  ])('deprecates %s', (name) => {
    expect(legacyOf(name)).toBe('deprecated')
  })

  it.each(['CentOS 7', 'CentOS 4/5/6/7', 'Ubuntu 16.04', 'Debian 9', 'Debian 10', 'Windows 7', 'Windows Server 2012'])(
    'does not deprecate %s',
    (name) => {
      expect(legacyOf(name)).toBe('none')
    },
  )

  it('knows what Red Hat converts and what it would have upgraded first', () => {
    const supported = ['RHEL 7', 'RHEL 10', 'Windows 10', 'Windows 11', 'Windows Server 2016', 'Windows Server 2025']
    for (const name of supported) expect([name, identify(name).product.forkliftSupported]).toEqual([name, true])
    for (const name of ['RHEL 6', 'CentOS 7', 'Windows Server 2012 R2', 'Ubuntu 22.04', 'Windows 7']) {
      expect([name, identify(name).product.forkliftSupported]).toEqual([name, false])
    }
    expect(identify('RHEL 6').product.upgradeAdvice).toBe('upgrade to Red Hat Enterprise Linux 7 first')
    for (const name of ['CentOS 7', 'CentOS 8', 'CentOS Stream 9', 'Amazon Linux 2']) {
      expect(identify(name).product.upgradeAdvice).not.toBe('')
    }
  })

  it('says nothing of how a system moves that nobody named, and of an appliance', () => {
    for (const name of ['Other (64-bit)', 'Cisco NX-OS', 'Other 3.x Linux (64-bit)', '']) {
      expect(identify(name).product.targets.kvm.support).toBe('unknown')
    }
  })
})
