import { type FieldGroup, slider } from './fields.ts'

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
