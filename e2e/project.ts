import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { ROOT } from './support.ts'

/** The committed sample of two vCenters, as CSV files: 18 VMs. */
export const BERLIN = exportsOf('samples/two-sites/berlin')
export const LISBON = exportsOf('samples/two-sites/lisbon')

function exportsOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name))
}

/** A file as a person chooses it, without one on the disk. */
export function fileOf(name: string, text: string) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}

/** Makes a project of exports by the dialog, and waits until its first snapshot is there; returns its key. */
export async function newProject(
  page: Page,
  name: string,
  files: readonly string[] | readonly ReturnType<typeof fileOf>[],
): Promise<string> {
  await page.goto(new URL('/projects', page.url()).href)
  await page.getByRole('button', { name: 'New project' }).first().click()
  await page.locator('input[type=file]').setInputFiles([...files] as string[])
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: /^Create and import/ }).click()
  await page.waitForURL('**/import')
  await page.getByRole('heading', { name: /^Snapshot 1, current/ }).waitFor()
  return new URL(page.url()).pathname.split('/')[2]
}

/** What the API answers this browser, with its cookie: what pages show is held against it. */
export async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  const { status, body } = await page.evaluate(async (url) => {
    const answer = await fetch(url, { headers: { accept: 'application/json' } })
    return { status: answer.status, body: await answer.text() }
  }, `/api/v1${path}`)
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body.slice(0, 400)}`)
  return JSON.parse(body) as Answer
}
