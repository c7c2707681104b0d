import { RISK_CATEGORIES, SEVERITIES, type Severity } from '@portolan/engine/assessment/assessment'
import { type EffectiveRule, effectiveRules } from '@portolan/engine/assessment/effective-rules'
import type { RiskSettings, RuleSettings } from '@portolan/engine/assessment/risk-settings'
import type { RiskRule } from '@portolan/engine/assessment/rules/rule'
import { SEVERITY_TITLES } from '@portolan/engine/documents/wording/names'
import { count } from '@portolan/engine/documents/wording/numbers'
import { lazy, Suspense, useState } from 'react'
import { Explained } from '../../ui/explained.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import type { Outcome } from '../../what-if/outcome.ts'
import type { OnChange } from './field-row.tsx'
import { withRuleChange } from './rule-changes.ts'
import styles from './settings.module.css'

/** What a condition reads stands in the engine's signals: fetched when somebody asks why a rule fires. */
const Condition = lazy(() => import('./condition.tsx'))

interface RulesTableProps {
  readonly risk: RiskSettings
  readonly saved: RiskSettings
  readonly before: Outcome | null
  readonly after: Outcome | null
  readonly onChange: OnChange
}

/** Every rule of the engine: on or off, how heavy, and how many VMs it meets. */
export function RulesTable({ risk, saved, before, after, onChange }: RulesTableProps) {
  const [find, setFind] = useState('')
  const change = (rule: RiskRule, next: RuleSettings) => onChange('risk.rules', withRuleChange(risk.rules, rule, next))
  const wanted = find.trim().toLowerCase()
  const rows = effectiveRules(risk).filter(({ rule }) => `${rule.title}\n${rule.id}`.toLowerCase().includes(wanted))
  return (
    <section className={styles.group} aria-label="Rules">
      <div className={styles.groupHead}>
        <h2>Rules</h2>
        <FilterInput label="Filter rules" value={find} onChange={setFind} width={220} />
      </div>
      <table className={styles.rules}>
        <thead>
          <tr>
            <th scope="col">On</th>
            <th scope="col">Rule</th>
            <th scope="col">Severity</th>
            <th scope="col">Points</th>
            <th scope="col">At least</th>
            <th scope="col">VMs</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((effective) => (
            <RuleRow
              key={effective.rule.id}
              effective={effective}
              thresholds={risk.thresholds}
              isChanged={
                JSON.stringify(risk.rules[effective.rule.id]) !== JSON.stringify(saved.rules[effective.rule.id])
              }
              vms={vmsText(effective, before, after)}
              onChange={(next) => change(effective.rule, next)}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="second">No rule has “{find}” in its title or id.</p>}
    </section>
  )
}

interface RuleRowProps {
  readonly effective: EffectiveRule
  readonly thresholds: RiskSettings['thresholds']
  readonly isChanged: boolean
  readonly vms: string
  readonly onChange: (change: RuleSettings) => void
}

function RuleRow({ effective, thresholds, isChanged, vms, onChange }: RuleRowProps) {
  const { rule, isEnabled, severity, weight, floor } = effective
  return (
    <tr data-changed={isChanged || undefined} data-off={!isEnabled || undefined}>
      <td>
        <input
          type="checkbox"
          aria-label={`${rule.title}: on`}
          checked={isEnabled}
          onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
        />
      </td>
      <td>
        <Explained
          about={rule.title}
          by={{
            formula: (
              <Suspense fallback="…">
                <Condition when={rule.when} thresholds={thresholds} />
              </Suspense>
            ),
            note: `${typeof rule.meaning === 'string' ? rule.meaning : rule.meaning.kvm} ${rule.remedy}`,
            source: (
              <>
                <code>{rule.id}</code> · {rule.source}
              </>
            ),
          }}
        >
          {rule.title}
        </Explained>
      </td>
      <td>
        <select
          aria-label={`${rule.title}: severity`}
          value={severity}
          onChange={(event) => onChange({ severity: event.currentTarget.value as Severity })}
        >
          {SEVERITIES.map((value) => (
            <option key={value} value={value}>
              {SEVERITY_TITLES[value]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          type="number"
          aria-label={`${rule.title}: points`}
          min={0}
          max={100}
          value={weight}
          onChange={(event) => {
            const points = event.currentTarget.valueAsNumber
            if (!Number.isNaN(points)) onChange({ weight: Math.min(100, Math.max(0, points)) })
          }}
        />
      </td>
      <td>
        <select
          aria-label={`${rule.title}: least category`}
          value={floor}
          onChange={(event) => {
            const index = Number(event.currentTarget.value)
            onChange({ floor: index === 0 ? null : RISK_CATEGORIES[index] })
          }}
        >
          {RISK_CATEGORIES.map((category, index) => (
            <option key={category} value={index}>
              {index === 0 ? '–' : category}
            </option>
          ))}
        </select>
      </td>
      <td className="numbers">{vms}</td>
    </tr>
  )
}

function vmsText({ rule, isEnabled }: EffectiveRule, before: Outcome | null, after: Outcome | null): string {
  if (!before || !after) return ''
  if (isEnabled && after.notEvaluated.includes(rule.id)) return 'not in the files'
  const from = before.findings[rule.id] ?? 0
  const to = after.findings[rule.id] ?? 0
  return from === to ? count(to) : `${count(from)} → ${count(to)}`
}
