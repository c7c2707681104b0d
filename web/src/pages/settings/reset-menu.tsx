import { Menu } from '@mantine/core'
import { ResetButton } from './reset-button.tsx'
import type { SettingPath } from './setting-paths.ts'
import { pathsOf, SETTINGS_TABS, type SettingsTab } from './tabs.ts'

interface ResetMenuProps {
  readonly tab: SettingsTab
  readonly onReset: (paths: readonly SettingPath[]) => void
}

/** Back to the defaults: one tab, or all that no person wrote as text. */
export default function ResetMenu({ tab, onReset }: ResetMenuProps) {
  const [report, ...others] = [...SETTINGS_TABS].reverse()
  const all = others.flatMap(pathsOf)
  return (
    <Menu defaultOpened position="bottom-end" width={280}>
      <Menu.Target>
        <ResetButton />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onReset(pathsOf(tab))}>“{tab.label}” to its defaults</Menu.Item>
        <Menu.Item onClick={() => onReset(all)}>Everything but “{report.label}” to its defaults</Menu.Item>
        <Menu.Label>Nothing is kept before you save</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
