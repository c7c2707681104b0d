import { Button } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconBookmark } from '@tabler/icons-react'
import type { ComponentPropsWithRef } from 'react'
import type { VmSearch } from '../../search.ts'
import { isSameView, READY_VIEWS, readViews, type SavedView, writeViews } from './saved-views.ts'

/** The person's own views, kept in this browser. */
export function useSavedViews() {
  return useLocalStorage<readonly SavedView[]>({
    key: 'portolan.views.vms',
    defaultValue: [],
    getInitialValueInEffect: false,
    serialize: writeViews,
    deserialize: (text) => readViews(text ?? null),
  })
}

/** The view that the page shows now, if it has a name. */
export function useShownView(search: VmSearch): SavedView | undefined {
  const [views] = useSavedViews()
  return [...views, ...READY_VIEWS].find((view) => isSameView(view.search, search))
}

interface ViewsButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'color'> {
  readonly search: VmSearch
}

export function ViewsButton({ search, ...props }: ViewsButtonProps) {
  const shown = useShownView(search)
  return (
    <Button {...props} variant="default" leftSection={<IconBookmark size={16} aria-hidden />} aria-haspopup="menu">
      {shown?.name ?? 'Views'}
    </Button>
  )
}
