// Starts the bundled server as a child, and asks it things.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { processMemory } from '../bench/process-memory.mjs'

/**
 * @param {string | string[]} command as `bundleServer` gives it, or the built one with its arguments
 * @param {{ data: string, databaseUrl?: string, logLevel?: string }} options
 */
export async function runServer(command, { data, databaseUrl = '', logLevel = 'error' }) {
  const child = spawn(process.execPath, [command].flat(), {
    env: {
      ...process.env,
      PORTOLAN_DATA: data,
      PORTOLAN_DEMO: 'false',
      PORTOLAN_DATABASE_URL: databaseUrl,
      PORTOLAN_LOG_LEVEL: logLevel,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([text]) => text),
    exited.then(([code]) => {
      throw new Error(`The server ended with ${code} before it listened`)
    }),
  ])
  const { url } = JSON.parse(line)
  const token = readFileSync(join(data, 'cli-token'), 'utf8')

  async function ask(method, path, { body, headers } = {}) {
    const isForm = body instanceof FormData
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined || isForm ? body : JSON.stringify(body),
    })
    const text = await response.text()
    const isJson = (response.headers.get('content-type') ?? '').includes('json')
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`)
    return isJson ? JSON.parse(text) : text
  }

  return {
    url,
    token,
    pid: child.pid,
    memory: processMemory(child.pid),
    /** The address of a path of the API. */
    at: (path) => `${url}/api/v1${path}`,
    ask,
    upload(project, files) {
      const form = new FormData()
      for (const { name, bytes } of files) form.append('files', new Blob([bytes]), name)
      return ask('POST', `/projects/${project}/imports`, { body: form })
    },
    /** Polls a job until it has ended; `seen` is told each state of it. */
    async settled(id, seen = () => undefined) {
      for (;;) {
        const job = await ask('GET', `/jobs/${id}`)
        seen(job)
        if (job.state !== 'queued' && job.state !== 'running') return job
        await sleep(50)
      }
    },
    /** kill -9 */
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
