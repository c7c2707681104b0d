import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { firstLoad } from './first-load.ts'
import { lookAt } from './look.ts'
import { type SignedIn, signIn, startBrowser, startServer, type TestServer } from './support.ts'

const SITE = fileURLToPath(new URL('../samples/two-sites/lisbon', import.meta.url))
const EXPORTS = readdirSync(SITE).map((name) => `${SITE}/${name}`)
const FIRST_LOAD_BYTES = 300_000
const FIRST_SCREENS = [
  '/projects',
  '/jobs',
  '/methodology?project=lisbon',
  '/p/lisbon/overview',
  '/p/lisbon/import',
  '/p/lisbon/vms',
  '/p/lisbon/vms?rule=cbt-off',
  '/p/lisbon/findings',
  '/p/lisbon/plan',
  '/p/lisbon/plan?tab=tenants',
  '/p/lisbon/settings',
  '/p/lisbon/settings?tab=schedule',
  '/p/lisbon/settings?tab=risk',
  '/p/lisbon/settings?tab=tenants',
]

let server: TestServer
let browser: Browser
let session: SignedIn

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), startBrowser()])
  session = await signIn(browser, server)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

describe('from an export to a snapshot', () => {
  it('signs in by the printed link, once', async () => {
    const { page } = session
    expect(new URL(page.url()).pathname).toBe('/projects')
    expect(new URL(page.url()).search).toBe('')
    await page.getByRole('heading', { name: 'Begin with an RVTools export' }).waitFor()
    expect(await lookAt(page, 'projects-empty')).toEqual([])

    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(server.link)
    await stranger.getByRole('heading', { name: 'This link does not open' }).waitFor()
    expect(await lookAt(stranger, 'sign-in')).toEqual([])
  })

  it('makes a project of the files that are chosen and shows what was read', async () => {
    const { page } = session
    await page.getByRole('button', { name: 'New project' }).first().click()
    await page.locator('input[type=file]').setInputFiles(EXPORTS)
    await page.getByLabel('Name').fill('Lisbon')
    expect(await lookAt(page, 'new-project')).toEqual([])
    await page.getByRole('button', { name: /^Create and import/ }).click()
    await page.waitForURL('**/p/lisbon/import')
    await page.getByRole('heading', { name: /^Snapshot 1, current/ }).waitFor()
    expect(await lookAt(page, 'import')).toEqual([])
  })

  it('says of each sheet which headers it understood', async () => {
    const { page } = session
    await page
      .getByRole('grid', { name: 'Sheets and their columns' })
      .getByText('vInfo', { exact: true })
      .first()
      .click()
    await page
      .getByRole('complementary')
      .getByRole('heading', { name: /^Recognised/ })
      .waitFor()
    expect(await lookAt(page, 'import-sheet')).toEqual([])
    await page.keyboard.press('Escape')
    expect(await page.getByRole('complementary').count()).toBe(0)
  })

  it('lists the project with its figures, as cards and as a table', async () => {
    const { page } = session
    await page.goto(`${server.url}/projects`)
    await page.getByRole('link', { name: 'Lisbon' }).waitFor()
    expect(await lookAt(page, 'projects')).toEqual([])
    await page.getByText('Table', { exact: true }).click()
    await page.getByRole('grid', { name: 'Projects' }).waitFor()
    expect(await lookAt(page, 'projects-table')).toEqual([])
  })

  it('keeps the job with its log, in reach of the keyboard', async () => {
    const { page } = session
    await page.goto(`${server.url}/jobs`)
    const grid = page.getByRole('grid', { name: 'Jobs' })
    await grid.getByText('Import').first().waitFor()
    await grid.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Log' }).waitFor()
    expect(new URL(page.url()).searchParams.has('job')).toBe(true)
    expect(await lookAt(page, 'job')).toEqual([])
  })
})

describe('around every page', () => {
  it('finds pages, projects and VMs by name', async () => {
    const { page } = session
    await page.goto(`${server.url}/p/lisbon/import`)
    await page.getByRole('heading', { name: 'Import', exact: true }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('A page, a project, a command, a VM').fill('jo')
    await page.getByText('Jobs', { exact: true }).last().waitFor()
    expect(await lookAt(page, 'commands')).toEqual([])
    await page.keyboard.press('Enter')
    await page.waitForURL('**/jobs')
  })

  it('lists its keys', async () => {
    const { page } = session
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'In a table' }).waitFor()
    expect(await lookAt(page, 'keys')).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('says when an address leads nowhere', async () => {
    const { page } = session
    await page.goto(`${server.url}/nowhere`)
    await page.getByRole('heading', { name: 'No page has this address' }).waitFor()
    expect(await lookAt(page, 'nowhere')).toEqual([])
  })

  it('says when a project does not exist, with code and request id', async () => {
    const { page } = session
    await page.goto(`${server.url}/p/none/overview`)
    await page.getByText(/^not_found · /).waitFor()
    expect(await lookAt(page, 'no-project')).toEqual([])
    session.errors.length = 0
  })

  it('says when the server is gone, and goes on when it is back', async () => {
    const { page, context } = session
    await page.goto(`${server.url}/projects`)
    await page
      .getByRole('grid')
      .or(page.getByRole('list', { name: 'Projects' }))
      .waitFor()
    await context.setOffline(true)
    await page.getByRole('link', { name: 'Jobs' }).click()
    await page.getByText('The server does not answer.').waitFor()
    expect(await lookAt(page, 'offline')).toEqual([])
    await context.setOffline(false)
    await page.getByText('The server does not answer.').waitFor({ state: 'detached' })
    session.errors.length = 0
  })

  it('remembers a narrow rail and the colours that were chosen', async () => {
    const { page } = session
    await page.goto(`${server.url}/projects`)
    await page.getByRole('button', { name: 'Narrow the rail' }).click()
    await page.getByRole('button', { name: /colours, sign out/ }).click()
    await page.getByRole('menuitem', { name: 'Dark' }).click()
    await page.reload()
    await page.getByRole('button', { name: 'Widen the rail' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark')
    expect(await lookAt(page, 'narrow-rail')).toEqual([])
    await page.getByRole('button', { name: 'Widen the rail' }).click()
  })

  it.each(FIRST_SCREENS)('brings %s within 300 kB', async (path) => {
    const { bytes, total, workerBytes } = await firstLoad(browser, session.context, server.url + path)
    console.log(`first load of ${path}: ${total} bytes and ${workerBytes} of a worker`, bytes)
    expect(total).toBeLessThanOrEqual(FIRST_LOAD_BYTES)
  })

  it('breaks no rule of its own content security policy and throws nothing', () => {
    expect(session.errors).toEqual([])
  })
})
