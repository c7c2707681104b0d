// Opens every document with other programs than those that wrote it: LibreOffice for the workbook, poppler for the PDF.
// Needs Debian's libreoffice-calc and poppler-utils.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folder = mkdtempSync(join(tmpdir(), 'portolan-documents-'))
const problems = []

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (error || status !== 0) throw new Error(`${command} ended with ${status}: ${error?.message ?? stderr}`)
  return stdout
}

function expect(isTrue, problem) {
  if (!isTrue) problems.push(problem)
}

try {
  const sites = readdirSync('samples/two-sites').map((site) => join('samples/two-sites', site))
  run(process.execPath, ['cli/bin/portolan.js', 'assess', ...sites, '--out', folder])
  const files = readdirSync(folder)
  const pdf = join(
    folder,
    files.find((file) => file.endsWith('.pdf')),
  )
  const xlsx = join(
    folder,
    files.find((file) => file.endsWith('.xlsx')),
  )

  const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', [pdf]))?.[1])
  const text = run('pdftotext', ['-layout', pdf, '-'])
  expect(pages >= 8, `the PDF has ${pages} pages`)
  for (const words of ['Contents', 'Feasibility', 'Findings', 'Methodology', 'Assumptions', `of ${pages}`]) {
    expect(text.includes(words), `the PDF does not say "${words}"`)
  }

  // Every sheet as CSV, as LibreOffice reads it.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
  run('soffice', [
    '--headless',
    `-env:UserInstallation=file://${folder}/profile`,
    '--convert-to',
    filter,
    '--outdir',
    join(folder, 'sheets'),
    xlsx,
  ])
  const sheets = readdirSync(join(folder, 'sheets'))
  expect(sheets.length >= 15, `LibreOffice finds ${sheets.length} sheets`)
  const vms = sheets.find((sheet) => sheet.endsWith('-All VMs.csv'))
  const written = JSON.parse(
    readFileSync(
      join(
        folder,
        files.find((file) => file.endsWith('.json')),
      ),
      'utf8',
    ),
  )
  const rows = vms ? readFileSync(join(folder, 'sheets', vms), 'utf8') : ''
  expect(rows !== '', `no sheet All VMs among ${sheets.join(', ')}`)
  for (const { vm } of written.tables?.vms ?? []) expect(rows.includes(vm), `the workbook lacks ${vm}`)
  expect(!/#(REF|NAME|VALUE|N\/A)/.test(rows), 'the workbook shows an error')
  console.log(`PDF of ${pages} pages, workbook of ${sheets.length} sheets: read by other programs`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
