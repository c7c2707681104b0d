import { RangeSlider } from '@mantine/core'
import type { Settings } from '@portolan/engine/settings'
import { Risk } from '../../ui/tone.tsx'
import type { Outcome } from '../../what-if/outcome.ts'
import { FieldGroups, type FormProps } from './field-groups.tsx'
import { FieldRow } from './field-row.tsx'
import { RulesTable } from './rules-table.tsx'
import styles from './settings.module.css'
import { BAND_FIELDS, THRESHOLD_GROUPS } from './threshold-fields.ts'

interface RiskTabProps extends FormProps {
  readonly before: Outcome | null
  readonly after: Outcome | null
}

/** From points to categories: bands, rules, thresholds. */
export default function RiskTab({ before, after, ...form }: RiskTabProps) {
  const { shown, saved, problems, onChange } = form
  const { risk } = shown as Settings
  const { greenMax, yellowMax } = risk
  const { green, yellow } = BAND_FIELDS
  return (
    <>
      <section className={styles.group} aria-label="Categories">
        <h2>Categories</h2>
        <p className="second">
          The points of the rules that fire on a VM are summed; of rules that say the same, only the heaviest counts.
        </p>
        <div className={styles.bands}>
          <RangeSlider
            size={4}
            thumbSize={16}
            label={null}
            min={0}
            max={100}
            minRange={0}
            value={[greenMax ?? 0, yellowMax ?? 0]}
            thumbFromLabel={green.label}
            thumbToLabel={yellow.label}
            onChange={([from, to]) => {
              onChange(green.path, from)
              onChange(yellow.path, to)
            }}
          />
          <div className={styles.bandNames}>
            <Risk risk="GREEN" /> 0 to {greenMax} · <Risk risk="YELLOW" /> to {yellowMax} · <Risk risk="RED" /> above
          </div>
        </div>
        <FieldRow
          field={green}
          value={greenMax}
          saved={saved.risk.greenMax}
          problem={problems.get(green.path)}
          onChange={onChange}
        />
        <FieldRow
          field={yellow}
          value={yellowMax}
          saved={saved.risk.yellowMax}
          problem={problems.get(yellow.path)}
          onChange={onChange}
        />
      </section>
      <RulesTable risk={risk} saved={saved.risk} before={before} after={after} onChange={onChange} />
      <FieldGroups groups={THRESHOLD_GROUPS} {...form} />
    </>
  )
}
