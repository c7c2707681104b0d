import { Button } from '@mantine/core'
import { assessProject, getPlan, type PlanAnswer } from '@portolan/contract/plan'
import { getProject, type Project } from '@portolan/contract/projects'
import { getSession } from '@portolan/contract/session'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { call } from '../../api/client.ts'
import { invalidate, query } from '../../api/query.ts'
import { to } from '../../paths.ts'
import { type PageCommand, useOffer } from '../../shell/page-commands.ts'
import { Action } from '../../ui/action.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading } from '../../ui/loading.tsx'
import { OnDemand, onDemand } from '../../ui/on-demand.tsx'
import { Page } from '../../ui/page.tsx'
import { PageTabs } from '../../ui/page-tabs.tsx'
import { say, sayRefused } from '../../ui/toast.tsx'
import { ApprovePlan } from './approve-plan.tsx'
import { ExportButton } from './export-button.tsx'
import { Narrative } from './narrative.tsx'
import styles from './plan.module.css'
import { PlanBanners } from './plan-banners.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { stateOf, tenantNames } from './plan-words.ts'
import { PrintedTables } from './printed-plan.tsx'
import { ScheduleSection } from './schedule-section.tsx'
import { TenantsSection } from './tenants-section.tsx'
import { usePrinting } from './use-printing.ts'

const reports = onDemand(() => import('./export-menu.tsx'))

const route = getRouteApi('/shell/p/$project/plan')

export function PlanPage() {
  const params = route.useParams()
  const project = useQuery(query(getProject, { params }))
  const plan = useQuery(query(getPlan, { params }))
  if (plan.error?.code === 'wrong_state' || plan.error?.code === 'not_found') {
    return (
      <Page title="Plan">
        <Empty title="There is no plan yet" action={<Link {...to.import(params.project)}>Import an export</Link>}>
          A plan is made of an export of the estate and of the settings. Import one, and the plan is here a moment
          later.
        </Empty>
      </Page>
    )
  }
  const error = plan.error ?? project.error
  if (error && !plan.data) {
    return (
      <Page title="Plan">
        <ErrorView error={error} what="The plan could not be read" onRetry={() => plan.refetch()} />
      </Page>
    )
  }
  if (!plan.data || !project.data) {
    return (
      <Page title="Plan">
        <Loading label="Loading the plan" />
      </Page>
    )
  }
  return <PlanView project={project.data} plan={plan.data} />
}

function PlanView({ project, plan }: { project: Project; plan: PlanAnswer }) {
  const search = route.useSearch()
  const setSearch = route.useNavigate()
  const navigate = useNavigate()
  const { tab = 'schedule', tenant, day = '' } = search
  const session = useQuery(query(getSession, {}))
  const permissions = session.data?.permissions ?? []
  const isPrinting = usePrinting()
  useOffer(usePlanCommands(project.key))
  const key = project.key
  const cannotWrite = permissions.includes('plan:write') ? null : 'Your role does not allow changes of the plan'
  const shows = (id: string) => isPrinting || tab === id
  return (
    <Page
      title="Plan"
      state={`${stateOf(plan)}.`}
      actions={
        <>
          <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
            Print
          </Button>
          <ApprovePlan project={project} plan={plan} mayApprove={permissions.includes('project:approve')} />
          {permissions.includes('export:create') ? (
            <OnDemand part={reports} props={{ project: key, projectId: project.id }}>
              {(reaching) => <ExportButton {...reaching} />}
            </OnDemand>
          ) : (
            <Action disabledReason="Your role does not allow exports">Write reports</Action>
          )}
        </>
      }
      bar={
        <PageTabs
          label="Parts of the plan"
          active={tab}
          tabs={[
            { id: 'schedule', label: 'Schedule', counter: plan.days.length, link: to.plan(key, { tab: 'schedule' }) },
            { id: 'tenants', label: 'Tenants', counter: tenantNames(plan), link: to.plan(key, { tab: 'tenants' }) },
            { id: 'words', label: 'Summary and notes', link: to.plan(key, { tab: 'words' }) },
          ]}
        />
      }
    >
      <div className={styles.plan}>
        {isPrinting && <p className="second">{project.name}</p>}
        <PlanBanners project={key} plan={plan} />
        <PlanFigures plan={plan} />
        {shows('words') && (
          <div className={styles.words}>
            <Narrative
              project={key}
              setting="executiveSummary"
              title="Executive summary"
              hint="Opens every report: what is moved, why, and what the reader has to decide."
              refused={cannotWrite}
            />
            <Narrative
              project={key}
              setting="technicalNotes"
              title="Technical notes"
              hint="Stands with the feasibility in every report: networks, windows, agreements that no figure tells."
              refused={cannotWrite}
            />
          </div>
        )}
        {shows('schedule') && (
          <ScheduleSection
            plan={plan}
            within={/^\d{4}(-\d\d)?$/.test(day) ? day : ''}
            onWithin={(within) => setSearch({ search: { ...search, day: within || undefined } })}
            isPrinting={isPrinting}
            onDay={(date) => void navigate(to.vms(key, { day: date }))}
          />
        )}
        {tab === 'tenants' && !isPrinting && <TenantsSection project={key} plan={plan} opened={tenant} />}
        {isPrinting && <PrintedTables plan={plan} />}
      </div>
    </Page>
  )
}

function usePlanCommands(project: string): readonly PageCommand[] {
  const client = useQueryClient()
  return useMemo(() => {
    const again = async () => {
      try {
        await call(assessProject, { params: { project } })
        await invalidate(client, 'plan.', 'vms.', 'stats.', 'findings.', 'projects.')
        say('Assessed and planned again')
      } catch (error) {
        sayRefused('The plan is as it was', error)
      }
    }
    return [
      { id: 'print', label: 'Print the plan', run: () => window.print() },
      { id: 'again', label: 'Assess and plan again', run: () => void again() },
    ]
  }, [client, project])
}
