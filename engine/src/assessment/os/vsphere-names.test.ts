import { describe, expect, it } from 'vitest'
import { identifyOs } from './identify-os.ts'

const identify = (config: string) => identifyOs({ config, tools: '', detail: '', hardwareVersion: 0 })

/** `64`: only "(64-bit)"; `both`: "(32-bit)" and "(64-bit)"; `none`: no suffix. */
type Bits = '64' | '32' | 'both' | 'none'
const SUFFIXES: Record<Bits, readonly string[]> = {
  '64': [' (64-bit)'],
  '32': [' (32-bit)'],
  both: [' (32-bit)', ' (64-bit)'],
  none: [''],
}

/** The names of vSphere 8.0 U3. */
const NAMES_OF_8_0_U3: readonly (readonly [name: string, bits: Bits, product: string])[] = [
  ['Microsoft Windows Server 2025', '64', 'windows-server-2025'],
  ['Microsoft Windows Server 2022', '64', 'windows-server-2022'],
  ['Microsoft Windows Server 2019', '64', 'windows-server-2019'],
  ['Microsoft Windows Server 2016', '64', 'windows-server-2016'],
  ['Microsoft Windows Server 2012', '64', 'windows-server-2012-or-r2'],
  ['Microsoft Windows Server 2008 R2', '64', 'windows-server-2008-r2'],
  ['Microsoft Windows Server 2008', 'both', 'windows-server-2008'],
  ['Microsoft Windows Server 2003', 'both', 'windows-server-2003'],
  ['Microsoft Windows Server 2003 Datacenter', 'both', 'windows-server-2003'],
  ['Microsoft Windows Server 2003 Standard', 'both', 'windows-server-2003'],
  ['Microsoft Windows Server 2003 Web Edition', '32', 'windows-server-2003'],
  ['Microsoft Small Business Server 2003', 'none', 'windows-sbs-2003'],
  ['Microsoft Windows 2000', 'none', 'windows-server-2000'],
  ['Microsoft Windows 2000 Server', 'none', 'windows-server-2000'],
  ['Microsoft Windows NT', 'none', 'windows-nt-4'],
  ['Microsoft Windows 11', '64', 'windows-11'],
  ['Microsoft Windows 10', 'both', 'windows-10'],
  ['Microsoft Windows 8.x', 'both', 'windows-8.x'],
  ['Microsoft Windows 7', 'both', 'windows-7'],
  ['Microsoft Windows Vista', 'both', 'windows-vista'],
  ['Microsoft Windows XP Professional', 'both', 'windows-xp'],
  ['Microsoft Windows 2000 Professional', 'none', 'windows-2000-professional'],
  ['Microsoft Windows 98', 'none', 'windows-98'],
  ['Microsoft Windows 95', 'none', 'windows-95'],
  ['Microsoft Windows 3.1', 'none', 'windows-3.1'],
  ['Microsoft MS-DOS', 'none', 'ms-dos'],
  ['Microsoft Windows', '64', 'windows'],
  ['Red Hat Enterprise Linux 9', '64', 'rhel-9'],
  ['Red Hat Enterprise Linux 8', '64', 'rhel-8'],
  ['Red Hat Enterprise Linux 7', '64', 'rhel-7'],
  ['Red Hat Enterprise Linux 6', 'both', 'rhel-6'],
  ['Red Hat Enterprise Linux 5', 'both', 'rhel-5'],
  ['Red Hat Enterprise Linux 4', 'both', 'rhel-4'],
  ['Red Hat Enterprise Linux 3', 'both', 'rhel-3'],
  ['Red Hat Enterprise Linux 2.1', 'none', 'rhel-2.1'],
  ['CentOS 9', '64', 'centos-stream-9'],
  ['CentOS 8', '64', 'centos-8'],
  ['CentOS 7', '64', 'centos-7'],
  ['CentOS 6', 'both', 'centos-6'],
  ['CentOS 4/5', 'both', 'centos-4/5'],
  ['Oracle Linux 9', '64', 'oracle-linux-9'],
  ['Oracle Linux 8', '64', 'oracle-linux-8'],
  ['Oracle Linux 7', '64', 'oracle-linux-7'],
  ['Oracle Linux 6', 'both', 'oracle-linux-6'],
  ['Oracle Linux 4/5', 'both', 'oracle-linux-4/5'],
  ['AlmaLinux', '64', 'alma'],
  ['Rocky Linux', '64', 'rocky'],
  ['SUSE Linux Enterprise 16', '64', 'sles-16'],
  ['SUSE Linux Enterprise 15', '64', 'sles-15'],
  ['SUSE Linux Enterprise 12', '64', 'sles-12'],
  ['SUSE Linux Enterprise 11', 'both', 'sles-11'],
  ['SUSE Linux Enterprise 10', 'both', 'sles-10'],
  ['SUSE Linux Enterprise 8/9', 'both', 'sles-8/9'],
  ['SUSE openSUSE', 'both', 'opensuse'],
  ['Novell Open Enterprise Server', 'none', 'open-enterprise-server'],
  ['Debian GNU/Linux 12', 'both', 'debian-12'],
  ['Debian GNU/Linux 11', 'both', 'debian-11'],
  ['Debian GNU/Linux 10', 'both', 'debian-10'],
  ['Debian GNU/Linux 9', 'both', 'debian-9'],
  ['Debian GNU/Linux 8', 'both', 'debian-8'],
  ['Debian GNU/Linux 7', 'both', 'debian-7'],
  ['Debian GNU/Linux 6', 'both', 'debian-6'],
  ['Debian GNU/Linux 5', 'both', 'debian-5'],
  ['Debian GNU/Linux 4', 'both', 'debian-4'],
  ['Ubuntu Linux', 'both', 'ubuntu'],
  ['Red Hat Fedora', 'both', 'fedora'],
  ['Amazon Linux 3', '64', 'amazon-linux-2023'],
  ['Amazon Linux 2', '64', 'amazon-linux-2'],
  ['Asianux 7', '64', 'asianux-7'],
  ['MIRACLE LINUX 8', '64', 'miracle-linux-8'],
  ['Asianux 4', 'both', 'asianux-4'],
  ['Asianux 3', 'both', 'asianux-3'],
  ['CoreOS Linux', '64', 'coreos'],
  ['VMware Photon OS', '64', 'photon'],
  ['VMware Photon CRX', '64', 'photon-crx'],
  ['VMware CRX Pod 1', '64', 'crx-pod'],
  ['Other 6.x or later Linux', 'both', 'other-linux-6.x+'],
  ['Other 5.x Linux', 'both', 'other-linux-5.x'],
  ['Other 4.x Linux', 'both', 'other-linux-4.x'],
  ['Other 3.x Linux', 'both', 'other-linux-3.x'],
  ['Other 2.6.x Linux', 'both', 'other-linux-2.6.x'],
  ['Other 2.4.x Linux', 'both', 'other-linux-2.4.x'],
  ['Other Linux', 'both', 'other-linux'],
  ['Oracle Solaris 11', '64', 'solaris-11'],
  ['Oracle Solaris 10', 'both', 'solaris-10'],
  ['Sun Microsystems Solaris 9', 'none', 'solaris-9'],
  ['Sun Microsystems Solaris 8', 'none', 'solaris-8'],
  ['FreeBSD 14 or later versions', 'both', 'freebsd-14+'],
  ['FreeBSD 13', 'both', 'freebsd-13'],
  ['FreeBSD 12', 'both', 'freebsd-12'],
  ['FreeBSD 11', 'both', 'freebsd-11'],
  ['FreeBSD Pre-11 versions', 'both', 'freebsd-pre-11'],
  ['SCO OpenServer 6', 'none', 'sco-openserver-6'],
  ['SCO OpenServer 5', 'none', 'sco-openserver-5'],
  ['SCO UnixWare 7', 'none', 'sco-unixware-7'],
  ['Apple macOS 14', '64', 'macos-14'],
  ['Apple macOS 13', '64', 'macos-13'],
  ['Apple macOS 12', '64', 'macos-12'],
  ['Apple macOS 11', '64', 'macos-11'],
  ['Apple macOS 10.15', '64', 'macos-10.15'],
  ['Apple macOS 10.14', '64', 'macos-10.14'],
  ['Apple macOS 10.13', '64', 'macos-10.13'],
  ['Apple macOS 10.12', '64', 'macos-10.12'],
  ['Apple Mac OS X 10.11', '64', 'macos-10.11'],
  ['Apple Mac OS X 10.10', '64', 'macos-10.10'],
  ['Apple Mac OS X 10.9', '64', 'macos-10.9'],
  ['Apple Mac OS X 10.8', '64', 'macos-10.8'],
  ['Apple Mac OS X 10.7', 'both', 'macos-10.7'],
  ['Apple Mac OS X 10.6', 'both', 'macos-10.6'],
  ['Apple Mac OS X 10.5', 'both', 'macos-10.5'],
  ['IBM OS/2', 'none', 'os/2'],
  ['Serenity Systems eComStation 2', 'none', 'ecomstation-2'],
  ['Serenity Systems eComStation 1', 'none', 'ecomstation-1'],
  ['Novell NetWare 6.x', 'none', 'netware-6.x'],
  ['Novell NetWare 5.1', 'none', 'netware-5.1'],
  ['VMware ESXi 8.0 or later', 'none', 'esxi-8.0+'],
  ['VMware ESXi 7.x', 'none', 'esxi-7.0'],
  ['VMware ESXi 6.x', 'none', 'esxi-6.x'],
  ['VMware ESXi 6.0', 'none', 'esxi-6.0'],
  ['VMware ESXi 5.x', 'none', 'esxi-5.x'],
  ['VMware ESX 4.x', 'none', 'esxi-4.x'],
  ['Other', 'both', 'other'],
]

