import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { firstActions } from '@portolan/engine/documents/report/actions'
import { labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import { wrap } from '../terminal/width.ts'

const NUMBER_WIDTH = 3

/** The three things to do first: the same as on the first page of the report. */
export function actionLines(assessed: AssessedEstate, screen: Screen): string[] {
  const { paint } = screen
  const width = textWidthOf(screen) - NUMBER_WIDTH
  const lines = firstActions(assessed).flatMap(({ title, detail }, i) => {
    const titles = wrap(title, width).map((line) => paint('strong', line))
    const details = wrap(detail, width).map((line) => paint('faint', line))
    return [...titles, ...details].map((line, k) =>
      k === 0 ? `${paint('sea', String(i + 1))}  ${line}` : `   ${line}`,
    )
  })
  return labelled('Do first', lines, screen)
}
