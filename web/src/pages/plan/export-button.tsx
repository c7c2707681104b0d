import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

/** Drawn at once, and again by the choice of reports that comes behind it. */
export function ExportButton(props: Omit<ComponentPropsWithRef<'button'>, 'color'>) {
  return (
    <Button {...props} leftSection={<IconFileExport size={16} aria-hidden />} aria-haspopup="dialog">
      Write reports
    </Button>
  )
}
