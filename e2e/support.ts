import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
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
  /** Goes on with a folder of an earlier server. */
  readonly dataFolder?: string
}

/** The built server as people start it, on a free port and, unless told otherwise, a data folder of its own. */
export async function startServer({ demo = false, dataFolder }: ServerOptions = {}): Promise<TestServer> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'portolan-e2e-'))
  const child = spawn(process.execPath, [COMMAND, 'serve', '--port', '0', '--data', folder, '--json'], {
    env: { ...process.env, PORTOLAN_DEMO: String(demo), PORTOLAN_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { url, link } = JSON.parse(await firstLine(child)) as { url: string; link: string }
  return {
    url,
    link,
    dataFolder: folder,
    async stop() {
      await ended(child)
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
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

/** A signed-in browser: what it stores outlives its pages. Page errors fail whoever asks for them at the end. */
export async function signIn(browser: Browser, server: TestServer): Promise<SignedIn> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
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
