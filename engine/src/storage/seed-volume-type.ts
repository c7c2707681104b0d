/** Cinder makes this type by itself: it exists in every cloud. */
export const DEFAULT_VOLUME_TYPE = '__DEFAULT__'

/** What the disks of a datastore are seeded with, and why. */
export interface SeededVolumeType {
  /** null: nothing on it becomes a volume. */
  readonly volumeType: string | null
  readonly reason: SeedReason
  /** It stands on one host alone: what VMs there expect of it may not be what a shared type gives. */
  readonly isLocal: boolean
}

interface SeedRule {
  readonly words: RegExp
  readonly volumeType: string | null
  /** What a person reads. */
  readonly why: string
}

/** First hit, on the name of the datastore in any case. What is no data comes first: `backup-ssd` holds backups. */
export const SEED_RULES = {
  replica: {
    words: words('srm', 'placeholders?', 'replicas?', 'replication', 'replicated'),
    volumeType: null,
    why: 'holds copies of VMs that stand elsewhere',
  },
  images: {
    words: words('isos?', 'templates?', 'content[-_ ]?library', 'cd[-_ ]?rom'),
    volumeType: null,
    why: 'holds images and templates',
  },
  backup: {
    words: words('backups?', 'bkp', 'bck', 'veeam', 'archives?'),
    volumeType: null,
    why: 'holds backups',
  },
  scratch: {
    words: words('scratch', 'te?mp', 'swap', 'syslogs?', 'coredumps?'),
    volumeType: null,
    why: 'holds what hosts write for themselves',
  },
  nvme: { words: words('nvme', 'optane'), volumeType: 'nvme', why: 'is named after NVMe' },
  ssd: {
    words: words('ssds?', 'flash', 'all[-_ ]?flash', 'afa'),
    volumeType: 'ssd',
    why: 'is named after solid state disks',
  },
  hdd: {
    words: words('hdds?', 'sata', 'nl[-_ ]?sas', 'sas', 'spinning', '(?:7|10|15)k'),
    volumeType: 'hdd',
    why: 'is named after spinning disks',
  },
} as const satisfies Record<string, SeedRule>
export type SeedReason = keyof typeof SEED_RULES | 'unknown'

const LOCAL = words('local', 'localstore', 'internal')

/**
 * The volume type that media and name of a datastore suggest. Exports name no media, so its words are all there is; where
 * they say nothing it is Cinder's own default. `hosts` is 0 or NaN where the export does not count them.
 */
export function seedVolumeType({ name, hosts }: { readonly name: string; readonly hosts: number }): SeededVolumeType {
  const isLocal = hosts === 1 || LOCAL.test(name)
  for (const [reason, { words, volumeType }] of Object.entries(SEED_RULES)) {
    if (words.test(name)) return { volumeType, reason: reason as SeedReason, isLocal }
  }
  return { volumeType: DEFAULT_VOLUME_TYPE, reason: 'unknown', isLocal }
}

export function seedReasonText(reason: SeedReason): string {
  return reason === 'unknown' ? 'says nothing about its media' : SEED_RULES[reason].why
}

/** Whole words; a number may follow at once, as in `SSD01`. */
function words(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![a-z0-9])(?:${alternatives.join('|')})(?![a-z])`, 'i')
}
