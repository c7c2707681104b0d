import { Button } from '@mantine/core'
import { probeNow, useReachable } from '../api/connection.ts'
import styles from './shell.module.css'

export function OfflineBanner() {
  const isReachable = useReachable()
  if (isReachable) return null
  return (
    <div role="status" className={styles.offline}>
      <strong>The server does not answer.</strong>
      <span>What you see may be old; nothing you change now is kept. Trying again every three seconds.</span>
      <Button size="xs" variant="default" onClick={probeNow}>
        Try now
      </Button>
    </div>
  )
}
