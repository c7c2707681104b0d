import '@mantine/core/styles/Notification.css'
import '@mantine/notifications/styles.css'
import { Notifications } from '@mantine/notifications'

/** Where toasts are shown. */
export default function Notes() {
  return <Notifications position="bottom-left" />
}
