import { type Acceptance, acceptFinding, withdrawAcceptance } from '@portolan/contract/findings'
import type { QueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { refreshFindings } from './refresh-findings.ts'

/** Puts back every acceptance of a rule as it stood before a change, with the reasons people gave. */
export async function putBack(
  client: QueryClient,
  project: string,
  rule: string,
  before: readonly Acceptance[],
): Promise<void> {
  const params = { project, rule }
  try {
    await call(withdrawAcceptance, { params, body: { vms: null } })
    for (const { vms, reason } of before) await call(acceptFinding, { params, body: { vms, reason } })
  } finally {
    await refreshFindings(client)
  }
}
