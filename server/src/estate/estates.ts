import type { Selectable } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { Schema } from '../platform/db/schema.ts'
import type { Ops } from './ops.ts'
import { storedSnapshot } from './parts.ts'
import type { ScenarioData, StoredSnapshot, ViewKey } from './protocol.ts'
import { scenarioData, versionKeyOf } from './scenario-data.ts'
import { type AskOptions, EstateThread, NeedsError } from './thread.ts'

type ScenarioRow = Selectable<Schema['scenario']>

/** Operations that are about a snapshot under a scenario. */
export type ViewOp = { [K in keyof Ops]: Ops[K]['input'] extends { readonly view: ViewKey } ? K : never }[keyof Ops]
type Arguments<K extends ViewOp> = Omit<Ops[K]['input'], 'view'>

/** Snapshot, scenario, and once more because somebody changed the scenario meanwhile. */
const MOST_ROUNDS = 5

/**
 * Asks a thread about snapshots, and gives it what it lacks out of the database. One thread answers all questions of
 * pages; a job makes one of its own, so that nobody waits for a report.
 */
export class Estates {
  private readonly db: Db
  private readonly thread = new EstateThread()
  /** Loads that are on their way: two questions about one snapshot load it once. */
  private readonly loading = new Map<string, Promise<void>>()

  constructor(db: Db) {
    this.db = db
  }

  /** A question about a snapshot under a scenario as it stands in the database. */
  async ask<K extends ViewOp>(
    op: K,
    snapshotId: string,
    scenario: Pick<ScenarioRow, 'id' | 'version' | 'decisions_version'>,
    input: Arguments<K>,
    options?: AskOptions,
  ): Promise<Ops[K]['output']> {
    const view = { snapshotId, scenarioId: scenario.id, versionKey: versionKeyOf(scenario) }
    return this.askView(op, view, input, () => scenarioData(this.db, scenario.id), options)
  }

  /** The same under a scenario that is not in the database, or not yet. */
  async askUnder<K extends ViewOp>(
    op: K,
    snapshotId: string,
    scenario: ScenarioData,
    input: Arguments<K>,
  ): Promise<Ops[K]['output']> {
    const view = { snapshotId, scenarioId: scenario.id, versionKey: scenario.versionKey }
    return this.askView(op, view, input, async () => scenario)
  }

  /** Holds a snapshot that was just made, so that the first page need not load it. */
  async hold(stored: StoredSnapshot): Promise<void> {
    await this.thread.ask('load', stored)
  }

  async forget(snapshotId: string): Promise<void> {
    await this.thread.ask('forget', { snapshotId })
  }

  close(): Promise<void> {
    return this.thread.close()
  }

  private async askView<K extends ViewOp>(
    op: K,
    wanted: ViewKey,
    input: Arguments<K>,
    scenario: () => Promise<ScenarioData>,
    options?: AskOptions,
  ): Promise<Ops[K]['output']> {
    let view = wanted
    for (let round = 1; ; round++) {
      try {
        return await this.thread.ask(op, { ...input, view } as Ops[K]['input'], options)
      } catch (error) {
        if (!(error instanceof NeedsError) || round === MOST_ROUNDS) throw error
        if (error.need === 'snapshot') await this.load(view.snapshotId)
        else {
          const data = await scenario()
          await this.thread.ask('scenario', data)
          view = { ...view, versionKey: data.versionKey }
        }
      }
    }
  }

  private load(snapshotId: string): Promise<void> {
    const running = this.loading.get(snapshotId)
    if (running) return running
    const loading = this.loadNow(snapshotId).finally(() => this.loading.delete(snapshotId))
    this.loading.set(snapshotId, loading)
    return loading
  }

  private async loadNow(snapshotId: string): Promise<void> {
    await loadSnapshot(this.db, this.thread, snapshotId)
  }
}

/** Gives a thread a snapshot; its bytes change hands. */
export async function loadSnapshot(db: Db, thread: EstateThread, snapshotId: string): Promise<void> {
  const stored = await storedSnapshot(db, snapshotId)
  const transfer = [stored.estate, stored.ids].map(({ buffer }) => buffer as ArrayBuffer)
  await thread.ask('load', stored, { transfer })
}
