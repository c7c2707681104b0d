import type { Topology } from '@portolan/engine/settings'
import { Explained } from '../../ui/explained.tsx'
import type { FormProps } from './field-groups.tsx'
import styles from './settings.module.css'
import { TOPOLOGY_CHOICES } from './transfer-fields.ts'

/** How source and target are joined: decides which fields of the link there are. */
export function TopologyChoice({ shown, saved, onChange }: Pick<FormProps, 'shown' | 'saved' | 'onChange'>) {
  const { topologyType } = shown as { topologyType: Topology }
  return (
    <fieldset className={styles.topology} data-changed={topologyType !== saved.topologyType || undefined}>
      <legend>
        Topology{' '}
        <Explained
          about="Topology"
          by={{
            note: 'How source and target are joined. A local topology has no transport link, so nothing of it limits the copies.',
            inputs: [['Default', 'Local']],
            source: <code>topologyType</code>,
          }}
        >
          <span className={styles.help} aria-hidden>
            ?
          </span>
          <span className={styles.hidden}>About topology</span>
        </Explained>
      </legend>
      <div className={styles.cards}>
        {TOPOLOGY_CHOICES.map(({ value, label, about }) => (
          <label key={value} data-on={topologyType === value || undefined}>
            <input
              type="radio"
              name="topology"
              value={value}
              checked={topologyType === value}
              onChange={() => onChange('topologyType', value)}
            />
            <span>
              <strong>{label}</strong>
              <span className="label">{about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
