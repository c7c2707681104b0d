import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { identifyOs } from './identify-os.ts'

const columns = (config: string, tools: string, hardwareVersion = 0) =>
  identifyOs({ config, tools, detail: '', hardwareVersion })

describe('which column wins', () => {
  it.each`
    config                                               | tools                                                | id                             | evidence           | doubt
    ${'Red Hat Enterprise Linux 7 (64-bit)'}             | ${'Red Hat Enterprise Linux 8 (64-bit)'}             | ${'rhel-8'}                    | ${'tools'}         | ${'configured as Red Hat Enterprise Linux 7'}
    ${'Microsoft Windows Server 2016 or later (64-bit)'} | ${'Microsoft Windows Server 2019 (64-bit)'}          | ${'windows-server-2019'}       | ${'tools'}         | ${''}
    ${'Microsoft Windows 7 (64-bit)'}                    | ${'Microsoft Windows Server 2012 (64-bit)'}          | ${'windows-server-2012-or-r2'} | ${'tools'}         | ${'configured as Windows 7'}
    ${'Other 3.x or later Linux (64-bit)'}               | ${'VMware Photon OS (64-bit)'}                       | ${'photon'}                    | ${'tools'}         | ${''}
    ${'CentOS 9 (64-bit)'}                               | ${'Rocky Linux (64-bit)'}                            | ${'rocky'}                     | ${'tools'}         | ${'configured as CentOS Stream 9'}
    ${'Microsoft Windows Server 2019 (64-bit)'}          | ${'Microsoft Windows Server 2016 (64-bit)'}          | ${'windows-server-2016'}       | ${'tools'}         | ${'configured as Windows Server 2019, and old Tools report the predecessor'}
    ${'Microsoft Windows Server 2022 (64-bit)'}          | ${'Ubuntu Linux (64-bit)'}                           | ${'ubuntu'}                    | ${'tools'}         | ${'configured as Windows Server 2022'}
    ${'Debian GNU/Linux 11 (64-bit)'}                    | ${'Other 4.x Linux (64-bit)'}                        | ${'debian-11'}                 | ${'configuration'} | ${'Tools say only Other 4.x Linux'}
    ${'Microsoft Windows Server 2019 (64-bit)'}          | ${'Microsoft Windows Server 2016 or later (64-bit)'} | ${'windows-server-2019'}       | ${'configuration'} | ${'Tools say only Windows Server 2016 or later'}
    ${'Ubuntu Linux 22.04 (64-bit)'}                     | ${'Ubuntu Linux (64-bit)'}                           | ${'ubuntu-22.04'}              | ${'configuration'} | ${'Tools say only Ubuntu'}
    ${'Microsoft Windows 10 (64-bit)'}                   | ${'Microsoft Windows Server 2016 or later (64-bit)'} | ${'windows-server-2016+'}      | ${'tools'}         | ${'configured as Windows 10; one of several versions, judged by the first to end'}
    ${'Microsoft Windows Server 2012 (64-bit)'}          | ${'Microsoft Windows Server 2016 or later (64-bit)'} | ${'windows-server-2016+'}      | ${'tools'}         | ${'configured as Windows Server 2012 or 2012 R2; one of several versions, judged by the first to end'}
    ${'Microsoft Windows Server 2019 (64-bit)'}          | ${'Other Linux (64-bit)'}                            | ${'other-linux'}               | ${'tools'}         | ${'configured as Windows Server 2019'}
    ${'Microsoft Windows Server 2019 (64-bit)'}          | ${'Other (64-bit)'}                                  | ${'windows-server-2019'}       | ${'configuration'} | ${'Tools say only Other'}
    ${'Other 2.6.x Linux (64-bit)'}                      | ${'Other 4.x or later Linux (64-bit)'}               | ${'other-linux-4.x+'}          | ${'tools'}         | ${''}
    ${'Other 4.x Linux (64-bit)'}                        | ${'Other Linux (64-bit)'}                            | ${'other-linux-4.x'}           | ${'configuration'} | ${'Tools say only Other Linux'}
    ${'Other (64-bit)'}                                  | ${'VMware ESXi 7.x'}                                 | ${'esxi-7.0'}                  | ${'tools'}         | ${''}
    ${'CentOS 7 (64-bit)'}                               | ${''}                                                | ${'centos-7'}                  | ${'configuration'} | ${'not confirmed by Tools'}
    ${''}                                                | ${'CentOS 7 (64-bit)'}                               | ${'centos-7'}                  | ${'tools'}         | ${''}
    ${''}                                                | ${''}                                                | ${'unknown'}                   | ${'none'}          | ${'no column names a system'}
    ${'CentOS 7 (64-bit)'}                               | ${'CentOS 7 (64-bit)'}                               | ${'centos-7'}                  | ${'tools'}         | ${''}
  `('configured $config, Tools $tools: $id by $evidence', ({ config, tools, id, evidence, doubt }) => {
    expect(columns(config, tools)).toMatchObject({ product: { id }, evidence, doubt })
  })

  it('takes from the other column what the winner leaves out', () => {
    expect(columns('Windows Server 2003 Standard (32-bit)', 'Microsoft Windows Server 2003')).toMatchObject({
      product: { id: 'windows-server-2003' },
      edition: 'Standard',
      bits: 32,
      evidence: 'tools',
    })
    expect(columns('CentOS 7.9', 'CentOS 7 (64-bit)')).toMatchObject({ release: '7.9', label: 'CentOS 7.9' })
  })
})

