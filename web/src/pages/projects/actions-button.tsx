import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'

interface ActionsButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'color'> {
  readonly name: string
}

export function ActionsButton({ name, ...props }: ActionsButtonProps) {
  return (
    <ActionIcon {...props} aria-label={`Actions of ${name}`} aria-haspopup="menu">
      <IconDots size={18} />
    </ActionIcon>
  )
}
