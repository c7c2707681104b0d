import { type Finding, SEVERITIES } from '../../assessment/assessment.ts'
import type { EffectiveRule } from '../../assessment/effective-rules.ts'
import { SEVERITY_TITLES } from '../wording/names.ts'
import type { Book } from './book.ts'
import { meaningOf } from './rule-words.ts'
import type { TableDefinition } from './table-definition.ts'
import { RISK_TONES, SEVERITY_TONES } from './tones.ts'
import { riskOf, tenantOfVm, vmName } from './vm-cells.ts'

interface FindingRow {
  readonly finding: Finding
  readonly rule: EffectiveRule
  /** Alike for every VM of the finding. */
  readonly meaning: string
  readonly vm: number
  /** Of `vm` in `finding.vms`. */
  readonly index: number
  /** False where a heavier finding of the same group outweighs it, or somebody accepted it. */
  readonly counts: boolean
}

/** Every finding of every VM: rule by rule, the worst first, VMs in canonical order. */
export const findingsTable: TableDefinition<FindingRow> = {
  name: 'findings',
  title: 'Findings',
  about: 'One row per finding of a VM.',
  frozenColumns: 3,
  columns: [
    {
      ...{
        key: 'severity',
        header: 'Severity',
        kind: 'text',
        width: 12,
        words: SEVERITY_TITLES,
        tones: SEVERITY_TONES,
      },
      value: ({ finding }) => finding.severity,
    },
    { key: 'finding', header: 'Finding', kind: 'text', width: 40, value: ({ rule }) => rule.rule.title },
    { key: 'vm', header: 'VM', kind: 'text', width: 32, value: ({ vm }, book) => vmName(vm, book) },
    { key: 'tenant', header: 'Tenant', kind: 'text', width: 22, value: ({ vm }, book) => tenantOfVm(vm, book).name },
    {
      key: 'risk',
      header: 'Risk of VM',
      kind: 'text',
      width: 10,
      tones: RISK_TONES,
      value: ({ vm }, book) => riskOf(vm, book),
    },
    {
      ...{ key: 'weight', header: 'Weight', kind: 'integer', width: 8 },
      value: ({ rule, counts }) => (counts ? rule.weight : 0),
      meaning: 'What it adds to the score of the VM; 0 where a heavier finding of its group outweighs it.',
    },
    { key: 'rule', header: 'Rule', kind: 'text', width: 30, value: ({ finding }) => finding.rule },
    {
      ...{ key: 'meaning', header: 'What it means', kind: 'text', width: 60, isForReaders: true },
      value: ({ meaning }) => meaning,
    },
    {
      ...{ key: 'remedy', header: 'What to do', kind: 'text', width: 60, isForReaders: true },
      value: ({ rule }) => rule.rule.remedy,
    },
    {
      ...{
        key: 'cells',
        header: 'Read from',
        kind: 'text',
        width: 60,
        value: ({ finding, index }, { evidence }) => evidence(finding, index),
      },
      meaning:
        'Cells of the export that it rests on, with what they hold; `portolan explain VM` shows all of them, also for infos and where so many findings are not traced here.',
    },
  ],
  *rows(book) {
    for (const finding of worstFirst(book)) {
      const rule = book.rules.get(finding.rule)
      // A finding of a rule that is no more (an old document) has nothing to say for itself.
      if (!rule) continue
      const meaning = meaningOf(rule)
      let next = 0
      for (const [index, vm] of finding.vms.entries()) {
        const counts = finding.counted[next] === vm
        if (counts) next++
        yield { finding, rule, meaning, vm, index, counts }
      }
    }
  },
}

function worstFirst({ assessment }: Book): Finding[] {
  return SEVERITIES.flatMap((severity) => assessment.findings.filter((finding) => finding.severity === severity))
}
