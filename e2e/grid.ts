import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { PATIENCE_MS } from './support.ts'

/** A table of the product by what it holds: "VMs", "Findings". */
export function grid(page: Page, name: string): Locator {
  return page.getByRole('grid', { name, exact: true })
}

/** Rows of the whole list, in sight or not. Header and totals are told by `aria-rowcount` as well. */
export async function rowCount(table: Locator): Promise<number> {
  const [rows, totals] = await Promise.all([
    table.getAttribute('aria-rowcount'),
    table.evaluate((element) => element.querySelectorAll('[role=row]:not([data-row])').length),
  ])
  return Number(rows) - totals
}

/** Waits until a list holds so many rows, and none is still on its way. */
export async function untilRows(table: Locator, rows: number): Promise<void> {
  await expect
    .poll(async () => [await rowCount(table), await table.getAttribute('aria-busy')], { timeout: PATIENCE_MS })
    .toEqual([rows, 'false'])
}

/** What a column shows in the rows that exist now, from top to bottom. */
export async function column(table: Locator, title: string): Promise<readonly string[]> {
  return table.evaluate((element, wanted) => {
    const heads = [...element.querySelectorAll('[role=columnheader]')]
    const at = heads.findIndex((head) => head.textContent?.replace(/[↑↓]$/, '') === wanted)
    if (at < 0) throw new Error(`No column ${wanted}: ${heads.map((head) => head.textContent).join(', ')}`)
    return [...element.querySelectorAll<HTMLElement>('[data-row]')]
      .sort((a, b) => Number(a.dataset.row) - Number(b.dataset.row))
      .map((row) => row.children[at]?.textContent ?? '')
  }, title)
}

/** The row that holds a text in its first cell. */
export function row(table: Locator, text: string): Locator {
  return table.locator('[data-row]').filter({ hasText: text }).first()
}
