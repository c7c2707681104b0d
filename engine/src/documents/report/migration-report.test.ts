import { describe, expect, it } from 'vitest'
import { assessedCase, SMALL_EXPORT } from '../../../test/support/assessed-case.ts'
import { TenantDecision } from '../../tenancy/tenant-decision.ts'
import type { AssessedEstate } from '../assessed-estate.ts'
import { firstActions } from './actions.ts'
import { answerPage } from './answer.ts'
import { limited, paragraphsOf } from './blocks.ts'
import { migrationReport } from './migration-report.ts'
import type { Block, Cell, ReportDocument, Section, Table } from './report.ts'
import { workingTime } from './working-time.ts'

const GENERATED = Date.parse('2025-12-16T09:00:00Z')
const OPTIONS = { generatedAt: GENERATED, vmRows: 1500 }
const assessed = assessedCase()
const report = migrationReport(assessed, OPTIONS)

const section = (title: string, of: ReportDocument = report): Section => of.sections.find((s) => s.title === title)!
const tables = ({ blocks }: Section): Table[] => blocks.filter((block): block is Table => block.kind === 'table')
const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text)
const cellsOf = (table: Table): string[][] => table.rows.flatMap((row) => ('group' in row ? [] : [row.map(textOf)]))
const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => ('text' in block ? block.text : block.kind === 'bullets' ? block.items.join(' ') : ''))
    .join(' ')

/** An estate of as many VMs as wanted, one host each. */
function estateOf(vms: number): AssessedEstate {
  const header = [
    'VM',
    'VM ID',
    'Powerstate',
    'Host',
    'Cluster',
    'Folder',
    'VI SDK UUID',
    'Provisioned MiB',
    'In Use MiB',
  ]
  const rows = Array.from({ length: vms }, (_, i) => [
    ...[`vm-${i}`, `vm-${i}`, 'poweredOn', `esx-${i}.example.com`, `cluster-${i}`, `/DC/tenant-${i}`, 'uuid'],
    ...[2048, 1024 + i],
  ])
  return assessedCase([{ sheet: 'vInfo', header, rows }])
}

describe('the cover', () => {
  it('names project, version and date, and what the report was made from', () => {
    expect([report.project, report.version, report.date]).toEqual(['Acme & Söhne', '1.0', '16 Dec 2025'])
    expect(report.basis).toBe('RVTools · 1 vCenter · 4 VMs · as of 15 Dec 2025')
  })
})

