import { getProject } from '@portolan/contract/projects'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { query } from '../api/query.ts'

const LAST = 'portolan.last-project'

/**
 * The project of the URL, its path or what the page was asked about; else the one last looked at, so that the rail stands
 * still on pages that belong to none.
 */
export function useCurrentProject() {
  const { project: inPath } = useParams({ strict: false })
  const { project: asked } = useSearch({ strict: false })
  const inUrl = inPath ?? asked
  const key = inUrl ?? sessionStorage.getItem(LAST) ?? undefined
  const project = useQuery({ ...query(getProject, { params: { project: key ?? '' } }), enabled: key !== undefined })
  const isThere = project.data !== undefined
  const isGone = project.error?.code === 'not_found'
  useEffect(() => {
    if (isGone && !inUrl) sessionStorage.removeItem(LAST)
    else if (inUrl && isThere) sessionStorage.setItem(LAST, inUrl)
  }, [inUrl, isGone, isThere])
  return project.data ?? null
}
