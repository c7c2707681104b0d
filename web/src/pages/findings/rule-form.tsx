import { Button, Group, SegmentedControl, Switch } from '@mantine/core'
import { getScenario, type Scenario, updateScenario } from '@portolan/contract/scenarios'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '../../api/client.ts'
import { query } from '../../api/query.ts'
import { Action } from '../../ui/action.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading, SkeletonRows } from '../../ui/loading.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { offerUndo } from '../../ui/toast.tsx'
import styles from './findings.module.css'
import { refreshFindings } from './refresh-findings.ts'
import { choiceOf, isSameChoice, type RuleChoice, riskOf, tableChoice, usualWeight, withRule } from './rule-settings.ts'

const SCENARIO = 'main'

/** How the project judges a rule: whether at all, how severe, and with what weight. */
export function RuleForm({ project, rule, title }: { project: string; rule: string; title: string }) {
  const scenario = useQuery(query(getScenario, { params: { project, scenario: SCENARIO } }))
  if (scenario.error) {
    return <ErrorView error={scenario.error} what="The settings could not be read" onRetry={() => scenario.refetch()} />
  }
  if (!scenario.data) {
    return (
      <Loading label="Loading the settings">
        <SkeletonRows rows={3} />
      </Loading>
    )
  }
  return <ChoiceForm key={scenario.data.version} project={project} rule={rule} title={title} scenario={scenario.data} />
}

interface ChoiceFormProps {
  readonly project: string
  readonly rule: string
  readonly title: string
  readonly scenario: Scenario
}

function ChoiceForm({ project, rule, title, scenario }: ChoiceFormProps) {
  const client = useQueryClient()
  const risk = riskOf(scenario.settings)
  const before = choiceOf(risk, rule)
  const [choice, setChoice] = useState<RuleChoice>(before)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const set = (part: Partial<RuleChoice>) => setChoice({ ...choice, ...part })
  const save = async (to: typeof risk, ifMatch: number | '*') => {
    const params = { project, scenario: SCENARIO }
    await call(updateScenario, { params, body: { settings: { risk: to } }, ifMatch })
    await refreshFindings(client)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (isSameChoice(before, choice)) return
    setBusy(true)
    setRefusal(null)
    try {
      await save(withRule(risk, rule, choice), scenario.version)
      offerUndo(`Every VM assessed again with “${title}” as set`, () => save(risk, '*'))
    } catch (error) {
      setRefusal(error)
      setBusy(false)
    }
  }
  const usual = usualWeight(rule, choice.severity)
  return (
    <form onSubmit={submit} className={styles.form}>
      <Switch
        size="sm"
        label="Evaluate this rule"
        checked={choice.enabled}
        onChange={(event) => set({ enabled: event.currentTarget.checked })}
      />
      <div>
        <div className={styles.fieldLabel} id="rule-severity">
          Severity
        </div>
        <SegmentedControl
          size="xs"
          aria-labelledby="rule-severity"
          disabled={!choice.enabled}
          data={[
            { value: 'critical', label: 'Critical' },
            { value: 'warning', label: 'Warning' },
            { value: 'info', label: 'Information' },
          ]}
          value={choice.severity}
          onChange={(severity) => set({ severity: severity as RuleChoice['severity'] })}
        />
      </div>
      <NumberField
        size="xs"
        w={220}
        label="Weight"
        description="Added to the score of each VM; empty: as usual"
        placeholder={`${usual}, as usual`}
        min={0}
        max={100}
        disabled={!choice.enabled}
        value={choice.weight}
        onChange={(weight) => set({ weight })}
      />
      {refusal !== null && <ErrorView error={refusal} what="The rule was not changed" />}
      <Group gap="xs">
        <Action
          size="xs"
          type="submit"
          loading={isBusy}
          disabledReason={isSameChoice(before, choice) ? 'Nothing is changed yet' : null}
        >
          Save and assess again
        </Action>
        {!isSameChoice(choice, tableChoice(rule)) && (
          <Button size="xs" variant="subtle" onClick={() => setChoice(tableChoice(rule))}>
            As usual
          </Button>
        )}
      </Group>
    </form>
  )
}
