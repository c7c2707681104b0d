import { readFileSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Import, Snapshot } from '@portolan/contract/imports'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { downloaded } from './downloads.ts'
import { generatedExport } from './generated-export.ts'
import { column, grid, row, untilRows } from './grid.ts'
import { lookAt } from './look.ts'
import { ask, BERLIN, fileOf, LISBON, newProject } from './project.ts'
import { type SignedIn, signIn, startBrowser, startServer, type TestServer } from './support.ts'

/** Takes seconds on any machine: time enough to look at it, to reload and to cancel. */
const LARGE_VMS = 60_000
let server: TestServer
let browser: Browser
let session: SignedIn
let page: Page
let large: string

beforeAll(async () => {
  ;[server, browser, large] = await Promise.all([startServer(), startBrowser(), generatedExport(LARGE_VMS)])
  session = await signIn(browser, server)
  page = session.page
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (large) rmSync(dirname(large), { recursive: true })
})

const snapshots = async (key: string) => (await ask<{ rows: Snapshot[] }>(page, `/projects/${key}/snapshots`)).rows
const imports = async (key: string) => (await ask<{ rows: Import[] }>(page, `/projects/${key}/imports`)).rows
const vmsOf = async (key: string) => (await ask<{ total: number }>(page, `/projects/${key}/vms?limit=1`)).total
const atWork = () => page.getByRole('region', { name: 'Import at work' })

/** Imports into the project that is open. */
async function importMore(files: readonly string[] | readonly ReturnType<typeof fileOf>[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose exports' }).click(),
  ])
  await chooser.setFiles([...files] as string[])
}

it('makes a second import a new snapshot and keeps the first', async () => {
  const key = await newProject(page, 'Two of them', BERLIN)
  const first = await vmsOf(key)
  await importMore([...BERLIN, ...LISBON])
  await page.getByRole('heading', { name: /^Snapshot 2, current/ }).waitFor()
  expect((await snapshots(key)).map(({ number, isCurrent }) => [number, isCurrent])).toEqual([
    [2, true],
    [1, false],
  ])
  expect(await vmsOf(key)).toBeGreaterThan(first)
  // Both exports have a vInfo and a vMetaData: the upload numbers the second of a name.
  expect((await snapshots(key))[0].warnings).toEqual([])
  const history = grid(page, 'Imports')
  await untilRows(history, 2)
  expect(await column(history, 'Snapshot')).toEqual(['2, current', '1'])
  expect(await lookAt(page, 'import-history')).toEqual([])

  await history.locator('[data-row="1"]').getByRole('gridcell').first().click()
  await page.getByRole('heading', { name: /^Snapshot 1, earlier/ }).waitFor()
  expect(new URL(page.url()).searchParams.get('snapshot')).toBe((await snapshots(key))[1].id)
})

it('makes a project of what is dropped on the page', async () => {
  await page.goto(`${server.url}/projects`)
  await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor()
  const files = LISBON.map((path) => ({ name: basename(path), text: readFileSync(path, 'utf8') }))
  const transfer = await page.evaluateHandle((dropped) => {
    const data = new DataTransfer()
    for (const { name, text } of dropped) data.items.add(new File([text], name, { type: 'text/csv' }))
    return data
  }, files)
  const target = page.getByRole('heading', { name: 'Projects', level: 1 })
  await target.dispatchEvent('dragenter', { dataTransfer: transfer })
  await page.getByText(/^Drop .* to make/).waitFor()
  expect(await lookAt(page, 'projects-drop')).toEqual([])
  await target.dispatchEvent('dragover', { dataTransfer: transfer })
  await target.dispatchEvent('drop', { dataTransfer: transfer })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('list', { name: 'Exports' }).waitFor()
  expect(await dialog.getByRole('listitem').allTextContents()).toEqual(files.map(({ name }) => name))
  await dialog.getByLabel('Name').fill('Dropped')
  await dialog.getByRole('button', { name: `Create and import ${files.length} files` }).click()
  await page.getByRole('heading', { name: /^Snapshot 1, current/ }).waitFor()
  expect(await vmsOf('dropped')).toBeGreaterThan(0)
})

describe('a large import', () => {
  it('is found again by a page that is loaded anew in the middle of it', async () => {
    const key = await newProject(page, 'Reloaded', LISBON)
    await importMore([large])
    await atWork()
      .getByText(/\d of [\d,]+/)
      .waitFor()
    expect(await lookAt(page, 'import-at-work')).toEqual([])
    await page.reload()
    await atWork().waitFor()
    expect((await imports(key))[0].finishedAt).toBeNull()
    await page.getByRole('heading', { name: /^Snapshot 2, current/ }).waitFor({ timeout: 150_000 })
    expect(await vmsOf(key)).toBe(LARGE_VMS)
  })

  it('is cancelled, and leaves the snapshot of before', async () => {
    const key = await newProject(page, 'Cancelled', LISBON)
    const before = await vmsOf(key)
    await importMore([large])
    await atWork()
      .getByText(/\d of [\d,]+/)
      .waitFor()
    await page.getByRole('button', { name: 'Cancel import' }).click()
    await atWork().waitFor({ state: 'detached' })
    const [last] = await imports(key)
    expect(last).toMatchObject({ state: 'cancelled', snapshotId: null })
    expect((await snapshots(key)).map(({ number, isCurrent }) => [number, isCurrent])).toEqual([[1, true]])
    expect(await vmsOf(key)).toBe(before)
    await row(grid(page, 'Imports'), 'RVTools_tabvInfo.csv').getByText('cancelled').waitFor()
    expect(await lookAt(page, 'import-cancelled')).toEqual([])

    await importMore(LISBON)
    await page.getByRole('heading', { name: /^Snapshot 2, current/ }).waitFor()
  })
})

describe('what cannot be read', () => {
  it('is kept out row by row, and handed back with its reasons', async () => {
    const bad = fileOf('RVTools_tabvInfo.csv', 'VM,Powerstate,VM ID\nweb01,poweredOn,vm-1\n,poweredOff,\n')
    await newProject(page, 'Rejected', [bad])
    await page.getByRole('region', { name: 'Warnings and rows kept out' }).waitFor()
    expect(await lookAt(page, 'import-rejected')).toEqual([])
    const { text } = await downloaded(page, () => page.getByRole('link', { name: 'Download 1 row as CSV' }).click())
    const [head, ...rows] = text.trimEnd().split('\r\n')
    expect(head).toBe('file,sheet,row,reason')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatch(/^RVTools_tabvInfo\.csv,/)
  })

  it('is refused with a sentence when it is no export, and the estate stays as it was', async () => {
    const key = await newProject(page, 'Refused', LISBON)
    const before = await vmsOf(key)
    await importMore([fileOf('holidays.csv', 'Name,From,To\nMaria,2026-07-01,2026-07-14\n')])
    const panel = page.getByRole('region', { name: 'Last import failed' })
    await panel.waitFor()
    expect(await panel.textContent()).toContain('holidays.csv')
    expect(await panel.textContent()).toContain('The estate is as it was before.')
    expect(await lookAt(page, 'import-refused')).toEqual([])
    expect(await vmsOf(key)).toBe(before)
    expect(await snapshots(key)).toHaveLength(1)
  })
})

it('broke no rule of its content security policy and threw nothing', () => {
  expect(session.errors).toEqual([])
})
