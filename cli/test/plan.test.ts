import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { portolan } from './command.ts'

const BERLIN = 'samples/two-sites/berlin'
const LISBON = 'samples/two-sites/lisbon'
const folder = mkdtempSync(join(tmpdir(), 'portolan-'))
afterAll(() => rmSync(folder, { recursive: true }))

function input(name: string, content: object): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify({ schema: 'portolan.plan-input/1', ...content }))
  return path
}

describe('the canonical plan', () => {
  it('is the same whatever the order of the files', async () => {
    const one = await portolan(['plan', BERLIN, LISBON, '--json'])
    const other = await portolan(['plan', LISBON, BERLIN, '--json'])
    expect(one.code).toBe(0)
    expect(other.stdout).toBe(one.stdout)
  })

  it('of an empty input is that of the defaults, byte for byte', async () => {
    const defaults = await portolan(['plan', BERLIN, '--json'])
    const asked = await portolan(['plan', BERLIN, '--input', input('empty.json', {})])
    expect(asked).toEqual(defaults)
  })

  it('follows the decisions of its input and names those on nobody', async () => {
    const vm = { vcenter: 'd35a02eb-4914-9450-fb2f-ffc6e467eb37', moref: 'vm-101' }
    const path = input('cold.json', {
      decisions: [
        { vm, mode: 'cold' },
        { vm: { ...vm, moref: 'vm-999' }, exclude: true },
      ],
    })
    const { code, stdout, stderr } = await portolan(['plan', BERLIN, '--input', path])
    expect(code).toBe(0)
    const { vms } = JSON.parse(stdout) as { vms: { name: string; mode: { effective: string } }[] }
    expect(vms.find(({ name }) => name === 'web01')?.mode.effective).toBe('cold')
    expect(stderr).toMatch(/^portolan: warning: .* decides about 1 VM that no export names.* vm-999\n$/)
  })

  it('is of what is in scope, and names each VM that is not with the reason', async () => {
    const path = input('scope.json', {
      tenants: [{ tenant: 'Platform/lx', excluded: true, excludeReason: 'rebuilt' }],
      tenantFilters: [{ pattern: 'Borealis' }],
    })
    const { code, stdout } = await portolan(['plan', BERLIN, LISBON, '--input', path])
    expect(code).toBe(0)
    const plan = JSON.parse(stdout) as {
      totals: { vms: number }
      vms: unknown[]
      unscheduled: { code: string; reason: string }[]
    }
    expect([plan.vms.length, plan.totals.vms]).toEqual([18, 10])
    const reasons = new Set(plan.unscheduled.map(({ code, reason }) => `${code}: ${reason}`))
    expect([...reasons].sort()).toEqual([
      'excluded: Out of scope. Filter Borealis.',
      'excluded: Out of scope. Tenant Platform / lx is excluded: rebuilt.',
    ])
  })

  it.each([
    [
      'another schema',
      { schema: 'portolan.plan/1' },
      'schema: expected portolan.plan-input/1; found "portolan.plan/1"',
    ],
    ['a wrong setting', { settings: { agentCount: 0 } }, 'settings.agentCount: expected a whole number from 1 to 50'],
    ['a zone that is none', { settings: { timeZone: 'Mars' } }, 'settings.timeZone: there is no time zone "Mars"'],
    [
      'a VM without a name',
      { decisions: [{ vm: {}, mode: 'cold' }] },
      'decisions[0].vm: names neither a moref nor an instanceUuid',
    ],
    ['what is not planned with yet', { locks: [{}] }, 'Locks cannot be planned with yet'],
    [
      'a circle of merges',
      {
        tenants: [
          { tenant: 'a', mergedInto: 'b' },
          { tenant: 'b', mergedInto: 'a' },
        ],
      },
      'tenants: these tenants are merged in a circle: a → b → a; take one of the merges back',
    ],
    [
      'a cluster without a name',
      { clusterScope: [{ vcenter: 'x' }] },
      'clusterScope[0].cluster: expected a text of 1 to 255 characters; found nothing',
    ],
  ])('refuses %s in its input', async (_, content, sentence) => {
    const { code, stdout, stderr } = await portolan(['plan', BERLIN, '--input', input('wrong.json', content)])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(sentence)
  })
})

describe('--out', () => {
  it('writes what was asked for and says where it is', async () => {
    const out = join(folder, 'report')
    const { code, stdout } = await portolan(['plan', BERLIN, '--out', out, '--format', 'json,csv'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/Written .*migration-csv/)
    expect(readdirSync(out).sort()).toEqual(['migration-csv', 'migration-report.json'])
  })

  it('refuses a folder that is a file, in one sentence', async () => {
    const place = join(folder, 'taken')
    writeFileSync(place, 'mine')
    const { code, stdout, stderr } = await portolan(['assess', BERLIN, '--out', place, '--format', 'json'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^portolan: [^\n]*taken is a file[^\n]*\n$/)
  })
})
