import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Kept as output of CI: people look at them. */
export const SCREENS = fileURLToPath(new URL('../.ci/out/screens', import.meta.url))
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
] as const
const SCHEMES = ['light', 'dark'] as const
/** Text that inherits its colour is painted anew some frames after the colours are others. */
const REPAINT_MS = 200
/** Names, roles and order are the same in the dark; colours are not. All rules are asked in the light. */
const rulesOf = (scheme: (typeof SCHEMES)[number]) => (scheme === 'dark' ? ['color-contrast'] : undefined)

/**
 * Looks at a page in both sizes and both colour schemes: takes a picture of each and returns what axe finds, empty when
 * all is well. A page that stays is looked at as it stands, drawers and dialogs included. `within` has axe look at a part
 * alone, where the page behind it was looked at before.
 */
export async function lookAt(page: Page, name: string, within?: string): Promise<readonly string[]> {
  mkdirSync(SCREENS, { recursive: true })
  const found: string[] = []
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForTimeout(REPAINT_MS)
    for (const size of SIZES) {
      await page.setViewportSize(size)
      await settled(page)
      await page.screenshot({ path: join(SCREENS, `${name}-${size.width}-${colorScheme}.png`) })
    }
    found.push(...(await accessibility(page, `${name}, ${colorScheme}`, rulesOf(colorScheme), within)))
  }
  await page.setViewportSize(SIZES[0])
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/**
 * Rules that a page breaks, each with the first place. Only violations are told of, and at once in the page: what passes
 * would be a megabyte for each table, and the product has no frames to gather from.
 */
async function accessibility(
  page: Page,
  name: string,
  runOnly?: readonly string[],
  within?: string,
): Promise<readonly string[]> {
  const options = { resultTypes: ['violations' as const], ...(runOnly && { runOnly: [...runOnly] }) }
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options(options)
  const { violations } = await (within ? builder.include(within) : builder).analyze()
  return violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0].html.slice(0, 160)} (${nodes.length})`)
}

/** Nothing is being fetched, no skeleton stands, what moves has arrived, and two frames were drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('[role="status"][aria-label^="Loading"]') === null)
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
    // Stripes of a progress bar move for ever.
    const moving = document.getAnimations().filter((it) => Number.isFinite(it.effect?.getComputedTiming().endTime))
    await Promise.allSettled(moving.map((it) => it.finished))
    await new Promise((resolve) => setTimeout(resolve, 50))
  })
}
