import { type FieldGroup, slider } from './fields.ts'

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
