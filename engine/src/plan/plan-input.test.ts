import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { importTables } from '../inventory/rvtools/import-tables.ts'
import { asOfOf, PlanInput, planInputJsonSchema, resolveDecisions, zoneOf } from './plan-input.ts'

const input = (more: object = {}) => PlanInput.parse({ schema: 'portolan.plan-input/1', ...more })
const mistakes = (more: object) => PlanInput.safeParse({ schema: 'portolan.plan-input/1', ...more }).error?.issues

const { estate } = importTables([
  {
    sheet: 'vInfo',
    header: ['VM', 'Powerstate', 'VM ID', 'VI SDK UUID', 'VM UUID', 'In Use MiB'],
    rows: [
      [
        'web1',
        'poweredOn',
        'vm-1',
        'AAAA0000-0000-4000-8000-000000000001',
        'BBBB0000-0000-4000-8000-000000000001',
        10240,
      ],
      [
        'web2',
        'poweredOn',
        'vm-2',
        'AAAA0000-0000-4000-8000-000000000001',
        'BBBB0000-0000-4000-8000-000000000002',
        10240,
      ],
    ],
  },
])
const facts = deriveFacts(estate)
const VCENTER = 'aaaa0000-0000-4000-8000-000000000001'

describe('a plan input', () => {
  it('may be nothing but its schema', () => {
    const { settings, decisions, clock, seed } = input()
    expect(settings.efficiency).toBe(0.55)
    expect([decisions, seed, asOfOf(clock), zoneOf(clock)]).toEqual([[], 0, null, null])
  })

  it.each(['dependencies', 'windows', 'locks'])('is refused with %s rather than planned without them', (list) => {
    expect(mistakes({ [list]: [{ from: 'a', to: 'b' }] })).toMatchObject([
      { path: [list], message: expect.stringContaining('cannot be planned with yet') },
    ])
    expect(mistakes({ [list]: [] })).toBeUndefined()
  })

  it.each([
    ['another schema', { schema: 'portolan.plan-input/2' }, ['schema']],
    ['a key nobody knows', { waves: [] }, []],
    ['a wrong setting', { settings: { efficiency: 2 } }, ['settings', 'efficiency']],
    ['a decision about no VM', { decisions: [{ vm: { vcenter: 'x' } }] }, ['decisions', 0, 'vm']],
    ['a mode there is not', { decisions: [{ vm: { moref: 'vm-1' }, mode: 'hot' }] }, ['decisions', 0, 'mode']],
    ['a clock without a zone', { clock: { asOf: '2026-01-02T12:00:00' } }, ['clock', 'asOf']],
    [
      'offsets out of order',
      {
        clock: {
          zone: {
            zone: 'X',
            offsetMinutes: 0,
            transitions: [
              { at: '2026-10-25T01:00:00Z', offsetMinutes: 0 },
              { at: '2026-03-29T01:00:00Z', offsetMinutes: 60 },
            ],
          },
        },
      },
      ['clock', 'zone', 'transitions'],
    ],
  ])('is refused with %s', (_, more, path) => expect(mistakes(more)?.map((issue) => issue.path)).toEqual([path]))

  it('brings its clock along', () => {
    const { clock } = input({
      clock: {
        asOf: '2026-01-02T12:00:00Z',
        zone: { zone: 'X', offsetMinutes: 60, transitions: [{ at: '2026-03-29T01:00:00Z', offsetMinutes: 120 }] },
      },
    })
    expect(asOfOf(clock)).toBe(Date.parse('2026-01-02T12:00:00Z'))
    expect(zoneOf(clock)?.transitions).toEqual([{ at: Date.parse('2026-03-29T01:00:00Z'), offsetMinutes: 120 }])
  })

  it('has a published schema', () =>
    expect(planInputJsonSchema()).toMatchObject({ type: 'object', required: ['schema'], additionalProperties: false }))
})

describe('decisions', () => {
  it('find their VM by vCenter and MoRef, or by instance UUID', () => {
    const { decisions, unknown } = resolveDecisions(
      input({
        decisions: [
          { vm: { vcenter: VCENTER.toUpperCase(), moref: 'vm-2' }, mode: 'cold', priority: 3 },
          { vm: { vcenter: VCENTER, moref: 'vm-1' }, exclude: true },
          { vm: { vcenter: VCENTER, moref: 'vm-2' }, mode: 'warm' },
        ],
      }),
      estate,
      facts,
    )
    expect([...decisions]).toEqual([
      [1, { mode: 'warm', priority: 3 }],
      [0, { exclude: true }],
    ])
    expect(unknown).toEqual([])
  })

  it('name the VMs that are in no export', () =>
    expect(
      resolveDecisions(
        input({ decisions: [{ vm: { vcenter: VCENTER, moref: 'vm-9' }, mode: 'cold' }] }),
        estate,
        facts,
      ),
    ).toMatchObject({ unknown: [{ moref: 'vm-9' }] }))
})
