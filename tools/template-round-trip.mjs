// Sends the template of the network map through another program and back: what LibreOffice saved must still say the same
// of every cell. Needs Debian's libreoffice-calc.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from './load.mjs'

const {
  template: { importTemplate },
  reading: { readTemplate },
  columns: { TEMPLATE_COLUMNS },
  sheet: { templateSheet },
  files: { readNetworkTemplate },
  report: { networkTemplate },
  ...engine
} = await load({
  template: 'engine/src/networks/template/import-template.ts',
  reading: 'engine/src/networks/template/read-template.ts',
  columns: 'engine/src/networks/template/template-columns.ts',
  sheet: 'engine/src/networks/template/template-sheet.ts',
  files: 'files/src/network-map/read-network-template.ts',
  report: 'files/src/report/network-template/network-template.ts',
  exports: 'files/src/read-exports.ts',
  importer: 'engine/src/inventory/rvtools/importer.ts',
  facts: 'engine/src/inventory/derive-facts.ts',
  detected: 'engine/src/tenancy/detect-tenants.ts',
  resolved: 'engine/src/tenancy/resolve-tenants.ts',
  settings: 'engine/src/tenancy/tenancy-settings.ts',
  networks: 'engine/src/networks/source-networks.ts',
  sources: 'engine/src/networks/source-network-rows.ts',
  mappings: 'engine/src/networks/network-mappings.ts',
})

const folder = mkdtempSync(join(tmpdir(), 'portolan-template-'))
const problems = []

function run(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (error || status !== 0) throw new Error(`${command} ended with ${status}: ${error?.message ?? stderr}`)
}

function expect(isTrue, problem) {
  if (!isTrue) problems.push(problem)
}

async function mapOfSamples() {
  const importer = engine.importer.rvtoolsImporter()
  const files = readdirSync('samples/two-sites').map((site) => join('samples/two-sites', site))
  await engine.exports.readExports(files, importer, {
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  const { estate } = importer.finish()
  const facts = engine.facts.deriveFacts(estate)
  const settings = engine.settings.TenantDetectionSettings.parse({})
  const tenancy = engine.resolved.resolveTenants(engine.detected.detectTenants(estate, facts, settings))
  const scope = { inScope: new Uint8Array(facts.count).fill(1) }
  const networks = engine.networks.sourceNetworks(estate)
  const sources = engine.sources.sourceNetworkRows({ estate, facts, tenancy, scope }, networks, [])
  return { map: (decisions) => engine.mappings.networkMappings(sources, decisions, tenancy), tenancy }
}

/** As LibreOffice saves it. */
async function throughLibreOffice(name, bytes) {
  const before = join(folder, `${name}.xlsx`)
  const after = join(folder, name)
  mkdirSync(after)
  writeFileSync(before, bytes)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  const args = ['--headless', profile, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', after, before]
  run('soffice', args)
  const read = readTemplate(await readNetworkTemplate(join(after, `${name}.xlsx`)))
  if (!read.ok) throw new Error(`${name}: ${read.error.message}`)
  return read.value
}

/** Something in every column that can be filled in, and values that programs like to take for dates or numbers. */
function decided({ source }, index, owner) {
  const subnet = `10.${index}.0.`
  return {
    ...{
      ...source,
      target: `=1+${index}`,
      vlan: 100 + index,
      kind: 'physical_managed',
      physicalNetwork: '1-2',
      mtu: 9000,
    },
    ...{
      shared: index % 2 === 0,
      owner,
      external: index % 3 === 0,
      cidr: `${subnet}0/24`,
      gateway: `${subnet}1`,
      dhcp: true,
    },
    dns: ['1.1.1.1', '2001:db8::1'],
    pools: [
      { start: `${subnet}10`, end: `${subnet}19` },
      { start: `${subnet}30`, end: `${subnet}39` },
    ],
    notes: '0012\nzwölf, "quoted" & <marked>',
  }
}

try {
  const { map, tenancy } = await mapOfSamples()
  const keys = new Set(tenancy.tenants.map(({ key }) => key))
  const context = { vcenterName: (vcenter) => vcenter, tenantOf: (text) => (keys.has(text) ? text : undefined) }
  const write = (rows) =>
    networkTemplate(templateSheet(rows, context), { title: 'Round trip', at: Date.UTC(2026, 0, 2) })

  const rows = map([])
  const untouched = importTemplate(await throughLibreOffice('untouched', await write(rows)), rows, context)
  expect(rows.length > 5, `the samples have ${rows.length} networks`)
  expect(
    untouched.unchanged === rows.length,
    `untouched: ${JSON.stringify(untouched.results.filter((it) => it.outcome !== 'unchanged'))}`,
  )

  // Filled in, saved by the other program, and taken by the map that nobody decided anything about.
  const wanted = map(rows.map((row, index) => decided(row, index, [...keys][0])))
  const filled = importTemplate(await throughLibreOffice('filled', await write(wanted)), rows, context)
  expect(
    filled.changed === rows.length && filled.rejectedCells === 0,
    `filled: ${filled.changed} of ${rows.length} changed`,
  )
  const after = map([...filled.decisions.values()])
  for (const [index, row] of after.entries()) {
    for (const { header, read, text } of TEMPLATE_COLUMNS) {
      const [expected, found] = [text(wanted[index], context), text(row, context)]
      expect(read === null || expected === found, `${row.source.name}, ${header}: ${expected} became ${found}`)
    }
  }
  console.log(
    `template of ${rows.length} networks and ${TEMPLATE_COLUMNS.length} columns: the same after LibreOffice saved it`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
