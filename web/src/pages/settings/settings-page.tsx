import { getProject } from '@portolan/contract/projects'
import { getSession } from '@portolan/contract/session'
import { Settings } from '@portolan/engine/settings'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { query } from '../../api/query.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { scenarioQuery } from './save-settings.ts'
import { SettingsForm } from './settings-form.tsx'

const route = getRouteApi('/shell/p/$project/settings')

export function SettingsPage() {
  const params = route.useParams()
  const project = useQuery(query(getProject, { params }))
  const session = useQuery(query(getSession, {}))
  const scenario = useQuery(scenarioQuery(params.project))
  const settings = useMemo(() => (scenario.data ? Settings.parse(scenario.data.settings) : null), [scenario.data])
  const error = scenario.error ?? project.error
  if (error && !settings) {
    return (
      <Page title="Settings">
        <ErrorView error={error} what="The settings could not be read" onRetry={() => scenario.refetch()} />
      </Page>
    )
  }
  if (!settings || !scenario.data || !project.data) {
    return (
      <Page title="Settings">
        <Loading label="Loading settings" />
      </Page>
    )
  }
  const mayWrite = session.data?.permissions.includes('plan:write') ?? false
  return (
    <SettingsForm
      key={scenario.data.id}
      project={project.data}
      scenario={scenario.data}
      saved={settings}
      refused={mayWrite ? null : 'Your role does not allow changes of the plan'}
    />
  )
}
