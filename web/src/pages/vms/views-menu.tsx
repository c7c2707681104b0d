import { Menu } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import type { VmSearch } from '../../search.ts'
import { offerUndo, say } from '../../ui/toast.tsx'
import { READY_VIEWS, type SavedView, viewOf, withView } from './saved-views.ts'
import { useSavedViews, useShownView, ViewsButton } from './views-button.tsx'

const NameView = lazy(() => import('./name-view.tsx'))

interface ViewsMenuProps {
  readonly search: VmSearch
  readonly onView: (search: VmSearch) => void
}

/** Ready views and the person's own. A view is its URL: copying the link shares it with others. */
export default function ViewsMenu({ search, onView }: ViewsMenuProps) {
  const [views, setViews] = useSavedViews()
  const [isNaming, setNaming] = useState(false)
  const shown = useShownView(search)
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href)
    say('Copied the link to this view')
  }
  const remove = (view: SavedView) => {
    setViews(views.filter((other) => other !== view))
    offerUndo(`Deleted the view ${view.name}`, async () => setViews(views))
  }
  return (
    <>
      <Menu defaultOpened position="bottom-end" width={280}>
        <Menu.Target>
          <ViewsButton search={search} />
        </Menu.Target>
        <Menu.Dropdown mah={480} style={{ overflowY: 'auto' }}>
          {views.length > 0 && <Menu.Label>Yours, in this browser</Menu.Label>}
          {views.map((view) => (
            <Menu.Item key={view.name} onClick={() => onView(view.search)} fw={view === shown ? 600 : undefined}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Label>Ready</Menu.Label>
          {READY_VIEWS.map((view) => (
            <Menu.Item key={view.name} onClick={() => onView(view.search)} fw={view === shown ? 600 : undefined}>
              {view.name}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setNaming(true)}>Save this view…</Menu.Item>
          {shown && views.includes(shown) && (
            <Menu.Item onClick={() => remove(shown)}>Delete the view {shown.name}</Menu.Item>
          )}
          <Menu.Item onClick={copyLink}>Copy the link to this view</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isNaming && (
        <Suspense>
          <NameView
            names={views.map(({ name }) => name)}
            onClose={() => setNaming(false)}
            onName={(name) => {
              setViews(withView(views, { name, search: viewOf(search) }))
              say(`Saved the view ${name}`)
            }}
          />
        </Suspense>
      )}
    </>
  )
}
