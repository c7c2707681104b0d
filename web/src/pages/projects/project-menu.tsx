import type { Project } from '@portolan/contract/projects'
import { OnDemand, onDemand } from '../../ui/on-demand.tsx'
import { ActionsButton } from './actions-button.tsx'
import styles from './projects.module.css'

const actions = onDemand(() => import('./project-actions.tsx'))

/** What can be done with a project as a whole. */
export function ProjectMenu({ project }: { project: Project }) {
  return (
    <span className={styles.above}>
      <OnDemand part={actions} props={{ project }}>
        {(reaching) => <ActionsButton name={project.name} {...reaching} />}
      </OnDemand>
    </span>
  )
}
