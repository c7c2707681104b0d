import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContext, Response } from 'playwright-core'

export interface FirstLoad {
  /** Bytes over the wire with gzip, by kind of file. */
  readonly bytes: Readonly<Record<string, number>>
  readonly total: number
}

/** What a browser that knows nothing yet fetches until the page stands, apart from data: pages, code, styles, fonts. */
export async function firstLoad(browser: Browser, signedIn: BrowserContext, url: string): Promise<FirstLoad> {
  const context = await browser.newContext({ storageState: await signedIn.storageState() })
  const page = await context.newPage()
  const bytes: Record<string, number> = {}
  const reading: Promise<void>[] = []
  const count = (response: Response) => {
    const { pathname } = new URL(response.url())
    if (pathname.startsWith('/api/')) return
    const kind = /\.(\w+)$/.exec(pathname)?.[1] ?? 'html'
    reading.push(
      response.body().then((body) => {
        // Fonts are compressed already.
        const size = kind === 'woff2' ? body.length : gzipSync(body).length
        bytes[kind] = (bytes[kind] ?? 0) + size
      }),
    )
  }
  page.on('response', count)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator('h1').waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
  for (let read = 0; read < reading.length; ) {
    read = reading.length
    await Promise.allSettled(reading)
  }
  // What comes later, as code fetched ahead, is not of the first load.
  page.off('response', count)
  await context.close()
  return { bytes, total: Object.values(bytes).reduce((sum, size) => sum + size, 0) }
}
