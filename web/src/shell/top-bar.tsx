import { IconKeyboard, IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { to } from '../paths.ts'
import { Logo } from '../ui/logo.tsx'
import { Person, ProjectSwitch, RunningJobs } from './bar-parts.tsx'
import styles from './shell.module.css'

const COMMANDS_KEY = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'

interface TopBarProps {
  readonly onCommands: () => void
  readonly onHelp: () => void
}

export function TopBar({ onCommands, onHelp }: TopBarProps) {
  return (
    <header className={styles.bar}>
      <Link {...to.projects()} className={styles.brand}>
        <Logo size={24} />
        Portolan
      </Link>
      <ProjectSwitch />
      <span className={styles.space} />
      <button type="button" className={styles.search} onClick={onCommands}>
        <IconSearch size={16} aria-hidden />
        <span>Search or command</span>
        <kbd className={styles.key}>{COMMANDS_KEY}</kbd>
      </button>
      <RunningJobs />
      <button type="button" className={styles.plain} aria-label="Keyboard help" title="Keys (?)" onClick={onHelp}>
        <IconKeyboard size={18} stroke={1.6} aria-hidden />
      </button>
      <Person />
    </header>
  )
}
