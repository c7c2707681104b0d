import { dirname } from 'node:path'
import { CFB, read, utils } from '@e965/xlsx'
import type { PlanAnswer } from '@portolan/contract/plan'
import type { Project } from '@portolan/contract/projects'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { output, portolan } from './command.ts'
import { type Downloaded, downloaded } from './downloads.ts'
import { column, grid, row, untilRows } from './grid.ts'
import { lookAt } from './look.ts'
import { ask, BERLIN, LISBON, newProject } from './project.ts'
import { type SignedIn, signIn, startBrowser, startServer, type TestServer } from './support.ts'

const SUMMARY = 'Both sites move in one spring, Lisbon first.\n\nThe board decides on 3 March.'
let server: TestServer
let browser: Browser
let session: SignedIn
let page: Page
/** Of the committed sample: its exports are at hand for the command line. */
let key: string

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ demo: true }), startBrowser()])
  session = await signIn(browser, server)
  page = session.page
  key = await newProject(page, 'Both sites', [...BERLIN, ...LISBON])
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const plan = (project = key) => ask<PlanAnswer>(page, `/projects/${project}/plan`)
const project = () => ask<Project>(page, `/projects/${key}`)

async function open(query = '', of = key): Promise<void> {
  await page.goto(`${server.url}/p/${of}/plan${query}`)
  await page.locator('dl[aria-label="The plan in numbers"]').waitFor()
}

describe('the plan on the screen', () => {
  it('says when it ends, and draws every day', async () => {
    await open('', 'demo')
    const { totals, days } = await plan('demo')
    expect(await page.locator('dl[aria-label="The plan in numbers"]').textContent()).toContain(String(totals.vms))
    const bars = page.getByRole('group', { name: 'Days of the schedule' }).getByRole('button')
    expect(await bars.count()).toBe(days.length)
    await bars.first().focus()
    await page.keyboard.press('ArrowRight')
    expect(await lookAt(page, 'plan-schedule')).toEqual([])
  })

  it('leads from a day to its VMs', async () => {
    await open('', 'demo')
    const { days } = await plan('demo')
    const day = days.find(({ migrated }) => migrated > 0)!
    const bars = page.getByRole('group', { name: 'Days of the schedule' }).getByRole('button')
    await bars.nth(days.indexOf(day)).click()
    await page.waitForURL(`**/vms?day=${day.date}`)
    await untilRows(grid(page, 'VMs'), day.migrated)
  })

  it('shows the same days as a table', async () => {
    await open('', 'demo')
    const { days, totals } = await plan('demo')
    await page.getByRole('button', { name: 'Show as table' }).click()
    const table = grid(page, 'Days of the schedule')
    await untilRows(table, days.length)
    const moved = (await column(table, 'Cut over VMs')).map(Number)
    expect(moved).toEqual(days.slice(0, moved.length).map(({ migrated }) => migrated))
    expect(days.reduce((sum, { migrated }) => sum + migrated, 0)).toBe(totals.vms)
    expect(await lookAt(page, 'plan-days')).toEqual([])
  })

  it('opens a tenant to its VMs, and the VM behind', async () => {
    await open('?tab=tenants', 'demo')
    const { tenants } = await plan('demo')
    const tenant = [...tenants].sort((a, b) => a.vms - b.vms).find(({ vms }) => vms > 1)!
    await page.getByLabel('Filter tenants').fill(tenant.name)
    const table = grid(page, 'Tenants')
    const named = tenants.filter(({ name }) => name === tenant.name)
    await untilRows(table, named.length)
    await row(table, tenant.name).getByRole('gridcell').first().click()
    await untilRows(table, named.length + named[0].vms)
    expect(await lookAt(page, 'plan-tenants')).toEqual([])
    await table.locator('[data-row="1"]').getByRole('gridcell').first().click()
    await page.waitForURL('**/vms?**')
    await page.getByRole('complementary').getByRole('tab', { name: 'Summary' }).waitFor()
  })
})

