/** What a guest runs, as an export names it, and the virtual hardware of its days. */
export interface DemoSystem {
  /** In the configuration of the VM. */
  readonly config: string
  /** As VMware Tools report it; '' where none run. */
  readonly tools: string
  readonly family: 'windows' | 'linux' | 'appliance'
  readonly firmware: 'bios' | 'efi'
  readonly hardwareVersion: number
  readonly adapter: 'Vmxnet3' | 'E1000' | 'E1000e'
  readonly controller: 'VMware Paravirtual' | 'LSI Logic SAS' | 'IDE 0'
}

const modern = { firmware: 'efi', hardwareVersion: 19, adapter: 'Vmxnet3', controller: 'VMware Paravirtual' } as const
const settled = { firmware: 'bios', hardwareVersion: 14, adapter: 'Vmxnet3', controller: 'VMware Paravirtual' } as const
const aged = { firmware: 'bios', hardwareVersion: 8, adapter: 'E1000', controller: 'LSI Logic SAS' } as const

const windows = (year: string, config: string, hardware: typeof modern | typeof settled | typeof aged) =>
  ({
    ...hardware,
    config: `Microsoft Windows Server ${config} (64-bit)`,
    tools: `Microsoft Windows Server ${year} (64-bit)`,
    family: 'windows',
  }) as const
const linux = (config: string, tools: string, hardware: typeof modern | typeof settled | typeof aged) =>
  ({ ...hardware, config: `${config} (64-bit)`, tools, family: 'linux' }) as const

export const DEMO_SYSTEMS = {
  windows2022: windows('2022', '2022', modern),
  windows2019: windows('2019', '2019', modern),
  windows2016: windows('2016', '2016', settled),
  windows2012r2: windows('2012 R2', '2012', settled),
  windows2008r2: windows('2008 R2', '2008 R2', aged),
  windows2003: {
    ...aged,
    hardwareVersion: 7,
    controller: 'IDE 0',
    config: 'Microsoft Windows Server 2003 (32-bit)',
    tools: 'Microsoft Windows Server 2003 Standard (32-bit)',
    family: 'windows',
  },
  windows11: {
    ...modern,
    config: 'Microsoft Windows 11 (64-bit)',
    tools: 'Microsoft Windows 11 (64-bit)',
    family: 'windows',
  },
  windows10: {
    ...settled,
    config: 'Microsoft Windows 10 (64-bit)',
    tools: 'Microsoft Windows 10 (64-bit)',
    family: 'windows',
  },
  ubuntu2404: linux('Ubuntu Linux', 'Ubuntu 24.04.2 LTS', modern),
  ubuntu2204: linux('Ubuntu Linux', 'Ubuntu 22.04.4 LTS', modern),
  ubuntu1804: linux('Ubuntu Linux', 'Ubuntu 18.04.6 LTS', settled),
  debian12: linux('Debian GNU/Linux 12', 'Debian GNU/Linux 12 (bookworm)', modern),
  debian10: linux('Debian GNU/Linux 10', 'Debian GNU/Linux 10 (buster)', settled),
  rhel9: linux('Red Hat Enterprise Linux 9', 'Red Hat Enterprise Linux 9.4 (Plow)', modern),
  rhel8: linux('Red Hat Enterprise Linux 8', 'Red Hat Enterprise Linux 8.10 (Ootpa)', modern),
  rhel7: linux('Red Hat Enterprise Linux 7', 'Red Hat Enterprise Linux Server 7.9 (Maipo)', settled),
  oracle8: linux('Oracle Linux 8', 'Oracle Linux Server 8.9', modern),
  sles15: linux('SUSE Linux Enterprise 15', 'SUSE Linux Enterprise Server 15 SP5', modern),
  sles11: linux('SUSE Linux Enterprise 11', 'SUSE Linux Enterprise Server 11 (x86_64)', aged),
  centos7: linux('CentOS 7', 'CentOS Linux 7 (Core)', settled),
  centos6: linux('CentOS 6', 'CentOS release 6.10 (Final)', aged),
  freebsd: { ...settled, config: 'FreeBSD 13 or later versions (64-bit)', tools: '', family: 'appliance' },
} satisfies Record<string, DemoSystem>
export type DemoSystemId = keyof typeof DEMO_SYSTEMS
