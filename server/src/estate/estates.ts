import type { Selectable } from 'kysely'
import type { Db } from '../platform/db/database.ts'
import type { Schema } from '../platform/db/schema.ts'
import { CodedError } from '../platform/errors.ts'
import type { Ops } from './ops.ts'
import { storedSnapshot } from './parts.ts'
import type { ScenarioData, ViewKey } from './protocol.ts'
import { scenarioData, versionKeyOf } from './scenario-data.ts'
import { type AskOptions, EstateThread, NeedsError } from './thread.ts'

type ScenarioRow = Selectable<Schema['scenario']>

/** Operations that are about a snapshot under a scenario. */
export type ViewOp = { [K in keyof Ops]: Ops[K]['input'] extends { readonly view: ViewKey } ? K : never }[keyof Ops]
type Arguments<K extends ViewOp> = Omit<Ops[K]['input'], 'view'>

/** Snapshot, scenario, and once more because somebody changed the scenario meanwhile. */
const MOST_ROUNDS = 5
/** Snapshots held at once, and how many VMs they may have together; the one that is asked about is always held. */
const MOST_SNAPSHOTS = 4
const MOST_VMS = 300_000

interface Held {
  readonly thread: EstateThread
  /** 0 until it is loaded. */
  vms: number
}

/**
 * Asks about snapshots, each in a thread of its own, so that nobody waits behind a question about another one and all
 * memory of one that is let go comes back. What a thread lacks it is given out of the database; the thread that read an
 * import goes on as that of its snapshot.
 */
export class Estates {
  private readonly db: Db
  /** By snapshot; the one used last stands last. */
  private readonly held = new Map<string, Held>()
  /** Loads that are on their way: two questions about one snapshot load it once. */
  private readonly loading = new Map<string, Promise<void>>()
  private closed = false

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

  /** Takes over a thread that holds a snapshot already. */
  adopt(snapshotId: string, vms: number, thread: EstateThread): void {
    this.forget(snapshotId)
    this.held.set(snapshotId, { thread, vms })
    this.makeRoom()
    if (this.closed) this.forget(snapshotId)
  }

  /** Lets a snapshot go: the next question about it loads it again. */
  forget(snapshotId: string): void {
    this.held.get(snapshotId)?.thread.retire()
    this.held.delete(snapshotId)
  }

  async close(): Promise<void> {
    this.closed = true
    await Promise.all([...this.held.values()].map(({ thread }) => thread.close()))
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
      const { thread } = this.heldFor(view.snapshotId)
      try {
        return await thread.ask(op, { ...input, view } as Ops[K]['input'], options)
      } catch (error) {
        if (!(error instanceof NeedsError) || round === MOST_ROUNDS) throw error
        if (error.need === 'snapshot') await this.load(view.snapshotId)
        else {
          const data = await scenario()
          await this.heldFor(view.snapshotId).thread.ask('scenario', data)
          view = { ...view, versionKey: data.versionKey }
        }
      }
    }
  }

  private heldFor(snapshotId: string): Held {
    if (this.closed) throw new CodedError('unavailable', 'The server is stopping')
    const before = this.held.get(snapshotId)
    const held = before && !before.thread.isClosed ? before : { thread: new EstateThread(), vms: 0 }
    this.held.delete(snapshotId)
    this.held.set(snapshotId, held)
    return held
  }

  private load(snapshotId: string): Promise<void> {
    const running = this.loading.get(snapshotId)
    if (running) return running
    const loading = this.loadNow(snapshotId).finally(() => this.loading.delete(snapshotId))
    this.loading.set(snapshotId, loading)
    return loading
  }

  private async loadNow(snapshotId: string): Promise<void> {
    const held = this.heldFor(snapshotId)
    held.vms = await loadSnapshot(this.db, held.thread, snapshotId)
    // Others may have been asked about meanwhile; whoever waits for this one asks now.
    this.heldFor(snapshotId)
    this.makeRoom()
  }

  private makeRoom(): void {
    const vms = () => [...this.held.values()].reduce((sum, held) => sum + held.vms, 0)
    while (this.held.size > 1 && (this.held.size > MOST_SNAPSHOTS || vms() > MOST_VMS)) {
      this.forget(this.held.keys().next().value!)
    }
  }
}

/**
 * Gives a thread a snapshot; its bytes change hands.
 *
 * @returns how many VMs it has
 */
export async function loadSnapshot(db: Db, thread: EstateThread, snapshotId: string): Promise<number> {
  const stored = await storedSnapshot(db, snapshotId)
  const transfer = [stored.estate, stored.ids].map(({ buffer }) => buffer as ArrayBuffer)
  return thread.ask('load', stored, { transfer })
}
