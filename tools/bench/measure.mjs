import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const POLL_MS = 15

/**
 * Runs a whole process and says how long it took and how much memory it held at most. The peak is the kernel's own
 * (VmHWM), read while the process lives.
 */
export function measure(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const startedAt = process.hrtime.bigint()
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], ...options })
    let peakBytes = 0
    let errors = ''
    const status = `/proc/${child.pid}/status`
    const poll = setInterval(() => {
      if (!existsSync(status)) return
      const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'))
      if (peak) peakBytes = Math.max(peakBytes, Number(peak[1]) * 1024)
    }, POLL_MS)
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('error', (error) => {
      clearInterval(poll)
      reject(error)
    })
    child.on('close', (code) => {
      clearInterval(poll)
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6
      if (code === 0) resolve({ ms, peakBytes, errors })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors.slice(0, 500)}`))
    })
  })
}

/** The middle one of several runs, by time. */
export async function median(runs, run) {
  const all = []
  for (let i = 0; i < runs; i++) all.push(await run())
  return all.sort((a, b) => a.ms - b.ms)[Math.floor(all.length / 2)]
}
