import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { portolan } from './command.ts'

const BERLIN = 'samples/two-sites/berlin'
const BOTH = [BERLIN, 'samples/two-sites/lisbon']
const folder = mkdtempSync(join(tmpdir(), 'portolan-'))
afterAll(() => rmSync(folder, { recursive: true }))

const settings = join(folder, 'plan.yaml')
writeFileSync(settings, 'agentCount: 0\nworking_hours_per_day: 8\ntimeZone: Europe/Berln\nstartDate: tomorrow\n')
const slow = join(folder, 'slow.yaml')
writeFileSync(
  slow,
  [
    'topologyType: cross_site_internet',
    'sourceUploadMbps: 50',
    'timeZone: Europe/Berlin',
    'migrationDurationDays: 14',
    'holidays: [2026-01-20]',
  ].join('\n'),
)

const scope = join(folder, 'input.json')
const vcenter = 'd35a02eb-4914-9450-fb2f-ffc6e467eb37'
writeFileSync(
  scope,
  JSON.stringify({
    schema: 'portolan.plan-input/1',
    decisions: [{ vm: { vcenter, moref: 'vm-101' }, exclude: true, excludeReason: 'stays on site' }],
    tenants: [
      { tenant: 'Platform/lx', excluded: true, excludeReason: 'rebuilt on the target' },
      { tenant: 'Acme/Shop', name: 'Acme Retail', priority: 1 },
      { tenant: 'Acme/lx', mergedInto: 'Acme/Shop' },
      { tenant: 'Acme Labs', notes: 'ask Jo' },
    ],
    tenantFilters: [{ pattern: 'bore*', reason: 'moves next year' }],
    clusterScope: [{ vcenter, cluster: 'legacy' }],
  }),
)

/**
 * What a person types and what the command answers, word for word: `vitest -u` writes the files anew, and their
 * difference is the review.
 */
const TRANSCRIPTS: readonly { readonly name: string; readonly args: readonly string[]; readonly columns?: number }[] = [
  { name: 'help', args: ['--help'] },
  { name: 'help-assess', args: ['assess', '--help'] },
  { name: 'assess', args: ['assess', ...BOTH] },
  { name: 'assess-wide', args: ['assess', ...BOTH], columns: 120 },
  { name: 'assess-vinfo-only', args: ['assess', BOTH[1]] },
  { name: 'assess-json', args: ['assess', ...BOTH, '--json'] },
  { name: 'assess-later', args: ['assess', BERLIN, '--as-of', '2030-01-01'] },
  { name: 'plan', args: ['plan', ...BOTH] },
  { name: 'plan-slow-link', args: ['plan', ...BOTH, '--settings', slow], columns: 120 },
  { name: 'assess-in-scope', args: ['assess', ...BOTH, '--input', scope] },
  { name: 'assess-in-scope-json', args: ['assess', ...BOTH, '--input', scope, '--json'] },
  { name: 'explain', args: ['explain', 'shop-db01', ...BOTH] },
  { name: 'explain-out-of-scope', args: ['explain', 'web01', BERLIN, '--input', scope] },
  { name: 'explain-wide', args: ['explain', 'shop-cluster-a', BERLIN], columns: 120 },
  { name: 'explain-twins', args: ['explain', 'old-intranet', BERLIN] },
  { name: 'explain-same-name-two-sites', args: ['explain', 'web01', ...BOTH] },
  { name: 'explain-template', args: ['explain', 'tpl-rhel9', BERLIN] },
  { name: 'explain-nobody', args: ['explain', 'shop-db', BERLIN] },
  { name: 'columns', args: ['columns', ...BOTH] },
  { name: 'settings-with-mistakes', args: ['assess', BERLIN, '--settings', settings] },
]

describe('transcripts', () => {
  it.each(TRANSCRIPTS)('$name', async ({ name, args, columns = 80 }) => {
    const { code, stdout, stderr } = await portolan(args, { COLUMNS: String(columns) })
    const typed = `$ portolan ${args.join(' ')}\n`
    const answer = [typed, stdout, stderr === '' ? '' : `[stderr]\n${stderr}`, `[exit ${code}]\n`].join('')
    await expect(settled(answer)).toMatchFileSnapshot(`transcripts/${name}.txt`)
  })
})

/** Without what differs from run to run: the time taken, at the end of its line, and the folder of the day. */
function settled(text: string): string {
  return text
    .replaceAll(folder, '/tmp')
    .replace(/(?: (?:assessed|planned) in)? [\d.]+ s$/m, (took) =>
      took.replace(/[\d.]+ s$/, '0.1 s').padStart(took.length),
    )
}
