import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import type { Project } from '@portolan/contract/projects'
import type { Scenario } from '@portolan/contract/scenarios'
import { bandwidthOf } from '@portolan/engine/bandwidth/bandwidth'
import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { CONSTRAINT_TITLES } from '@portolan/engine/documents/wording/names'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { Settings } from '@portolan/engine/settings'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense, useMemo } from 'react'
import { to } from '../../paths.ts'
import { type PageCommand, useOffer } from '../../shell/page-commands.ts'
import { Action } from '../../ui/action.tsx'
import { Loading } from '../../ui/loading.tsx'
import { OnDemand, onDemand } from '../../ui/on-demand.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import type { Outcome } from '../../what-if/outcome.ts'
import { useWhatIf } from '../../what-if/use-what-if.ts'
import { AgentAdviceView } from './agent-advice.tsx'
import { ChangedMeanwhile } from './changed-meanwhile.tsx'
import { ConstraintCards } from './constraint-cards.tsx'
import { EffectPanel } from './effect-panel.tsx'
import { FieldGroups } from './field-groups.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import { ResetButton } from './reset-button.tsx'
import styles from './settings.module.css'
import { pathsOf, SETTINGS_TABS, type SettingsTab } from './tabs.ts'
import { TopologyChoice } from './topology-choice.tsx'
import { useSettingsDraft } from './use-settings-draft.ts'

const resetMenu = onDemand(() => import('./reset-menu.tsx'))
/** Brings the table of rules. */
const RiskTab = lazy(() => import('./risk-tab.tsx'))

const route = getRouteApi('/shell/p/$project/settings')

interface SettingsFormProps {
  readonly project: Project
  readonly scenario: Scenario
  readonly saved: Settings
  /** Why nothing can be saved; null when it can. */
  readonly refused: string | null
}

export function SettingsForm({ project, scenario, saved, refused }: SettingsFormProps) {
  const { tab: tabId } = route.useSearch()
  const tab = SETTINGS_TABS.find(({ id }) => id === tabId) ?? SETTINGS_TABS[0]
  const { draft, changes, problems, overtaken, isSaving, change, save, discard, reset } = useSettingsDraft(
    project.key,
    scenario,
    saved,
  )
  const hasInventory = project.currentSnapshotId !== null
  const whatIf = useWhatIf(hasInventory ? project.key : null, saved, draft.settings)
  const bandwidth = usePlanned(draft.settings ?? saved)

  const count = Object.keys(changes).length
  const what = plural(count, 'change')
  const isWrong = draft.settings === null
  const cannotSave =
    refused ?? (count === 0 ? 'Nothing is changed' : isWrong ? 'A field needs another value first' : null)
  useHotkeys([['mod+S', () => void (cannotSave === null && save())]], [])
  const navigate = route.useNavigate()
  useOffer(
    useMemo(
      (): readonly PageCommand[] =>
        SETTINGS_TABS.map(({ id, label }) => ({
          id: `settings-${id}`,
          label: `Settings: ${label}`,
          run: () => void navigate({ search: { tab: id } }),
        })),
      [navigate],
    ),
  )

  const form = { saved, shown: draft.shown, problems, onChange: change }
  return (
    <Page
      title="Settings"
      state={stateOf(project, whatIf.before)}
      actions={
        <>
          <OnDemand part={resetMenu} props={{ tab, onReset: reset }}>
            {(reaching) => <ResetButton {...reaching} />}
          </OnDemand>
          {count > 0 && (
            <Button variant="default" onClick={discard}>
              Discard
            </Button>
          )}
          <Action disabledReason={cannotSave} loading={isSaving} onClick={save}>
            {count > 0 ? `Save ${what}` : 'Save'}
          </Action>
        </>
      }
      bar={
        <PageTabs
          label="Settings"
          active={tab.id}
          tabs={SETTINGS_TABS.map((it) => ({
            id: it.id,
            label: it.label,
            counter: changesOn(it, changes) || undefined,
            link: to.settings(project.key, { tab: it.id }),
          }))}
        />
      }
    >
      {overtaken && (
        <ChangedMeanwhile
          before={overtaken.before}
          changedBy={overtaken.by}
          now={saved}
          changedAt={scenario.updatedAt}
          onKeepMine={save}
          onDiscardMine={discard}
        />
      )}
      {project.phase === 'approved' && count > 0 && (
        <p className={styles.warning}>The plan is approved. Saving another one takes the approval back.</p>
      )}
      {tab.isAboutRate && <ConstraintCards bandwidth={bandwidth} />}
      <div className={styles.columns}>
        <div className={styles.form}>
          {tab.id === 'link' && <TopologyChoice {...form} />}
          {tab.id === 'risk' ? (
            <Suspense fallback={<Loading label="Loading the rules" />}>
              <RiskTab {...form} before={whatIf.before} after={whatIf.after} />
            </Suspense>
          ) : (
            <FieldGroups groups={tab.groups} {...form} />
          )}
          {tab.id === 'agents' && whatIf.after && (
            <AgentAdviceView advice={whatIf.after.agents} vmsAtATime={(draft.settings ?? saved).agentConcurrentVms} />
          )}
        </div>
        <EffectPanel
          project={project.key}
          hasInventory={hasInventory}
          whatIf={whatIf}
          isChanged={count > 0}
          isWrong={isWrong}
        />
      </div>
      <LeaveGuard isDirty={count > 0} what={what} onSave={cannotSave === null ? save : null} />
    </Page>
  )
}

/** Five divisions: quick enough for every drawing, so the cards never wait for the worker. */
function usePlanned(settings: Settings) {
  return useMemo(() => bandwidthOf(settings), [settings])
}

function changesOn(tab: SettingsTab, changes: object): number {
  const paths = pathsOf(tab)
  return Object.keys(changes).filter((path) => paths.includes(path)).length
}

function stateOf(project: Project, before: Outcome | null): string {
  if (project.currentSnapshotId === null) return 'What plans are made with. Nothing is imported yet.'
  if (!before) return 'What the plan is made with.'
  const { deadline, bandwidth } = before
  const finish = deadline.finish
    ? `The saved plan finishes ${weekdayOf(deadline.finish)}`
    : 'The saved plan has no finish date'
  const bottleneck = `the bottleneck is the ${lowered(CONSTRAINT_TITLES[bandwidth.bottleneck])}`
  return `${finish}; ${bottleneck}.`
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
