import type { PlanAnswer } from '@portolan/contract/plan'
import { agree, plural } from '@portolan/engine/documents/wording/numbers'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { to } from '../../paths.ts'
import { Shape } from '../../ui/tone.tsx'
import styles from './plan.module.css'
import { verdictOf } from './plan-words.ts'

const MOST_NAMES = 10

/** What must be said before any table: the deadline, what is left out, what has no place. */
export function PlanBanners({ project, plan }: { project: string; plan: PlanAnswer }) {
  const { tone, title, sentence } = verdictOf(plan)
  const { excluded, unscheduled } = plan
  return (
    <div className={styles.banners}>
      <Banner
        tone={tone}
        title={title}
        action={<Link {...to.settings(project)}>{tone === 'green' ? 'Settings' : 'Try other settings'}</Link>}
      >
        {sentence}
      </Banner>
      {excluded.vms > 0 && (
        <Banner
          tone="amber"
          title={`${plural(excluded.vms, 'VM')} ${agree(excluded.vms, 'is', 'are')} left out of the plan`}
          action={<Link {...to.vms(project, { excluded: 'true' })}>Show them</Link>}
        >
          By decision; none of the figures below counts {agree(excluded.vms, 'it', 'them')}.
        </Banner>
      )}
      {unscheduled.length > 0 && (
        <Banner
          tone="red"
          title={`${plural(unscheduled.length, 'VM')} ${agree(unscheduled.length, 'has', 'have')} no place in the schedule`}
        >
          <ul>
            {unscheduled.slice(0, MOST_NAMES).map((vm) => (
              <li key={vm.id}>
                <Link {...to.vms(project, { search: vm.name, vm: vm.id })}>{vm.name}</Link>: {vm.reason}
              </li>
            ))}
            {unscheduled.length > MOST_NAMES && <li>and {plural(unscheduled.length - MOST_NAMES, 'other')}</li>}
          </ul>
        </Banner>
      )}
    </div>
  )
}

interface BannerProps {
  readonly tone: 'green' | 'amber' | 'red'
  readonly title: string
  readonly action?: ReactNode
  readonly children: ReactNode
}

function Banner({ tone, title, action, children }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone}>
      <Shape tone={tone} />
      <div>
        <strong>{title}</strong>
        <div>{children}</div>
      </div>
      {action}
    </div>
  )
}
