import type { PlanAnswer } from '@portolan/contract/plan'
import { approveProject, type Project } from '@portolan/contract/projects'
import { weekdayOf } from '@portolan/engine/documents/wording/dates'
import { plural } from '@portolan/engine/documents/wording/numbers'
import { nextPhase } from '@portolan/engine/project/states'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { call } from '../../api/client.ts'
import { invalidate } from '../../api/query.ts'
import { Action } from '../../ui/action.tsx'
import { say } from '../../ui/toast.tsx'

const Confirm = lazy(() => import('../../ui/confirm.tsx').then(({ Confirm: part }) => ({ default: part })))

interface ApprovePlanProps {
  readonly project: Project
  readonly plan: PlanAnswer
  readonly mayApprove: boolean
}

/** Says that this is the plan; whatever changes it later takes that back. */
export function ApprovePlan({ project, plan, mayApprove }: ApprovePlanProps) {
  const client = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const moved = nextPhase(project.phase, 'approve')
  const isApproved = project.phase === 'approved'
  const wrongPhase = isApproved
    ? `Approved by ${project.approvedBy ?? 'somebody'}`
    : 'refused' in moved
      ? moved.refused
      : null
  const refused = mayApprove ? wrongPhase : 'Your role does not allow to approve plans'
  const approve = async () => {
    await call(approveProject, { params: { project: project.id }, ifMatch: project.version })
    await invalidate(client, 'projects.')
    say('The plan is approved')
  }
  return (
    <>
      <Action variant="default" disabledReason={refused} onClick={() => setAsking(true)}>
        {isApproved ? 'Approved' : 'Approve'}
      </Action>
      {isAsking && (
        <Suspense>
          <Confirm
            title="Approve this plan?"
            confirmLabel={`Approve ${plural(plan.totals.vms, 'VM')}`}
            tone="sea"
            onConfirm={approve}
            onClose={() => setAsking(false)}
          >
            <p>
              {plural(plan.totals.vms, 'VM')} in {plural(plan.totals.days, 'working day')}, finished{' '}
              {weekdayOf(plan.deadline.finish)}. A change of settings, of decisions or of the inventory takes the
              approval back.
            </p>
          </Confirm>
        </Suspense>
      )}
    </>
  )
}
