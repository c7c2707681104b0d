import { expect, it } from 'vitest'
import styles from './mantine-styles.ts?raw'

/** Parts without a stylesheet of their own, and those they are drawn with. */
const DRAWN_WITH: Readonly<Record<string, readonly string[]>> = {
  CopyButton: [],
  FileButton: [],
  MantineProvider: [],
  Portal: [],
  TextInput: ['Input'],
  Textarea: ['Input'],
  NativeSelect: ['Input'],
  RangeSlider: ['Slider'],
  Checkbox: ['InlineInput', 'Checkbox', 'CheckboxIndicator'],
  Switch: ['InlineInput', 'Switch'],
  Modal: ['ModalBase', 'Overlay', 'Paper', 'CloseButton', 'Modal'],
  Menu: ['Popover', 'Menu'],
}

it('loads the stylesheet of every Mantine part in use', () => {
  const sources = import.meta.glob<string>('../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
  const missing = Object.values(sources)
    .flatMap((source) => [...source.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)])
    .flatMap(([, names]) => names.split(',').map((name) => name.trim()))
    .filter((name) => /^[A-Z]/.test(name))
    .flatMap((name) => DRAWN_WITH[name] ?? [name])
    .filter((sheet) => !styles.includes(`@mantine/core/styles/${sheet}.css`))
  expect([...new Set(missing)]).toEqual([])
})
