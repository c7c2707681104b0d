import {
  IconBook2,
  IconFolders,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconProgressCheck,
  type TablerIcon,
} from '@tabler/icons-react'
import { Link, type LinkProps } from '@tanstack/react-router'
import { to } from '../paths.ts'
import { PROJECT_PAGES } from './pages.ts'
import styles from './shell.module.css'
import { useCurrentProject } from './use-current-project.ts'

interface RailProps {
  readonly isNarrow: boolean
  readonly onToggle: () => void
}

export function Rail({ isNarrow, onToggle }: RailProps) {
  const project = useCurrentProject()
  const Fold = isNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav aria-label="Pages" className={styles.rail}>
      <RailLink isNarrow={isNarrow} label="Projects" icon={IconFolders} link={to.projects()} />
      {project && (
        <>
          <div className={styles.railGroup}>{project.name}</div>
          {PROJECT_PAGES.map((page) => (
            <RailLink
              key={page.id}
              isNarrow={isNarrow}
              label={page.label}
              icon={page.icon}
              link={page.link(project.key)}
              counter={page.counter?.(project) ?? null}
            />
          ))}
        </>
      )}
      <div className={styles.railGroup}>Everywhere</div>
      <RailLink isNarrow={isNarrow} label="Jobs" icon={IconProgressCheck} link={to.jobs()} />
      <RailLink
        isNarrow={isNarrow}
        label="Methodology"
        icon={IconBook2}
        link={to.methodology(project ? { project: project.key } : {})}
      />
      <button
        type="button"
        className={`${styles.railLink} ${styles.railFoot}`}
        onClick={onToggle}
        aria-expanded={!isNarrow}
        title={isNarrow ? 'Widen' : undefined}
      >
        <Fold size={18} stroke={1.6} />
        <span className={styles.railText}>{isNarrow ? 'Widen the rail' : 'Narrow the rail'}</span>
      </button>
    </nav>
  )
}

interface RailLinkProps {
  readonly isNarrow: boolean
  readonly label: string
  readonly icon: TablerIcon
  readonly link: LinkProps
  readonly counter?: { readonly text: string; readonly about: string; readonly isRed?: boolean } | null
}

function RailLink({ isNarrow, label, icon: Icon, link, counter = null }: RailLinkProps) {
  const about = counter ? `${label}: ${counter.text} ${counter.about}` : label
  return (
    <Link
      {...link}
      activeOptions={{ includeSearch: false }}
      className={styles.railLink}
      title={isNarrow ? about : undefined}
    >
      <Icon size={18} stroke={1.6} aria-hidden />
      <span className={styles.railText}>{label}</span>
      {counter && (
        <span className={styles.counter} data-tone={counter.isRed ? 'red' : undefined} title={counter.about}>
          {counter.text}
        </span>
      )}
    </Link>
  )
}
