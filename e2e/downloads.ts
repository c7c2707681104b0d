import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

export interface Downloaded {
  readonly name: string
  /** Where the browser put it; there until its context is closed. */
  readonly path: string
  readonly bytes: Buffer
  readonly text: string
}

/** The file that a click brings, as it arrives at a person. */
export async function downloaded(page: Page, click: () => Promise<unknown>): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  const path = await download.path()
  const bytes = readFileSync(path)
  return { name: download.suggestedFilename(), path, bytes, text: bytes.toString('utf8') }
}
