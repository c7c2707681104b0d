import { getMethodology } from '@portolan/contract/methodology'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { Run } from '../../remote/run.ts'
import { paragraphs } from '../../summary/paragraphs.ts'
import { labelled, textWidthOf } from '../../terminal/blocks.ts'
import { notedLines } from '../../terminal/notes.ts'
import { printable, wrap } from '../../terminal/width.ts'

export const methodology = {
  async show(run: Run, _: readonly [], { project }: { project?: string }) {
    const found = await run.api.call(getMethodology, { query: { project } })
    const { screen } = run
    const { paint } = screen
    const width = textWidthOf(screen)
    run.print(found, () =>
      paragraphs([
        ...found.formulas.map(({ subject, name, formula, meaning, settings }) => [
          `  ${paint('strong', printable(name))}${paint('faint', ` · ${printable(subject)}`)}`,
          ...labelled('Formula', wrap(printable(formula), width), screen),
          ...labelled('Meaning', wrap(printable(meaning), width), screen),
          ...labelled(
            'Settings',
            settings.map(({ key, value }) => `${key} = ${printable(value)}`),
            screen,
          ),
        ]),
        [
          `  ${paint('strong', plural(found.rules.length, 'rule'))}`,
          ...notedLines(
            found.rules.map(({ id, title, weight, meaning, remedy }) => ({
              name: id,
              value: `+${weight}`,
              notes: [`${title}. ${remedy}`, meaning].map(printable),
            })),
            screen,
          ),
        ],
      ]),
    )
  },
}
