import { describe, expect, it } from 'vitest'
import { TransferSettings } from '../settings.ts'
import { bandwidthOf, CONSTRAINTS, type ConstraintName } from './bandwidth.ts'

const rates = (settings: Partial<TransferSettings>) => {
  const bandwidth = bandwidthOf(TransferSettings.parse(settings))
  return { ...bandwidth, rate: (name: ConstraintName) => bandwidth.constraints.find((c) => c.name === name)! }
}
const internet = { topologyType: 'cross_site_internet', linkUsablePct: 50 } as const

describe('bandwidth', () => {
  it.each([
    ['the defaults', {}, 'source_host_nic', 4000],
    ['a dedicated link of nobody knows what speed', { topologyType: 'cross_site_dedicated' }, 'transport_link', 600],
    [
      'an internet link',
      { ...internet, sourceUploadMbps: 500, destDownloadMbps: 300, rttCategory: '20-50' },
      'transport_link',
      112.5,
    ],
    ['an internet link nobody measured', internet, 'transport_link', 50],
    ['one slow agent', { agentCount: 1, agentNicSpeedGbps: 1 }, 'agent_ingest', 700],
    ['a narrow target', { targetIngressSpeedGbps: 1 }, 'target_ingress', 400],
    ['slow storage', { storageWriteMBps: 100 }, 'target_storage', 800],
  ] as const)('is bound by the smallest constraint: %s (planner §38.2)', (_, settings, bottleneck, rate) => {
    const bandwidth = rates(settings)
    expect(bandwidth.bottleneck).toBe(bottleneck)
    expect(bandwidth.bottleneckMbps).toBeCloseTo(rate, 9)
  })

  it('names all five constraints in the order in which a tie is decided', () =>
    expect(rates({}).constraints.map((constraint) => constraint.name)).toEqual(CONSTRAINTS))

  it('gives a tie to the first constraint', () => {
    // All three at 4000 Mbps by default; without the first the next wins.
    expect(rates({ sourceUsablePct: 50 }).bottleneck).toBe('target_ingress')
    expect(rates({ sourceUsablePct: 50, targetUsablePct: 50 }).bottleneck).toBe('target_storage')
  })

  it.each([
    ['lt5', 300],
    ['5-20', 270],
    ['20-50', 225],
    ['50-100', 165],
    ['gt100', 105],
    [null, 300],
  ] as const)('charges a round trip of %s', (rttCategory, rate) => {
    const link = rates({ ...internet, sourceUploadMbps: 600, destDownloadMbps: 900, rttCategory }).rate(
      'transport_link',
    )
    expect(link.rateMbps).toBeCloseTo(rate, 9)
  })

  it('has no link on one site', () => expect(rates({}).rate('transport_link').rateMbps).toBeNull())

  it('says what it assumed', () => {
    expect(rates({ topologyType: 'cross_site_dedicated' }).rate('transport_link').assumed).toBe('1 Gbps link speed')
    expect(rates({ ...internet, destDownloadMbps: 80 }).rate('transport_link').assumed).toBe(
      '100 Mbps upload, a round trip that costs nothing',
    )
    expect(rates({ topologyType: 'cross_site_dedicated', linkSpeedGbps: 2 }).rate('transport_link').assumed).toBe('')
  })

  it('writes each formula with its numbers', () =>
    expect(rates({ topologyType: 'cross_site_dedicated' }).constraints.map((c) => c.formula)).toEqual([
      '10 Gbps × 40 %',
      '1 Gbps × 60 %',
      '2 agents × 10 Gbps × 70 %',
      '10 Gbps × 40 %',
      '500 MB/s × 8',
    ]))

  it('counts sizes binary and rates decimal (planner §0.2)', () => {
    const { effectiveMbps, effectiveGiBPerHour } = rates({ efficiency: 1 })
    expect(effectiveMbps).toBe(4000)
    expect(effectiveGiBPerHour).toBeCloseTo(1676.38, 2)
  })

  it('applies the efficiency once', () => expect(rates({}).effectiveMbps).toBeCloseTo(2200, 9))
})
