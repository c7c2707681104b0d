import { Modal } from '@mantine/core'
import { PROJECT_PAGES } from './pages.ts'
import styles from './shell.module.css'

const GROUPS: readonly {
  readonly title: string
  readonly keys: readonly (readonly [keys: readonly string[], does: string])[]
}[] = [
  {
    title: 'Everywhere',
    keys: [
      [['Ctrl', 'K'], 'Search or command'],
      [['/'], 'Filter what the page shows'],
      [['?'], 'These keys'],
      [['Esc'], 'Close a drawer or dialog, clear a selection'],
    ],
  },
  {
    title: 'Go to',
    keys: [
      ...PROJECT_PAGES.map((page) => [['g', page.key], page.label] as const),
      [['g', 'h'], 'Projects'],
      [['g', 'j'], 'Jobs'],
      [['g', 'm'], 'Methodology'],
    ],
  },
  {
    title: 'In a table',
    keys: [
      [['↑', '↓', '←', '→'], 'Move; from the first row up to the header'],
      [['Enter'], 'Open the row; on the header, sort'],
      [['Space'], 'Select the row'],
      [['Shift', '↑', '↓'], 'Select a range'],
      [['Ctrl', 'A'], 'Select all that the filter keeps'],
      [['Ctrl', 'C'], 'Copy the selection for a spreadsheet'],
      [['Ctrl', 'Home'], 'First row; Ctrl End: last'],
    ],
  },
]

export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={<strong>Keys</strong>} size="lg">
      {GROUPS.map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h3>{group.title}</h3>
          <dl className={styles.keys}>
            {group.keys.map(([keys, does]) => (
              <KeyRow key={does} keys={keys} does={does} />
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  )
}

function KeyRow({ keys, does }: { keys: readonly string[]; does: string }) {
  return (
    <>
      <dt>
        {keys.map((key) => (
          <kbd key={key} className={styles.key}>
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{does}</dd>
    </>
  )
}
