/** The colours of look.md on a light ground. One meaning, one colour, on every page and in every document. */
export const COLOURS = {
  surface: '#FFFFFF',
  subtle: '#F6F7F5',
  ink: '#16212B',
  secondInk: '#4A5967',
  sea: '#0B5C7A',
  border: '#84919D',
  hairline: '#D5DBE0',
  greenText: '#1E6B41',
  greenTint: '#E3F2E8',
  amberText: '#8A5A00',
  amberTint: '#FBF0D5',
  redText: '#A32C22',
  redTint: '#FBE6E3',
  greyTint: '#E9EDF0',
  blueTint: '#E2ECF6',
} as const

/** What a mark of a chart means; its fill tells it in colour, its texture in grey. */
export const MARK_FILLS = {
  green: '#3F9668',
  amber: '#B97A14',
  red: '#C44A3D',
  grey: '#9AA6B0',
  blue: '#2F7FA8',
  violet: '#7A5BA6',
  leaf: '#5E8C3A',
  rose: '#B5577A',
  earth: '#8A6D3B',
  slate: '#4F7C8A',
} as const
export type Mark = keyof typeof MARK_FILLS

/** Colours of kinds that carry no judgement, in the order of use: at most six, then `grey` for the rest. */
export const SERIES: readonly Mark[] = ['blue', 'violet', 'leaf', 'rose', 'earth', 'slate']

export const RISK_MARKS: readonly Mark[] = ['green', 'amber', 'red']
