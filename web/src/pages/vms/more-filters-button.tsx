import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

export function MoreFiltersButton(props: Omit<ComponentPropsWithRef<'button'>, 'color'>) {
  return (
    <Button {...props} size="xs" variant="subtle" leftSection={<IconPlus size={14} aria-hidden />} aria-haspopup="menu">
      Filter
    </Button>
  )
}
