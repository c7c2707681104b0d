// Writes what is generated under docs/, or with --check says whether it is up to date.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { load } from './load.mjs'

const { markdown, settings, assessment, report, input } = await load({
  markdown: 'engine/src/documents/methodology/methodology-markdown.ts',
  settings: 'engine/src/settings.ts',
  assessment: 'cli/src/assessment-document.ts',
  report: 'engine/src/documents/workbook/report-json.ts',
  input: 'engine/src/plan/plan-input.ts',
})

const json = (value) => `${JSON.stringify(value, null, 2)}\n`
const files = {
  'docs/methodology.md': `${markdown.methodologyMarkdown(settings.Settings.parse({}))}\n`,
  'docs/schemas/assessment-1.json': json(assessment.assessmentJsonSchema()),
  'docs/schemas/report-1.json': json(report.reportJsonSchema()),
  'docs/schemas/plan-input-1.json': json(input.planInputJsonSchema()),
}

const isCheck = process.argv.includes('--check')
const stale = []
for (const [file, content] of Object.entries(files)) {
  if (isCheck) {
    if (read(file) !== content) stale.push(file)
  } else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run npm run docs and commit the result.`)
  process.exitCode = 1
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
