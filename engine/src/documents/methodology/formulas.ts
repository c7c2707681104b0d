import type { Settings } from '../../settings.ts'
import { GIB_PER_HOUR_PER_MBPS } from '../../units.ts'

/** One formula of the model, as a person checks it: the same row feeds every methodology page and every explanation. */
export interface Formula {
  /** Stable; explanations refer to it. */
  readonly id: string
  readonly subject: FormulaSubject
  readonly name: string
  readonly formula: string
  /** What the letters mean, what was decided against and why. */
  readonly meaning: string
  /** The settings it reads, with the values in force. */
  readonly settings: readonly { readonly key: string; readonly value: string }[]
}

export const FORMULA_SUBJECTS = [
  'units',
  'usage',
  'size',
  'bandwidth',
  'times',
  'schedule',
  'deadline',
  'agents',
  'risk',
] as const
export type FormulaSubject = (typeof FORMULA_SUBJECTS)[number]

export const FORMULA_SUBJECT_TITLES: Readonly<Record<FormulaSubject, string>> = {
  units: 'Units',
  usage: 'CPU and memory usage',
  size: 'How much data there is',
  bandwidth: 'Bandwidth and the bottleneck',
  times: 'Times of one VM',
  schedule: 'Daily schedule',
  deadline: 'Deadline',
  agents: 'Migration agents',
  risk: 'Risk score',
}

