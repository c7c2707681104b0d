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
