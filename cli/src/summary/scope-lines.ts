import type { AssessedEstate } from '@portolan/engine/documents/assessed-estate'
import { count } from '@portolan/engine/documents/wording/numbers'
import { effectiveExclusions, isAllInScope, vmsInScope } from '@portolan/engine/documents/wording/scope'
import { flow, labelled, type Screen, textWidthOf } from '../terminal/blocks.ts'
import { printable } from '../terminal/width.ts'

const MOST_EXCLUSIONS = 3

/** How much of the estate is in scope and what takes the rest out; nothing where everything is in. */
export function scopeLines({ scope }: AssessedEstate, screen: Screen): string[] {
  if (isAllInScope(scope)) return []
  const exclusions = effectiveExclusions(scope)
  const width = textWidthOf(screen)
  const shown = exclusions.slice(0, MOST_EXCLUSIONS)
  const more = exclusions.length - shown.length
  return labelled(
    'Scope',
    [
      ...flow([screen.paint('strong', vmsInScope(scope)), 'the rest of this page counts these alone'], width),
      ...shown.flatMap(({ text, vms }) => flow([`${count(vms)} out: ${printable(text)}`], width)),
      ...(more > 0 ? [screen.paint('faint', `… and ${count(more)} more: --out lists them`)] : []),
    ],
    screen,
  )
}
