import type { PlanAnswer } from '@portolan/contract/plan'
import type { Scenario } from '@portolan/contract/scenarios'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { lookAt } from './look.ts'
import { ask } from './project.ts'
import { type SignedIn, signIn, startBrowser, startServer, type TestServer } from './support.ts'
import { lastWhatIf, recordWhatIf } from './what-if.ts'

const PROJECT = '/projects/demo'
let server: TestServer
let browser: Browser
let session: SignedIn
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer({ demo: true }), startBrowser()])
  session = await signIn(browser, server)
  page = session.page
  await recordWhatIf(session.context)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const scenario = () => ask<Scenario>(page, `${PROJECT}/scenarios/main`)
const plan = () => ask<PlanAnswer>(page, `${PROJECT}/plan`)
const effect = () => page.getByRole('complementary', { name: 'Effect on the plan' })

async function open(tab: string, on = page): Promise<void> {
  await on.goto(`${server.url}/p/demo/settings?tab=${tab}`)
  await on
    .getByRole('complementary', { name: 'Effect on the plan' })
    .getByRole('rowheader', { name: 'Finish' })
    .waitFor()
}

/** Figures of the effect panel: what is saved, and what the form makes of it. */
async function figures(): Promise<ReadonlyMap<string, readonly [before: string, after: string]>> {
  await page.waitForFunction(
    () => document.querySelector('aside[aria-label="Effect on the plan"]')?.getAttribute('aria-busy') === 'false',
  )
  const rows = await effect()
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.firstChild?.textContent?.trim() ?? '')))
  return new Map(rows.map((cells) => [cells[0], [cells[1], cells.at(-1)!]]))
}

async function save(): Promise<void> {
  await page.getByRole('button', { name: /^Save \d+ change/ }).click()
  await page
    .getByText(/saved, planned again/)
    .last()
    .waitFor()
}

