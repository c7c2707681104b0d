import type { Project } from '@portolan/contract/projects'
import { count } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { PROJECT_PHASE_TITLES } from '@portolan/engine/project/states'
import { Link } from '@tanstack/react-router'
import { to } from '../../paths.ts'
import { SharesBar } from '../../ui/shares-bar.tsx'
import { Ago } from '../../ui/time.tsx'
import { Shape, Tag } from '../../ui/tone.tsx'
import { ProjectMenu } from './project-menu.tsx'
import { finishWords, riskParts, STATUS_TONES, statusWord } from './project-words.ts'
import styles from './projects.module.css'

export function ProjectCards({ projects }: { projects: readonly Project[] }) {
  return (
    <ul className={styles.cards} aria-label="Projects">
      {projects.map((project) => (
        <ProjectCard key={project.id} project={project} />
      ))}
    </ul>
  )
}

function ProjectCard({ project }: { project: Project }) {
  const { totals } = project
  const link = totals ? to.overview(project.key) : to.import(project.key)
  return (
    <li className={styles.card}>
      <div className={styles.cardHead}>
        <div className={styles.cardName}>
          <Link {...link} className={styles.cardLink}>
            {project.name}
          </Link>
          <div className="label">{project.customer || project.key}</div>
        </div>
        <Tag tone={STATUS_TONES[project.status]}>{statusWord(project.status)}</Tag>
        <ProjectMenu project={project} />
      </div>
      {totals ? (
        <CardFigures project={project} totals={totals} />
      ) : (
        <p className="second">No export yet: drop one on its import page.</p>
      )}
      <div className={styles.cardFoot}>
        <span>{PROJECT_PHASE_TITLES[project.phase]}</span>
        <span>
          changed <Ago at={project.updatedAt} />
        </span>
      </div>
    </li>
  )
}

function CardFigures({ project, totals }: { project: Project; totals: NonNullable<Project['totals']> }) {
  const finish = finishWords(project)
  return (
    <>
      <dl className={styles.cardFigures}>
        <CardFigure label="VMs" value={count(totals.vms)} />
        <CardFigure label="Tenants" value={totals.tenants === null ? '–' : count(totals.tenants)} />
        <CardFigure label="In use" value={totals.inUseGiB === null ? '–' : sizeOf(totals.inUseGiB)} />
      </dl>
      <div className={styles.cardRisk}>
        <SharesBar label="Risk" parts={riskParts(totals.risk)} />
        <div className={styles.cardRiskWords}>
          {riskParts(totals.risk).map((part) => (
            <span key={part.name}>
              <Shape tone={part.tone} /> {count(part.value)} <span className="second">{part.name}</span>
            </span>
          ))}
        </div>
      </div>
      {finish && (
        <div>
          <span className="second">Finishes </span>
          <span className={finish.isLate ? styles.late : undefined}>{finish.text}</span>
        </div>
      )}
    </>
  )
}

function CardFigure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="label">{label}</dt>
      <dd className="numbers">{value}</dd>
    </div>
  )
}