/** Names of other releases of vSphere. */
const OTHER_NAMES: readonly (readonly [name: string, bits: Bits, product: string])[] = [
  ['Microsoft Windows Server 2016 or later', '64', 'windows-server-2016+'],
  ['Microsoft Windows Server 2021', '64', 'windows-server-2022'],
  ['Microsoft Windows Server Threshold', '64', 'windows-server-2016'],
  ['Microsoft Windows 8 Server', '64', 'windows-server-2012-or-r2'],
  ['Microsoft Windows 8', 'both', 'windows-8.x'],
  ['CentOS 4/5/6', 'both', 'centos-4/5/6'],
  ['CentOS 4/5/6/7', '64', 'centos-4/5/6/7'],
  ['CentOS 4/5 or later', 'both', 'centos-4+'],
  ['Oracle Linux 4/5/6', 'both', 'oracle-linux-4/5/6'],
  ['Oracle Linux 4/5/6/7', '64', 'oracle-linux-4/5/6/7'],
  ['Oracle Linux 4/5 or later', 'both', 'oracle-linux-4+'],
  ['Asianux 8', '64', 'asianux-8'],
  ['FreeBSD', 'both', 'freebsd'],
  ['FreeBSD 12 or later versions', 'both', 'freebsd-12+'],
  ['FreeBSD 13 or later versions', 'both', 'freebsd-13+'],
  ['Other 3.x or later Linux', 'both', 'other-linux-3.x+'],
  ['Other 4.x or later Linux', 'both', 'other-linux-4.x+'],
  ['Other 5.x or later Linux', 'both', 'other-linux-5.x+'],
  ['VMware ESXi 6.5 or later', 'none', 'esxi-6.5+'],
  ['Red Hat Enterprise Linux 10', '64', 'rhel-10'],
  ['Debian GNU/Linux 13', '64', 'debian-13'],
  ['Oracle Linux 10', '64', 'oracle-linux-10'],
  ['FreeBSD 15 or later versions', '64', 'freebsd-15+'],
  ['Other 7.x or later Linux', '64', 'other-linux-7.x+'],
  ['Asianux 9', '64', 'asianux-9'],
  ['MIRACLE LINUX 9', '64', 'miracle-linux-9'],
  ['Pardus', '64', 'pardus'],
  ['ProLinux', '64', 'prolinux'],
  ['Kylin', '64', 'kylin'],
  ['FusionOS', '64', 'fusionos'],
  ['Flatcar', '64', 'flatcar'],
  ['VMware ESXi 9.0', 'none', 'esxi-9.0'],
  ['Microsoft Windows Me', 'none', 'windows-me'],
  ['Microsoft Windows XP Home Edition', 'none', 'windows-xp'],
  ['Red Hat Linux', 'none', 'red-hat-linux'],
  ['SUSE Linux', 'both', 'suse-linux'],
  ['Novell Linux Desktop 9', 'none', 'novell-linux-desktop-9'],
  ['Sun Java Desktop System', 'none', 'sun-java-desktop'],
  ['Mandrake Linux', 'none', 'mandriva'],
  ['Mandriva Linux', 'both', 'mandriva'],
  ['Turbolinux', 'both', 'turbolinux'],
  ['Sun Microsystems Solaris 7', 'none', 'solaris-7'],
  ['Sun Microsystems Solaris 6', 'none', 'solaris-6'],
  ['Novell NetWare 4', 'none', 'netware-4'],
]