describe('the answer', () => {
  const answer = answerPage(assessed, 480)

  it('says when the plan ends and whether that is in time', () => {
    expect(answer.headline).toMatch(/^Finishes \w{3} \d+ \w{3} 20\d\d$/)
    expect(answer.verdict.tone).toBe('green')
    expect(answer.verdict.title).toMatch(/^\d+ days before the deadline, Thu 15 Jan 2026$/)
  })

  it('carries VMs, hours, days and RED', () => {
    expect(answer.figures.map(({ label }) => label)).toEqual(['Virtual machines', 'Transfer', 'Working days', '■ RED'])
    expect(answer.figures[0].value).toBe('4')
  })

  it('turns red when the deadline is missed, and says what to do about it first', () => {
    const late = assessedCase(SMALL_EXPORT, { migrationDurationDays: 1, storageWriteMBps: 10 })
    const { verdict, actions } = answerPage(late, 480)
    expect(late.plan.deadline.met).toBe(false)
    expect(verdict.tone).toBe('red')
    expect(verdict.title).toMatch(/after the deadline/)
    expect(actions[0].title).toMatch(/deadline$/)
    expect(actions[0].detail).toContain('Target storage at 80 Mbps')
  })

  it('names at most three things to do, none twice', () => {
    const titles = firstActions(assessed).map(({ title }) => title)
    expect(titles.length).toBeGreaterThan(0)
    expect(titles.length).toBeLessThanOrEqual(3)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('gives the reason of RED VMs that makes them RED, not one that they share with others', () => {
    const [red] = firstActions(assessed).filter(({ title }) => title.includes('RED'))
    expect(red.title).toBe('Decide on 1 RED VM, 25 % of the estate, before any wave')
    expect(red.detail).toMatch(/^On 1 of them: unsupported guest system\./)
  })

  it('says which settings were assumed', () => {
    const { assumptions } = answerPage(assessedCase(SMALL_EXPORT, { topologyType: 'cross_site_dedicated' }), 480)
    expect(assumptions.join(' ')).toContain('Transport link: 1 Gbps link speed, because the setting is empty.')
  })

  it('holds for an estate without a VM', () => {
    const empty = migrationReport(estateOf(0), OPTIONS)
    expect(empty.answer.headline).toBe('There is no VM to move')
    expect(JSON.stringify(empty)).not.toMatch(/NaN|Infinity|undefined/)
  })
})

describe('the sections', () => {
  it('come in the order of reading, tables of VMs last', () => {
    expect(report.sections.map(({ title }) => title)).toEqual([
      'Executive summary',
      'Feasibility',
      'Findings',
      'Infrastructure',
      'Tenants',
      'Daily schedule',
      'Methodology',
      'Assumptions and limits',
      'VMs by day of cut-over',
      'VMs by tenant',
    ])
  })

  it('hold no value that nobody wrote', () => {
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('give every row of every table a cell for each column', () => {
    const wrong = report.sections
      .flatMap(tables)
      .filter(({ columns, rows, totals }) =>
        [...rows, ...(totals ? [totals] : [])].some((row) => !('group' in row) && row.length !== columns.length),
      )
    expect(wrong).toEqual([])
  })

  it('state a finding over every picture', () => {
    const titles = report.sections
      .flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'))
      .map((chart) => chart.title)
    expect(titles).toContain('1 VM runs a system past vendor support')
    expect(titles.length).toBeGreaterThanOrEqual(8)
  })

  it('mark the one bottleneck among five constraints', () => {
    const cards = section('Feasibility').blocks.find((block) => block.kind === 'cards')!
    expect(cards.cards.filter(({ isMarked }) => isMarked).map(({ title, value }) => [title, value])).toEqual([
      ['Source host NIC', '4,000 Mbps'],
    ])
    expect(cards.cards).toHaveLength(5)
  })

  it('give each finding its meaning and its remedy', () => {
    const rows = tables(section('Findings')).flatMap(cellsOf)
    expect(rows).toHaveLength(assessed.assessment.findings.length)
    expect(rows.filter(([, , meaning, remedy]) => meaning === '' || remedy === '')).toEqual([])
  })

  it('take the words of the settings file', () => {
    const worded = migrationReport(
      assessedCase(SMALL_EXPORT, { executiveSummary: 'One.\n\nTwo <b>.', technicalNotes: 'Mind the gap.' }),
      OPTIONS,
    )
    expect(worded.sections[0].blocks.slice(0, 2)).toEqual([
      { kind: 'paragraph', text: 'One.' },
      { kind: 'paragraph', text: 'Two <b>.' },
    ])
    expect(wordsOf(section('Feasibility', worded).blocks)).toContain('Technical notes Mind the gap.')
  })

  it('sum the tenants up to the estate', () => {
    const [table] = tables(section('Tenants'))
    const vms = cellsOf(table).map((row) => Number(row[1]))
    expect(vms.reduce((sum, value) => sum + value, 0)).toBe(4)
    expect(textOf(table.totals![1])).toBe('4')
  })

  it('list each VM once by day and once by tenant', () => {
    for (const title of ['VMs by day of cut-over', 'VMs by tenant']) {
      const names = cellsOf(tables(section(title))[0]).map(([name]) => name)
      expect(names.sort()).toEqual(['=HYPERLINK("http://x")', 'db-1', 'old', 'web-1'])
    }
  })

  it('list what the export could not tell', () => {
    const limits = section('Assumptions and limits')
    expect(wordsOf(limits.blocks)).toMatch(/sheets are missing: .*vPartition/)
    const rules = tables(limits).find(({ title }) => title.endsWith('not evaluated'))!
    expect(rules.rows).toHaveLength(assessed.assessment.notEvaluated.length)
  })

  it('write every rule with the threshold and weight in force', () => {
    const changed = assessedCase(SMALL_EXPORT, { risk: { rules: { 'disk-large': { weight: 37 } } } })
    const rows = tables(section('Methodology', migrationReport(changed, OPTIONS))).flatMap(cellsOf)
    expect(rows.find(([rule]) => rule === 'Large VM')?.[3]).toBe('37')
  })
})

describe('a large estate', () => {
  const large = migrationReport(estateOf(1200), { generatedAt: GENERATED, vmRows: 100 })

  it('lists as many VMs as fit on paper and says where the others are', () => {
    for (const title of ['VMs by day of cut-over', 'VMs by tenant']) {
      const part = section(title, large)
      expect(cellsOf(tables(part)[0])).toHaveLength(100)
      expect(wordsOf(part.blocks)).toContain('the other 1,100 are in the workbook')
    }
  })

  it('says the same of tenants, clusters and hosts', () => {
    const notes = large.sections.flatMap(tables).map(({ note }) => note)
    expect(notes.filter((note) => note.includes('are in the workbook'))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('of 1,200 tenants and their VDCs'),
        expect.stringContaining('of 1,200 hosts'),
      ]),
    )
  })
})

describe('words', () => {
  it('name a run of weekdays by its ends', () => {
    const settings = assessedCase(SMALL_EXPORT, {
      workdays: ['saturday', 'sunday', 'friday'],
      dayStart: '20:00',
    }).settings
    expect(workingTime(settings)).toBe('Friday to Sunday, 8 h a day from 20:00 (UTC)')
    expect(workingTime(assessedCase(SMALL_EXPORT, { workdays: ['monday', 'thursday'] }).settings)).toMatch(
      /^Monday, Thursday,/,
    )
  })
  it('part paragraphs at blank lines, on any system', () => {
    expect(paragraphsOf('a\nb\r\n\r\n  \n\nc').map((block) => 'text' in block && block.text)).toEqual(['a b', 'c'])
  })
  it('leave short lists whole', () => {
    const words = { noun: 'VMs', order: 'largest', tab: 'All VMs' }
    expect(limited([1, 2], 2, words)).toEqual({ shown: [1, 2], note: '' })
    expect(limited([1, 2, 3], 2, words).note).toBe(
      'The 2 largest of 3 VMs; all of them are in the workbook, tab All VMs.',
    )
  })
})

describe('a report of what is in scope', () => {
  const scoped = assessedCase(SMALL_EXPORT, {}, undefined, {
    decisions: new Map([[3, { exclude: true, excludeReason: 'stays' }]]),
    tenants: [TenantDecision.parse({ tenant: 'Beta/Cluster A', target: { project: 'db' }, confirmed: true })],
    rules: { filters: [{ pattern: 'ac*', reason: 'next year' }], clusters: [] },
  })
  const of = migrationReport(scoped, OPTIONS)

  it('says how much that is wherever it counts the estate', () => {
    expect(of.basis).toContain('1 of 4 VMs in scope')
    expect(of.answer.figures[0]).toMatchObject({ value: '1', note: 'of 4; 0 warm, 1 cold' })
    expect(wordsOf(section('Executive summary', of).blocks)).toContain('Of 4 VMs, 1 is in scope')
    expect(wordsOf(section('Tenants', of).blocks)).toContain('1 tenant owns 1 of 4 VMs in scope.')
    expect(wordsOf(section('Assumptions and limits', of).blocks)).toContain('1 of the 4 VMs of the export is in scope')
    expect(report.sections.some(({ title }) => title === 'Scope')).toBe(false)
  })

  it('lists what is left out and why', () => {
    const [exclusions] = tables(section('Scope', of))
    expect(cellsOf(exclusions)).toEqual([
      ['Filter ac*: next year', 'tenant filter', '2', '50 %'],
      ['Excluded by hand: stays', 'VMs by hand', '1', '25 %'],
    ])
    expect(exclusions.totals?.map(textOf)).toEqual(['All that is out of scope', '', '3', '75 %'])
  })

  it('shows where each tenant goes and whether somebody agreed', () => {
    const target = tables(section('Tenants', of)).find(({ title }) => title === 'Scope and target')!
    expect(cellsOf(target)).toEqual([
      ['Beta / Cluster A', '1 of 2', '', 'Beta', 'db', '● yes'],
      ['Acme / Cluster A', '0 of 2', 'Filter ac*: next year', '', '', ''],
    ])
    expect(tables(section('Tenants')).some(({ title }) => title === 'Scope and target')).toBe(false)
  })

  it('does not say that an estate is empty of which nothing migrates', () => {
    const nothing = assessedCase(SMALL_EXPORT, {}, undefined, {
      rules: { filters: [{ pattern: '*', reason: '' }], clusters: [] },
    })
    const { verdict, headline } = migrationReport(nothing, OPTIONS).answer
    expect([headline, verdict.text]).toEqual(['There is no VM to move', 'Every VM of the export is out of scope.'])
  })
})