describe('reports', () => {
  it('print the summary that was edited in place', async () => {
    await open('?tab=words')
    const section = page.getByRole('region', { name: 'Executive summary' })
    await section.getByRole('button', { name: 'Write' }).click()
    await section.getByRole('textbox').fill(SUMMARY)
    expect(await lookAt(page, 'plan-writing')).toEqual([])
    await page.keyboard.press('Control+Enter')
    await page.getByText('Executive summary saved').waitFor()
    await section.getByText('The board decides on 3 March.').waitFor()
    expect(await lookAt(page, 'plan-words')).toEqual([])

    const pdf = await written('PDF')
    const text = (await output('pdftotext', ['-layout', pdf.path, '-'])).replaceAll(/\s+/g, ' ')
    for (const paragraph of SUMMARY.split('\n\n')) expect(text).toContain(paragraph)
    expect(text).toContain('Both sites')
  })

  it('come as a workbook whose VMs are those of the plan', async () => {
    await open()
    const xlsx = await written('XLSX')
    const { Sheets, SheetNames } = read(xlsx.bytes)
    const names = (await ask<{ rows: { name: string }[] }>(page, `/projects/${key}/vms?limit=100&fields=id,name`)).rows
    // The sheet of VMs: a title or two above, then a row for each.
    const sheets = SheetNames.map((name) => utils.sheet_to_json<unknown[]>(Sheets[name], { header: 1 }))
    const first = sheets.map((rows) => rows.map((cells) => cells[0]))
    const vms = first.find((cells) => names.every(({ name }) => cells.includes(name)))
    expect(vms).toBeDefined()
    expect(names).toHaveLength((await plan()).totals.vms)
  })

  it('come as tables in one archive', async () => {
    await open()
    const archive = CFB.read((await written('CSV')).bytes, { type: 'buffer' })
    const names = archive.FullPaths.filter((name: string) => name.endsWith('.csv'))
    expect(names.length).toBeGreaterThan(3)
    const texts = names.map((name: string) => Buffer.from(CFB.find(archive, name)!.content).toString('utf8'))
    expect(texts.some((text: string) => text.includes('shop-db01'))).toBe(true)
  })

  it('come as data', async () => {
    await open()
    const { name, text } = await written('JSON')
    expect(name).toBe(`${key}-report.json`)
    expect(JSON.parse(text)).toMatchObject({ schema: expect.stringMatching(/^portolan\./) })
  })

  it('leave the server once, under their names, and stay on the list', async () => {
    await open()
    await page.getByRole('button', { name: 'Write reports' }).click()
    const list = page.getByRole('list', { name: 'Written reports' })
    await list.getByRole('link').first().waitFor()
    expect(await lookAt(page, 'plan-reports')).toEqual([])
    expect(await list.getByRole('listitem').count()).toBe(3)
  })

  /** Writes one format, waits for the job and takes the file as a browser does. */
  async function written(format: string): Promise<Downloaded> {
    await page.getByRole('button', { name: 'Write reports' }).click()
    const choices = page.getByRole('group', { name: 'Formats' }).getByRole('checkbox')
    await choices.first().waitFor()
    for (let i = 0; i < (await choices.count()); i++) {
      const label = await choices.nth(i).evaluate((box: HTMLInputElement) => box.labels?.[0]?.textContent ?? '')
      await choices.nth(i).setChecked(label.includes(`(${format})`))
    }
    await page.getByRole('button', { name: 'Write 1 format' }).click()
    const ending = format === 'CSV' ? 'zip' : format.toLowerCase()
    const link = page.getByRole('list', { name: 'Written reports' }).getByRole('listitem').first().getByRole('link')
    await expect
      .poll(() => link.first().getAttribute('download'), { timeout: 60_000 })
      .toMatch(new RegExp(`\\.${ending}$`))
    return downloaded(page, () => link.first().click())
  }
})

it('is planned by the command line as by the server, byte for byte, from the input that the page gives', async () => {
  await page.goto(`${server.url}/p/${key}/settings?tab=agents`)
  await page.getByRole('textbox', { name: 'Agents', exact: true }).fill('1')
  await page.getByRole('button', { name: 'Save 1 change' }).click()
  await page.getByText(/saved, planned again/).waitFor()
  await open()
  await page.getByRole('button', { name: 'Write reports' }).click()
  const input = await downloaded(page, () => page.getByRole('link', { name: /^Plan input/ }).click())
  expect(input.name).toBe(`${key}-plan-input.json`)
  const ours = await portolan(['plan', dirname(BERLIN[0]), dirname(LISBON[0]), '--input', input.path])
  const theirs = await page.evaluate(async (url) => (await fetch(url)).text(), `/api/v1/projects/${key}/plan.json`)
  expect(JSON.parse(theirs)).toMatchObject({ schema: 'portolan.plan/1' })
  expect(ours).toBe(theirs)
})

describe('the approval', () => {
  it('names what is approved, stands on the page, and is taken back by a change', async () => {
    await open()
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    const dialog = page.getByRole('dialog')
    const { totals } = await plan()
    await dialog.getByRole('button', { name: `Approve ${totals.vms} VMs` }).waitFor()
    expect(await lookAt(page, 'plan-approve')).toEqual([])
    await dialog.getByRole('button', { name: `Approve ${totals.vms} VMs` }).click()
    await page.getByText('The plan is approved').waitFor()
    await page.getByRole('button', { name: 'Approved', exact: true }).waitFor()
    expect(await project()).toMatchObject({ phase: 'approved' })
    expect(await lookAt(page, 'plan-approved')).toEqual([])

    await page.goto(`${server.url}/p/${key}/settings?tab=agents`)
    await page.getByRole('textbox', { name: 'Agents', exact: true }).fill('5')
    await page.getByText('Saving another one takes the approval back', { exact: false }).waitFor()
    await page.getByRole('button', { name: 'Save 1 change' }).click()
    await page.getByText(/saved, planned again/).waitFor()
    expect((await project()).phase).not.toBe('approved')
  })
})

it('broke no rule of its content security policy and threw nothing', () => {
  expect(session.errors).toEqual([])
})
