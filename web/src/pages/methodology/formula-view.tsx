import { Link } from '@tanstack/react-router'
import { to } from '../../paths.ts'
import { titleOf } from '../settings/all-fields.ts'
import { Anchor } from './anchor.tsx'
import type { FormulaRow } from './find.ts'
import styles from './methodology.module.css'

/** One formula: how it is reckoned, what the letters mean, and the settings it reads with their values. */
export function FormulaView({ formula, project }: { formula: FormulaRow; project: string | undefined }) {
  const { id, name, meaning, settings } = formula
  return (
    <article id={`formula-${id}`} className={styles.entry}>
      <h3>
        {name} <Anchor id={`formula-${id}`} name={name} />
      </h3>
      <code className={styles.formula}>{formula.formula}</code>
      <p>{meaning}</p>
      {settings.length > 0 && (
        <div className={styles.values}>
          <dl aria-label={`Settings of ${name}`}>
            {settings.map(({ key, value }) => (
              <div key={key}>
                <dt title={key}>{titleOf(key)}</dt>
                <dd className="numbers">{value}</dd>
              </div>
            ))}
          </dl>
          {project && <Link {...to.settings(project)}>Change</Link>}
        </div>
      )}
    </article>
  )
}
