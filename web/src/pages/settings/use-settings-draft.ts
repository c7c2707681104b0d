import type { Scenario } from '@portolan/contract/scenarios'
import { plural } from '@portolan/engine/documents/wording/numbers'
import type { Settings } from '@portolan/engine/settings'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { ApiProblem } from '../../api/problem.ts'
import { offerUndo, sayRefused } from '../../ui/toast.tsx'
import { type Changes, draftOf, NO_CHANGES, problemsOf, requestOf, resetTo, undoOf, withChange } from './draft.ts'
import type { OnChange } from './field-row.tsx'
import { saveSettings, scenarioQuery } from './save-settings.ts'
import { DEFAULTS, type SettingPath } from './setting-paths.ts'

const NO_PROBLEMS: ReadonlyMap<SettingPath, string> = new Map()

interface Overtaken {
  readonly before: Settings
  readonly by: string | null
}

/** What was typed on top of what is saved, and saving it. */
export function useSettingsDraft(project: string, scenario: Scenario, saved: Settings) {
  const client = useQueryClient()
  const [changes, setChanges] = useState<Changes>(NO_CHANGES)
  const [refused, setRefused] = useState(NO_PROBLEMS)
  const [isSaving, setSaving] = useState(false)
  /** The settings that a refused save was made from, and who was faster. */
  const [overtaken, setOvertaken] = useState<Overtaken | null>(null)
  const draft = useMemo(() => draftOf(saved, changes), [saved, changes])
  const problems = useMemo(() => new Map([...refused, ...draft.problems]), [refused, draft])

  const now = useRef(saved)
  now.current = saved
  const change: OnChange = useCallback((path, value) => {
    setChanges((before) => withChange(now.current, before, path, value))
    setRefused(NO_PROBLEMS)
  }, [])

  const save = async (): Promise<boolean> => {
    const { settings } = draft
    if (!settings || isSaving) return false
    setSaving(true)
    try {
      const undo = undoOf(saved, settings)
      const after = await saveSettings(client, project, scenario.version, requestOf(saved, changes, settings))
      setChanges(NO_CHANGES)
      setOvertaken(null)
      const what = plural(Object.keys(changes).length, 'setting')
      offerUndo(`${what} saved, planned again`, () => saveSettings(client, project, after.version, undo))
      return true
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'stale') {
        await client.refetchQueries(scenarioQuery(project))
        setOvertaken({ before: saved, by: error.changedBy })
      } else if (error instanceof ApiProblem && error.fields.length > 0) {
        setRefused(problemsOf(error))
      } else {
        sayRefused('The settings were not saved', error)
      }
      return false
    } finally {
      setSaving(false)
    }
  }
  const discard = () => {
    setChanges(NO_CHANGES)
    setRefused(NO_PROBLEMS)
    setOvertaken(null)
  }
  const reset = (paths: readonly SettingPath[]) => setChanges((before) => resetTo(saved, before, DEFAULTS, paths))
  return { draft, changes, problems, overtaken, isSaving, change, save, discard, reset }
}
