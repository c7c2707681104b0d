import { bandwidthOf } from '@portolan/engine/bandwidth/bandwidth'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../what-if/outcome.ts'
import { effectRows, feasibilityOf, headroom } from './effect.ts'
import { DEFAULTS } from './setting-paths.ts'

const bandwidth = bandwidthOf(DEFAULTS)

function outcome(
  changes: { finish?: string | null; daysLate?: number | null; totalHours?: number; red?: number; rate?: number } = {},
): Outcome {
  const { finish = '2026-06-09', daysLate = 1, totalHours = 80, red = 85, rate = 2200 } = changes
  return {
    bandwidth: { ...bandwidth, effectiveMbps: rate as typeof bandwidth.effectiveMbps },
    agents: { recommended: 4 },
    totals: { vms: 1288, coldVms: 500, totalHours, downtimeHours: 900, fixHours: 100, days: 31 },
    deadline: {
      finish,
      daysLate,
      deadline: '2026-06-08',
      availableHours: 176,
      utilisationPct: (totalHours / 176) * 100,
      overrunDays: 0,
    },
    risk: { GREEN: 900, YELLOW: 300, RED: red },
  } as Outcome
}

const rowOf = (label: string, before: Outcome, after: Outcome) =>
  effectRows(before, after).find((row) => row.label === label)

describe('the effect of a change', () => {
  it.each([
    ['Finish', { finish: '2026-06-01' }, '1 Jun 2026', '8 days earlier', true],
    ['Finish', { finish: '2026-06-10' }, '10 Jun 2026', '1 day later', false],
    ['Finish', { finish: null }, 'none', null, false],
    ['Deadline', { daysLate: -7 }, '7 days to spare', null, true],
    ['Deadline', { daysLate: 4 }, '4 days late', null, false],
    ['Transfer', { totalHours: 40 }, '40 h', '−40 h', true],
    ['RED VMs', { red: 90 }, '90', '+5', false],
    ['Rate of copies', { rate: 4400 }, '4,400 Mbps', '+2,200 Mbps', true],
  ])('%s after %j', (label, changes, after, delta, isBetter) => {
    expect(rowOf(label, outcome(), outcome(changes))).toMatchObject({ after, delta, isBetter })
  })

  it('says nothing of what stays', () => {
    expect(effectRows(outcome(), outcome()).every((row) => row.delta === null && row.isBetter === null)).toBe(true)
  })
})

describe('feasibility', () => {
  it.each([
    [80, 'green', 'Feasible: 45 % of the time', 1],
    [150, 'amber', 'Feasible, but tight: 85 % of the time', 1],
    [352, 'red', 'Not feasible: 200 % of the time', 0.5],
  ])('of %d hours is %s', (totalHours, tone, title, limit) => {
    expect(feasibilityOf(outcome({ totalHours }))).toMatchObject({ tone, title, limit })
  })
})

describe('headroom', () => {
  it.each([
    [4000, 'as tight as the bottleneck'],
    [14_000, '3.5 × the bottleneck'],
    [null, ''],
  ])('of %s Mbps is %s', (rate, text) => {
    expect(headroom(rate, 4000)).toBe(text)
  })
})
