import { Menu } from '@mantine/core'
import { listProjects } from '@portolan/contract/projects'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { query } from '../api/query.ts'
import { to } from '../paths.ts'
import { ProjectButton } from './bar-buttons.tsx'

const newest = query(listProjects, { query: { limit: 12 } })

/** The newest projects, to change to one of them. */
export default function ProjectMenu() {
  const others = useQuery(newest)
  return (
    <Menu defaultOpened width={320} position="bottom-start">
      <Menu.Target>
        <ProjectButton />
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
  )
}
