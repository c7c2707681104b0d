import { Button, CopyButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiProblem } from '../api/problem.ts'
import styles from './states.module.css'

interface ErrorViewProps {
  readonly error: unknown
  /** What did not work, in the page's words: "The VMs could not be read". */
  readonly what?: string
  readonly onRetry?: () => void
  readonly children?: ReactNode
}

/** What happened, what to do, and a code and request id to copy for whoever looks into it. */
export function ErrorView({ error, what, onRetry, children }: ErrorViewProps) {
  const problem = error instanceof ApiProblem ? error : null
  const sentence = problem?.message ?? (error instanceof Error ? error.message : String(error))
  const reference = [problem?.code ?? 'page_error', problem?.requestId].filter(Boolean).join(' · ')
  return (
    <div role="alert" className={styles.state}>
      <h2>{what ?? problem?.title ?? 'This page stopped'}</h2>
      <p>{sentence}</p>
      {problem && problem.fields.length > 0 && (
        <ul className={styles.fields}>
          {problem.fields.map((field) => (
            <li key={field.path}>
              <code>{field.path}</code>: {field.expected}; found {field.found}
            </li>
          ))}
        </ul>
      )}
      <p>{adviceOf(problem)}</p>
      <div className={styles.actions}>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
        {children}
        <CopyButton value={`${reference}\n${sentence}`}>
          {({ copied, copy }) => (
            <Button variant="subtle" color="gray" onClick={copy}>
              {copied ? 'Copied' : 'Copy details'}
            </Button>
          )}
        </CopyButton>
      </div>
      <p className="label mono">{reference}</p>
    </div>
  )
}

function adviceOf(problem: ApiProblem | null): string {
  switch (problem?.code) {
    case 'offline':
      return 'Check that the server still runs; its window says so.'
    case 'forbidden':
      return problem.missingPermission
        ? `You lack the permission ${problem.missingPermission}. An owner or admin of the organisation can give it.`
        : 'Ask an owner or admin of the organisation.'
    case 'not_found':
      return 'It may have been deleted or renamed. Go back to the list and look for it there.'
    case 'stale':
      return 'Somebody changed it meanwhile. Read it again, then repeat your change.'
    case 'wrong_state':
      return problem.allowedFrom.length > 0 ? `Possible from: ${problem.allowedFrom.join(', ')}.` : ''
    case 'internal':
      return 'Your data is as it was before. The log of the server names this request.'
    case undefined:
      return 'Nothing was changed. Load the page again; if it stops again, the details below help to find out why.'
    default:
      return ''
  }
}
