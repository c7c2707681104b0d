import type { Screen } from './blocks.ts'
import type { Tone } from './palette.ts'
import { pad, textWidth, wrap } from './width.ts'

/** A thing with its value and what there is to say about it. Texts must be printable. */
export interface Noted {
  readonly name: string
  readonly value: string
  readonly tone?: Tone
  /** Paragraphs under each other, wrapped beside the value; the second and later ones are faint. */
  readonly notes: readonly string[]
}

const INDENT = 2
const GAP = 2
const LEAST_NOTE = 24

/** Names and values in columns, notes wrapped beside them: nothing is cut off, because every number counts. */
export function notedLines(
  rows: readonly Noted[],
  { width, paint }: Screen,
  valueAlign: 'left' | 'right' = 'right',
): string[] {
  const nameWidth = Math.max(0, ...rows.map((row) => textWidth(row.name)))
  const valueWidth = Math.max(0, ...rows.map((row) => textWidth(row.value)))
  const noteColumn = INDENT + nameWidth + GAP + valueWidth + GAP
  const noteWidth = Math.max(LEAST_NOTE, width - noteColumn)
  return rows.flatMap(({ name, value, tone = 'strong', notes }) => {
    const wrapped = notes.flatMap((note, i) => {
      const lines = wrap(note, noteWidth)
      return i === 0 ? lines : lines.map((line) => paint('faint', line))
    })
    const head = `${' '.repeat(INDENT)}${pad(name, nameWidth)}${' '.repeat(GAP)}${paint(tone, pad(value, valueWidth, valueAlign))}`
    const first = wrapped.length > 0 ? `${head}${' '.repeat(GAP)}${wrapped[0]}` : head
    return [first.trimEnd(), ...wrapped.slice(1).map((line) => ' '.repeat(noteColumn) + line)]
  })
}
