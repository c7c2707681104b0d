import { type FieldGroup, slider } from './fields.ts'

const minutes = slider(0, 120, 5)
const rate = slider(0, 1, 0.05)

export const FIX_TIME_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Minutes',
    intro:
      'What is left to repair after a move: the minutes that apply to a VM are summed and weighed by how often anything is left at all. It counts as downtime.',
    fields: [
      {
        path: 'fixTime.windowsMinutes',
        label: 'Windows',
        unit: 'min',
        meaning: 'Drivers, activation, network of a Windows VM.',
        control: minutes,
      },
      {
        path: 'fixTime.unknownOsMinutes',
        label: 'Unknown system',
        unit: 'min',
        meaning: 'A system that nobody knows takes a look first.',
        control: minutes,
      },
      {
        path: 'fixTime.extraDiskMinutes',
        label: 'Each further disk',
        unit: 'min',
        meaning: 'Mounts and letters of each disk beyond the first.',
        control: minutes,
      },
      {
        path: 'fixTime.extraNicMinutes',
        label: 'Each further NIC',
        unit: 'min',
        meaning: 'Names and addresses of each adapter beyond the first.',
        control: minutes,
      },
      {
        path: 'fixTime.coldMinutes',
        label: 'Cold move',
        unit: 'min',
        meaning: 'Starting and checking services after a longer standstill.',
        control: minutes,
      },
      { path: 'fixTime.redMinutes', label: 'RED', unit: 'min', meaning: 'A VM whose risk is RED.', control: minutes },
      {
        path: 'fixTime.yellowMinutes',
        label: 'YELLOW',
        unit: 'min',
        meaning: 'A VM whose risk is YELLOW.',
        control: minutes,
      },
      {
        path: 'fixTime.snapshotMinutes',
        label: 'Snapshots',
        unit: 'min',
        meaning: 'A VM that has any.',
        control: minutes,
      },
      {
        path: 'fixTime.crossTenantDependencyMinutes',
        label: 'Dependency on another tenant',
        unit: 'min',
        meaning: 'A VM that talks to VMs of others. Counts once dependencies are known.',
        control: minutes,
      },
    ],
  },
  {
    title: 'How often',
    fields: [
      {
        path: 'fixTime.windowsRate',
        label: 'Windows',
        unit: '×',
        meaning: 'Share of Windows VMs on which something is left to repair.',
        control: rate,
      },
      {
        path: 'fixTime.linuxRate',
        label: 'Linux',
        unit: '×',
        meaning: 'Share of Linux VMs on which something is left to repair.',
        control: rate,
      },
      {
        path: 'fixTime.otherRate',
        label: 'Other systems',
        unit: '×',
        meaning: 'Share of all others on which something is left to repair.',
        control: rate,
      },
      {
        path: 'fixTime.globalRate',
        label: 'All systems',
        unit: '×',
        meaning: 'One rate in the place of the three above.',
        whenEmpty: 'the three rates hold',
        control: rate,
      },
    ],
  },
]
