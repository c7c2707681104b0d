import { getSession } from '@portolan/contract/session'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { IconChevronDown, IconProgress, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ComponentPropsWithRef } from 'react'
import { query } from '../api/query.ts'
import styles from './shell.module.css'
import { useCurrentProject } from './use-current-project.ts'
import { useRunningJobs } from './use-running-jobs.ts'

/** Buttons of the bar: drawn at once, and again by the menus that come behind them. */
type BarButtonProps = ComponentPropsWithRef<'button'>

export function PersonButton(props: BarButtonProps) {
  const actor = useQuery(query(getSession, {})).data?.actor
  const about = `${actor?.name ?? 'Nobody'}, ${actor?.role ?? ''}: colours, sign out`
  return (
    <button type="button" {...props} className={styles.plain} aria-label={about} aria-haspopup="menu">
      <IconUser size={18} stroke={1.6} aria-hidden />
      <span>{actor?.name}</span>
    </button>
  )
}

export function ProjectButton(props: BarButtonProps) {
  const project = useCurrentProject()
  if (!project) return null
  const about = `Project ${project.name}, change project`
  return (
    <button type="button" {...props} className={styles.plain} aria-label={about} aria-haspopup="menu">
      <span className={styles.projectName}>{project.name}</span>
      {project.customer && <span className="second">{project.customer}</span>}
      <IconChevronDown size={14} aria-hidden />
    </button>
  )
}

export function JobsButton(props: BarButtonProps) {
  const jobs = useRunningJobs()
  return (
    <button type="button" {...props} className={styles.plain} aria-haspopup="dialog">
      <IconProgress size={18} stroke={1.6} aria-hidden />
      {plural(jobs.length, 'job')}
    </button>
  )
}
