import { type FieldGroup, NUMBER, slider } from './fields.ts'

export const SCHEDULE_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Calendar',
    fields: [
      {
        path: 'startDate',
        label: 'Start date',
        meaning: 'First day of the plan.',
        whenEmpty: 'the working day after the day of the export',
        control: { kind: 'date' },
      },
      {
        path: 'migrationDurationDays',
        label: 'Duration',
        unit: 'days',
        meaning: 'Calendar days from the start date to the deadline. That day still counts.',
        control: slider(1, 365, 1),
      },
      {
        path: 'timeZone',
        label: 'Time zone',
        meaning: 'Clock of the people who cut over; changes of summer time are reckoned with.',
        control: { kind: 'zone' },
      },
    ],
  },
  {
    title: 'Working time',
    intro: 'Copies run and cut-overs happen in working hours only.',
    fields: [
      { path: 'workdays', label: 'Weekdays', meaning: 'Days on which people cut over.', control: { kind: 'weekdays' } },
      {
        path: 'dayStart',
        label: 'Day begins',
        meaning: 'Time of day on the clock of the time zone.',
        control: { kind: 'time' },
      },
      {
        path: 'workingHoursPerDay',
        label: 'Hours a day',
        unit: 'h',
        meaning: 'Hours from the beginning of the day, in halves; 24 works through the night.',
        control: slider(1, 24, 0.5),
      },
      {
        path: 'targetVmsPerDay',
        label: 'Most VMs a day',
        meaning: 'No day ends with more cut-overs than this. The advice on agents aims at it.',
        whenEmpty: 'no limit',
        control: slider(0, 200, 5),
      },
      {
        path: 'holidays',
        label: 'Holidays',
        meaning: 'Days without work: public holidays, freezes.',
        control: { kind: 'dates' },
      },
    ],
  },
]

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

export const TENANT_GROUPS: readonly FieldGroup[] = [
  {
    title: 'How owners of VMs are found',
    intro: 'Tenants are found again when you save: the effect beside this form still reckons with those of now.',
    fields: [
      {
        path: 'tenantDetection.preset',
        label: 'Order of methods',
        meaning: 'Which sign of an owner is looked for first. The first that names one wins.',
        control: {
          kind: 'choice',
          choices: [
            ['standard', 'Standard'],
            ['cloud_director', 'Cloud Director'],
            ['vsphere_folder', 'Plain vSphere by folder'],
            ['cluster', 'By cluster'],
            ['custom_attribute', 'By tag or custom attribute'],
          ],
        },
      },
      {
        path: 'tenantDetection.fallbackName',
        label: 'Owner of the rest',
        meaning: 'Tenant of VMs that no method can place.',
        control: { kind: 'text' },
      },
      {
        path: 'tenantDetection.orgVdcFromResourcePool',
        label: 'Org VDC from the resource pool',
        meaning: 'Where Cloud Director names none.',
        control: { kind: 'switch' },
      },
      {
        path: 'tenantDetection.orgVdcFromFolder',
        label: 'Org VDC from the folder',
        meaning: 'Where the resource pool names none either.',
        control: { kind: 'switch' },
      },
      {
        path: 'tenantDetection.orgVdcFromCluster',
        label: 'Org VDC from the cluster',
        meaning: 'Keeps tenants of one name on two clusters apart.',
        control: { kind: 'switch' },
      },
    ],
  },
]

export const REPORT_GROUPS: readonly FieldGroup[] = [
  {
    title: 'Cover',
    fields: [
      {
        path: 'name',
        label: 'Title',
        meaning: 'Name of the project on the cover of every report.',
        control: { kind: 'text' },
      },
      { path: 'customer', label: 'Customer', meaning: 'For whom the report is.', control: { kind: 'text' } },
      { path: 'author', label: 'Author', meaning: 'Who answers for it.', control: { kind: 'text' } },
      { path: 'version', label: 'Version', meaning: 'Version of the report.', control: { kind: 'text' } },
    ],
  },
  {
    title: 'Words',
    fields: [
      {
        path: 'executiveSummary',
        label: 'Executive summary',
        meaning: 'Opens the report. Blank lines part paragraphs.',
        control: { kind: 'text', lines: 8 },
      },
      {
        path: 'technicalNotes',
        label: 'Technical notes',
        meaning: 'Stands with the feasibility. Blank lines part paragraphs.',
        control: { kind: 'text', lines: 8 },
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
