import type { Job } from '@portolan/contract/jobs'
import { screenOf } from '../commands/offline.ts'
import { RefusedError } from '../failure.ts'
import type { Screen } from '../terminal/blocks.ts'
import type { Terminal } from '../terminal/terminal.ts'
import { withProgress } from '../terminal/with-progress.ts'
import type { Api } from './api.ts'
import { followJob, progressOf } from './job-events.ts'

/** What every command that asks a server works with. */
export class Run {
  readonly api: Api
  readonly terminal: Terminal
  readonly screen: Screen
  private readonly isJson: boolean

  constructor(api: Api, terminal: Terminal, isJson: boolean) {
    this.api = api
    this.terminal = terminal
    this.screen = screenOf(terminal)
    this.isJson = isJson
  }

  /** The answer of the server as JSON where that was asked for, else `lines` for a person. */
  print(answer: unknown, lines: () => readonly string[]): void {
    const text = this.isJson ? JSON.stringify(answer, null, 2) : lines().join('\n')
    if (text !== '') this.terminal.out(`${text}\n`)
  }

  /**
   * Follows a job with a progress line on stderr.
   *
   * @throws RefusedError with its reason when it fails or is cancelled
   */
  async follow(id: string): Promise<Job> {
    const job = await withProgress(this.terminal, (onProgress) =>
      followJob(this.api, id, (state) => onProgress(progressOf(state))),
    )
    if (job.state === 'cancelled') throw new RefusedError(`The job was cancelled; what it did is undone.`)
    if (job.state === 'failed') throw new RefusedError(job.error?.message ?? 'The job failed.')
    return job
  }
}

/** What a verb of a noun does. Arguments and options are as the table of groups declares them. */
export type Verb = {
  do(run: Run, args: readonly (string | string[])[], options: object): Promise<void>
}['do']
