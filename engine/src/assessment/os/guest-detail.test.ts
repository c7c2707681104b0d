import { describe, expect, it } from 'vitest'
import { identifyOs } from './identify-os.ts'
import { parseGuestDetail } from './read-guest-detail.ts'

const identify = (detail: string, config = '', tools = '') => identifyOs({ config, tools, detail, hardwareVersion: 19 })
const pretty = (name: string) => identify(`bitness='64' familyName='any' prettyName='${name}'`)

describe('the pairs of Guest Detailed Data', () => {
  it('are read with blanks inside values', () => {
    expect(parseGuestDetail("bitness='64' distroName='Ubuntu' prettyName='Ubuntu 24.04.3 LTS'")).toEqual({
      bitness: '64',
      distroName: 'Ubuntu',
      prettyName: 'Ubuntu 24.04.3 LTS',
    })
  })

  it.each`
    cell                                          | name
    ${"prettyName='Jo's Linux' bitness='64'"}     | ${"Jo's Linux"}
    ${"bitness='64' prettyName='the 'best' one'"} | ${"the 'best' one"}
    ${"prettyName='two\nlines' bitness='64'"}     | ${'two\nlines'}
    ${"prettyName='' bitness='64'"}               | ${''}
  `('keep quotes that stand inside a value: $cell', ({ cell, name }) => {
    expect(parseGuestDetail(cell).prettyName).toBe(name)
  })

  it('take text without pairs as the pretty name, and nothing from nothing', () => {
    expect(parseGuestDetail(' Debian GNU/Linux 12 (bookworm) ')).toEqual({
      prettyName: 'Debian GNU/Linux 12 (bookworm)',
    })
    expect(parseGuestDetail('  ')).toEqual({})
  })

  it('leave out what was cut off', () => {
    expect(parseGuestDetail("bitness='64' prettyName='Ubuntu 24.0")).toEqual({ bitness: '64' })
  })
})

