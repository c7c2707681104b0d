import type { Exclusion } from '../../scope/scope.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { agree, count, plural, share } from '../wording/numbers.ts'
import { EXCLUSION_TITLES, effectiveExclusions, isAllInScope } from '../wording/scope.ts'
import { sizeOf } from '../wording/sizes.ts'
import { limited, numberColumn, paragraph, table, textColumn } from './blocks.ts'
import type { Cell, Section } from './report.ts'

const MOST_EXCLUSIONS = 100

/** What is left out and why; no section where everything is in scope. `whole` still has what is out of scope. */
export function scopeSections(whole: AssessedEstate): Section[] {
  const { scope } = whole
  if (isAllInScope(scope)) return []
  const exclusions = effectiveExclusions(scope)
  const { shown, note } = limited(exclusions, MOST_EXCLUSIONS, { noun: 'exclusions', order: 'largest', tab: 'Scope' })
  const out = scope.vms - scope.vmsInScope
  return [
    {
      title: 'Scope',
      isWide: false,
      isAppendix: false,
      blocks: [
        paragraph(
          `${count(scope.vmsInScope)} of ${plural(scope.vms, 'VM')} ${agree(scope.vmsInScope, 'is', 'are')} in scope. ` +
            `${plural(out, 'VM')}, ${share(out / scope.vms)}, with ${usedByOthers(whole)} of data in use ${agree(out, 'stays', 'stay')} out: ` +
            'what this report counts and plans leaves them out, unless it says otherwise.',
        ),
        table({
          columns: [
            textColumn('Out of scope', 66),
            textColumn('By', 18),
            numberColumn('VMs', 12),
            numberColumn('Share', 12),
          ],
          rows: shown.map((exclusion) => exclusionRow(exclusion, scope.vms)),
          totals: ['All that is out of scope', '', count(out), share(out / scope.vms)],
          note: [note, 'A VM with several reasons counts once, with the first: VM, tenant, filter, cluster.']
            .filter(Boolean)
            .join(' '),
        }),
      ],
    },
  ]
}

function exclusionRow({ text, kind, vms }: Exclusion, all: number): Cell[] {
  return [text, EXCLUSION_TITLES[kind], count(vms), share(vms / all)]
}

function usedByOthers({ facts, scope }: AssessedEstate): string {
  let usedGiB = 0
  for (let vm = 0; vm < facts.count; vm++) if (scope.inScope[vm] === 0) usedGiB += facts.usedGiB[vm] || 0
  return sizeOf(usedGiB)
}
