import type { FieldGroup } from './fields.ts'

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
