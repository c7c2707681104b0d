import type { VmFacts } from '../../inventory/facts.ts'
import { columnChart } from '../charts/columns.ts'
import { agree, plural, share } from '../wording/numbers.ts'
import { chart } from './blocks.ts'
import type { Chart } from './report.ts'

/** Classes of data in use; the upper bound belongs to the next class. */
const SIZE_CLASSES = [
  { label: '< 50 GiB', belowGiB: 50 },
  { label: '50–100', belowGiB: 100 },
  { label: '100–250', belowGiB: 250 },
  { label: '250–500', belowGiB: 500 },
  { label: '0.5–1 TiB', belowGiB: 1024 },
  { label: '1–2 TiB', belowGiB: 2048 },
  { label: '2–5 TiB', belowGiB: 5120 },
  { label: '≥ 5 TiB', belowGiB: Number.POSITIVE_INFINITY },
]
const SMALL_GIB = 100
const LARGE_GIB = 2048

/** How much data the VMs hold each. */
export function sizeChart(facts: VmFacts, width: number): Chart {
  const columns = SIZE_CLASSES.map(({ label }) => ({ label, value: 0 }))
  let known = 0
  let small = 0
  let large = 0
  for (const gib of facts.usedGiB) {
    if (Number.isNaN(gib)) continue
    known++
    if (gib < SMALL_GIB) small++
    if (gib >= LARGE_GIB) large++
    columns[SIZE_CLASSES.findIndex((size) => gib < size.belowGiB)].value++
  }
  const unknown = facts.count - known
  const title =
    known === 0
      ? 'No export tells how much data the VMs hold'
      : small === 0
        ? `${plural(large, 'VM')} ${agree(large, 'holds', 'hold')} 2 TiB or more, none less than 100 GiB`
        : `${share(small / known)} of the VMs hold less than 100 GiB; ${plural(large, 'VM')} ${agree(large, 'holds', 'hold')} 2 TiB or more`
  const note = unknown > 0 ? `Data in use. ${plural(unknown, 'VM')} of unknown size left out.` : 'Data in use, by VM.'
  return chart(title, columnChart(columns, width), note)
}
