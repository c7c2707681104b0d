import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RULE_FIXTURES } from '../../test/support/rule-fixtures.ts'
import { estateOfRows, type PlaceRows, tablesOf, type VmRows } from '../../test/support/rvtools-case.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { importTables } from '../inventory/rvtools/import-tables.ts'
import { Settings } from '../settings.ts'
import { instant } from '../units.ts'
import { assess } from './assess.ts'
import { type Assessment, MIGRATION_MODES, type ModeReason, modeReasonsOf, RISK_CATEGORIES } from './assessment.ts'

const AS_OF = instant(Date.parse('2026-02-01T12:00:00Z'))

type RiskInput = NonNullable<Parameters<typeof Settings.parse>[0]>

function assessed(vms: readonly VmRows[], settings: RiskInput = {}, places: PlaceRows = {}, without: string[] = []) {
  return assess(deriveFacts(estateOfRows(vms, places, without)), Settings.parse(settings), AS_OF)
}
const fired = (assessment: Assessment) => assessment.findings.map(({ rule }) => rule)
const counted = (assessment: Assessment) =>
  assessment.findings.filter((finding) => finding.weight > 0 && finding.counted.length > 0).map(({ rule }) => rule)
const category = (assessment: Assessment) => RISK_CATEGORIES[assessment.category[0]]

const DISK_5000: VmRows = { vDisk: [{ 'Capacity MiB': 5000 * 1024 }] }
const BIG = { vm: { ...DISK_5000, vInfo: { 'Provisioned MiB': 11_000 * 1024 } } }
const WINDOWS_2008: VmRows = {
  vInfo: {
    'OS according to the configuration file': 'Microsoft Windows Server 2008 R2 (64-bit)',
    'OS according to the VMware Tools': null,
  },
}
const PHYSICAL_RDM: VmRows = { vDisk: [{ Raw: 'True', 'Raw Comp. Mode': 'physicalMode' }] }

describe('an exclusive group', () => {
  it('counts its heaviest member only, and lists the others', () => {
    const assessment = assessed([BIG.vm])
    expect(fired(assessment)).toEqual(expect.arrayContaining(['disk-very-large', 'provisioned-huge']))
    expect(counted(assessment)).toEqual(['disk-very-large'])
    expect(assessment.score[0]).toBe(25)
  })

  it('follows the weights that settings give its members', () => {
    const assessment = assessed([DISK_5000], { risk: { rules: { 'disk-large': { weight: 40 } } } })
    expect(counted(assessment)).toEqual(['disk-large'])
    expect(assessment.score[0]).toBe(40)
  })

  it('lets the first of the table win a tie', () => {
    expect(counted(assessed([PHYSICAL_RDM]))).toEqual(['disk-rdm-physical'])
  })

  it('makes one question of what a system is worth: unsupported, deprecated, past support, upgrade, conversion list', () => {
    const assessment = assessed([WINDOWS_2008])
    expect(fired(assessment)).toEqual(
      expect.arrayContaining(['os-deprecated', 'os-past-vendor-support', 'os-limited-on-target']),
    )
    expect(assessment.score[0]).toBe(15)
  })

  it('is settled for each VM apart', () => {
    const assessment = assessed([DISK_5000, { vDisk: [{ 'Capacity MiB': 2000 * 1024 }] }])
    const large = assessment.findings.find(({ rule }) => rule === 'disk-large')!
    expect([Array.from(large.vms), Array.from(large.counted)]).toEqual([[0, 1], [1]])
  })
})

