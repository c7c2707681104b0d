import type { RuleFinding } from '@portolan/contract/findings'
import type { VmDetail } from '@portolan/contract/vms'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { column, grid, row, untilRows } from './grid.ts'
import { lookAt } from './look.ts'
import { ask, BERLIN, LISBON, newProject } from './project.ts'
import { type SignedIn, signIn, startBrowser, startServer, type TestServer } from './support.ts'

type Finding = ReturnType<typeof RuleFinding.parse>
interface Found {
  readonly rows: readonly Finding[]
  readonly notEvaluated: readonly { readonly rule: string; readonly title: string; readonly missing: string[] }[]
}

let server: TestServer
let browser: Browser
let session: SignedIn
let page: Page
let key: string
let found: Found

beforeAll(async () => {
  ;[server, browser] = await Promise.all([startServer(), startBrowser()])
  session = await signIn(browser, server)
  page = session.page
  key = await newProject(page, 'Both sites', [...BERLIN, ...LISBON])
  found = await ask<Found>(page, `/projects/${key}/findings`)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

const findings = () => grid(page, 'Findings')
const drawer = () => page.getByRole('complementary')
const now = async (rule: string) =>
  (await ask<Found>(page, `/projects/${key}/findings`)).rows.find((it) => it.rule === rule)!
const scoreOf = async (vm: string) => (await ask<VmDetail>(page, `/projects/${key}/vms/${vm}`)).row.score

async function open(query = ''): Promise<void> {
  await page.goto(`${server.url}/p/${key}/findings${query}`)
  await page.getByText(/rules? fired:/).waitFor()
}

/** A rule that counts on a VM whose score is below the cap, so that taking its weight away can be seen. */
async function heavyRule(): Promise<{ rule: Finding; vm: string; weight: number }> {
  const { rows } = await ask<{ rows: { id: string; score: number }[] }>(
    page,
    `/projects/${key}/vms?sort=-score&limit=100&fields=id,name,score`,
  )
  for (const { id, score } of rows.filter((vm) => vm.score < 100)) {
    const vm = await ask<VmDetail>(page, `/projects/${key}/vms/${id}`)
    const counted = vm.findings.find((finding) => finding.counted && finding.weight > 0 && finding.weight <= score)
    if (counted) return { rule: found.rows.find((it) => it.rule === counted.rule)!, vm: id, weight: counted.weight }
  }
  throw new Error('No VM of the sample has a finding that counts')
}

describe('what was found', () => {
  it('is listed by rule, the worst first, with its VMs and its remedy', async () => {
    await open()
    const fired = found.rows.filter(({ enabled }) => enabled)
    await untilRows(findings(), fired.length)
    const titles = await column(findings(), 'Finding')
    expect(fired.map(({ title }) => title)).toEqual(expect.arrayContaining([...titles]))
    const rank = { Information: 0, Warning: 1, Critical: 2 }
    const ranks = (await column(findings(), 'Severity')).map((text) => rank[text.slice(1) as keyof typeof rank])
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a))
    expect(await lookAt(page, 'findings')).toEqual([])
  })

  it('is filtered by severity and by words, in the URL', async () => {
    await open()
    await page.getByText('Critical', { exact: true }).first().click()
    const critical = found.rows.filter(({ enabled, severity }) => enabled && severity === 'critical')
    await untilRows(findings(), critical.length)
    expect(new URL(page.url()).searchParams.get('severity')).toBe('critical')
    await page.getByText('All', { exact: true }).click()
    await page.keyboard.press('Escape')
    await page.getByLabel('Filter findings').fill('nothing is called this')
    await page.getByText('No finding is like that').waitFor()
    expect(await lookAt(page, 'findings-none')).toEqual([])
  })

  it('leads from a rule to its VMs, and from a VM to its rule', async () => {
    const widest = [...found.rows].filter(({ enabled }) => enabled).sort((a, b) => b.vms - a.vms)[0]
    await open(`?rule=${widest.rule}`)
    await drawer().getByRole('heading', { name: widest.title, level: 2 }).waitFor()
    for (const words of [widest.meaning, widest.remedy]) expect(await drawer().textContent()).toContain(words)
    await drawer()
      .getByRole('link', { name: `Show ${widest.vms} VM`, exact: false })
      .click()
    await untilRows(grid(page, 'VMs'), widest.vms)

    await page.goBack()
    await drawer().getByRole('list').getByRole('link').first().click()
    await page.getByRole('tab', { selected: true, name: /^Findings/ }).waitFor()
    await drawer().getByRole('link', { name: widest.title, exact: true }).click()
    await page.waitForURL(`**/findings?rule=${widest.rule}`)
  })

  it('names the rules that nothing in the export lets judge, with the columns that lack', async () => {
    await open()
    await page
      .getByRole('navigation', { name: 'Findings' })
      .getByRole('link', { name: /^Not evaluated/ })
      .click()
    const table = grid(page, 'Rules that were not evaluated')
    await untilRows(table, found.notEvaluated.length)
    const [first] = found.notEvaluated
    expect(await row(table, first.title).textContent()).toContain(first.missing.join(', '))
    expect(await lookAt(page, 'findings-not-evaluated')).toEqual([])
  })
})

