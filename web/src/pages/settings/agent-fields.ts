import { type FieldGroup, slider } from './fields.ts'

const GBPS = slider(1, 100, 1)

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
