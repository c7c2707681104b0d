// Feeds mutated files to every reader and the whole pipeline behind it; tells the parent how each input ended.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { load } from '../load.mjs'
import { smallEstate } from './estate.mjs'
import { mutateBytes, mutateCells, mutateParts } from './mutate.mjs'
import { random } from './random.mjs'
import { csv, workbookParts, xls, zip } from './workbook.mjs'

const { folder, first, inputs } = workerData
const modules = await load({
  pipeline: 'cli/src/assess-estate.ts',
  settings: 'engine/src/settings.ts',
  errors: 'files/src/export-error.ts',
})
const settings = modules.settings.Settings.parse({})

/** Which third an input belongs to: bytes of a file, XML inside a valid ZIP, cells of a well-formed file. */
const THIRDS = ['bytes', 'xml', 'cells']

async function makeInput(seed) {
  const source = random(seed)
  const estate = smallEstate(source)
  const third = THIRDS[seed % THIRDS.length]
  const dialect = source.pick([{}, { prefix: 'x' }, { inline: true }])
  if (third === 'xml')
    return { third, files: { 'a.xlsx': await zip(mutateParts(source, workbookParts(estate, dialect))) } }
  const cells = third === 'cells' ? mutateCells(source, estate) : estate
  const files = await filesOf(source, cells, dialect)
  if (third === 'bytes') {
    const name = source.pick(Object.keys(files))
    files[name] = mutateBytes(source, files[name])
  }
  return { third, files }
}

async function filesOf(source, estate, dialect) {
  const separator = source.pick([',', ';', '\t'])
  const encode = source.pick([
    (text) => Buffer.from(`\ufeff${text}`, 'utf8'),
    (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    (text) => Buffer.from(text, 'latin1'),
  ])
  const tables = () =>
    Object.fromEntries(
      Object.entries(estate).map(([name, rows]) => [`RVTools_tab${name}.csv`, encode(csv(rows, separator))]),
    )
  switch (source.int(5)) {
    case 0:
      return { 'a.zip': await zip(tables()) }
    case 1:
      return tables()
    case 2:
      return { 'a.xls': xls(estate) }
    default:
      return { 'a.xlsx': await zip(workbookParts(estate, dialect), source.chance(0.9)) }
  }
}

/** 'read', 'refused' with the code of the sentence, or what nobody foresaw. */
async function run(files) {
  const paths = Object.keys(files).map((name) => join(folder, name))
  try {
    await modules.pipeline.assessEstate(paths, {
      settings,
      asOf: '2026-01-01',
      now: Date.UTC(2026, 0, 1),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    return { end: 'read' }
  } catch (error) {
    if (error instanceof modules.errors.ExportError) {
      return error.message.includes('\n') || error.message === ''
        ? { end: 'unforeseen', detail: `no sentence: ${error.message}` }
        : { end: 'refused', detail: error.code }
    }
    return { end: 'unforeseen', detail: error instanceof Error ? error.stack : String(error) }
  }
}

for (let seed = first; seed < first + inputs; seed++) {
  const { third, files } = await makeInput(seed)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  parentPort.postMessage({ started: seed })
  const outcome = await run(files)
  const left = readdirSync(folder).filter((name) => !(name in files))
  parentPort.postMessage({
    seed,
    third,
    ...(left.length > 0 ? { end: 'unforeseen', detail: `left behind: ${left.join(', ')}` } : outcome),
    heap: seed % 500 === 0 ? heapAfterCollection() : 0,
  })
}

function heapAfterCollection() {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
