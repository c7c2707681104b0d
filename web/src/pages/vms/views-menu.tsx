import { Button, Group, Menu, Modal, TextInput } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconBookmark } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { VmSearch } from '../../search.ts'
import { offerUndo, say } from '../../ui/toast.tsx'
import { isSameView, READY_VIEWS, readViews, type SavedView, viewOf, withView, writeViews } from './saved-views.ts'

interface ViewsMenuProps {
  readonly search: VmSearch
  readonly onView: (search: VmSearch) => void
}

/** Ready views and the person's own. A view is its URL: copying the link shares it with others. */
export function ViewsMenu({ search, onView }: ViewsMenuProps) {
  const [views, setViews] = useLocalStorage<readonly SavedView[]>({
    key: 'portolan.views.vms',
    defaultValue: [],
    getInitialValueInEffect: false,
    serialize: writeViews,
    deserialize: (text) => readViews(text ?? null),
  })
  const [isNaming, setNaming] = useState(false)
  const shown = [...views, ...READY_VIEWS].find((view) => isSameView(view.search, search))
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
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {shown?.name ?? 'Views'}
          </Button>
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
        <NameView
          names={views.map(({ name }) => name)}
          onClose={() => setNaming(false)}
          onName={(name) => {
            setViews(withView(views, { name, search: viewOf(search) }))
            say(`Saved the view ${name}`)
          }}
        />
      )}
    </>
  )
}

interface NameViewProps {
  readonly names: readonly string[]
  readonly onName: (name: string) => void
  readonly onClose: () => void
}

function NameView({ names, onName, onClose }: NameViewProps) {
  const [text, setText] = useState('')
  const name = text.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name === '') return
    onName(name)
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={<strong>Save this view</strong>}>
      <form onSubmit={submit}>
        <TextInput
          label="Name"
          description="Filters, sort and columns are kept in this browser; the link shares them."
          value={text}
          maxLength={80}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={name === ''}>
            {names.includes(name) ? 'Replace the view' : 'Save the view'}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