const expanded = (table: typeof OTHER_NAMES): (readonly [name: string, product: string])[] =>
  table.flatMap(([name, bits, product]) => SUFFIXES[bits].map((suffix) => [`${name}${suffix}`, product] as const))

describe('names of vSphere', () => {
  it('are all 173 of 8.0 U3', () => {
    expect(expanded(NAMES_OF_8_0_U3)).toHaveLength(173)
  })

  it.each(expanded(NAMES_OF_8_0_U3))('%s is %s', (name, product) => {
    expect(identify(name).product.id).toBe(product)
  })

  it.each(expanded(OTHER_NAMES))('of other releases: %s is %s', (name, product) => {
    expect(identify(name).product.id).toBe(product)
  })

  it.each([...expanded(NAMES_OF_8_0_U3), ...expanded(OTHER_NAMES)].filter(([name]) => name.endsWith('-bit)')))(
    'tells the bits of %s',
    (name) => {
      expect(identify(name).bits).toBe(name.includes('64') ? 64 : 32)
    },
  )

  it.each`
    id                              | product
    ${'windows8Server64Guest'}      | ${'windows-server-2012-or-r2'}
    ${'windows9_64Guest'}           | ${'windows-10'}
    ${'windows9Server64Guest'}      | ${'windows-server-2016'}
    ${'windows2019srv_64Guest'}     | ${'windows-server-2019'}
    ${'windows2019srvNext_64Guest'} | ${'windows-server-2022'}
    ${'windows2022srvNext_64Guest'} | ${'windows-server-2025'}
    ${'windows11_64Guest'}          | ${'windows-11'}
    ${'windows12_64Guest'}          | ${'windows'}
    ${'windows7Server64Guest'}      | ${'windows-server-2008-r2'}
    ${'winLonghorn64Guest'}         | ${'windows-server-2008'}
    ${'winNetStandardGuest'}        | ${'windows-server-2003'}
    ${'winNetBusinessGuest'}        | ${'windows-sbs-2003'}
    ${'asianux8_64Guest'}           | ${'miracle-linux-8'}
    ${'vmkernel65Guest'}            | ${'esxi-6.x'}
    ${'vmkernel7Guest'}             | ${'esxi-7.0'}
    ${'vmkernelGuest'}              | ${'esxi-4.x'}
    ${'rhel8_64Guest'}              | ${'rhel-8'}
    ${'rhel2Guest'}                 | ${'rhel-2.1'}
    ${'centos64Guest'}              | ${'centos-4/5'}
    ${'centos9_64Guest'}            | ${'centos-stream-9'}
    ${'oracleLinux64Guest'}         | ${'oracle-linux-4/5'}
    ${'oracleLinux8_64Guest'}       | ${'oracle-linux-8'}
    ${'rockylinux_64Guest'}         | ${'rocky'}
    ${'sles15_64Guest'}             | ${'sles-15'}
    ${'slesGuest'}                  | ${'sles-8/9'}
    ${'sles64Guest'}                | ${'sles-8/9'}
    ${'debian12_64Guest'}           | ${'debian-12'}
    ${'ubuntu64Guest'}              | ${'ubuntu'}
    ${'amazonlinux3_64Guest'}       | ${'amazon-linux-2023'}
    ${'vmwarePhoton64Guest'}        | ${'photon'}
    ${'crxPod1Guest'}               | ${'crx-pod'}
    ${'freebsd64Guest'}             | ${'freebsd-pre-11'}
    ${'freebsd13_64Guest'}          | ${'freebsd-13'}
    ${'solaris11_64Guest'}          | ${'solaris-11'}
    ${'darwin10Guest'}              | ${'macos-10.6'}
    ${'darwin23_64Guest'}           | ${'macos-14'}
    ${'other3xLinux64Guest'}        | ${'other-linux-3.x'}
    ${'otherLinux64Guest'}          | ${'other-linux'}
    ${'otherGuest64'}               | ${'other'}
    ${'os2Guest'}                   | ${'os/2'}
    ${'win31Guest'}                 | ${'windows-3.1'}
  `('the guest id $id is $product', ({ id, product }) => {
    expect(identify(id).product.id).toBe(product)
  })
})
