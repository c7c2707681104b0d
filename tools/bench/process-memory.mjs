import { readFileSync, writeFileSync } from 'node:fs'

/** The resident memory of a process as the kernel counts it: now, and at most since somebody last began anew. */
export function processMemory(pid) {
  const field = (name) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)[1]) * 1024
  }
  return {
    nowBytes: () => field('VmRSS'),
    peakBytes: () => field('VmHWM'),
    /** 5 sets the high water mark to what is resident now (proc(5)). */
    begin: () => writeFileSync(`/proc/${pid}/clear_refs`, '5'),
  }
}
