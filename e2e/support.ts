import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type FreshDatabase, freshDatabase } from './database.ts'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const COMMAND = join(ROOT, 'cli/bin/portolan.js')
/** Debian's; a path elsewhere comes by the variable. */
const CHROMIUM = process.env.TEST_CHROMIUM ?? '/usr/bin/chromium'
/** No sandbox as CI runs as root; nothing may be asked of the network. */
const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** A page that shows nothing for so long shows it never, also on a machine with other work. */
export const PATIENCE_MS = 30_000

export interface TestServer {
  readonly url: string
  /** Works once. */
  readonly link: string
  readonly dataFolder: string
  stop(): Promise<void>
}

interface ServerOptions {
  /** Whether the demo estate is loaded, which takes some seconds. */
  readonly demo?: boolean
}

/**
 * The built server as people start it, on a free port and with a data folder of its own. It stands on the embedded
 * database, or with `TEST_DATABASE_URL` on a fresh one of that PostgreSQL, which goes with the server.
 */
export async function startServer({ demo = false }: ServerOptions = {}): Promise<TestServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'portolan-e2e-'))
  const database = await freshDatabase()
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--data', dataFolder, '--json'], {
    env: { ...process.env, PORTOLAN_DEMO: String(demo), PORTOLAN_LOG_LEVEL: 'error', ...settingOf(database) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { url, link } = JSON.parse(await firstLine(child)) as { url: string; link: string }
  return {
    url,
    link,
    dataFolder,
    async stop() {
      await ended(child)
      await database?.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

function settingOf(database: FreshDatabase | null) {
  return database ? { PORTOLAN_DATABASE_URL: database.url } : {}
}

async function firstLine(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) return line
  throw new Error(`The server ended with ${child.exitCode} before it said where it listens`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const exit = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await exit
}

export async function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`No Chromium at ${CHROMIUM}: apt-get install chromium`)
  return chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS })
}

const contexts = new Set<BrowserContext>()

/** Every signed-in browser that is open now. */
export const openContexts = (): readonly BrowserContext[] => [...contexts]

/** A signed-in browser: what it stores outlives its pages. Page errors fail whoever asks for them at the end. */
export async function signIn(browser: Browser, server: TestServer): Promise<SignedIn> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 720 },
    permissions: ['clipboard-read', 'clipboard-write'],
    // Times on the screen are the same on every machine.
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(PATIENCE_MS)
  contexts.add(context)
  context.on('close', () => contexts.delete(context))
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // Among them every breach of the content security policy. What a request answers is the story's matter.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  await page.goto(server.link)
  await page.waitForURL((url) => url.pathname !== '/sign-in')
  return { context, page, errors }
}

export interface SignedIn {
  readonly context: BrowserContext
  readonly page: Page
  readonly errors: string[]
}