describe('old hardware versions', () => {
  it.each`
    name                                        | hardware | doubt
    ${'Microsoft Windows Server 2016 (64-bit)'} | ${14}    | ${'hardware version 14 is too old to say Windows Server 2019 or later'}
    ${'Microsoft Windows Server 2016 (64-bit)'} | ${17}    | ${''}
    ${'Microsoft Windows Server 2019 (64-bit)'} | ${17}    | ${'hardware version 17 is too old to say Windows Server 2022 or later'}
    ${'Microsoft Windows Server 2019 (64-bit)'} | ${18}    | ${''}
    ${'Microsoft Windows Server 2022 (64-bit)'} | ${19}    | ${'hardware version 19 is too old to say Windows Server 2025'}
    ${'Microsoft Windows Server 2012 (64-bit)'} | ${8}     | ${'hardware version 8 is too old to say Windows Server 2016'}
    ${'Microsoft Windows 10 (64-bit)'}          | ${19}    | ${'hardware version 19 is too old to say Windows 11; build unknown'}
    ${'Microsoft Windows 10 (64-bit)'}          | ${20}    | ${'build unknown'}
    ${'Microsoft Windows 10 (64-bit)'}          | ${NaN}   | ${'build unknown'}
    ${'Microsoft Windows Server 2025 (64-bit)'} | ${20}    | ${''}
  `('$name on hardware version $hardware: "$doubt"', ({ name, hardware, doubt }) => {
    expect(columns(name, name, hardware).doubt).toBe(doubt)
  })

  it('do not matter where the guest says its build', () => {
    const detail = "prettyName='Windows Server 2016, 64-bit (Build 14393.8783)'"
    expect(
      identifyOs({ config: '', tools: 'Microsoft Windows Server 2016 (64-bit)', detail, hardwareVersion: 13 }).doubt,
    ).toBe('')
  })
})

