// Mutated exports into every reader: each must be read or refused in one sentence, soon, with nothing left behind.
//   npm run fuzz -- [--inputs 20000] [--seed 1]     a failing input is named by its seed: --seed N --inputs 1
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { bundleThreads } from './bundle-threads.mjs'

// Workers collect before they measure: a leak shows in what stays.
setFlagsFromString('--expose-gc')

const { values } = parseArgs({
  options: { inputs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
})
const inputs = Number(values.inputs)
const first = Number(values.seed)
const STALL_MS = 30_000
/** Growth of the heap between the first and the last collection that would point at a leak. */
const MOST_GROWTH_BYTES = 64 * 1024 * 1024

await bundleThreads()
const folder = mkdtempSync(join(tmpdir(), 'portolan-fuzz-'))
const counts = {}
const unforeseen = []
const heaps = []
const startedAt = Date.now()

function note({ seed, third, end, detail, heap }) {
  const key = `${third} ${end}`
  counts[key] = (counts[key] ?? 0) + 1
  if (end === 'unforeseen') unforeseen.push(`seed ${seed} (${third}): ${detail}`)
  if (heap > 0) heaps.push(heap)
}

/** One worker until it is done or stuck; gives the seed to go on with. */
function runFrom(seed) {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./fuzz/worker.mjs', import.meta.url), {
      workerData: { folder: join(folder, 'input'), first: seed, inputs: first + inputs - seed },
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    let current = seed
    let stall = setTimeout(stuck, STALL_MS * 2)
    function again(next) {
      clearTimeout(stall)
      worker.terminate().then(() => resolve(next))
    }
    function stuck() {
      unforeseen.push(`seed ${current}: no answer within ${STALL_MS / 1000} s`)
      again(current + 1)
    }
    worker.on('message', (message) => {
      clearTimeout(stall)
      stall = setTimeout(stuck, STALL_MS)
      if ('started' in message) current = message.started
      else note(message)
    })
    worker.on('error', (error) => {
      unforeseen.push(`seed ${current}: the process broke: ${error.stack}`)
      again(current + 1)
    })
    worker.on('exit', () => {
      clearTimeout(stall)
      resolve(current + 1)
    })
  })
}

try {
  let seed = first
  while (seed < first + inputs && unforeseen.length < 25) seed = await runFrom(seed)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

const growth = heaps.length > 1 ? heaps.at(-1) - heaps[Math.min(1, heaps.length - 2)] : 0
if (growth > MOST_GROWTH_BYTES) unforeseen.push(`the heap grew by ${Math.round(growth / 1e6)} MB`)
console.log(
  `${inputs} inputs in ${Math.round((Date.now() - startedAt) / 1000)} s, heap growth ${(growth / 1e6).toFixed(1)} MB`,
)
for (const key of Object.keys(counts).sort()) console.log(`  ${key.padEnd(20)} ${counts[key]}`)
for (const problem of unforeseen) console.log(`\n${problem}`)
process.exitCode = unforeseen.length > 0 ? 1 : 0
