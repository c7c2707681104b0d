import { type FieldGroup, NUMBER, slider } from './fields.ts'

const at = (key: string) => `risk.thresholds.${key}`
const words = { kind: 'words' } as const

export const THRESHOLD_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Disks and snapshots',
    fields: [
      {
        path: at('diskLargeGiB'),
        label: 'Large',
        unit: 'GiB',
        meaning: 'Total disk size from which a VM is large.',
        control: NUMBER,
      },
      {
        path: at('diskVeryLargeGiB'),
        label: 'Very large',
        unit: 'GiB',
        meaning: 'Total disk size from which a VM is very large; makes a warm move risky, too.',
        control: NUMBER,
      },
      {
        path: at('provisionedHugeGiB'),
        label: 'Huge',
        unit: 'GiB',
        meaning: 'Provisioned storage from which a VM is huge.',
        control: NUMBER,
      },
      {
        path: at('diskCountHigh'),
        label: 'Many disks',
        meaning: 'Number of disks from which there are many.',
        control: NUMBER,
      },
      {
        path: at('diskCountLimit'),
        label: 'Most disks',
        meaning: 'Number of disks that the target can attach.',
        control: NUMBER,
      },
      {
        path: at('snapshotWarning'),
        label: 'Several snapshots',
        meaning: 'Number of snapshots that is a warning.',
        control: NUMBER,
      },
      {
        path: at('snapshotCritical'),
        label: 'Many snapshots',
        meaning: 'Number of snapshots that is critical; makes a warm move risky, too.',
        control: NUMBER,
      },
      {
        path: at('snapshotOldDays'),
        label: 'Old snapshot',
        unit: 'days',
        meaning: 'Age from which a snapshot is old.',
        control: NUMBER,
      },
    ],
  },
  {
    title: 'Size and load',
    fields: [
      {
        path: at('multiNic'),
        label: 'Several NICs',
        meaning: 'Number of adapters from which a VM has several.',
        control: NUMBER,
      },
      {
        path: at('nicLimit'),
        label: 'Many NICs',
        meaning: 'Number of adapters from which a VM has many.',
        control: NUMBER,
      },
      {
        path: at('manyVcpus'),
        label: 'Many vCPUs',
        meaning: 'Number of vCPUs from which a VM has many.',
        control: NUMBER,
      },
      {
        path: at('hostVcpus'),
        label: 'vCPUs of a host',
        meaning: 'The largest VM that a usual target host takes.',
        control: NUMBER,
      },
      {
        path: at('hostMemoryGiB'),
        label: 'Memory of a host',
        unit: 'GiB',
        meaning: 'The largest VM that a usual target host takes.',
        control: NUMBER,
      },
      {
        path: at('highIoRamGiB'),
        label: 'High I/O by memory',
        unit: 'GiB',
        meaning: 'Memory from which heavy I/O is expected.',
        control: NUMBER,
      },
      {
        path: at('highIoDisks'),
        label: 'High I/O by disks',
        meaning: 'Number of disks from which heavy I/O is expected.',
        control: NUMBER,
      },
    ],
  },
  {
    title: 'Guest and platform',
    fields: [
      {
        path: at('guestDiskNearlyFullPct'),
        label: 'Guest disk nearly full',
        unit: '%',
        meaning: 'Use of the fullest guest file system that is a warning.',
        control: slider(0, 100, 1),
      },
      {
        path: at('guestDiskFullPct'),
        label: 'Guest disk full',
        unit: '%',
        meaning: 'Use of the fullest guest file system that is critical.',
        control: slider(0, 100, 1),
      },
      {
        path: at('rootFreeMiB'),
        label: 'Free on the system volume',
        unit: 'MiB',
        meaning: 'Free space that a conversion needs on / or C:.',
        control: NUMBER,
      },
      {
        path: at('bootFreeMiB'),
        label: 'Free on /boot',
        unit: 'MiB',
        meaning: 'Free space that a conversion needs on /boot.',
        control: NUMBER,
      },
      {
        path: at('otherFreeMiB'),
        label: 'Free elsewhere',
        unit: 'MiB',
        meaning: 'Free space that a conversion needs on every other file system.',
        control: NUMBER,
      },
      {
        path: at('hardwareVersionOld'),
        label: 'Old hardware version',
        meaning: 'Versions below it are old.',
        control: NUMBER,
      },
      {
        path: at('cbtHardwareVersion'),
        label: 'Changed block tracking from',
        meaning: 'Hardware version that changed block tracking needs.',
        control: NUMBER,
      },
      { path: at('esxOld'), label: 'Old ESXi', meaning: 'Releases below it are old.', control: NUMBER },
      {
        path: at('esxTooOld'),
        label: 'ESXi too old',
        meaning: 'Releases below it cannot be read by the usual tools.',
        control: NUMBER,
      },
      {
        path: at('nameLength'),
        label: 'Long name',
        unit: 'characters',
        meaning: 'Names that are longer are cut or refused by a target.',
        control: NUMBER,
      },
    ],
  },
  {
    title: 'Words in names',
    intro: 'In any case; Enter adds a word.',
    fields: [
      {
        path: at('highIoNames'),
        label: 'High I/O',
        meaning: 'Parts of VM names that tell of databases and queues.',
        control: words,
      },
      {
        path: at('oracleNames'),
        label: 'Oracle',
        meaning: 'Whole words that tell of Oracle, whose licence follows the host.',
        control: words,
      },
      {
        path: at('clusterNames'),
        label: 'Cluster node',
        meaning: 'Whole words that tell of cluster software.',
        control: words,
      },
      {
        path: at('domainControllerNames'),
        label: 'Domain controller',
        meaning: 'Whole words that tell of a domain controller.',
        control: words,
      },
    ],
  },
]

export const BAND_FIELDS = {
  green: { path: 'risk.greenMax', label: 'GREEN up to', meaning: 'Highest score that is GREEN.', control: NUMBER },
  yellow: {
    path: 'risk.yellowMax',
    label: 'YELLOW up to',
    meaning: 'Highest score that is YELLOW; above it a VM is RED.',
    control: NUMBER,
  },
} as const
