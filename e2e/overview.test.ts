import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grid, untilRows } from './grid.ts'
import { lookAt } from './look.ts'
import { ask } from './project.ts'
import { type SignedIn, signIn, startBrowser, startServer, type TestServer } from './support.ts'

let server: TestServer
let browser: Browser
let session: SignedIn
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ demo: true }), startBrowser()])
  session = await signIn(browser, server)
  page = session.page
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

async function open(): Promise<void> {
  await page.goto(`${server.url}/p/demo/overview`)
  await page.getByRole('region', { name: 'What to do next' }).waitFor()
  await page.waitForFunction(() => document.querySelectorAll('figure svg').length >= 12)
}

const pictures = () => page.locator('figure')

describe('the overview', () => {
  it('tells the estate in pictures, and what to do next', async () => {
    await open()
    expect(await pictures().count()).toBe(12)
    expect(await lookAt(page, 'overview')).toEqual([])
    await pictures().last().scrollIntoViewIfNeeded()
    expect(await lookAt(page, 'overview-end')).toEqual([])
  })

  it('leads from a mark of every picture to the VMs behind it', async () => {
    await open()
    const count = await pictures().count()
    const led: string[] = []
    for (let i = 0; i < count; i++) {
      const figure = pictures().nth(i)
      const title = (await figure.getByRole('heading').textContent())!
      const mark = figure.getByRole('button', { name: /^(Show [\d,]+ VMs?:|Open )/ }).first()
      const label = (await mark.getAttribute('aria-label'))!
      await mark.click()
      await page.waitForURL('**/vms?**')
      const vms = Number(/^Show ([\d,]+) VM/.exec(label)?.[1].replace(',', '') ?? Number.NaN)
      if (label.startsWith('Open ')) {
        await page
          .getByRole('complementary')
          .getByRole('heading', { name: label.slice(5), exact: true })
          .waitFor()
      } else {
        await untilRows(grid(page, 'VMs'), vms)
      }
      led.push(title)
      await page.goBack()
      await page.waitForFunction(() => document.querySelectorAll('figure svg').length >= 12)
    }
    expect(new Set(led).size).toBe(count)
  })

  it('shows the same numbers as a table, whose rows lead there too', async () => {
    await open()
    const count = await pictures().count()
    for (let i = 0; i < count; i++)
      await pictures()
        .nth(i)
        .getByRole('button', { name: /^Show as table/ })
        .click()
    expect(await page.locator('figure table').count()).toBe(count)
    expect(await lookAt(page, 'overview-tables')).toEqual([])
    const risk = await ask<{ total: number }>(page, '/projects/demo/vms?risk=RED&limit=1')
    const first = page.locator('figure').first()
    const red = first.getByRole('row').filter({ hasText: 'RED' })
    expect(await red.getByRole('cell').allTextContents()).toContain(String(risk.total))
    await red.getByRole('button').click()
    await untilRows(grid(page, 'VMs'), risk.total)
  })

  it('does what it advises: each next step leads somewhere', async () => {
    await open()
    const steps = page.getByRole('region', { name: 'What to do next' }).getByRole('link')
    const links = await steps.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      await page.goto(link)
      await page.getByRole('heading', { level: 1 }).waitFor()
      expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('No page has this address')
    }
  })
})

describe('the methodology', () => {
  it('is searched, and every entry has an address', async () => {
    await page.goto(`${server.url}/methodology?project=demo`)
    await page.getByRole('navigation', { name: 'Chapters' }).waitFor()
    expect(await lookAt(page, 'methodology')).toEqual([])
    const entries = await page.getByRole('article').count()
    await page.keyboard.press('/')
    await page.keyboard.type('downtime')
    await page.waitForURL('**find=downtime**')
    const found = await page.getByRole('article').count()
    expect(found).toBeGreaterThan(0)
    expect(found).toBeLessThan(entries)
    for (const text of await page.getByRole('article').allTextContents())
      expect(text.toLowerCase()).toContain('downtime')
    expect(await lookAt(page, 'methodology-found')).toEqual([])

    await page.goto(`${server.url}/methodology`)
    await page.getByRole('article').first().waitFor()
    const anchor = page
      .getByRole('article')
      .last()
      .getByRole('link', { name: /^Link to / })
    const hash = (await anchor.getAttribute('href'))!
    const other = await session.context.newPage()
    await other.goto(`${server.url}/methodology${hash}`)
    await other.locator(hash).waitFor()
    await other.waitForFunction((id) => {
      const box = document.getElementById(id)!.getBoundingClientRect()
      return box.top >= 0 && box.top < window.innerHeight
    }, hash.slice(1))
    await other.close()
  })

  it('says when nothing holds a word', async () => {
    await page.goto(`${server.url}/methodology?find=xyzzy`)
    await page.getByText('Nothing holds “xyzzy”').waitFor()
    expect(await lookAt(page, 'methodology-none')).toEqual([])
  })
})

it('keeps the job of the import with its log', async () => {
  await page.goto(`${server.url}/jobs`)
  await untilRows(grid(page, 'Jobs'), 1)
  await grid(page, 'Jobs').locator('[data-row="0"]').getByRole('gridcell').first().click()
  await page.getByRole('complementary').getByRole('heading', { name: 'Log' }).waitFor()
  expect(await lookAt(page, 'jobs')).toEqual([])
})

it('goes from the command list to a VM', async () => {
  const { rows } = await ask<{ rows: { id: string; name: string }[] }>(page, '/projects/demo/vms?sort=-usedGiB&limit=1')
  await open()
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('A page, a project, a command, a VM').fill(rows[0].name)
  await page
    .getByRole('button', { name: rows[0].name })
    .or(page.getByText(rows[0].name, { exact: true }))
    .first()
    .waitFor()
  expect(await lookAt(page, 'commands-vm', '#overlays')).toEqual([])
  await page.keyboard.press('Enter')
  await page.waitForURL(`**vm=${rows[0].id}**`)
  await page.getByRole('complementary').getByRole('heading', { name: rows[0].name, exact: true }).waitFor()
})

it('broke no rule of its content security policy and threw nothing', () => {
  expect(session.errors).toEqual([])
})
