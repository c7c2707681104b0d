import { pathOf } from '@portolan/contract/call'
import { createImport, type Import } from '@portolan/contract/imports'
import type { Job } from '@portolan/contract/jobs'
import { useSyncExternalStore } from 'react'
import { noteReachable } from '../api/connection.ts'
import { type ApiProblem, offlineProblem, problemOfAnswer } from '../api/problem.ts'

/** Files on their way to the server: they go on while people look at other pages. */
export interface Upload {
  readonly project: string
  readonly names: readonly string[]
  readonly sentBytes: number
  readonly totalBytes: number
  /** `performance.now()` at the start. */
  readonly startedAt: number
  readonly error: ApiProblem | null
}

interface Sending {
  upload: Upload
  readonly request: XMLHttpRequest
}

const sendings = new Map<string, Sending>()
const listeners = new Set<() => void>()

function changed(): void {
  for (const listener of listeners) listener()
}

/** The upload of a project, also one that failed until it is dismissed. */
export function useUpload(project: string): Upload | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => sendings.get(project)?.upload ?? null,
  )
}

/**
 * Sends files as one import. Resolves with the job that reads them, or null when it was cancelled; a refusal stays in
 * the upload for the page to show and rejects. XMLHttpRequest, as `fetch` tells nothing of how much it has sent.
 */
export function startUpload(project: string, files: readonly File[]): Promise<{ import: Import; job: Job } | null> {
  const form = new FormData()
  for (const file of files) form.append('files', file, file.name)
  const request = new XMLHttpRequest()
  const sending: Sending = {
    request,
    upload: {
      project,
      names: files.map((file) => file.name),
      sentBytes: 0,
      totalBytes: files.reduce((sum, file) => sum + file.size, 0),
      startedAt: performance.now(),
      error: null,
    },
  }
  sendings.set(project, sending)
  changed()
  return new Promise((resolve, reject) => {
    const fail = (error: ApiProblem) => {
      sending.upload = { ...sending.upload, error }
      changed()
      reject(error)
    }
    request.upload.onprogress = ({ loaded, total }) => {
      sending.upload = { ...sending.upload, sentBytes: loaded, totalBytes: total }
      changed()
    }
    request.onload = () => {
      noteReachable(true)
      const { status, responseText } = request
      if (status >= 400) return fail(problemOfAnswer(status, responseText, request.getResponseHeader('x-request-id')))
      sendings.delete(project)
      changed()
      resolve(JSON.parse(responseText) as { import: Import; job: Job })
    }
    request.onerror = () => {
      noteReachable(false)
      fail(offlineProblem())
    }
    request.onabort = () => {
      sendings.delete(project)
      changed()
      resolve(null)
    }
    request.open('POST', pathOf(createImport, { params: { project } }))
    request.setRequestHeader('accept', 'application/json')
    request.send(form)
  })
}

/** Stops an upload, or puts a failed one away. */
export function dismissUpload(project: string): void {
  const sending = sendings.get(project)
  if (!sending) return
  if (sending.upload.error) {
    sendings.delete(project)
    changed()
  } else {
    sending.request.abort()
  }
}
