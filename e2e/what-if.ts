import type { PlanAnswer } from '@portolan/contract/plan'
import type { BrowserContext, Page } from 'playwright-core'

/** What the engine in the browser's worker makes of the settings in the form. */
export type WhatIf = Pick<PlanAnswer, 'bandwidth' | 'agents' | 'totals' | 'deadline'>

declare global {
  interface Window {
    heard?: string[]
  }
}

/** From now on every page keeps what its workers say, whole: the page itself shows rounded figures. */
export async function recordWhatIf(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const heard: string[] = []
    window.heard = heard
    window.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        this.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)))
      }
    }
  })
}

/** The newest answer of the worker, as JSON carries it. */
export async function lastWhatIf(page: Page): Promise<WhatIf> {
  const text = await page.evaluate(() => window.heard?.at(-1))
  if (text === undefined) throw new Error('No worker of this page has said anything')
  const { kind, outcome } = JSON.parse(text) as { kind: string; outcome: WhatIf }
  if (kind !== 'planned') throw new Error(`The last word of the worker is ${kind}, not a changed plan`)
  return outcome
}
