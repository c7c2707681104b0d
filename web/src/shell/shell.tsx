import { useLocalStorage } from '@mantine/hooks'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { OfflineBanner } from './offline-banner.tsx'
import { Rail } from './rail.tsx'
import styles from './shell.module.css'
import { TopBar } from './top-bar.tsx'
import { useShortcuts } from './use-shortcuts.ts'

const Commands = lazy(() => import('./commands.tsx'))
const KeyboardHelp = lazy(() => import('./keyboard-help.tsx'))

type Overlay = 'commands' | 'keys' | null

/** What stands around every page: the rail, the bar, commands, keys and the word when the server is gone. */
export function Shell() {
  const [isNarrow, setNarrow] = useLocalStorage({
    key: 'portolan.rail-narrow',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  const [overlay, setOverlay] = useState<Overlay>(null)
  const close = () => setOverlay(null)
  useShortcuts({ onCommands: () => setOverlay('commands'), onHelp: () => setOverlay('keys') })
  return (
    <div className={styles.shell} data-narrow={isNarrow || undefined}>
      <a href="#work" className={styles.skip}>
        Skip to the page
      </a>
      <TopBar onCommands={() => setOverlay('commands')} onHelp={() => setOverlay('keys')} />
      <Rail isNarrow={isNarrow} onToggle={() => setNarrow(!isNarrow)} />
      <main id="work" tabIndex={-1} className={styles.main}>
        <OfflineBanner />
        <div className={styles.page}>
          <Outlet />
        </div>
      </main>
      <Suspense>
        {overlay === 'commands' && <Commands onClose={close} />}
        {overlay === 'keys' && <KeyboardHelp onClose={close} />}
      </Suspense>
    </div>
  )
}