describe('a risk that is accepted', () => {
  it('needs a reason, stays listed, takes its weight off the VM, and is withdrawn by Undo', async () => {
    const { rule, vm, weight } = await heavyRule()
    const before = await scoreOf(vm)
    await open(`?rule=${rule.rule}`)
    await drawer().getByRole('button', { name: 'Accept on every VM…' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('button', { name: 'Accept on every VM' }).getAttribute('aria-disabled')).toBe('true')
    expect(await lookAt(page, 'findings-accept', '#overlays')).toEqual([])
    await dialog.getByLabel('Reason').fill('Agreed with the customer')
    await dialog.getByRole('button', { name: 'Accept on every VM' }).click()
    await page.getByText(`Accepted “${rule.title}” on every VM`).waitFor()
    await drawer()
      .getByText(/^Accepted on all/)
      .waitFor()
    expect(await now(rule.rule)).toMatchObject({ vms: rule.vms, accepted: rule.vms })
    expect(await scoreOf(vm)).toBeLessThanOrEqual(before)
    expect(await scoreOf(vm)).toBeGreaterThanOrEqual(before - weight)
    expect(await scoreOf(vm)).not.toBe(before)

    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone').waitFor()
    await drawer().getByText('Nobody accepted it.').waitFor()
    expect(await now(rule.rule)).toMatchObject({ vms: rule.vms, accepted: 0 })
    expect(await scoreOf(vm)).toBe(before)
  })

  it('is shown on its VM, and withdrawn there', async () => {
    const { rule, vm } = await heavyRule()
    await page.goto(`${server.url}/p/${key}/vms?vm=${vm}&tab=findings`)
    const finding = drawer()
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: rule.title, exact: true }) })
    await finding.getByRole('button', { name: 'Accept on this VM…' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('Only here')
    await page.getByRole('dialog').getByRole('button', { name: 'Accept on 1 VM' }).click()
    await finding.getByText('accepted', { exact: true }).waitFor()
    expect(await lookAt(page, 'vm-accepted', 'aside')).toEqual([])
    expect((await now(rule.rule)).accepted).toBe(1)
    await finding.getByRole('button', { name: 'Withdraw the acceptance' }).click()
    await finding.getByRole('button', { name: 'Accept on this VM…' }).waitFor()
    expect((await now(rule.rule)).accepted).toBe(0)
  })
})

describe('how a project judges a rule', () => {
  it('is changed where the rule stands: severity, and back by Undo', async () => {
    const warning = found.rows.find(({ enabled, severity }) => enabled && severity === 'warning')!
    await open(`?rule=${warning.rule}`)
    await drawer().getByText('Information', { exact: true }).click()
    await drawer().getByRole('button', { name: 'Save and assess again' }).click()
    await page.getByText(`Every VM assessed again with “${warning.title}” as set`).waitFor()
    expect((await now(warning.rule)).severity).toBe('info')
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('Undone').waitFor()
    expect(await now(warning.rule)).toEqual(warning)
    expect(await lookAt(page, 'findings-judged')).toEqual([])
  })

  it('is switched off, and the rule goes to its own tab', async () => {
    const { rule } = await heavyRule()
    await open(`?rule=${rule.rule}`)
    await drawer().getByRole('switch', { name: 'Evaluate this rule' }).uncheck()
    await drawer().getByRole('button', { name: 'Save and assess again' }).click()
    await page.getByText(/^Every VM assessed again/).waitFor()
    await page
      .getByRole('navigation', { name: 'Findings' })
      .getByRole('link', { name: /^Switched off/ })
      .click()
    await row(findings(), rule.title).waitFor()
    expect(await lookAt(page, 'findings-off')).toEqual([])
    expect((await now(rule.rule)).enabled).toBe(false)
  })
})

it('broke no rule of its content security policy and threw nothing', () => {
  expect(session.errors).toEqual([])
})