describe('settings', () => {
  it('switch a rule off, and an optional one on', () => {
    expect(fired(assessed([DISK_5000], { risk: { rules: { 'disk-very-large': { enabled: false } } } }))).not.toContain(
      'disk-very-large',
    )
    const wide: VmRows = { vInfo: { CPUs: 17 } }
    expect(fired(assessed([wide]))).not.toContain('many-vcpus')
    expect(assessed([wide], { risk: { rules: { 'many-vcpus': { enabled: true } } } }).score[0]).toBe(10)
  })

  it('change a weight, a threshold, a list of names and the bands', () => {
    const notConnected = { risk: { rules: { 'cbt-off': { weight: 7 } } } }
    expect(assessed([{ vInfo: { CBT: null } }], notConnected).score[0]).toBe(7)
    expect(assessed([DISK_5000], { risk: { thresholds: { diskVeryLargeGiB: 5001 } } }).score[0]).toBe(10)
    expect(assessed([{ vInfo: { VM: 'sap01' } }], { risk: { thresholds: { highIoNames: ['SAP'] } } }).score[0]).toBe(15)
    expect(assessed([{ vInfo: { VM: 'sql01' } }], { risk: { thresholds: { highIoNames: [] } } }).score[0]).toBe(0)
    expect(category(assessed([DISK_5000], { risk: { greenMax: 25 } }))).toBe('GREEN')
    expect(category(assessed([DISK_5000], { risk: { greenMax: 10, yellowMax: 24 } }))).toBe('RED')
  })

  it('give a rule the weight and the floor of the severity they give it', () => {
    const severity = (severity: string) => ({ risk: { rules: { 'vm-suspended': { severity } } } })
    const suspended: VmRows = { vInfo: { Powerstate: 'suspended' } }
    expect(assessed([suspended]).score[0]).toBe(0)
    expect(assessed([suspended], severity('warning')).score[0]).toBe(3)
    expect(category(assessed([suspended], severity('critical')))).toBe('RED')
  })

  it('lift a floor', () => {
    expect(category(assessed([PHYSICAL_RDM]))).toBe('RED')
    expect(category(assessed([PHYSICAL_RDM], { risk: { rules: { 'disk-rdm-physical': { floor: null } } } }))).toBe(
      'GREEN',
    )
    expect(category(assessed([DISK_5000], { risk: { rules: { 'disk-very-large': { floor: 'RED' } } } }))).toBe('RED')
  })

  it('are refused where they name no rule, and told which was meant', () => {
    const problem = Settings.safeParse({ risk: { rules: { 'disk-very-big': { weight: 1 } } } }).error?.issues[0]
    expect(problem?.path).toEqual(['risk', 'rules', 'disk-very-big'])
    expect(problem?.message).toBe('no such rule; did you mean disk-very-large, disk-large, disk-count-high?')
    expect(Settings.safeParse({ risk: { rules: { qqq: {} } } }).error?.issues[0].message).toBe(
      'no such rule; docs/methodology.md lists them all',
    )
    expect(Settings.safeParse({ risk: { thresholds: { diskHuge: 1 } } }).success).toBe(false)
    expect(Settings.safeParse({ risk: { greenMax: 60 } }).error?.issues[0].message).toBe('must not be above yellowMax')
  })
})

describe('a rule whose input no file carries', () => {
  it('does not fire and is listed with the missing columns', () => {
    const { findings, notEvaluated } = assessed([{ vInfo: { CBT: null } }], {}, {}, ['vInfo.CBT', 'vSnapshot'])
    expect(findings.map(({ rule }) => rule)).not.toContain('cbt-off')
    expect(notEvaluated).toEqual(
      expect.arrayContaining([
        { rule: 'cbt-off', missing: ['vInfo.cbt'] },
        { rule: 'snapshot-old', missing: ['vSnapshot.createdAt'] },
        { rule: 'snapshot-present', missing: ['vSnapshot.name', 'vSnapshot.createdAt'] },
      ]),
    )
  })

  it('is judged by another column where one will do', () => {
    const { findings, notEvaluated } = assessed([{ vInfo: { Disks: 8 } }], {}, {}, ['vDisk'])
    expect(findings.map(({ rule }) => rule)).toContain('disk-count-high')
    expect(notEvaluated.map(({ rule }) => rule)).not.toContain('disk-count-high')
  })

  it('is not listed when it is switched off', () => {
    const off = { risk: { rules: { 'cbt-off': { enabled: false } } } }
    expect(assessed([{}], off, {}, ['vInfo.CBT']).notEvaluated.map(({ rule }) => rule)).not.toContain('cbt-off')
  })

  it('is every rule but those of vInfo when vInfo is all there is', () => {
    const sheets = ['vCPU', 'vMemory', 'vTools', 'vDisk', 'vPartition', 'vNetwork', 'vSnapshot', 'vCD', 'vUSB']
    const places = ['vHost', 'vCluster', 'vDatastore', 'vPort', 'dvPort', 'vSwitch', 'dvSwitch', 'vSC_VMK']
    const { notEvaluated, score } = assessed([{}], {}, {}, [...sheets, ...places])
    expect(notEvaluated.length).toBeGreaterThan(20)
    for (const { missing } of notEvaluated) expect(missing.some((column) => !column.startsWith('vInfo.'))).toBe(true)
    expect(score[0]).toBe(0)
  })
})

