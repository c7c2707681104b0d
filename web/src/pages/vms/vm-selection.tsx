import { Button, Menu } from '@mantine/core'
import type { VmFilter } from '@portolan/contract/vms'
import { IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Column } from '../../table/column.ts'
import { copyRows } from '../../table/copy-rows.ts'
import type { RowSource } from '../../table/row-source.ts'
import { nothingSelected, type Selection, selectedCount } from '../../table/selection.ts'
import { SelectionBar } from '../../table/selection-bar.tsx'
import { say, sayRefused } from '../../ui/toast.tsx'
import { AcceptDialog } from '../findings/accept-dialog.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { CHANGE_FORMS, type ChangeForm } from './change-forms.ts'
import { applyChange, type Subjects, subjectsOf } from './decide.ts'
import { rowKey, type VmLine } from './vm-columns.tsx'
import { valuesOf } from './vm-filter.ts'

interface VmSelectionProps {
  readonly project: string
  readonly filter: VmFilter
  readonly columns: readonly Column<VmLine>[]
  readonly source: RowSource<VmLine>
  readonly selection: Selection<VmLine>
  readonly onSelection: (selection: Selection<VmLine>) => void
}

type Open =
  | { readonly kind: 'change'; readonly form: ChangeForm; readonly subjects: Subjects }
  | { readonly kind: 'accept'; readonly rule: string; readonly ids: readonly string[] }

const GROUPS = ['Status', 'Mode', 'Plan'] as const

/** What can be done with the selected VMs. More than one is previewed; one changes at once where nothing is asked. */
export default function VmSelection({ project, filter, columns, source, selection, onSelection }: VmSelectionProps) {
  const client = useQueryClient()
  const [open, setOpen] = useState<Open | null>(null)
  const [isBusy, setBusy] = useState(false)
  const total = source.total ?? 0
  const selected = selectedCount(selection, total)
  const rules = valuesOf(filter.rule)
  const clear = () => onSelection(nothingSelected)

  const withSubjects = async (run: (subjects: Subjects) => Promise<unknown> | undefined) => {
    setBusy(true)
    try {
      await run(await subjectsOf(selection, filter, source))
    } catch (error) {
      sayRefused('Nothing was changed', error)
    } finally {
      setBusy(false)
    }
  }
  const choose = (form: ChangeForm) =>
    withSubjects(async (subjects) => {
      if (selected > 1 || form.asks !== null) return setOpen({ kind: 'change', form, subjects })
      await applyChange(client, project, subjects, form.change, form.done)
    })
  const accept = (rule: string) =>
    withSubjects(async () => {
      const rows = selection.mode === 'some' ? [...selection.rows.values()] : await source.read(0, total)
      const except = selection.mode === 'all' ? selection.except : new Set<string>()
      setOpen({ kind: 'accept', rule, ids: rows.map(({ id }) => id).filter((id) => !except.has(id)) })
    })
  const copy = async () => {
    const copied = await copyRows({ columns, source, rowKey, selection })
    if (copied > 0) say(`Copied ${copied} ${copied === 1 ? 'row' : 'rows'}`)
  }
  return (
    <>
      <SelectionBar selection={selection} total={total} noun="VMs" onSelection={onSelection} onCopy={copy}>
        {GROUPS.map((group) => (
          <Menu key={group} position="bottom-start">
            <Menu.Target>
              <Button
                size="xs"
                variant="default"
                loading={isBusy}
                rightSection={<IconChevronDown size={14} aria-hidden />}
              >
                {group}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {CHANGE_FORMS.filter((form) => form.group === group).map((form) => (
                <Menu.Item key={form.id} onClick={() => choose(form)}>
                  {form.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ))}
        {rules.length === 1 && (
          <Button size="xs" variant="default" loading={isBusy} onClick={() => accept(rules[0])}>
            Accept the finding…
          </Button>
        )}
      </SelectionBar>
      {open?.kind === 'change' && (
        <ChangeDialog
          project={project}
          form={open.form}
          subjects={open.subjects}
          onClose={() => setOpen(null)}
          onDone={clear}
        />
      )}
      {open?.kind === 'accept' && (
        <AcceptDialog project={project} rule={open.rule} vms={open.ids} onClose={() => setOpen(null)} onDone={clear} />
      )}
    </>
  )
}
