import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { AssessmentDocument } from '../src/assessment-document.ts'
import { portolan, type Ran, ROOT } from './command.ts'

const SAMPLES = `${ROOT}/../shared/samples`
const isHere = existsSync(`${SAMPLES}/expected`)

interface Bounded {
  readonly value?: number
  readonly anyOf?: readonly (number | null)[]
  readonly tolerance?: number
}

interface Expected {
  readonly file: string
  readonly optional?: boolean
  readonly inventory: Readonly<Record<string, number | Bounded>>
  readonly sources?: { readonly vcenters?: number; readonly contains?: readonly string[] }
  readonly warnings?: { readonly min: number }
}

const expectations = isHere
  ? readdirSync(`${SAMPLES}/expected`)
      .filter((name) => name.endsWith('.json'))
      .map((name): Expected => JSON.parse(readFileSync(`${SAMPLES}/expected/${name}`, 'utf8')))
  : []
const exports = expectations.filter((it) => !it.optional)
const otherFormats = expectations.filter((it) => it.optional)

function isAccepted(found: number | null, expected: number | Bounded): boolean {
  if (typeof expected === 'number') return found === expected
  const { value, anyOf = [value ?? null], tolerance = 0 } = expected
  return anyOf.some((each) => {
    if (each === null || found === null) return each === found
    return Math.abs(found - each) <= Math.abs(each) * tolerance
  })
}

describe.runIf(isHere)('assess --json', () => {
  describe.each(exports)('of $file', ({ file, inventory, sources, warnings }) => {
    let ran: Ran
    let document: AssessmentDocument
    beforeAll(async () => {
      ran = await portolan(['assess', `${SAMPLES}/${file}`, '--json'])
      document = AssessmentDocument.parse(JSON.parse(ran.stdout))
    })

    it('prints the document and nothing else', () => {
      expect(ran).toMatchObject({ code: 0, stderr: '' })
    })

    it.each(Object.entries(inventory))('counts %s', (key, expected) => {
      const found = document.inventory[key as keyof AssessmentDocument['inventory']]
      expect(isAccepted(found, expected), `${key} is ${found}, expected ${JSON.stringify(expected)}`).toBe(true)
    })

    it('names the sources', () => {
      const vcenters = new Set(document.sources.flatMap((source) => source.vcenters))
      if (sources?.vcenters !== undefined) expect(vcenters.size).toBe(sources.vcenters)
      for (const text of sources?.contains ?? []) expect(JSON.stringify(document.sources)).toContain(text)
    })

    it('judges every VM once', () => {
      const { risk, mode } = document.assessment
      const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0)
      expect([sum(risk), sum(mode)]).toEqual([document.inventory.vms, document.inventory.vms])
    })

    it('keeps what is suspicious in view', () => {
      expect(document.warnings.length + document.rejected.length).toBeGreaterThanOrEqual(warnings?.min ?? 0)
    })
  })

  it.each(exports)('reads $file on a terminal within its width', async ({ file }) => {
    for (const columns of [80, 120]) {
      const { code, stdout, stderr } = await portolan(['assess', `${SAMPLES}/${file}`], { COLUMNS: String(columns) })
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      const withoutPaths = stdout.split('\n').filter((line) => !line.includes(SAMPLES))
      expect(Math.max(...withoutPaths.map((line) => line.length))).toBeLessThanOrEqual(columns)
    }
  })

  it.each(otherFormats)('names the format of $file when it refuses it', async ({ file }) => {
    const { code, stdout, stderr } = await portolan(['assess', `${SAMPLES}/${file}`, '--json'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(/^portolan: [^\n]*(Live Optics|Azure Migrate)[^\n]*\n$/)
  })
})
