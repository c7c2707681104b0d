import { Menu } from '@mantine/core'
import { listProjects } from '@portolan/contract/projects'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { query } from '../api/query.ts'
import { to } from '../paths.ts'
import styles from './shell.module.css'
import { useCurrentProject } from './use-current-project.ts'

const MOST_SHOWN = 12

/** The project and scenario at hand, and the way to another. */
export function ProjectSwitch() {
  const project = useCurrentProject()
  const [isOpen, setOpen] = useState(false)
  const others = useQuery({ ...query(listProjects, { query: { limit: MOST_SHOWN } }), enabled: isOpen })
  if (!project) return null
  return (
    <div className={styles.project}>
      <Menu opened={isOpen} onChange={setOpen} width={320} position="bottom-start">
        <Menu.Target>
          <button type="button" className={styles.plain} aria-label={`Project ${project.name}, change project`}>
            <span className={styles.projectName}>{project.name}</span>
            {project.customer && <span className="second">{project.customer}</span>}
            <IconChevronDown size={14} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.data?.rows.map((other) => (
            <Menu.Item key={other.id} renderRoot={(props) => <Link {...props} {...to.overview(other.key)} />}>
              {other.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item renderRoot={(props) => <Link {...props} {...to.projects()} />}>All projects</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className="second" title="Scenario: settings and decisions that make one plan">
        / main
      </span>
    </div>
  )
}
