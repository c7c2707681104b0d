import { labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import { pad, textWidth } from '../terminal/width.ts'

const GAP = 3

export type Detail = readonly [command: string, what: string, option?: string]

/** Where the details are: commands to type next, with the files where they fit, each with what it shows. */
export function detailLines(details: readonly Detail[], files: string, screen: Screen): string[] {
  const width = textWidthOf(screen)
  const lines = [files, 'FILE…'].map((shown) => commandLines(details, shown, screen))
  return labelled('Details', lines.find((some) => some.every((line) => textWidth(line) <= width)) ?? lines[1], screen)
}

function commandLines(details: readonly Detail[], files: string, { paint }: Screen): string[] {
  const commands = details.map(([command, , option]) => ['portolan', command, files, option].filter(Boolean).join(' '))
  const width = Math.max(...commands.map(textWidth))
  return commands.map((command, i) => `${pad(command, width)}${' '.repeat(GAP)}${paint('faint', details[i][1])}`)
}