/** The formulas with the values of `settings`, in the order of the subjects. */
export function formulas(settings: Settings): Formula[] {
  const uses = (...keys: (keyof Settings)[]) => keys.map((key) => ({ key, value: shown(settings[key]) }))
  return [
    {
      id: 'gib-per-hour',
      subject: 'units',
      name: 'Rate',
      formula: 'GiB/h = Mbps × 10⁶ × 3600 ÷ 8 ÷ 2³⁰',
      meaning: `Sizes are binary, rates decimal: 1 Mbps moves ${GIB_PER_HOUR_PER_MBPS.toFixed(8)} GiB in an hour. RVTools writes MiB in every version, whatever the header says.`,
      settings: [],
    },
    {
      id: 'cpu-usage',
      subject: 'usage',
      name: 'CPU usage',
      formula: 'usage = Overall MHz ÷ (vCPUs × core MHz of the host), at most 100 %',
      meaning:
        'A percentage that the export carries wins. Without the host’s speed 2,400 MHz a core are assumed. One sample at the time of the export, not an average.',
      settings: [],
    },
    {
      id: 'memory-usage',
      subject: 'usage',
      name: 'Memory usage',
      formula: 'usage = Active ÷ Size',
      meaning:
        'Active, not Consumed: a running VM consumes nearly all it was given. Above 100 % the guest is ballooning.',
      settings: [],
    },
    {
      id: 'used-size',
      subject: 'size',
      name: 'Data in use',
      formula: 'partitions → vInfo In Use → 0.6 × thin + 1.0 × thick capacity',
      meaning:
        'Guest file systems count where they cover at least half of the disk capacity; else the datastore’s own figure; else a share of the capacity, which is marked as an estimate.',
      settings: [],
    },
    {
      id: 'cold-size',
      subject: 'size',
      name: 'Data of a cold copy',
      formula: 'thick disks at capacity + data in use × thin share of the capacity',
      meaning: 'A cold copy reads whole thick disks and only the allocated part of thin ones.',
      settings: [],
    },
    {
      id: 'source-host-nic',
      subject: 'bandwidth',
      name: 'Source host NIC',
      formula: 'NIC speed × usable share',
      meaning: 'One host’s NIC: conservative where several hosts send at once.',
      settings: uses('sourceNicSpeedGbps', 'sourceUsablePct'),
    },
    {
      id: 'transport-link',
      subject: 'bandwidth',
      name: 'Transport link',
      formula: 'local: none · dedicated: link × share · internet: min(upload, download) × share × RTT factor',
      meaning: 'RTT factor: under 5 ms 1.00, 5–20 ms 0.90, 20–50 ms 0.75, 50–100 ms 0.55, above 0.35.',
      settings: uses(
        'topologyType',
        'linkSpeedGbps',
        'linkUsablePct',
        'sourceUploadMbps',
        'destDownloadMbps',
        'rttCategory',
      ),
    },
    {
      id: 'agent-ingest',
      subject: 'bandwidth',
      name: 'Agent ingest',
      formula: 'agents × NIC speed × usable share',
      meaning: 'What the migration agents can take in together.',
      settings: uses('agentCount', 'agentNicSpeedGbps', 'agentNicUsablePct'),
    },
    {
      id: 'target-ingress',
      subject: 'bandwidth',
      name: 'Target ingress',
      formula: 'ingress speed × usable share',
      meaning: 'The network of the target, which is shared with what already runs there.',
      settings: uses('targetIngressSpeedGbps', 'targetUsablePct'),
    },
    {
      id: 'target-storage',
      subject: 'bandwidth',
      name: 'Target storage',
      formula: 'write rate × 8',
      meaning: 'Decimal megabytes a second, as vendors state them.',
      settings: uses('storageWriteMBps'),
    },
    {
      id: 'effective-rate',
      subject: 'bandwidth',
      name: 'Effective rate',
      formula: 'min(all constraints) × efficiency',
      meaning: 'The smallest constraint is the bottleneck. One efficiency for every screen, document and command.',
      settings: uses('efficiency'),
    },
    {
      id: 'warm-copy',
      subject: 'times',
      name: 'Warm copy (phase 1)',
      formula: 'data in use × resync overhead ÷ effective rate',
      meaning: 'The VM runs meanwhile; the overhead is what changes and is sent again.',
      settings: uses('resyncOverhead'),
    },
    {
      id: 'cold-copy',
      subject: 'times',
      name: 'Cold copy',
      formula: 'data of a cold copy ÷ effective rate',
      meaning: 'The VM is down meanwhile.',
      settings: [],
    },
    {
      id: 'cutover',
      subject: 'times',
      name: 'Cut-over',
      formula: 'max(15 min, base + final delta ÷ effective rate)',
      meaning:
        'Final delta = data in use × daily change rate × final sync interval ÷ 24 h; a cold move has none. Never below 15 minutes.',
      settings: uses('cutoverBaseMinutes', 'dailyChangeRatePct', 'finalSyncHours'),
    },
    {
      id: 'fix-time',
      subject: 'times',
      name: 'Technical fixes',
      formula: 'Σ minutes × rate of the system',
      meaning:
        'Minutes for the system, each disk and NIC beyond the first, a cold move, RED or YELLOW, snapshots; the rate is how often something is left to repair.',
      settings: Object.entries(settings.fixTime).map(([key, value]) => ({
        key: `fixTime.${key}`,
        value: shown(value),
      })),
    },
    {
      id: 'downtime',
      subject: 'times',
      name: 'Downtime',
      formula: 'warm: cut-over + fixes · cold: copy + cut-over + fixes',
      meaning: 'What the users of the VM notice.',
      settings: [],
    },
    {
      id: 'total-hours',
      subject: 'schedule',
      name: 'Transfer time',
      formula: '(Σ warm data × resync overhead + Σ cold data) ÷ effective rate',
      meaning: 'Wall clock with the link always busy: no schedule can be shorter.',
      settings: uses('resyncOverhead', 'efficiency'),
    },
    {
      id: 'slots',
      subject: 'schedule',
      name: 'Slots and link',
      formula: 'slots = agents × VMs at a time',
      meaning:
        'The schedule is simulated: running copies share the link, a VM holds its slot until the stage ends, copies pause outside working hours, a cut-over lies within one working day. A cold copy that would run overnight waits for the morning; a final sync holds an even share of the link for its whole cut-over.',
      settings: uses('agentCount', 'agentConcurrentVms', 'targetVmsPerDay'),
    },
    {
      id: 'calendar',
      subject: 'schedule',
      name: 'Working days',
      formula: 'start date, weekdays, hours, holidays in the time zone of the project',
      meaning: 'Without a start date the plan starts on the next working day after the day of the export.',
      settings: uses(
        'startDate',
        'timeZone',
        'workdays',
        'workingDaysPerWeek',
        'dayStart',
        'workingHoursPerDay',
        'holidays',
      ),
    },
    {
      id: 'deadline',
      subject: 'deadline',
      name: 'Deadline',
      formula: 'start date + duration, in calendar days',
      meaning: 'Utilisation = transfer time ÷ working hours until the deadline.',
      settings: uses('migrationDurationDays'),
    },
    {
      id: 'agents',
      subject: 'agents',
      name: 'Agents',
      formula: 'max(2, ⌈VMs a day ÷ (VMs at a time × hours a day ÷ cycle)⌉)',
      meaning: 'The cycle is the mean time a VM holds a slot. More agents than the bottleneck can feed change nothing.',
      settings: uses(
        'agentConcurrentVms',
        'agentVcpuPerSlot',
        'agentRamBaseGiB',
        'agentRamPerSlotGiB',
        'agentDiskBufferFactor',
      ),
    },
    {
      id: 'risk-score',
      subject: 'risk',
      name: 'Score and category',
      formula: 'score = min(100, Σ weights); of an exclusive group only the heaviest counts',
      meaning: `GREEN up to ${settings.risk.greenMax}, YELLOW up to ${settings.risk.yellowMax}, RED above. A rule with a floor of RED makes the VM RED whatever its score; an accepted finding adds no weight and no floor.`,
      settings: [],
    },
  ]
}

function shown(value: unknown): string {
  if (value === null) return 'not set'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ')
  return String(value)
}