describe('the mode', () => {
  const mode = (vm: VmRows, settings: RiskInput = {}, without: string[] = []): [string, ModeReason[]] => {
    const assessment = assessed([vm], settings, {}, without)
    return [MIGRATION_MODES[assessment.mode[0]], modeReasonsOf(assessment.modeReasons[0])]
  }
  const system = (name: string) => ({
    'OS according to the configuration file': name,
    'OS according to the VMware Tools': null,
  })
  it.each<[string, VmRows, string, ModeReason[]]>([
    ['warm without anything against it', {}, 'warm_eligible', []],
    ['warm, less efficiently, without CBT', { vInfo: { CBT: 'FALSE' } }, 'warm_eligible', ['cbt_off']],
    [
      'risky without CBT on hardware that has none',
      { vInfo: { CBT: null, 'HW version': 4 } },
      'warm_risky',
      ['old_hardware_without_cbt', 'cbt_off'],
    ],
    ['warm on old hardware with CBT', { vInfo: { 'HW version': 4 } }, 'warm_eligible', []],
    [
      'cold with an independent disk',
      { vDisk: [{ 'Disk Mode': 'independent_persistent' }] },
      'cold_required',
      ['independent_disk'],
    ],
    ['cold with a physical RDM', PHYSICAL_RDM, 'cold_required', ['physical_rdm']],
    [
      'cold when off, whatever else is risky',
      { ...DISK_5000, vInfo: { Powerstate: 'poweredOff' } },
      'cold_required',
      ['powered_off', 'very_large'],
    ],
    ['unknown without a power state', { vInfo: { Powerstate: null } }, 'unknown', ['power_state_unknown']],
    [
      'unknown without a system, before risky',
      { ...DISK_5000, vInfo: system('Other (64-bit)') },
      'unknown',
      ['os_unknown', 'very_large'],
    ],
    [
      'warm for a Linux whose distribution nobody names',
      { vInfo: system('Other 3.x or later Linux (64-bit)') },
      'warm_eligible',
      [],
    ],
    [
      'cold for an unknown system that is off',
      { vInfo: { ...system(''), Powerstate: 'poweredOff' } },
      'cold_required',
      ['powered_off', 'os_unknown'],
    ],
  ])('is %s', (_, vm, expected, reasons) => {
    expect(mode(vm)).toEqual([expected, reasons])
  })

  it('of a RED VM is cold where settings make that a policy', () => {
    const red: VmRows = { vInfo: system('Microsoft Windows 2000 Server') }
    expect(mode(red)).toEqual(['warm_risky', ['risky_os']])
    expect(mode(red, { redForcesCold: true })).toEqual(['cold_required', ['red_policy', 'risky_os']])
  })

  it('follows the thresholds of the settings', () => {
    expect(mode(DISK_5000)[0]).toBe('warm_risky')
    expect(mode(DISK_5000, { risk: { thresholds: { diskVeryLargeGiB: 6000 } } })[0]).toBe('warm_eligible')
  })
})

describe('the day of the assessment', () => {
  it('decides on ages and ends of support, not the day of the build', () => {
    const facts = deriveFacts(
      estateOfRows([
        {
          vInfo: {
            'OS according to the configuration file': 'Red Hat Enterprise Linux 7 (64-bit)',
            'OS according to the VMware Tools': null,
          },
          vSnapshot: [{ 'Date / time': '2024-06-01 00:00:00' }],
        },
      ]),
    )
    const on = (day: string) => fired(assess(facts, Settings.parse({}), instant(Date.parse(day))))
    expect(on('2024-06-30T23:00:00Z')).not.toContain('os-past-vendor-support')
    expect(on('2024-07-01T00:00:00Z')).toEqual(expect.arrayContaining(['os-past-vendor-support']))
    expect(on('2024-07-01T23:00:00Z')).not.toContain('snapshot-old')
    expect(on('2024-07-02T00:00:00Z')).toContain('snapshot-old')
  })
})

describe('order', () => {
  const fixtures = Object.values(RULE_FIXTURES).map(({ fires }) => fires.vm ?? {})
  const outcome = (assessment: Assessment) => ({
    score: Array.from(assessment.score),
    category: Array.from(assessment.category),
    mode: Array.from(assessment.mode),
    findings: assessment.findings,
    notEvaluated: assessment.notEvaluated,
  })

  it('of the rows changes nothing', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(fixtures, { minLength: 3, maxLength: 12 }), fc.integer(), (vms, seed) => {
        const tables = tablesOf(vms)
        const turned = tables.map((table) => {
          const by = Math.abs(seed) % Math.max(1, table.rows.length)
          return { ...table, rows: [...table.rows.slice(by), ...table.rows.slice(0, by)] }
        })
        const judged = (source: typeof tables) =>
          outcome(assess(deriveFacts(importTables(source).estate), Settings.parse({}), AS_OF))
        expect(judged(turned)).toEqual(judged(tables))
      }),
      { numRuns: 20 },
    )
  })

  it('of findings is that of the table, and their VMs ascend', () => {
    const { findings } = assessed(fixtures)
    const ids = Object.keys(RULE_FIXTURES)
    const places = findings.map(({ rule }) => ids.indexOf(rule))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    for (const { vms, counted } of findings) {
      expect(Array.from(vms)).toEqual(Array.from(vms).toSorted((a, b) => a - b))
      for (const vm of counted) expect(vms).toContain(vm)
    }
  })
})
