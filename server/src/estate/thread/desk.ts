import { VM_COLUMNS } from '@portolan/contract/vms'
import { NotFoundError } from '../../platform/errors.ts'
import type { Ops } from '../ops.ts'
import type { Progress, ScenarioData, StoredSnapshot, ViewKey } from '../protocol.ts'
import { planAnswer } from './answers/plan.ts'
import { canonicalPlanOf, planInput } from './answers/plan-documents.ts'
import { planGivens } from './answers/plan-givens.ts'
import { portableFacts } from './answers/portable-facts.ts'
import { writeReport } from './answers/report.ts'
import { planSummary } from './answers/summary.ts'
import { wholeAnswer } from './answers/whole.ts'
import { detailOf } from './detail/detail.ts'
import { type Imported, importExports } from './import-exports.ts'
import { rowsAt } from './list/columns.ts'
import { facetsAnswer } from './list/facets.ts'
import { rowsOf } from './list/kept.ts'
import { listAnswer } from './list/list.ts'
import { warm } from './list/warm.ts'
import { NeedError } from './need.ts'
import type { RawSheet } from './raw-rows.ts'
import { Snapshot } from './snapshot.ts'
import { restoreEstate } from './stored-estate.ts'
import { type View, viewOf } from './view.ts'

type Answerer<K extends keyof Ops> = (
  input: Ops[K]['input'],
  onProgress: (progress: Progress) => void,
) => Ops[K]['output'] | Promise<Ops[K]['output']>

interface Held {
  readonly snapshot: Snapshot
  readonly rawSheets: readonly RawSheet[]
  /** By scenario. */
  readonly views: Map<string, View>
}

/** Holds the one snapshot of a thread under any scenario, and answers out of it. */
export class EstateDesk {
  private held: Held | null = null
  private readonly scenarios = new Map<string, ScenarioData>()
  private imported: Imported | null = null

  answer<K extends keyof Ops>(op: K, input: Ops[K]['input'], onProgress: (progress: Progress) => void) {
    return (this.answerers[op] as Answerer<K>)(input, onProgress)
  }

  private readonly answerers: { readonly [K in keyof Ops]: Answerer<K> } = {
    load: (stored) => this.load(stored),
    scenario: (scenario) => {
      this.scenarios.set(scenario.id, scenario)
      return null
    },
    import: async (input, onProgress) => {
      const { scenario } = input
      const imported = await importExports(input, onProgress)
      const { view, rawSheets, output } = imported
      this.imported = imported
      this.scenarios.set(scenario.id, scenario)
      this.held = { snapshot: view.snapshot, rawSheets, views: new Map([[scenario.id, view]]) }
      return output
    },
    importPart: ({ name }) => this.imported!.part(name),
    importRows: ({ from, count }) => this.imported!.rows(from, count),
    importWritten: () => {
      this.imported = null
      return null
    },
    list: (input) => listAnswer(this.view(input), input),
    warm: async (input) => {
      await warm(this.view(input))
      return null
    },
    facets: (input) => facetsAnswer(this.view(input), input.filter),
    ids: (input) => {
      const { snapshot, facts } = this.view(input)
      const rows = Array.from(rowsOf(this.view(input), input.filter))
      return { ids: rows.map((row) => snapshot.idOf(row)), names: rows.map((row) => facts.texts[facts.name[row]]) }
    },
    names: (input) => {
      const { snapshot, facts } = this.view(input)
      return input.ids.map((id) => {
        const row = snapshot.rowOf(id)
        return row === undefined ? null : facts.texts[facts.name[row]]
      })
    },
    rows: (input) => {
      const view = this.view(input)
      const rows = input.ids.map((id) => rowOf(view, id))
      return JSON.stringify(rowsAt(view, VM_COLUMNS, rows))
    },
    position: (input) => rowOf(this.view(input), input.id),
    vm: (input) => {
      const view = this.view(input)
      return JSON.stringify(detailOf(view, rowOf(view, input.id), input.raw, this.held!.rawSheets))
    },
    stats: (input) => wholeAnswer(this.view(input), 'stats'),
    hosts: (input) => wholeAnswer(this.view(input), 'hosts'),
    clusters: (input) => wholeAnswer(this.view(input), 'clusters'),
    datastores: (input) => wholeAnswer(this.view(input), 'datastores'),
    networks: (input) => wholeAnswer(this.view(input), 'networks'),
    tenants: (input) => wholeAnswer(this.view(input), 'tenants'),
    findings: (input) => wholeAnswer(this.view(input), 'findings'),
    plan: (input) => JSON.stringify(planAnswer(this.view(input), input.computedAt)),
    summary: (input) => planSummary(this.view(input)),
    facts: (input) => portableFacts(this.view(input)),
    planGivens: (input) => JSON.stringify(planGivens(this.view(input))),
    planInput: (input) => planInput(this.view(input)),
    canonicalPlan: (input) => canonicalPlanOf(this.view(input)),
    report: (input, onProgress) => writeReport(this.view(input), input, onProgress),
  }

  private load({ snapshotId, estate, ids, raw, asOf }: StoredSnapshot): number {
    if (this.held?.snapshot.id !== snapshotId) {
      const snapshot = Snapshot.of(snapshotId, restoreEstate(estate), ids, asOf)
      const rawSheets = JSON.parse(Buffer.from(raw).toString('utf8')) as RawSheet[]
      this.held = { snapshot, rawSheets, views: new Map() }
    }
    return this.held.snapshot.facts.count
  }

  /** The view that is asked for, made now where it is not there yet. */
  private view({ view: key }: { readonly view: ViewKey }): View {
    const { held } = this
    if (held?.snapshot.id !== key.snapshotId) throw new NeedError('snapshot')
    const scenario = this.scenarios.get(key.scenarioId)
    if (scenario?.versionKey !== key.versionKey) throw new NeedError('scenario')
    const before = held.views.get(key.scenarioId)
    if (before?.scenario.versionKey === key.versionKey) return before
    const view = viewOf(held.snapshot, scenario, before)
    held.views.set(key.scenarioId, view)
    return view
  }
}

function rowOf({ snapshot }: View, id: string): number {
  const row = snapshot.rowOf(id)
  if (row === undefined) throw new NotFoundError(`VM ${id} in the current snapshot`)
  return row
}
