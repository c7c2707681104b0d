import { Button, Textarea } from '@mantine/core'
import type { Settings } from '@portolan/engine/settings'
import { IconPencil } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { Action } from '../../ui/action.tsx'
import { offerUndo } from '../../ui/toast.tsx'
import { saveSettings, scenarioQuery } from '../settings/save-settings.ts'
import styles from './plan.module.css'

interface NarrativeProps {
  readonly project: string
  readonly setting: keyof Settings & ('executiveSummary' | 'technicalNotes')
  readonly title: string
  /** What belongs here, while nothing does. */
  readonly hint: string
  readonly refused: string | null
}

/** Words of a report, edited where they are read. */
export function Narrative({ project, setting, title, hint, refused }: NarrativeProps) {
  const client = useQueryClient()
  const scenario = useQuery(scenarioQuery(project))
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const editButton = useRef<HTMLButtonElement>(null)
  const id = useId()
  const text = String(scenario.data?.settings[setting] ?? '')
  const stop = () => {
    setTyped(null)
    setProblem(null)
    // After the text field is gone.
    setTimeout(() => editButton.current?.focus())
  }
  const save = async () => {
    if (typed === null || !scenario.data) return
    if (typed === text) return stop()
    setSaving(true)
    try {
      const after = await saveSettings(client, project, scenario.data.version, { [setting]: typed })
      stop()
      offerUndo(`${title} saved`, () => saveSettings(client, project, after.version, { [setting]: text }))
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'stale') {
        await scenario.refetch()
        setProblem(
          `${error.changedBy ?? 'Somebody else'} changed the settings meanwhile. Your text is still here: save again to put it in the place of theirs.`,
        )
      } else {
        setProblem(error instanceof Error ? error.message : String(error))
      }
    } finally {
      setSaving(false)
    }
  }
  return (
    <section aria-labelledby={id} className={styles.section} data-empty={text === '' || undefined}>
      <div className={styles.sectionHead}>
        <h2 id={id}>{title}</h2>
        {typed === null && refused !== null && (
          <Action size="xs" variant="default" disabledReason={refused}>
            Edit
          </Action>
        )}
        {typed === null && refused === null && (
          <Button
            ref={editButton}
            size="xs"
            variant="default"
            leftSection={<IconPencil size={14} />}
            disabled={!scenario.data}
            onClick={() => setTyped(text)}
          >
            {text ? 'Edit' : 'Write'}
          </Button>
        )}
      </div>
      {typed === null ? (
        text ? (
          <div className={styles.paragraphs}>{text}</div>
        ) : (
          <p className="second">{hint}</p>
        )
      ) : (
        <form
          className={styles.writing}
          onSubmit={(event) => {
            event.preventDefault()
            void save()
          }}
        >
          <Textarea
            aria-labelledby={id}
            autosize
            autoFocus
            minRows={6}
            maxRows={24}
            value={typed}
            error={problem}
            description="Blank lines part paragraphs. Ctrl Enter saves, Esc leaves."
            onChange={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') stop()
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
            }}
          />
          <div className={styles.buttons}>
            <Button type="submit" size="xs" loading={isSaving}>
              Save
            </Button>
            <Button size="xs" variant="default" onClick={stop}>
              Leave as it was
            </Button>
          </div>
        </form>
      )}
    </section>
  )
}
