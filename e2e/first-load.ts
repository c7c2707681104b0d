import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Response } from 'playwright-core'

export interface FirstLoad {
  /** Bytes over the wire with gzip, by kind of file. */
  readonly bytes: Readonly<Record<string, number>>
  readonly total: number
  /** What a worker brings beside it, which no first screen waits for. */
  readonly workerBytes: number
}

/** A page shows its title while its code and data are still on their way: what stands for them must be gone. */
const LOADING = '[role="status"][aria-label^="Loading"]'

/**
 * What a browser that knows nothing yet fetches until the page stands, apart from data: pages, code, styles, fonts. On a
 * busy machine the network rests before the code of a page has run, so that the page itself is waited for as well.
 */
export async function firstLoad(browser: Browser, signedIn: BrowserContext, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ storageState: await signedIn.storageState() })
  const page = await context.newPage()
  const files = new Map<string, number>()
  const workers = new Set<string>()
  page.on('worker', (worker) => workers.add(new URL(worker.url()).pathname))
  const reading: Promise<void>[] = []
  const count = (response: Response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/api/')) return
    reading.push(
      response.body().then((body) => {
        // Fonts are compressed already.
        files.set(pathname, pathname.endsWith('.woff2') ? body.length : gzipSync(body).length)
      }),
    )
  }
  page.on('response', count)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator('h1').waitFor()
  await page.waitForFunction((loading) => document.querySelector(loading) === null, LOADING)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
  for (let read = 0; read < reading.length; ) {
    read = reading.length
    await Promise.allSettled(reading)
  }
  // What comes later, as code fetched ahead, is not of the first load.
  page.off('response', count)
  await context.close()
  const bytes: Record<string, number> = {}
  let workerBytes = 0
  for (const [pathname, size] of files) {
    const kind = /\.(\w+)$/.exec(pathname)?.[1] ?? 'html'
    if (workers.has(pathname)) workerBytes += size
    else bytes[kind] = (bytes[kind] ?? 0) + size
  }
  return { bytes, total: Object.values(bytes).reduce((sum, size) => sum + size, 0), workerBytes }
}
