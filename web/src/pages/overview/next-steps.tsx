import type { Stats } from '@portolan/contract/inventory'
import { Link } from '@tanstack/react-router'
import { to } from '../../paths.ts'
import { searchOf, VmSearch } from '../../search.ts'
import styles from './overview.module.css'

type Step = Stats['next'][number]

const readSearch = searchOf(VmSearch)

/** The steps of the engine in their order, each with the way there. */
export function NextSteps({ project, steps }: { project: string; steps: readonly Step[] }) {
  const [first, ...more] = steps.length > 0 ? steps : [NOTHING]
  return (
    <section className={`${styles.picture} ${styles.next}`} aria-label="What to do next">
      <h2>What to do next</h2>
      <ol className={styles.steps}>
        {[first, ...more].map((step) => (
          <li key={step.text}>
            <Link {...linkOf(project, step)}>{step.text}</Link>
          </li>
        ))}
      </ol>
    </section>
  )
}

const NOTHING: Step = { text: 'Nothing stands against the plan: read it, then approve it', page: 'plan', filter: {} }

function linkOf(project: string, { page, filter }: Step) {
  switch (page) {
    case 'vms':
      return to.vms(project, readSearch(filter))
    case 'findings':
      return to.findings(project, filter)
    case 'settings':
      return to.settings(project, filter)
    case 'import':
      return to.import(project)
    default:
      return to.plan(project, filter)
  }
}
