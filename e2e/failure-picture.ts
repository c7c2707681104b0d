import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { SCREENS } from './look.ts'
import { openContexts } from './support.ts'

/** What a story saw when it failed is kept beside the other pictures. */
afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return
  mkdirSync(SCREENS, { recursive: true })
  const pages = openContexts().flatMap((context) => context.pages())
  for (const [i, page] of pages.entries()) {
    const name = `failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 80)}-${i}.png`
    await page.screenshot({ path: join(SCREENS, name), timeout: 5000 }).catch(() => undefined)
  }
})
