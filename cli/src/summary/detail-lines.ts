import { labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import { pad, textWidth } from '../terminal/width.ts'

/** Longer than this the files are not written out: what matters is the command. */
const MOST_FILES_WIDTH = 30
const GAP = 3

export type Detail = readonly [command: string, what: string, option?: string]

/** Where the details are: commands to type next, each with what it shows. */
export function detailLines(details: readonly Detail[], files: string, screen: Screen): string[] {
  const shown = textWidth(files) <= MOST_FILES_WIDTH ? files : 'FILE…'
  const commands = details.map(([command, , option]) => ['portolan', command, shown, option].filter(Boolean).join(' '))
  const width = Math.max(...commands.map(textWidth))
  const lines = commands.map((command, i) => {
    const what = details[i][1]
    const fits = width + GAP + textWidth(what) <= textWidthOf(screen)
    return fits ? `${pad(command, width)}${' '.repeat(GAP)}${screen.paint('faint', what)}` : command
  })
  return labelled('Details', lines, screen)
}