describe('edge cases', () => {
  it.each([
    'True',
    'poweredOn',
    'thin',
    '2024-01-01',
    '[ds1] Windows 2019/vm.vmx',
    '42',
    'guestToolsRunning',
    'Win2k19',
    '0',
  ])('the value %s is no name of a system', (value) => {
    expect(columns(value, '')).toMatchObject({
      product: { id: 'unknown', family: 'unknown' },
      evidence: 'none',
      doubt: `"${value}" of the configuration column is no known name of a system`,
    })
  })

  it('takes the column that names a system beside one that does not', () => {
    expect(columns('True', 'Ubuntu Linux (64-bit)')).toMatchObject({
      product: { id: 'ubuntu' },
      evidence: 'tools',
      doubt: '"True" of the configuration column is no known name of a system',
    })
  })

  it.each`
    name                                                                   | id                       | label
    ${'Other (64-bit)'}                                                    | ${'other'}               | ${'Other (unidentified)'}
    ${'Other 3.x Linux (64-bit)'}                                          | ${'other-linux-3.x'}     | ${'Other 3.x Linux (unidentified)'}
    ${'Microsoft Windows (64-bit)'}                                        | ${'windows'}             | ${'Windows (version unknown)'}
    ${'Ubuntu Linux (64-bit)'}                                             | ${'ubuntu'}              | ${'Ubuntu (version unknown)'}
    ${'VMware Photon OS (64-bit)'}                                         | ${'photon'}              | ${'VMware Photon OS (version unknown)'}
    ${'Cisco NX-OS'}                                                       | ${'cisco'}               | ${'Cisco appliance'}
    ${'Darwin Kernel Version 20'}                                          | ${'macos'}               | ${'macOS (version unknown)'}
    ${'CentOS 8 (64-bit)'}                                                 | ${'centos-8'}            | ${'CentOS 8'}
    ${'Windows Server 2003 R2 Standard Edition'}                           | ${'windows-server-2003'} | ${'Windows Server 2003 Standard R2'}
    ${'Linux 5.4.0-81-generic Ubuntu 20.04.3 LTS Focal Fossa'}             | ${'ubuntu-20.04'}        | ${'Ubuntu 20.04.3 LTS'}
    ${'Linux 3.10.0-1160.el7.x86_64 CentOS Linux release 7.9.2009 (Core)'} | ${'centos-7'}            | ${'CentOS 7.9'}
    ${'Linux 4.14.35 unknown'}                                             | ${'other-linux-4.x'}     | ${'Other 4.x Linux (unidentified)'}
    ${'FreeBSD 12.2-RELEASE'}                                              | ${'freebsd-12'}          | ${'FreeBSD 12.2'}
    ${'Red Hat Enterprise Linux 12 (64-bit)'}                              | ${'rhel'}                | ${'Red Hat Enterprise Linux 12'}
    ${'Windows Server 2016 Standard, 64-bit (Build 14393)'}                | ${'windows-server-2016'} | ${'Windows Server 2016 Standard'}
  `('$name is $id: $label', ({ name, id, label }) => {
    expect(columns(name, '')).toMatchObject({ product: { id }, label })
  })

  it('says that CentOS 8 may be either', () => {
    expect(columns('CentOS 8 (64-bit)', 'CentOS 8 (64-bit)').doubt).toBe('CentOS Linux 8 or CentOS Stream 8')
  })

  it('says where dates depend on a service pack', () => {
    expect(columns('SUSE Linux Enterprise 15 (64-bit)', 'SUSE Linux Enterprise 15 (64-bit)').doubt).toBe(
      'service pack unknown, judged by the first to end',
    )
  })
})

const NAME_PARTS = [
  'Microsoft Windows',
  'Server',
  '2016 or later',
  '2012 R2',
  'Ubuntu',
  '22.04',
  'Other',
  '3.x',
  'Linux',
  '(64-bit)',
  'SUSE',
  '15',
  'SP4',
  'Red Hat Enterprise',
  '8.10',
  "prettyName='",
  "'",
  '(Build 19045.1)',
  'SCO',
  'FreeBSD',
  '/',
] as const
const name = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...NAME_PARTS), { maxLength: 6 }).map((parts) => parts.join(' ')),
)

describe('any text', () => {
  it('gives a system of the catalogue with a label, and never an error', () => {
    fc.assert(
      fc.property(name, name, name, fc.integer(), (config, tools, detail, hardwareVersion) => {
        const os = identifyOs({ config, tools, detail, hardwareVersion })
        expect(os.label).not.toBe('')
        expect(os.label).not.toMatch(/undefined|NaN|\$\d/)
        if (os.product.id === 'unknown') expect(os.doubt).not.toBe('')
      }),
    )
  })

  it('means the same in any case and with any white space', () => {
    fc.assert(
      fc.property(name, name, (config, tools) => {
        fc.pre(!/[^\x20-\x7e]/.test(config + tools))
        const { doubt: _, ...plain } = columns(config, tools)
        const { doubt: __, ...shouted } = columns(
          `  ${config.toUpperCase().replaceAll(' ', ' \t ')}\n`,
          tools.toLowerCase().replaceAll(' ', '\u00a0'),
        )
        expect(shouted).toEqual(plain)
      }),
    )
  })
})
