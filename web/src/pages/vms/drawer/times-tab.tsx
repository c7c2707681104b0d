import type { VmDetail } from '@portolan/contract/vms'
import styles from './drawer.module.css'

/** How each time was reckoned: the formula of the methodology, and the same with the numbers of this VM. */
export function TimesTab({ vm }: { vm: VmDetail }) {
  return (
    <div className={styles.sections}>
      <p className={styles.why}>{vm.why}</p>
      <ol className={styles.times}>
        {vm.times.map(({ label, value, formula, inputs }) => (
          <li key={label}>
            <div className={styles.timeHead}>
              <h3>{label}</h3>
              <strong className="numbers">{value}</strong>
            </div>
            {formula && <code className={styles.formula}>{formula}</code>}
            <p className="second numbers">{inputs}</p>
          </li>
        ))}
      </ol>
    </div>
  )
}
