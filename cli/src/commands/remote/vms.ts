import {
  getVm,
  listVms,
  updateVm,
  updateVms,
  type VmDecisionChange,
  VmFilter,
  type VmRow,
  vmFacets,
} from '@portolan/contract/vms'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { MisuseError } from '../../failure.ts'
import { nearest } from '../../nearest.ts'
import { findVmId } from '../../remote/find-vm.ts'
import { countColumn, type ListColumn, listing, sizeColumn, textColumn } from '../../remote/listing.ts'
import { riskCell } from '../../remote/marks.ts'
import type { Run } from '../../remote/run.ts'
import { flow, labelled, textWidthOf } from '../../terminal/blocks.ts'
import { printable } from '../../terminal/width.ts'
import { vmLines } from './vm-lines.ts'

interface OfProject {
  readonly project: string
}
interface FilterOptions {
  readonly where?: readonly string[]
  readonly search?: string
}
interface DecisionOptions {
  readonly status?: string
  readonly note?: string
  readonly mode?: string
  readonly exclude?: string
  readonly include?: boolean
  readonly priority?: string
  readonly fixMinutes?: string
}

type Row = Partial<VmRow>
const FIELDS = [
  'id',
  'name',
  'tenant',
  'os',
  'vcpus',
  'memoryGiB',
  'usedGiB',
  'risk',
  'effectiveMode',
  'status',
  'excluded',
]
const COLUMNS: readonly ListColumn<Row>[] = [
  textColumn('VM', ({ name = '' }) => name, 24),
  textColumn('tenant', ({ tenant = '' }) => tenant, 10),
  textColumn('system', ({ os = '' }) => os, 10),
  countColumn('vCPU', ({ vcpus = null }) => vcpus),
  sizeColumn('memory', ({ memoryGiB = null }) => memoryGiB),
  sizeColumn('used', ({ usedGiB = null }) => usedGiB),
  { header: 'risk', cell: ({ risk = 'GREEN' }) => riskCell(risk) },
  textColumn('mode', ({ effectiveMode = '', excluded }) => (excluded ? 'left out' : effectiveMode)),
  textColumn('status', ({ status = '' }) => status.replaceAll('_', ' ')),
]
const DEFAULT_LIMIT = '50'
const MOST_FACETS = 8

