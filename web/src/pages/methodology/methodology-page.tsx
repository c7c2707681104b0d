import { getMethodology } from '@portolan/contract/methodology'
import { conditionText } from '@portolan/engine/assessment/condition-text'
import { ruleOf } from '@portolan/engine/assessment/rules'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { Settings } from '@portolan/engine/settings'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useRouterState } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { query } from '../../api/query.ts'
import { Empty } from '../../ui/empty.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { FilterInput } from '../../ui/filter-input.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Page } from '../../ui/page.tsx'
import { scenarioQuery } from '../settings/save-settings.ts'
import { type Chapter, formulaChapters, ruleChapters } from './find.ts'
import { FormulaView } from './formula-view.tsx'
import styles from './methodology.module.css'
import { RuleView } from './rule-view.tsx'

const route = getRouteApi('/shell/methodology')
const DEFAULTS = Settings.parse({})

export function MethodologyPage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { project, find = '' } = search
  const methodology = useQuery(query(getMethodology, { query: { project } }))
  const conditionOf = useConditions(project)
  const formulas = useMemo(() => formulaChapters(methodology.data?.formulas ?? [], find), [methodology.data, find])
  const rules = useMemo(
    () => ruleChapters(methodology.data?.rules ?? [], find, conditionOf),
    [methodology.data, find, conditionOf],
  )
  useAnchor(methodology.data !== undefined)

  const filter = (
    <FilterInput
      label="Filter formulas and rules"
      width={300}
      value={find}
      onChange={(text) => navigate({ search: { ...search, find: text || undefined }, replace: true })}
    />
  )
  if (methodology.error) {
    return (
      <Page title="Methodology">
        <ErrorView
          error={methodology.error}
          what="The methodology could not be read"
          onRetry={() => methodology.refetch()}
        />
      </Page>
    )
  }
  if (!methodology.data) {
    return (
      <Page title="Methodology">
        <Loading label="Loading the methodology" />
      </Page>
    )
  }
  const { data } = methodology
  const values = project ? `with the values of ${project}` : 'with the default values'
  return (
    <Page
      title="Methodology"
      state={`${plural(data.formulas.length, 'formula')} and ${plural(data.rules.length, 'rule')}, ${values}: written by the tables that the engine runs on.`}
      actions={filter}
    >
      {formulas.length + rules.length === 0 ? (
        <Empty title={`Nothing holds “${find}”`}>
          Names, meanings, settings, conditions and columns are looked through.
        </Empty>
      ) : (
        <div className={styles.columns}>
          <nav aria-label="Chapters" className={styles.chapters}>
            <ChapterLinks title="Formulas" chapters={formulas} />
            <ChapterLinks title="Rules" chapters={rules} />
          </nav>
          <div className={styles.text}>
            {formulas.map((chapter) => (
              <section key={chapter.id} id={chapter.id} aria-label={chapter.title}>
                <h2>{chapter.title}</h2>
                {chapter.rows.map((formula) => (
                  <FormulaView key={formula.id} formula={formula} project={project} />
                ))}
              </section>
            ))}
            {rules.map((chapter) => (
              <section key={chapter.id} id={chapter.id} aria-label={`Rules: ${chapter.title}`}>
                <h2>Rules: {chapter.title.toLowerCase()}</h2>
                {chapter.rows.map((rule) => (
                  <RuleView key={rule.id} rule={rule} condition={conditionOf(rule.id)} project={project} />
                ))}
              </section>
            ))}
          </div>
        </div>
      )}
    </Page>
  )
}

function ChapterLinks<Row>({ title, chapters }: { title: string; chapters: readonly Chapter<Row>[] }) {
  if (chapters.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {chapters.map(({ id, title: name, rows }) => (
          <li key={id}>
            <a href={`#${id}`}>
              {name} <span className="second numbers">{rows.length}</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** When each rule fires, with the thresholds of a project or the defaults. */
function useConditions(project: string | undefined): (id: string) => string {
  const scenario = useQuery({ ...scenarioQuery(project ?? ''), enabled: project !== undefined })
  return useMemo(() => {
    const { thresholds } = (scenario.data ? Settings.parse(scenario.data.settings) : DEFAULTS).risk
    return (id) => {
      const rule = ruleOf(id)
      return rule ? conditionText(rule.when, thresholds) : ''
    }
  }, [scenario.data])
}

/** Goes to the anchor of the URL once what it names is there, and again when it changes. */
function useAnchor(isThere: boolean): void {
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    if (isThere && hash) document.getElementById(hash)?.scrollIntoView({ block: 'start' })
  }, [isThere, hash])
}
