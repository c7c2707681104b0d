import { VM_COLUMNS, type VmDetail, type VmRow } from '@portolan/contract/vms'
import { isAccepted } from '@portolan/engine/assessment/accepted'
import { evidence } from '@portolan/engine/assessment/explain-finding'
import { explainRisk } from '@portolan/engine/assessment/explain-risk'
import { MODE_REASON_TEXTS } from '@portolan/engine/assessment/mode-reasons'
import { DEFAULT_PRIORITY } from '@portolan/engine/schedule/decisions'
import { meaningOf } from '../answers/findings.ts'
import { rowsAt } from '../list/columns.ts'
import { type RawSheet, rawCells } from '../raw-rows.ts'
import { remembered } from '../remembered.ts'
import type { View } from '../view.ts'
import { hardwareOf } from './hardware.ts'
import { partsOf } from './parts.ts'
import { timesOf, whyThen } from './times.ts'

/** Everything of one row of `VmFacts`. */
export function detailOf(view: View, row: number, raw: Uint8Array | null, sheets: readonly RawSheet[]): VmDetail {
  const { estate, facts } = view
  const vm = facts.vm[row]
  const risk = explainRisk(view, row, view.accepted, evidenceOf(view))
  return {
    row: rowsAt(view, VM_COLUMNS, [row])[0] as VmRow,
    system: systemOf(view, row),
    hardware: hardwareOf(estate, vm),
    ...partsOf(estate, vm),
    findings: risk.rules.map(({ rule, severity, weight, counted, cells }) => ({
      rule: rule.id,
      title: rule.title,
      severity,
      weight,
      counted,
      accepted: isAccepted(view.accepted, rule.id, row),
      meaning: meaningOf(rule),
      remedy: rule.remedy,
      cells: cells.map(({ file, sheet, header, address, value, unit }) => ({
        ...{ file, sheet, header, address },
        value: value === null ? '' : `${value}${unit === '' ? '' : ` ${unit}`}`,
      })),
    })),
    modeReasons: risk.reasons.map((reason) => MODE_REASON_TEXTS[reason].text),
    times: timesOf(view, row),
    why: whyThen(view, row),
    decision: decisionOf(view, row),
    raw: rawCells(raw, sheets),
  }
}

/** What explains findings, made once for a judgement: it holds no more of a view than it reads. */
export function evidenceOf({ judged, estate, facts, settings, assessment }: View): ReturnType<typeof evidence> {
  return remembered(judged, 'evidence', () => evidence({ estate, facts, settings, assessment }))
}

function systemOf({ facts }: View, row: number): VmDetail['system'] {
  const { label, evidence, doubt, product } = facts.systems[facts.osOf[row]]
  const { standardEnd, paidEnd } = product.lifecycle
  return { label, evidence, doubt, standardEnd, paidEnd, targets: { ...product.targets } }
}

function decisionOf({ decisionRows }: View, row: number): VmDetail['decision'] {
  const decision = decisionRows.get(row)
  if (!decision) {
    return {
      ...{ status: 'not_started', statusNote: '', modeOverride: null, excluded: false, excludeReason: '' },
      ...{ priority: DEFAULT_PRIORITY, fixMinutes: null, version: 0 },
    }
  }
  const { vmId: _, ...rest } = decision
  return rest
}
