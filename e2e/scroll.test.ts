import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { generatedExport } from './generated-export.ts'
import { grid, untilRows } from './grid.ts'
import { newProject } from './project.ts'
import { type SignedIn, signIn, startBrowser, startServer, type TestServer } from './support.ts'
import { tasksWhile } from './tasks.ts'

/** `TEST_SCROLL_VMS=100000` scrolls through as many as the table is made for. */
const VMS = Number(process.env.TEST_SCROLL_VMS ?? 20_000)
/** Rows that fit a large screen, and those drawn beyond its edges. */
const MOST_ROWS = 80
const IMPORT_MS = 600_000

let server: TestServer
let browser: Browser
let session: SignedIn
let page: Page
let key: string

beforeAll(async () => {
  const file = await generatedExport(VMS)
  ;[server, browser] = await Promise.all([startServer(), startBrowser()])
  session = await signIn(browser, server)
  page = session.page
  session.context.setDefaultTimeout(IMPORT_MS)
  key = await newProject(page, 'Large', [file])
  rmSync(dirname(file), { recursive: true })
}, IMPORT_MS)

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

interface Scrolled {
  readonly frames: number
  readonly mostRows: number
  readonly elements: number
  readonly longTasks: number
}

it.each([
  { how: 'steadily, by the wheel', stepRows: 12, steps: 240 },
  { how: 'in leaps, by the bar', stepRows: Math.floor(VMS / 120), steps: 120 },
])(
  'scrolls through every row $how with a bounded page',
  async ({ how, stepRows, steps }) => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.goto(`${server.url}/p/${key}/vms`)
    const vms = grid(page, 'VMs')
    await untilRows(vms, VMS)
    const before = await page.evaluate(() => document.getElementsByTagName('*').length)
    const { answer: scrolled, ...tasks } = await tasksWhile(browser, page, () =>
      vms.evaluate(scroll, { stepRows, steps }),
    )
    // Reported, not judged: the clock on the wall tells as much of the machine as of the table.
    console.log(
      `scroll ${how}: ${VMS} VMs, ${scrolled.frames} frames, ${scrolled.longTasks} tasks over 50 ms on the clock, the longest ${tasks.longestMs.toFixed(1)} ms, of the processor ${tasks.longestCpuMs?.toFixed(1) ?? '?'} ms; at most ${scrolled.mostRows} rows, ${scrolled.elements} elements`,
    )
    expect(scrolled.mostRows).toBeGreaterThan(20)
    expect(scrolled.mostRows).toBeLessThanOrEqual(MOST_ROWS)
    // Nothing is left behind by rows that went out of sight.
    expect(scrolled.elements).toBeLessThan(before * 1.2)
    await vms.press('Control+End')
    await vms
      .locator(`[data-row="${VMS - 1}"]`)
      .getByText(`vm-${String(VMS).padStart(6, '0')}`)
      .waitFor()
  },
  IMPORT_MS,
)

/** Moves a table by so many rows a frame and watches what that costs; runs in the page. */
async function scroll(element: Element, { stepRows, steps }: { stepRows: number; steps: number }): Promise<Scrolled> {
  const ROW = 32
  let longTasks = 0
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length
  })
  observer.observe({ type: 'longtask' })
  let frames = 0
  let mostRows = 0
  const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
  for (let step = 1; step <= steps; step++) {
    element.scrollTop += stepRows * ROW
    await frame()
    frames++
    mostRows = Math.max(mostRows, element.querySelectorAll('[data-row]').length)
  }
  // The windows that were asked for on the way arrive.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  mostRows = Math.max(mostRows, element.querySelectorAll('[data-row]').length)
  observer.disconnect()
  return { frames, mostRows, elements: document.getElementsByTagName('*').length, longTasks }
}
