import { Menu, useMantineColorScheme } from '@mantine/core'
import { closeSession, getSession } from '@portolan/contract/session'
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../api/client.ts'
import { query } from '../api/query.ts'
import { sayRefused } from '../ui/toast.tsx'
import { PersonButton } from './bar-buttons.tsx'

const SCHEMES = [
  { id: 'light', label: 'Light', icon: IconSun },
  { id: 'dark', label: 'Dark', icon: IconMoon },
  { id: 'auto', label: 'As the system', icon: IconDeviceDesktop },
] as const

/** The colours of the screen, and the way out. */
export default function PersonMenu() {
  const session = useQuery(query(getSession, {}))
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const client = useQueryClient()
  const navigate = useNavigate()
  const signOut = async () => {
    try {
      await call(closeSession, {})
      client.clear()
      await navigate({ to: '/sign-in' })
    } catch (error) {
      sayRefused('You are still signed in', error)
    }
  }
  const actor = session.data?.actor
  return (
    <Menu defaultOpened width={240} position="bottom-end">
      <Menu.Target>
        <PersonButton />
      </Menu.Target>
      <Menu.Dropdown>
        {actor && (
          <Menu.Label aria-hidden>
            {actor.role} · Portolan {session.data?.version}
          </Menu.Label>
        )}
        {SCHEMES.map(({ id, label, icon: Icon }) => (
          <Menu.Item
            key={id}
            leftSection={<Icon size={16} />}
            rightSection={colorScheme === id ? <IconCheck size={16} aria-label="chosen" /> : null}
            onClick={() => setColorScheme(id)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