export const vms = {
  async list(
    run: Run,
    _: readonly [],
    {
      project,
      sort,
      limit = DEFAULT_LIMIT,
      offset,
      ...filter
    }: OfProject & FilterOptions & { sort?: string; limit?: string; offset?: string },
  ) {
    const query = { ...filterOf(filter), sort, limit, offset, fields: FIELDS.join(',') }
    const page = await run.api.call(listVms, { params: { project }, query })
    const { rows, total, sums } = page
    const shown = rows.length < total ? `${count(page.offset + 1)} to ${count(page.offset + rows.length)} of ` : ''
    run.print(page, () => [
      ...listing(rows, COLUMNS, 'No VM is kept by this filter.', run.screen),
      '',
      ...labelled(
        'In all',
        flow(
          [
            `${shown}${plural(total, 'VM')}`,
            `${count(sums.vcpus)} vCPU`,
            `${sizeOf(sums.memoryGiB)} memory`,
            `${sizeOf(sums.usedGiB)} used`,
          ],
          textWidthOf(run.screen),
        ),
        run.screen,
      ),
    ])
  },

  async facets(run: Run, _: readonly [], { project, ...filter }: OfProject & FilterOptions) {
    const found = await run.api.call(vmFacets, { params: { project }, query: filterOf(filter) })
    run.print(found, () =>
      Object.entries(found.facets).flatMap(([key, values]) => {
        const parts = values
          .slice(0, MOST_FACETS)
          .map(({ value, vms: many }) => `${printable(value) || '(none)'} ${count(many)}`)
        const more = values.length > MOST_FACETS ? [`… ${count(values.length - MOST_FACETS)} more`] : []
        return labelled(key, flow([...parts, ...more], textWidthOf(run.screen)), run.screen)
      }),
    )
  },

  async show(run: Run, [wanted]: readonly [string], { project }: OfProject) {
    const vm = await findVmId(run.api, project, wanted)
    const found = await run.api.call(getVm, { params: { project, vm } })
    run.print(found, () => vmLines(found, run.screen))
  },

  async update(run: Run, [wanted]: readonly [string], { project, ...options }: OfProject & DecisionOptions) {
    const body = changeOf(options)
    const vm = await findVmId(run.api, project, wanted)
    const row = await run.api.call(updateVm, { params: { project, vm }, body })
    run.print(row, () => listing([row], COLUMNS, '', run.screen))
  },

  async bulk(
    run: Run,
    _: readonly [],
    {
      project,
      where,
      search,
      preview,
      ...options
    }: OfProject & FilterOptions & DecisionOptions & { preview?: boolean },
  ) {
    const filter = filterOf({ where, search })
    if (Object.keys(filter).length === 0) {
      throw new MisuseError(
        'say which VMs with --where or --search; a decision about all of them at once is never meant',
      )
    }
    const body = { filter, change: changeOf(options), preview }
    const answer = await run.api.call(updateVms, { params: { project }, body })
    const { changed, unchanged, refused } = answer
    const verb = preview ? 'would change' : changed === 1 ? 'was changed' : 'were changed'
    run.print(answer, () => [
      `  ${plural(changed, 'VM')} ${verb}, ${count(unchanged)} had it so already.`,
      ...labelled(
        'Refused',
        refused.slice(0, MOST_FACETS).map(({ name, reason }) => `${printable(name)}: ${printable(reason)}`),
        run.screen,
      ),
      ...(refused.length > MOST_FACETS
        ? labelled('', [`… and ${plural(refused.length - MOST_FACETS, 'VM')} more`], run.screen)
        : []),
    ])
  },
}

const FILTERS = Object.keys(VmFilter.shape)

/** `--where risk=RED --where usedGiB=500..` as the query of the API. */
function filterOf({ where = [], search }: FilterOptions): VmFilter {
  const filter: Record<string, string> = search === undefined ? {} : { search }
  for (const pair of where) {
    const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    if (key === undefined) throw new MisuseError(`--where takes COLUMN=VALUE; found ${printable(pair)}`)
    if (!FILTERS.includes(key)) {
      const near = nearest(key, FILTERS, 1)
      const hint = near.length > 0 ? `did you mean ${near[0]}?` : `there are ${FILTERS.join(', ')}`
      throw new MisuseError(`--where knows no column ${printable(key)}; ${hint}`)
    }
    filter[key] = value
  }
  return filter as VmFilter
}

function changeOf({ status, note, mode, exclude, include, priority, fixMinutes }: DecisionOptions): VmDecisionChange {
  if (exclude !== undefined && include) throw new MisuseError('--exclude and --include say opposite things')
  const change: VmDecisionChange = {
    ...(status === undefined ? {} : { status: status as VmDecisionChange['status'] }),
    ...(note === undefined ? {} : { statusNote: clearable(note) }),
    ...(mode === undefined ? {} : { modeOverride: clearable(mode) as VmDecisionChange['modeOverride'] }),
    ...(exclude === undefined ? {} : { excluded: true, excludeReason: exclude }),
    ...(include ? { excluded: false, excludeReason: null } : {}),
    ...(priority === undefined ? {} : { priority: numberOf('--priority', priority) }),
    ...(fixMinutes === undefined ? {} : { fixMinutes: numberOf('--fix-minutes', fixMinutes) }),
  }
  if (Object.keys(change).length === 0)
    throw new MisuseError('say what to decide: --status, --mode, --exclude, --priority …')
  return change
}

const clearable = (text: string) => (text === 'none' ? null : text)

function numberOf(option: string, text: string): number | null {
  if (text === 'none') return null
  const value = Number(text)
  if (text.trim() === '' || Number.isNaN(value))
    throw new MisuseError(`${option} takes a number or none; found ${printable(text)}`)
  return value
}
