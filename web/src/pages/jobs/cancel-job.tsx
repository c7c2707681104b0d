import { cancelJob, type Job } from '@portolan/contract/jobs'
import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { hasEnded } from '../../api/job-events.ts'
import { Action } from '../../ui/action.tsx'
import { jobTitle } from '../../ui/job-progress.tsx'
import { sayRefused } from '../../ui/toast.tsx'

/** Asks a job to stop; what it did is undone by the server. */
export function CancelJob({ job }: { job: Job }) {
  const cancel = useMutation({
    mutationFn: () => call(cancelJob, { params: { job: job.id } }),
    onError: (error) => sayRefused('The job was not cancelled', error),
  })
  if (hasEnded(job)) return null
  return (
    <Action
      size="xs"
      variant="default"
      loading={cancel.isPending}
      disabledReason={job.cancelRequested ? 'It is stopping; what it did is being undone' : null}
      onClick={() => cancel.mutate()}
    >
      Cancel {jobTitle(job.kind).toLowerCase()}
    </Action>
  )
}
