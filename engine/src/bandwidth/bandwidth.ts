import type { RttCategory, TransferSettings } from '../settings.ts'
import { type GiBPerHour, gbpsToMbps, type Mbps, mbps, mbpsToGibPerHour, megabytesPerSecondToMbps } from '../units.ts'

/** In the order in which a tie is decided. */
export const CONSTRAINTS = [
  'source_host_nic',
  'transport_link',
  'agent_ingest',
  'target_ingress',
  'target_storage',
] as const
export type ConstraintName = (typeof CONSTRAINTS)[number]

export interface Constraint {
  readonly name: ConstraintName
  /** null: does not apply (a local topology has no link). */
  readonly rateMbps: Mbps | null
  /** The formula with its numbers, as people read it: `10 Gbps × 40 %`. */
  readonly formula: string
  /** What was assumed because a setting is empty; '' when nothing was. */
  readonly assumed: string
}

export interface Bandwidth {
  readonly constraints: readonly Constraint[]
  readonly bottleneck: ConstraintName
  readonly bottleneckMbps: Mbps
  readonly efficiency: number
  readonly effectiveMbps: Mbps
  readonly effectiveGiBPerHour: GiBPerHour
}

/** What is left of an internet link at a round-trip time (planner §9.1). */
export const RTT_FACTORS: Readonly<Record<RttCategory, number>> = {
  lt5: 1,
  '5-20': 0.9,
  '20-50': 0.75,
  '50-100': 0.55,
  gt100: 0.35,
}

const ASSUMED_LINK_GBPS = 1
const ASSUMED_INTERNET_MBPS = 100

/**
 * The rate that copies get together: the smallest of five constraints × efficiency (planner §9.1, §9.4 and §9.5 REC).
 *
 * Of equal constraints the first in `CONSTRAINTS` is the bottleneck. The source is one host's NIC, which is conservative
 * where VMs of several hosts are sent at once.
 */
export function bandwidthOf(settings: TransferSettings): Bandwidth {
  const constraints = [sourceHostNic(settings), transportLink(settings), ...target(settings)]
  let bottleneck = constraints[0]
  for (const constraint of constraints) {
    if (limitOf(constraint) < limitOf(bottleneck)) bottleneck = constraint
  }
  const bottleneckMbps = mbps(limitOf(bottleneck))
  const effectiveMbps = mbps(bottleneckMbps * settings.efficiency)
  return {
    constraints,
    bottleneck: bottleneck.name,
    bottleneckMbps,
    efficiency: settings.efficiency,
    effectiveMbps,
    effectiveGiBPerHour: mbpsToGibPerHour(effectiveMbps),
  }
}

/** Megabits a second that a constraint allows; one that does not apply allows everything. */
export function limitOf(constraint: Constraint): number {
  return constraint.rateMbps ?? Number.POSITIVE_INFINITY
}

function sourceHostNic({ sourceNicSpeedGbps, sourceUsablePct }: TransferSettings): Constraint {
  return {
    name: 'source_host_nic',
    rateMbps: usable(gbpsToMbps(sourceNicSpeedGbps), sourceUsablePct),
    formula: `${sourceNicSpeedGbps} Gbps × ${sourceUsablePct} %`,
    assumed: '',
  }
}

function transportLink(settings: TransferSettings): Constraint {
  const name = 'transport_link'
  const { linkUsablePct } = settings
  switch (settings.topologyType) {
    case 'local':
      return { name, rateMbps: null, formula: 'No link between the sites', assumed: '' }
    case 'cross_site_dedicated': {
      const speedGbps = settings.linkSpeedGbps ?? ASSUMED_LINK_GBPS
      return {
        name,
        rateMbps: usable(gbpsToMbps(speedGbps), linkUsablePct),
        formula: `${speedGbps} Gbps × ${linkUsablePct} %`,
        assumed: settings.linkSpeedGbps === null ? `${ASSUMED_LINK_GBPS} Gbps link speed` : '',
      }
    }
    case 'cross_site_internet': {
      const upload = settings.sourceUploadMbps ?? ASSUMED_INTERNET_MBPS
      const download = settings.destDownloadMbps ?? ASSUMED_INTERNET_MBPS
      const factor = settings.rttCategory === null ? 1 : RTT_FACTORS[settings.rttCategory]
      return {
        name,
        rateMbps: mbps(usable(mbps(Math.min(upload, download)), linkUsablePct) * factor),
        formula: `min(${upload}, ${download}) Mbps × ${linkUsablePct} % × ${factor} (RTT)`,
        assumed: internetAssumptions(settings),
      }
    }
  }
}

function internetAssumptions(settings: TransferSettings): string {
  const assumed: string[] = []
  if (settings.sourceUploadMbps === null) assumed.push(`${ASSUMED_INTERNET_MBPS} Mbps upload`)
  if (settings.destDownloadMbps === null) assumed.push(`${ASSUMED_INTERNET_MBPS} Mbps download`)
  if (settings.rttCategory === null) assumed.push('a round trip that costs nothing')
  return assumed.join(', ')
}

function target(settings: TransferSettings): Constraint[] {
  const { agentCount, agentNicSpeedGbps, agentNicUsablePct } = settings
  const { targetIngressSpeedGbps, targetUsablePct, storageWriteMBps } = settings
  return [
    {
      name: 'agent_ingest',
      rateMbps: usable(mbps(agentCount * gbpsToMbps(agentNicSpeedGbps)), agentNicUsablePct),
      formula: `${agentCount} ${agentCount === 1 ? 'agent' : 'agents'} × ${agentNicSpeedGbps} Gbps × ${agentNicUsablePct} %`,
      assumed: '',
    },
    {
      name: 'target_ingress',
      rateMbps: usable(gbpsToMbps(targetIngressSpeedGbps), targetUsablePct),
      formula: `${targetIngressSpeedGbps} Gbps × ${targetUsablePct} %`,
      assumed: '',
    },
    {
      name: 'target_storage',
      rateMbps: megabytesPerSecondToMbps(storageWriteMBps),
      formula: `${storageWriteMBps} MB/s × 8`,
      assumed: '',
    },
  ]
}

function usable(rate: Mbps, pct: number): Mbps {
  return mbps((rate * pct) / 100)
}
