import type { RemoteOptions } from '../command-line.ts'
import type { GroupName, VerbName } from '../groups.ts'
import { interruptible } from '../interruptible.ts'
import { processTerminal } from '../terminal/terminal.ts'
import { Api } from './api.ts'
import { connectionOf } from './connection.ts'
import { Run, type Verb } from './run.ts'

/** Each noun in a file of its own; the compiler keeps its verbs and the table of groups together. */
const NOUNS: { readonly [G in GroupName]: () => Promise<{ readonly [V in VerbName<G>]: Verb }> } = {
  projects: async () => (await import('../commands/remote/projects.ts')).projects,
  imports: async () => (await import('../commands/remote/imports.ts')).imports,
  snapshots: async () => (await import('../commands/remote/snapshots.ts')).snapshots,
  vms: async () => (await import('../commands/remote/vms.ts')).vms,
  hosts: async () => (await import('../commands/remote/inventory.ts')).hosts,
  clusters: async () => (await import('../commands/remote/inventory.ts')).clusters,
  datastores: async () => (await import('../commands/remote/inventory.ts')).datastores,
  networks: async () => (await import('../commands/remote/inventory.ts')).networks,
  tenants: async () => (await import('../commands/remote/inventory.ts')).tenants,
  stats: async () => (await import('../commands/remote/stats.ts')).stats,
  findings: async () => (await import('../commands/remote/findings.ts')).findings,
  settings: async () => (await import('../commands/remote/settings.ts')).settings,
  exports: async () => (await import('../commands/remote/exports.ts')).exports,
  jobs: async () => (await import('../commands/remote/jobs.ts')).jobs,
  methodology: async () => (await import('../commands/remote/methodology.ts')).methodology,
  session: async () => (await import('../commands/remote/session.ts')).session,
}

/** Runs a verb of a noun against the server that the options name. */
export async function remoteCommand(
  group: GroupName,
  verb: string,
  args: readonly (string | string[])[],
  options: RemoteOptions,
): Promise<void> {
  const verbs: Readonly<Record<string, Verb>> = await NOUNS[group]()
  await withServer(options, (run) => verbs[verb](run, args, options))
}

/** Asks a server until `work` is done or interrupted. */
export async function withServer(options: RemoteOptions, work: (run: Run) => Promise<void>): Promise<void> {
  const connection = connectionOf(options, process.env)
  await interruptible((signal) => work(new Run(new Api(connection, signal), processTerminal(), options.json === true)))
}
