import type { Browser, Page } from 'playwright-core'

export interface Tasks {
  /** Longest task of the page by the clock on the wall, which other work on the machine makes longer. */
  readonly longestMs: number
  /** Longest task by the time that its thread had a processor; null where the system does not tell. */
  readonly longestCpuMs: number | null
}

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** Microseconds. */
  readonly dur?: number
  readonly tdur?: number
  readonly args?: { readonly name?: string }
}

/** Runs something in a page and tells what the browser's own trace says of the tasks of its main thread meanwhile. */
export async function tasksWhile<Answer>(
  browser: Browser,
  page: Page,
  act: () => Promise<Answer>,
): Promise<Tasks & { readonly answer: Answer }> {
  await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
  let answer: Answer
  let trace: Buffer
  try {
    answer = await act()
  } finally {
    trace = await browser.stopTracing()
  }
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as { traceEvents: TraceEvent[] }
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
  )
  if (tasks.length === 0) throw new Error('The trace holds no task of a page')
  const cpu = tasks.flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur]))
  return {
    answer,
    longestMs: tasks.reduce((most, { dur = 0 }) => Math.max(most, dur), 0) / 1000,
    longestCpuMs: cpu.length === 0 ? null : cpu.reduce((most, tdur) => Math.max(most, tdur), 0) / 1000,
  }
}