describe('what guests call themselves', () => {
  it.each`
    name                                                                               | id                              | label
    ${'Windows Server 2019, 64-bit (Build 17763.8276)'}                                | ${'windows-server-2019'}        | ${'Windows Server 2019'}
    ${'Windows Server 2019 Standard, 64-bit (Build 17763.8276)'}                       | ${'windows-server-2019'}        | ${'Windows Server 2019 Standard'}
    ${'Windows Server 2012 R2 Standard Edition, 64-bit (Build 9600)'}                  | ${'windows-server-2012-r2'}     | ${'Windows Server 2012 R2 Standard'}
    ${'Windows Server 2012 Datacenter Edition, 64-bit (Build 9200)'}                   | ${'windows-server-2012'}        | ${'Windows Server 2012 Datacenter'}
    ${'Windows Server 2008 R2 Enterprise Edition, 64-bit Service Pack 1 (Build 7601)'} | ${'windows-server-2008-r2'}     | ${'Windows Server 2008 R2 Enterprise SP1'}
    ${'Windows Server, 64-bit (Build 18363.1556)'}                                     | ${'windows-server-1909'}        | ${'Windows Server 1909'}
    ${'Windows Server 2025 Datacenter, 64-bit (Build 26100.1)'}                        | ${'windows-server-2025'}        | ${'Windows Server 2025 Datacenter'}
    ${'Windows 10 Pro, 64-bit (Build 19045.6466)'}                                     | ${'windows-10-22h2'}            | ${'Windows 10 Pro 22H2'}
    ${'Windows 10 Enterprise, 64-bit (Build 18363.1)'}                                 | ${'windows-10-1909-enterprise'} | ${'Windows 10 Enterprise 1909'}
    ${'Windows 10 Enterprise LTSC 2019, 64-bit (Build 17763.1)'}                       | ${'windows-10-1809-ltsc'}       | ${'Windows 10 Enterprise LTSC 1809'}
    ${'Windows 10 Enterprise 2016 LTSB'}                                               | ${'windows-10-1607-ltsc'}       | ${'Windows 10 Enterprise LTSC 1607'}
    ${'Windows 10 IoT Enterprise LTSC, 64-bit (Build 19044.1)'}                        | ${'windows-10-21h2-iot-ltsc'}   | ${'Windows 10 IoT Enterprise LTSC 21H2'}
    ${'Windows 11 Pro, 64-bit (Build 26100.6899)'}                                     | ${'windows-11-24h2'}            | ${'Windows 11 Pro 24H2'}
    ${'Windows 10 Pro, 64-bit (Build 22631.1)'}                                        | ${'windows-11-23h2'}            | ${'Windows 11 Pro 23H2'}
    ${'Windows 11 Pro, 64-bit (Build 27999.1)'}                                        | ${'windows-11'}                 | ${'Windows 11 Pro'}
    ${'Windows 7 Professional, 64-bit Service Pack 1 (Build 7601)'}                    | ${'windows-7'}                  | ${'Windows 7 Pro SP1'}
    ${'Ubuntu 22.04.4 LTS'}                                                            | ${'ubuntu-22.04'}               | ${'Ubuntu 22.04.4 LTS'}
    ${'Ubuntu 24.04 LTS'}                                                              | ${'ubuntu-24.04'}               | ${'Ubuntu 24.04 LTS'}
    ${'Ubuntu 23.10'}                                                                  | ${'ubuntu-23.10'}               | ${'Ubuntu 23.10'}
    ${'Red Hat Enterprise Linux 8.10 (Ootpa)'}                                         | ${'rhel-8'}                     | ${'Red Hat Enterprise Linux 8.10'}
    ${'Red Hat Enterprise Linux Server 7.9 (Maipo)'}                                   | ${'rhel-7'}                     | ${'Red Hat Enterprise Linux 7.9'}
    ${'Red Hat Enterprise Linux CoreOS 9.6.20251203-0 (Plow)'}                         | ${'rhcos'}                      | ${'Red Hat Enterprise Linux CoreOS 9.6.20251203-0'}
    ${'CentOS Linux 7 (Core)'}                                                         | ${'centos-7'}                   | ${'CentOS 7'}
    ${'CentOS Stream 9'}                                                               | ${'centos-stream-9'}            | ${'CentOS Stream 9'}
    ${'Rocky Linux 9.6 (Blue Onyx)'}                                                   | ${'rocky-9'}                    | ${'Rocky Linux 9.6'}
    ${'AlmaLinux 9.4 (Seafoam Ocelot)'}                                                | ${'alma-9'}                     | ${'AlmaLinux 9.4'}
    ${'Oracle Linux Server 8.10'}                                                      | ${'oracle-linux-8'}             | ${'Oracle Linux 8.10'}
    ${'Debian GNU/Linux 12 (bookworm)'}                                                | ${'debian-12'}                  | ${'Debian 12'}
    ${'SUSE Linux Enterprise Server 15 SP4'}                                           | ${'sles-15-sp4'}                | ${'SUSE Linux Enterprise 15 SP4'}
    ${'SUSE Linux Enterprise Server for SAP Applications 12 SP5'}                      | ${'sles-12-sp5'}                | ${'SUSE Linux Enterprise 12 SP5 for SAP'}
    ${'openSUSE Leap 15.6'}                                                            | ${'opensuse-15.6'}              | ${'openSUSE Leap 15.6'}
    ${'openSUSE Tumbleweed'}                                                           | ${'opensuse-tumbleweed'}        | ${'openSUSE Tumbleweed'}
    ${'Fedora Linux 36 (Server Edition)'}                                              | ${'fedora-36'}                  | ${'Fedora 36'}
    ${'Amazon Linux 2023.6.20250218'}                                                  | ${'amazon-linux-2023'}          | ${'Amazon Linux 2023'}
    ${'Alpine Linux v3.22'}                                                            | ${'alpine-3.22'}                | ${'Alpine Linux 3.22'}
    ${'Kali GNU/Linux Rolling'}                                                        | ${'kali'}                       | ${'Kali Linux'}
    ${'Nasuni (OS)'}                                                                   | ${'nasuni'}                     | ${'Nasuni OS'}
    ${'Gentoo/Linux'}                                                                  | ${'gentoo'}                     | ${'Gentoo Linux'}
    ${'Fedora Linux 99'}                                                               | ${'fedora'}                     | ${'Fedora 99'}
  `('$name is $id: $label', ({ name, id, label }) => {
    expect(pretty(name)).toMatchObject({ product: { id }, label, evidence: 'detail', bits: 64 })
  })

  it.each`
    detail                                                                                                       | id                       | label
    ${"distroName='FreeBSD' familyName='FreeBSD' kernelVersion='14.2-RELEASE-p2'"}                               | ${'freebsd-14'}          | ${'FreeBSD 14.2'}
    ${"distroName='FreeBSD' familyName='FreeBSD' kernelVersion='11.4-NETSCALER-13.1'"}                           | ${'netscaler'}           | ${'Citrix NetScaler 13.1'}
    ${"distroName='VMkernel' familyName='VMkernel' kernelVersion='7.0.3'"}                                       | ${'esxi-7.0'}            | ${'VMware ESXi 7.0'}
    ${"distroName='Sophos' familyName='Linux' kernelVersion='4.14.302'"}                                         | ${'sophos'}              | ${'Sophos appliance'}
    ${"distroName='VMware Photon OS' distroVersion='4.0' prettyName='VMware Photon OS/Linux'"}                   | ${'photon-4.0'}          | ${'VMware Photon OS 4.0'}
    ${"distroName='Kali GNU/Linux' distroVersion='2025.4' prettyName='Kali GNU/Linux Rolling'"}                  | ${'kali'}                | ${'Kali Linux 2025.4'}
    ${"distroName='SLES' distroVersion='15.4' familyName='Linux'"}                                               | ${'sles-15-sp4'}         | ${'SUSE Linux Enterprise 15 SP4'}
    ${"buildNumber='20348' distroVersion='Windows' familyName='Windows'"}                                        | ${'windows-server-2022'} | ${'Windows Server 2022'}
    ${"buildNumber='14393' distroVersion='Windows' prettyName='Windows Server 2016, 64-bit (Build 14393.6796)'"} | ${'windows-server-2016'} | ${'Windows Server 2016'}
  `('$detail is $id', ({ detail, id, label }) => {
    expect(identify(detail)).toMatchObject({ product: { id }, label, evidence: 'detail' })
  })

  it.each`
    tools                                       | id
    ${'Microsoft Windows Server 2019 (64-bit)'} | ${'windows-server-2019'}
    ${'Microsoft Windows 10 (64-bit)'}          | ${'windows-10-1809'}
  `('a build that client and server share is told apart by $tools', ({ tools, id }) => {
    expect(identify("buildNumber='17763' distroName='Windows' familyName='Windows'", '', tools)).toMatchObject({
      product: { id },
      evidence: 'detail',
    })
  })

  it('a build that client and server share names neither where no column tells', () => {
    expect(identify("buildNumber='17763' distroName='Windows' familyName='Windows'")).toMatchObject({
      product: { id: 'windows' },
      evidence: 'detail',
      doubt: 'no column tells client from server',
    })
  })

  it('a distribution called Linux says nothing: the columns decide', () => {
    const detail = "bitness='64' distroName='Linux' familyName='Linux' kernelVersion='4.19.13'"
    expect(identify(detail, 'Other 2.6.x Linux (64-bit)', 'Other 4.x Linux (64-bit)')).toMatchObject({
      product: { id: 'other-linux-4.x' },
      evidence: 'tools',
    })
  })

  it('a kernel is more than nothing', () => {
    const detail = "distroName='Linux' familyName='Linux' kernelVersion='4.19.13'"
    expect(identify(detail, 'Other (64-bit)', 'Other (64-bit)')).toMatchObject({ product: { id: 'other-linux-4.x' } })
  })

  it('a guest that hides its version leaves it to a column that agrees', () => {
    expect(identify("distroName='FreeBSD' familyName='FreeBSD'", '', 'FreeBSD 13 (64-bit)')).toMatchObject({
      product: { id: 'freebsd-13' },
      evidence: 'tools',
    })
  })

  it('wins over both columns, without a doubt', () => {
    const os = identify("prettyName='Rocky Linux 9.5 (Blue Onyx)'", 'CentOS 9 (64-bit)', 'Rocky Linux (64-bit)')
    expect(os).toMatchObject({ product: { id: 'rocky-9' }, release: '9.5', evidence: 'detail', doubt: '', bits: 64 })
  })
})
