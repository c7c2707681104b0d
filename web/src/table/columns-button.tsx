import { Button } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

/** Drawn at once, and again by the choice of columns that comes behind it. */
export function ColumnsButton(props: Omit<ComponentPropsWithRef<'button'>, 'color'>) {
  return (
    <Button {...props} variant="default" leftSection={<IconColumns3 size={16} aria-hidden />} aria-haspopup="dialog">
      Columns
    </Button>
  )
}
