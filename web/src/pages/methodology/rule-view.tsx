import { SEVERITIES, type Severity } from '@portolan/engine/assessment/assessment'
import { SEVERITY_TITLES } from '@portolan/engine/documents/wording/names'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { Link } from '@tanstack/react-router'
import { to } from '../../paths.ts'
import { severityTone, Tag } from '../../ui/tone.tsx'
import { Anchor } from './anchor.tsx'
import type { RuleRow } from './find.ts'
import styles from './methodology.module.css'

interface RuleViewProps {
  readonly rule: RuleRow
  readonly condition: string
  readonly project: string | undefined
}

/** One rule: when it fires, what it means for a move, what to do, what it reads and where it comes from. */
export function RuleView({ rule, condition, project }: RuleViewProps) {
  const { id, title, severity, weight, enabled, meaning, remedy, reads, source } = rule
  return (
    <article id={`rule-${id}`} className={styles.entry}>
      <h3>
        {title} <Anchor id={`rule-${id}`} name={title} />
      </h3>
      <div className={styles.tags}>
        <Tag tone={severityTone(severity)} shape>
          {severityTitle(severity)}
        </Tag>
        <span className="second">{plural(weight, 'point')}</span>
        {!enabled && <Tag tone="grey">off</Tag>}
        <code className="second">{id}</code>
        {project && <Link {...to.vms(project, { rule: id })}>Its VMs</Link>}
      </div>
      <p>
        <strong>Fires when</strong> {condition}.
      </p>
      <p>{meaning}</p>
      <p>
        <strong>To do</strong> {remedy}
      </p>
      <p className="label">
        Reads {reads.join(', ')} · {source}
      </p>
    </article>
  )
}

function severityTitle(severity: string): string {
  return SEVERITIES.includes(severity as Severity) ? SEVERITY_TITLES[severity as Severity] : severity
}
