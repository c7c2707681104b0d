import { expect, it } from 'vitest'
import { estateOfRows, type Row, type VmRows } from '../../test/support/rvtools-case.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { Settings } from '../settings.ts'
import { instant } from '../units.ts'
import { assess } from './assess.ts'
import { MIGRATION_MODES, RISK_CATEGORIES } from './assessment.ts'

const AS_OF = instant(Date.parse('2026-02-01T12:00:00Z'))

const gib = (size: number) => size * 1024
const system = (name: string): VmRows => ({
  vInfo: { 'OS according to the configuration file': name, 'OS according to the VMware Tools': name },
})
const disks = (count: number, totalGiB = 100): VmRows => ({
  vDisk: Array.from({ length: count }, (_, index) => ({
    Disk: `Hard disk ${index + 1}`,
    'Disk Key': 2000 + index,
    'Capacity MiB': gib(totalGiB) / count,
    Path: `[ds1] web01/web01_${index}.vmdk`,
  })),
})
const snapshots = (count: number, days: number): VmRows => ({
  vSnapshot: Array.from({ length: count }, (_, index) => ({
    Name: `s${index}`,
    'Date / time': new Date(AS_OF - days * 86_400_000).toISOString().slice(0, 19).replace('T', ' '),
  })),
})
const nics = (count: number): VmRows => ({
  vNetwork: Array.from({ length: count }, (_, index) => ({
    'NIC label': `Network adapter ${index + 1}`,
    'Mac Address': `00:50:56:00:01:0${index}`,
    'IPv4 Address': `10.1.0.${index}`,
  })),
})
const memory = (size: number): VmRows => ({ vInfo: { Memory: gib(size) }, vMemory: { 'Size MiB': gib(size) } })
const vInfo = (row: Row): VmRows => ({ vInfo: row })

function judged(vm: VmRows): string {
  const { score, category, mode } = assess(deriveFacts(estateOfRows([vm])), Settings.parse({}), AS_OF)
  return `${score[0]} ${RISK_CATEGORIES[category[0]]} ${MIGRATION_MODES[mode[0]]}`
}

const worst: VmRows = {
  vInfo: { ...system('Microsoft Windows Server 2003 (32-bit)').vInfo, VM: 'mssql01', Memory: gib(128) },
  vMemory: { 'Size MiB': gib(128) },
  ...disks(8, 6000),
  ...snapshots(6, 100),
  ...nics(4),
}

// planner §38.1 with its notes: the floor of an unsupported system, exclusive groups, the REC rows.
it.each<[string, VmRows, string]>([
  ['nothing', {}, '0 GREEN warm_eligible'],
  ['FreeBSD', system('FreeBSD 13 or later versions (64-bit)'), '50 RED cold_required'],
  ['Oracle Solaris 11', system('Oracle Solaris 11 (64-bit)'), '50 RED cold_required'],
  ['Windows 2000', system('Microsoft Windows 2000 Server'), '30 RED warm_risky'],
  ['Windows Server 2008 R2', system('Microsoft Windows Server 2008 R2 (64-bit)'), '15 GREEN warm_eligible'],
  ['CentOS 6', system('CentOS 6 (64-bit)'), '15 GREEN warm_eligible'],
  ['Ubuntu 14.04', system('Ubuntu Linux 14.04 LTS (64-bit)'), '15 GREEN warm_eligible'],
  ['disk 2000 GiB', disks(1, 2000), '10 GREEN warm_eligible'],
  ['disk 4999 GiB', disks(1, 4999), '10 GREEN warm_eligible'],
  ['disk 4999.9 GiB', disks(1, 4999.9), '10 GREEN warm_eligible'],
  ['disk 5000 GiB', disks(1, 5000), '25 YELLOW warm_risky'],
  ['6 disks', disks(6, 96), '15 GREEN warm_eligible'],
  ['8 disks', disks(8, 96), '25 YELLOW warm_eligible'],
  ['3 snapshots', snapshots(3, 1), '8 GREEN warm_eligible'],
  ['5 snapshots of 31 days', snapshots(5, 31), '25 YELLOW warm_risky'],
  ['1 snapshot of 30 days', snapshots(1, 30), '0 GREEN warm_eligible'],
  ['3 NICs', nics(3), '10 GREEN warm_eligible'],
  ['64 GiB of RAM', memory(64), '15 GREEN warm_eligible'],
  ['the name SQLPROD', vInfo({ VM: 'SQLPROD' }), '15 GREEN warm_eligible'],
  ['everything at once', worst, '100 RED warm_risky'],
  ['poweredOff', vInfo({ Powerstate: 'poweredOff' }), '0 GREEN cold_required'],
  ['Suspended', vInfo({ Powerstate: 'Suspended' }), '0 GREEN cold_required'],
  ['Red Hat Enterprise Linux 5', system('Red Hat Enterprise Linux 5 (64-bit)'), '15 GREEN warm_eligible'],
  ['Debian GNU/Linux 7', system('Debian GNU/Linux 7 (64-bit)'), '15 GREEN warm_eligible'],
  ['Cisco NX-OS', system('Cisco NX-OS'), '0 GREEN unknown'],
])('%s scores as the golden vector says', (_, vm, expected) => {
  expect(judged(vm)).toBe(expected)
})
