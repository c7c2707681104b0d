/**
 * The nouns that commands ask a server about, and what can be done with each. Help, completion and the executors all read
 * this table; it is plain data, because `--help` must start at once.
 */

export interface GroupVerb {
  readonly summary: string
  /** Stands beside the nouns, as one word. */
  readonly isWord?: true
  /** As commander reads them: `<project> [vm...]`. */
  readonly args?: string
  /** Flags and what they mean; a `*` in front of the meaning: it must be given. */
  readonly options?: readonly (readonly [flags: string, meaning: string])[]
}

export interface Group {
  readonly summary: string
  readonly verbs: Readonly<Record<string, GroupVerb>>
}

const project = ['-p, --project <key>', '*key or id of the project'] as const
const paged = [
  ['--limit <n>', 'how many at most (default: 100)'],
  ['--cursor <cursor>', 'where the list before ended'],
] as const
const filters = [
  ['--where <column=value>', 'keep VMs by a column, again for another: risk=RED,YELLOW, usedGiB=500..'],
  ['--search <text>', 'in name, DNS name, IP address'],
] as const
const decisions = [
  ['--status <status>', 'not_started, assigned, in_progress, migrated, failed, skipped'],
  ['--note <text>', 'why it has that status; none clears'],
  ['--mode <mode>', 'warm, cold, or none for what the assessment says'],
  ['--exclude <reason>', 'leave it out of the plan'],
  ['--include', 'take it into the plan again'],
  ['--priority <n>', '1 to 999, lower moves first; none clears'],
  ['--fix-minutes <n>', 'minutes of repairs after the move; none clears'],
] as const
const listed = (what: string) => ({ summary: `list ${what} of the current snapshot`, options: [project] }) as const