describe('the effect of settings', () => {
  beforeEach(async () => {
    // Whatever an earlier story saved stays: each compares with the plan as it stands.
    await page.goto('about:blank')
  })

  it.each([
    { tab: 'model', label: 'Efficiency', keys: ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight'] },
    { tab: 'agents', label: 'Agents', keys: ['Home', 'ArrowRight'] },
    { tab: 'link', label: 'NIC of a source host', keys: ['Home', 'ArrowRight'] },
    { tab: 'schedule', label: 'Hours a day', keys: ['Home', 'ArrowRight', 'ArrowRight'] },
  ])('of the slider $label is the saved plan, digit by digit', async ({ tab, label, keys }) => {
    await open(tab)
    const before = await plan()
    const slider = page.getByRole('slider', { name: label, exact: true }).first()
    await slider.focus()
    for (const key of keys) await page.keyboard.press(key)
    const shown = await figures()
    const live = await lastWhatIf(page)
    expect(await lookAt(page, `settings-${tab}-changed`)).toEqual([])
    expect(await plan()).toEqual(before)
    await save()

    const saved = await plan()
    expect(saved).not.toEqual(before)
    // JSON has one spelling for a double, and it is read back as the same double.
    for (const part of ['bandwidth', 'agents', 'totals', 'deadline'] as const) {
      expect({ part, ...pick(live[part], saved[part]) }).toEqual({ part, ...saved[part] })
    }
    await open(tab)
    expect(new Map([...(await figures())].map(([name, [, after]]) => [name, after]))).toEqual(
      new Map([...shown].map(([name, [, after]]) => [name, after])),
    )

    await page.goto(`${server.url}/p/demo/plan`)
    const strip = page.locator('dl[aria-label="The plan in numbers"]')
    await strip.waitFor()
    const text = await strip.textContent()
    for (const name of ['Finish', 'Working days', 'Transfer', 'Downtime, sum']) {
      expect(text).toContain(shown.get(name)![1])
    }
  })

  it('lights the bottleneck, tells feasibility and advises on agents', async () => {
    await open('agents')
    const { bandwidth, agents } = await plan()
    const lit = page.getByRole('region', { name: 'What limits the copies' }).locator('[data-lit]')
    expect(await lit.textContent()).toContain('Bottleneck')
    expect(bandwidth.constraints).toHaveLength(5)
    const advice = page.getByRole('region', { name: 'Advice', exact: true })
    await advice.getByRole('heading', { name: `${agents.recommended} agent`, exact: false }).waitFor()
    for (const reason of agents.reasons) expect(await advice.textContent()).toContain(reason)
  })
})

describe('saving', () => {
  it('is taken back by Undo', async () => {
    await open('model')
    const before = await scenario()
    const planned = await plan()
    await page.getByRole('textbox', { name: 'Daily change rate' }).fill('19')
    await save()
    expect((await scenario()).settings.dailyChangeRatePct).toBe(19)
    await page.getByRole('button', { name: 'Undo' }).last().click()
    await page.getByText('Undone').waitFor()
    expect((await scenario()).settings).toEqual(before.settings)
    expect(pick(await plan(), { ...planned, computedAt: undefined })).toEqual({
      ...planned,
      computedAt: expect.anything(),
    })
  })

  it('resets a tab to its defaults, and keeps nothing before it is saved', async () => {
    await open('agents')
    const before = await scenario()
    await page.getByRole('textbox', { name: 'VMs at a time, each' }).fill('7')
    await save()
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    expect(await lookAt(page, 'settings-reset', '#overlays')).toEqual([])
    await page.getByRole('menuitem', { name: '“Agents” to its defaults' }).click()
    expect((await scenario()).settings.agentConcurrentVms).toBe(7)
    await save()
    expect((await scenario()).settings.agentConcurrentVms).not.toBe(7)
    expect((await scenario()).version).toBeGreaterThan(before.version)
  })

  it('refuses what no plan can be made with, beside the field', async () => {
    await open('agents')
    await page.getByRole('textbox', { name: 'Agents', exact: true }).fill('0')
    const button = page.getByRole('button', { name: /^Save 1 change/ })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await lookAt(page, 'settings-wrong')).toEqual([])
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.getByRole('button', { name: 'Save', exact: true }).waitFor()
  })

  it('asks before unsaved changes are left behind', async () => {
    await open('agents')
    await page.getByRole('textbox', { name: 'Agents', exact: true }).fill('4')
    await page.getByRole('link', { name: 'Findings' }).first().click()
    await page.getByRole('heading', { name: /^Leave without saving/ }).waitFor()
    expect(await lookAt(page, 'settings-leave', '#overlays')).toEqual([])
    await page.getByRole('button', { name: 'Leave', exact: true }).click()
    await page.waitForURL('**/findings')
  })

  it('tells the second of two tabs what the first changed, and lets it choose', async () => {
    await open('agents')
    const other = await session.context.newPage()
    await open('model', other)
    await other.getByRole('textbox', { name: 'Resync overhead' }).fill('1.31')
    await other.getByRole('button', { name: 'Save 1 change' }).click()
    await other.getByText(/saved, planned again/).waitFor()

    await page.getByRole('textbox', { name: 'Agents', exact: true }).fill('6')
    const answers: number[] = []
    page.on('response', (answer) => {
      if (answer.request().method() === 'PATCH') answers.push(answer.status())
    })
    await page.getByRole('button', { name: 'Save 1 change' }).click()
    const alert = page.getByRole('alert')
    await alert.getByText('These settings were changed meanwhile').waitFor()
    expect(answers).toEqual([412])
    expect(await alert.textContent()).toContain('Resync overhead')
    expect(await alert.textContent()).toContain('1.31')
    expect(await lookAt(page, 'settings-changed-meanwhile')).toEqual([])
    await alert.getByRole('button', { name: 'Save mine on top' }).click()
    await page.getByText(/saved, planned again/).waitFor()
    expect((await scenario()).settings).toMatchObject({ agentCount: 6, resyncOverhead: 1.31 })
    await other.close()
  })
})

it.each(['link', 'schedule', 'risk', 'fixes', 'tenants', 'report'])('looks well on the tab %s', async (tab) => {
  await open(tab)
  expect(await lookAt(page, `settings-${tab}`)).toEqual([])
})

it('broke no rule of its content security policy and threw nothing', () => {
  expect(session.errors).toEqual([])
})

/** The parts of an object that another has. */
function pick(from: object, wanted: object): object {
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, (from as Record<string, unknown>)[name]]))
}
