import type { Stats } from '@portolan/contract/inventory'
import type { Mark } from '@portolan/engine/documents/charts/colours'
import { columnChart } from '@portolan/engine/documents/charts/columns'
import { horizontalBars } from '@portolan/engine/documents/charts/horizontal-bars'
import { agree, count, plural, share } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { type Picture, pickOf, sumOf } from './picture.ts'
import { sharesTable } from './risk-pictures.ts'

/** From here on a copy takes hours at usual rates. */
const LARGE_GIB = 2048

/** Data in use of each VM, in classes. */
export function sizesPicture({ sizes }: Stats): Picture | null {
  const total = sumOf(sizes.map(({ vms }) => vms))
  if (total === 0) return null
  const [smallest] = sizes
  const large = sumOf(sizes.filter(({ fromGiB }) => fromGiB >= LARGE_GIB).map(({ vms }) => vms))
  const small = `${share(smallest.vms / total)} of the VMs use less than ${sizeText(smallest.toGiB ?? 0)}`
  return {
    id: 'sizes',
    title: large > 0 ? `${small}; ${count(large)} use more than ${sizeText(LARGE_GIB)}` : small,
    draw: (width) =>
      columnChart(
        sizes.map(({ fromGiB, toGiB, vms }) => ({ label: classText(fromGiB, toGiB), value: vms })),
        width,
      ),
    table: sharesTable('Data in use', sizes, total),
    picks: sizes.map(({ key, label, vms }) => pickOf(`${label} in use`, vms, { usedGiB: key, sort: '-usedGiB' })),
    note: 'Data in use of a VM; classes up to 500 in GiB, their lower bound belongs to them.',
  }
}

/** Short enough to stand below a column: `50–100`, and from half a TiB on `1–2 TiB`. */
function classText(from: number, to: number | null): string {
  if (to === null) return `≥ ${sizeText(from)}`
  if (from === 0) return `< ${sizeText(to)}`
  return to < 1024 ? `${from}–${to}` : `${Math.round((from / 1024) * 10) / 10}–${to / 1024} TiB`
}

const sizeText = (gib: number): string => (gib < 1024 ? `${gib} GiB` : `${gib / 1024} TiB`)

const RISK_MARKS: Readonly<Record<string, Mark>> = { GREEN: 'green', YELLOW: 'amber', RED: 'red' }

/** The VMs with most data in use, in the colour of their risk. `usedGiB` is that of all VMs; null while it is not known. */
export function largestPicture({ largest }: Stats, usedGiB: number | null): Picture | null {
  if (largest.length === 0) return null
  const held = sumOf(largest.map((vm) => vm.usedGiB))
  const title =
    usedGiB !== null && usedGiB > 0
      ? `The ${plural(largest.length, 'largest VM')} ${agree(largest.length, 'holds', 'hold')} ${share(held / usedGiB)} of the data in use`
      : `The ${plural(largest.length, 'largest VM')} ${agree(largest.length, 'holds', 'hold')} ${sizeOf(held)}`
  return {
    id: 'largest',
    title,
    draw: (width) =>
      horizontalBars(
        largest.map((vm) => ({
          label: vm.name,
          parts: [{ value: vm.usedGiB, mark: RISK_MARKS[vm.risk] ?? 'grey' }],
          value: sizeOf(vm.usedGiB),
          note: vm.os,
        })),
        width,
      ),
    table: {
      head: ['VM', 'Data in use', 'Risk', 'System'],
      rows: largest.map((vm) => [vm.name, sizeOf(vm.usedGiB), vm.risk, vm.os]),
    },
    picks: largest.map((vm) => ({ label: `Open ${vm.name}`, search: { vm: vm.id, sort: '-usedGiB' } })),
    note: 'Bars have the colour of the risk.',
  }
}
