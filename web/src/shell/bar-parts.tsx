import { OnDemand, onDemand } from '../ui/on-demand.tsx'
import { JobsButton, PersonButton, ProjectButton } from './bar-buttons.tsx'
import styles from './shell.module.css'
import { useCurrentProject } from './use-current-project.ts'
import { useRunningJobs } from './use-running-jobs.ts'

const personMenu = onDemand(() => import('./person-menu.tsx'))
const projectMenu = onDemand(() => import('./project-menu.tsx'))
const jobsList = onDemand(() => import('./jobs-list.tsx'))
const NOTHING = {}

/** Who is signed in; behind it the colours of the screen and the way out. */
export function Person() {
  return (
    <OnDemand part={personMenu} props={NOTHING}>
      {(reaching) => <PersonButton {...reaching} />}
    </OnDemand>
  )
}

/** The project and scenario at hand, and the way to another. */
export function ProjectSwitch() {
  const project = useCurrentProject()
  if (!project) return null
  return (
    <div className={styles.project}>
      <OnDemand part={projectMenu} props={NOTHING}>
        {(reaching) => <ProjectButton {...reaching} />}
      </OnDemand>
      <span className="second" title="Scenario: settings and decisions that make one plan">
        / main
      </span>
    </div>
  )
}

/** Stands in the bar while something runs: how many, and the list on a click. */
export function RunningJobs() {
  const jobs = useRunningJobs()
  if (jobs.length === 0) return null
  return (
    <OnDemand part={jobsList} props={NOTHING}>
      {(reaching) => <JobsButton {...reaching} />}
    </OnDemand>
  )
}
