import type { Topology } from '@portolan/engine/settings'
import { type FieldGroup, slider } from './fields.ts'

export const TOPOLOGY_CHOICES: readonly { readonly value: Topology; readonly label: string; readonly about: string }[] =
  [
    { value: 'local', label: 'Local', about: 'Source and target stand on one network; no link lies between them.' },
    {
      value: 'cross_site_dedicated',
      label: 'Dedicated link',
      about: 'A leased line, dark fibre or MPLS joins two sites.',
    },
    { value: 'cross_site_internet', label: 'Internet', about: 'Copies go through the internet, mostly in a VPN.' },
  ]

const PERCENT = slider(10, 90, 5)
const GBPS = slider(1, 100, 1)

export const TOPOLOGY_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Dedicated link',
    when: ({ topologyType }) => topologyType === 'cross_site_dedicated',
    fields: [
      {
        path: 'linkSpeedGbps',
        label: 'Link speed',
        unit: 'Gbps',
        meaning: 'Speed of the line between the sites, as it is leased.',
        whenEmpty: '1 Gbps is assumed',
        control: slider(0.1, 40, 0.1),
      },
      {
        path: 'linkUsablePct',
        label: 'Usable share',
        unit: '%',
        meaning: 'What other traffic leaves of the link.',
        control: PERCENT,
      },
    ],
  },
  {
    title: 'Internet link',
    when: ({ topologyType }) => topologyType === 'cross_site_internet',
    fields: [
      {
        path: 'sourceUploadMbps',
        label: 'Upload at the source',
        unit: 'Mbps',
        meaning: 'Upstream of the source site. The slower of upload and download counts.',
        whenEmpty: '100 Mbps are assumed',
        control: slider(10, 10_000, 10),
      },
      {
        path: 'destDownloadMbps',
        label: 'Download at the target',
        unit: 'Mbps',
        meaning: 'Downstream of the target site.',
        whenEmpty: '100 Mbps are assumed',
        control: slider(10, 10_000, 10),
      },
      {
        path: 'linkUsablePct',
        label: 'Usable share',
        unit: '%',
        meaning: 'What other traffic leaves of the link.',
        control: PERCENT,
      },
      {
        path: 'rttCategory',
        label: 'Round-trip time',
        meaning: 'Long round trips slow a copy down: they leave 100, 90, 75, 55 or 35 % of the link.',
        whenEmpty: 'no penalty',
        control: {
          kind: 'choice',
          choices: [
            ['lt5', 'under 5 ms'],
            ['5-20', '5 to 20 ms'],
            ['20-50', '20 to 50 ms'],
            ['50-100', '50 to 100 ms'],
            ['gt100', 'over 100 ms'],
          ],
        },
      },
    ],
  },
  {
    title: 'Source',
    fields: [
      {
        path: 'sourceNicSpeedGbps',
        label: 'NIC of a source host',
        unit: 'Gbps',
        meaning:
          'Network card that VMs are read through. One host’s card counts, which is careful where several hosts send at once.',
        control: GBPS,
      },
      {
        path: 'sourceUsablePct',
        label: 'Usable share',
        unit: '%',
        meaning: 'What the running VMs leave of that card.',
        control: PERCENT,
      },
    ],
  },
  {
    title: 'Target',
    fields: [
      {
        path: 'targetIngressSpeedGbps',
        label: 'Ingress of the target',
        unit: 'Gbps',
        meaning: 'Network that data enters the target through.',
        control: GBPS,
      },
      {
        path: 'targetUsablePct',
        label: 'Usable share',
        unit: '%',
        meaning: 'What already runs on the target leaves of it.',
        control: PERCENT,
      },
      {
        path: 'storageWriteMBps',
        label: 'Storage write rate',
        unit: 'MB/s',
        meaning:
          'What the target’s storage writes for as long as a copy lasts; decimal megabytes, as vendors state them.',
        control: slider(50, 5000, 50),
      },
    ],
  },
]

export const AGENT_GROUPS: readonly FieldGroup[] = [
  {
    title: 'How many',
    fields: [
      {
        path: 'agentCount',
        label: 'Agents',
        meaning: 'Machines on the target that read VMs and write them. Each moves several VMs at a time.',
        control: slider(1, 50, 1),
      },
      {
        path: 'agentConcurrentVms',
        label: 'VMs at a time, each',
        meaning: 'Slots of an agent. A VM holds its slot from the start of a copy until the stage has ended.',
        control: slider(1, 20, 1),
      },
    ],
  },
  {
    title: 'Network of an agent',
    fields: [
      {
        path: 'agentNicSpeedGbps',
        label: 'NIC of an agent',
        unit: 'Gbps',
        meaning: 'Network card of each agent.',
        control: GBPS,
      },
      {
        path: 'agentNicUsablePct',
        label: 'Usable share',
        unit: '%',
        meaning: 'What an agent’s card really takes in.',
        control: slider(10, 95, 5),
      },
    ],
  },
  {
    title: 'Size of an agent',
    intro: 'Says how large the machines must be; changes no date.',
    fields: [
      {
        path: 'agentVcpuPerSlot',
        label: 'vCPU per slot',
        meaning: 'Processors that one running copy needs.',
        control: slider(0, 8, 1),
      },
      {
        path: 'agentRamBaseGiB',
        label: 'Memory, base',
        unit: 'GiB',
        meaning: 'Memory of an idle agent.',
        control: slider(0, 32, 1),
      },
      {
        path: 'agentRamPerSlotGiB',
        label: 'Memory per slot',
        unit: 'GiB',
        meaning: 'Memory that each running copy adds.',
        control: slider(0, 16, 1),
      },
      {
        path: 'agentDiskBufferFactor',
        label: 'Disk buffer',
        unit: '×',
        meaning: 'Space over the largest disks that are in work at once.',
        control: slider(1, 3, 0.1),
      },
    ],
  },
]

export const MODEL_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Copy',
    fields: [
      {
        path: 'efficiency',
        label: 'Efficiency',
        unit: '×',
        meaning: 'Share of the bottleneck that copies really get. One number for every page, report and command.',
        control: slider(0.05, 1, 0.05),
      },
      {
        path: 'resyncOverhead',
        label: 'Resync overhead',
        unit: '×',
        meaning: 'What a warm copy sends more than the data in use, because blocks change while it runs.',
        control: slider(1, 2, 0.01),
      },
      {
        path: 'dailyChangeRatePct',
        label: 'Daily change rate',
        unit: '%',
        meaning: 'Share of the data that changes in a day: decides how much the final sync has to send.',
        control: slider(0, 30, 1),
      },
    ],
  },
  {
    title: 'Cut-over',
    fields: [
      {
        path: 'cutoverBaseMinutes',
        label: 'Base',
        unit: 'min',
        meaning:
          'Shutting down, converting, booting and checking a VM, without its final sync. A cut-over never counts less than 15 minutes.',
        control: slider(0, 120, 5),
      },
      {
        path: 'finalSyncHours',
        label: 'Final sync interval',
        unit: 'h',
        meaning:
          'How old the last sync is when the cut-over begins: what changed since then is sent while the VM is down.',
        control: slider(0, 24, 0.5),
      },
      {
        path: 'redForcesCold',
        label: 'RED moves cold',
        meaning:
          'A VM whose risk is RED is moved cold, whatever its own mode says. A mode that a person chose still holds.',
        control: { kind: 'switch' },
      },
    ],
  },
]
