import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

export function ResetButton(props: Omit<ComponentPropsWithRef<'button'>, 'color'>) {
  return (
    <Button {...props} variant="default" rightSection={<IconChevronDown size={14} aria-hidden />} aria-haspopup="menu">
      Reset
    </Button>
  )
}