export const GROUPS = {
  projects: {
    summary: 'create, list, approve, archive and delete projects',
    verbs: {
      list: {
        summary: 'list projects, newest first',
        options: [
          ['--search <text>', 'in name, key or customer'],
          ['--status <status>', 'planning, active, on_hold, completed or cancelled'],
          ['--archived', 'those that were put away'],
          ...paged,
        ],
      },
      create: {
        summary: 'create a project',
        args: '<name>',
        options: [
          ['--key <key>', 'what it is called in commands and addresses (default: made from the name)'],
          ['--customer <name>', 'whose estate it is'],
        ],
      },
      show: { summary: 'one project with its totals', args: '<project>' },
      update: {
        summary: 'rename a project, or its customer',
        args: '<project>',
        options: [
          ['--name <name>', 'its new name'],
          ['--customer <name>', 'its new customer; none clears'],
        ],
      },
      status: {
        summary: 'start, hold, replan, complete, reopen or cancel a project',
        args: '<project> <action>',
        options: [['--reason <text>', 'why; it stands in the history']],
      },
      assess: { summary: 'assess and plan the current snapshot again', args: '<project>' },
      approve: { summary: 'approve the plan of a project', args: '<project>' },
      archive: {
        summary: 'put a project away; everything is kept',
        args: '<project>',
        options: [['--undo', 'bring it back']],
      },
      reset: {
        summary: 'clear the inventory, or reset the assessment or the plan',
        args: '<project> <what>',
        options: [['--confirm <key>', 'the key of the project; without it the command says what would go']],
      },
      delete: {
        summary: 'delete a project with everything in it',
        args: '<project>',
        options: [['--confirm <key>', 'the key of the project; without it the command says what would go']],
      },
      history: { summary: 'how status and phase moved', args: '<project>', options: paged },
    },
  },
  imports: {
    summary: 'upload exports and follow the import',
    verbs: {
      create: {
        summary: 'upload exports of one estate and wait for their snapshot',
        args: '<file...>',
        options: [project, ['--no-wait', 'return once the files are there']],
      },
      list: { summary: 'list imports, newest first', options: [project, ...paged] },
    },
  },
  snapshots: {
    summary: 'what each import became',
    verbs: {
      list: { summary: 'list snapshots, newest first', options: [project, ...paged] },
      show: { summary: 'one snapshot with its column report', args: '<number-or-id>', options: [project] },
      rejected: { summary: 'print the rows that were kept out, as CSV', args: '<number-or-id>', options: [project] },
    },
  },
  vms: {
    summary: 'list, explain and decide about VMs of a project',
    verbs: {
      list: {
        summary: 'list VMs, filtered and sorted',
        options: [
          project,
          ...filters,
          ['--sort <column>', 'with - in front for descending (default: name)'],
          ['--limit <n>', 'how many at most, up to 1000 (default: 50)'],
          ['--offset <n>', 'how many to pass over'],
        ],
      },
      facets: { summary: 'values of each filter with the number of VMs', options: [project, ...filters] },
      show: { summary: 'one VM with its parts, findings and times', args: '<vm>', options: [project] },
      update: {
        summary: 'decide about one VM: status, mode, exclusion, priority',
        args: '<vm>',
        options: [project, ...decisions],
      },
      bulk: {
        summary: 'decide about every VM that a filter keeps',
        options: [project, ...filters, ...decisions, ['--preview', 'only say how many would change']],
      },
    },
  },
  hosts: { summary: 'hosts of a project', verbs: { list: listed('hosts') } },
  clusters: { summary: 'clusters of a project', verbs: { list: listed('clusters') } },
  datastores: { summary: 'datastores of a project', verbs: { list: listed('datastores') } },
  networks: { summary: 'networks of a project', verbs: { list: listed('networks') } },
  tenants: { summary: 'owners of VMs, as detected', verbs: { list: listed('tenants') } },
  stats: {
    summary: 'totals and distributions of a project',
    verbs: { show: { summary: 'totals and distributions of the current snapshot', options: [project] } },
  },
  findings: {
    summary: 'rules that fired, and risks that were accepted',
    verbs: {
      list: { summary: 'rules that fired, with counts', options: [project] },
      accept: {
        summary: 'accept a risk, on some VMs or on all',
        args: '<rule>',
        options: [
          project,
          ['--reason <text>', '*why it may stay'],
          ['--vm <name...>', 'only on these VMs (default: every VM, also of later imports)'],
        ],
      },
      withdraw: {
        summary: 'take an acceptance back',
        args: '<rule>',
        options: [project, ['--vm <name...>', 'only on these VMs']],
      },
    },
  },
  settings: {
    summary: 'show and change what a plan is made with',
    verbs: {
      show: { summary: 'every setting; with KEY only those', args: '[key...]', options: [project] },
      set: {
        summary: 'change settings and plan again: KEY=VALUE, KEY= for the default',
        args: '<key=value...>',
        options: [project],
      },
    },
  },
  exports: {
    summary: 'reports of the plan of a project',
    verbs: {
      create: {
        summary: 'write reports on the server and fetch them',
        options: [
          project,
          ['--out <dir>', '*the folder to put them into'],
          ['--format <list>', 'which: xlsx, pdf, csv, json (default: all)'],
        ],
      },
    },
  },
  jobs: {
    summary: 'what the server does in the background',
    verbs: {
      list: {
        summary: 'list jobs, newest first',
        options: [
          ['-p, --project <key>', 'only of this project'],
          ['--state <state>', 'queued, running, done, failed or cancelled'],
          ...paged,
        ],
      },
      show: { summary: 'one job with its log', args: '<job>' },
      watch: { summary: 'follow a job to its end', args: '<job>' },
      cancel: { summary: 'ask a job to stop', args: '<job>' },
    },
  },
  methodology: {
    summary: 'every formula and rule with its source',
    verbs: {
      show: {
        summary: 'formulas and rules of the server',
        options: [['-p, --project <key>', 'with the values of this project']],
      },
    },
  },
  session: {
    summary: 'who the server takes you for',
    verbs: {
      show: { summary: 'who is signed in, and what they may do' },
      link: { summary: 'print a new link that signs you in once, in a browser', isWord: true },
    },
  },
} as const satisfies Record<string, Group>

export type GroupName = keyof typeof GROUPS
export type VerbName<G extends GroupName> = keyof (typeof GROUPS)[G]['verbs'] & string
