import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { textWidth } from '@portolan/engine/documents/charts/text-width'
import type { TableRow } from '@portolan/engine/documents/report/report'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assessedCase, SMALL_EXPORT } from '../../../../engine/test/support/assessed-case.ts'
import { breakable, fitSection } from './fit-cells.ts'
import { reportJob, writePdf } from './migration-report-pdf.ts'
import { TypesetError, typeset } from './typeset.ts'

const OPTIONS = { generatedAt: Date.parse('2025-12-16T09:00:00Z') }
/** What Typst, JSON, XML or PDF might take for their own. */
const HOSTILE = '#panic("x") $x$ `raw` *bold* _it_ <tag> & "quote" \\n } ] \u202e ☃ 漢字 \u0000'
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-pdf-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Pages by the page tree: objects are compressed only above PDF 1.5's object streams, which Typst does not use for pages. */
function pagesOf(pdf: Buffer): number {
  return [...pdf.toString('latin1').matchAll(/\/Type\s*\/Page\b(?!s)/g)].length
}

// Typesetting takes a second or two on a busy machine.
describe('the PDF report', { timeout: 60_000 }, () => {
  const bytes = Buffer.from(typeset(reportJob(assessedCase(), OPTIONS)))

  it('is a whole PDF with a cover, an answer, contents and every section', () => {
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(bytes.subarray(-6).toString('latin1').trim()).toBe('%%EOF')
    expect(pagesOf(bytes)).toBeGreaterThanOrEqual(13)
  })

  it('sets Inter, whatever fonts the machine has', () => {
    expect(bytes.toString('latin1')).toMatch(/\/BaseFont \/[A-Z]+\+Inter-SemiBold/)
  })

  it('is written whole, and has the same bytes each time', async () => {
    await writePdf(join(folder, 'report.pdf'), assessedCase(), OPTIONS)
    expect(readFileSync(join(folder, 'report.pdf')).equals(bytes)).toBe(true)
    expect(readdirSync(folder)).toEqual(['report.pdf'])
  })

  it('shows hostile names as they are, wherever they stand', () => {
    const [vInfo, ...others] = SMALL_EXPORT
    const rows = vInfo.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' && cell === 'old' ? HOSTILE : cell)),
    )
    const settings = {
      name: HOSTILE,
      customer: HOSTILE,
      author: HOSTILE,
      executiveSummary: HOSTILE,
      technicalNotes: HOSTILE,
    }
    const job = reportJob(assessedCase([{ ...vInfo, rows }, ...others], settings), OPTIONS)
    expect(job.source).toBe(reportJob(assessedCase(), OPTIONS).source)
    expect(pagesOf(Buffer.from(typeset(job)))).toBeGreaterThanOrEqual(13)
  })

  it('leaves no file behind when it cannot be written', async () => {
    await expect(writePdf(join(folder, 'no\0name.pdf'), assessedCase(), OPTIONS)).rejects.toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('typesetting', { timeout: 60_000 }, () => {
  it('says what Typst did not understand', () => {
    const job = { source: '#let x = 1\n#nonsense(x)', data: '{}', createdAt: 0, isTagged: false }
    expect(() => typeset(job)).toThrow(TypesetError)
    expect(() => typeset(job)).toThrow('The PDF cannot be typeset: unknown variable: nonsense.')
  })
  it('reads no file of the machine', () => {
    const job = { source: '#read("/etc/hostname")', data: '{}', createdAt: 0, isTagged: false }
    expect(() => typeset(job)).toThrow(TypesetError)
  })
})

describe('names too long for their column', () => {
  it.each([
    ['app_server_with_a_name.domain.example', 60],
    ['WITHOUTANYPLACETOBREAKATALLWHATSOEVER', 50],
    ['59efd322-597a-4a13-8c91-0123456789ab', 70],
  ])('%s breaks into pieces that fit', (name, room) => {
    const pieces = breakable(name, 9, room).split(/\u200b|(?<=-)(?!\d)/)
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('')).toBe(name)
    expect(Math.max(...pieces.map((piece) => textWidth(piece, 9)))).toBeLessThanOrEqual(room)
  })
  it('leaves words alone that fit', () => expect(breakable('a short text', 9, 40)).toBe('a short text'))
})

describe('the rows of a table', () => {
  const column = { header: 'VM', unit: '', align: 'left' as const, width: 1, isCode: false, isCut: false }
  const fitted = (rows: readonly TableRow[], isCut = false) => {
    const columns = [{ ...column, isCut }, ...Array.from({ length: 9 }, () => column)]
    const table = { kind: 'table' as const, title: '', columns, rows, totals: null, note: '' }
    const [block] = fitSection({ title: '', isWide: false, isAppendix: false, blocks: [table] }).blocks
    if (!('oneLine' in block)) throw new Error('a table stays a table')
    return block
  }
  const row = (text: string): TableRow => [text, ...Array.from({ length: 9 }, () => '')]

  it.each([
    ['web-1', true],
    ['a name that is far too long', false],
    ['漢字', false],
    ['', true],
  ])('know whether %j needs one line', (text, isOneLine) => expect(fitted([row(text)]).oneLine).toEqual([isOneLine]))

  it('are cut to one line where the column says so', () => {
    const { rows, oneLine } = fitted([row('a name that is far too long')], true)
    expect(oneLine).toEqual([true])
    expect(rows[0]).toEqual(row('a name…'))
  })

  it('keep their tones', () => {
    const cells: TableRow = [{ text: 'averylongnamewithoutend', tone: 'red' }, ...Array.from({ length: 9 }, () => '')]
    const [first] = fitted([cells]).rows
    expect('group' in first ? null : first[0]).toEqual({
      text: 'averylon\u200bgnamewi\u200bthoutend',
      tone: 'red',
    })
  })
})
