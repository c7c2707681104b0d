import type { QueryClient } from '@tanstack/react-query'
import { invalidate } from '../../api/query.ts'

/** An accepted risk, or a rule set otherwise, changes scores, and with them lists, totals and the plan. */
export const refreshFindings = (client: QueryClient): Promise<void> =>
  invalidate(client, 'findings.', 'vms.', 'stats.', 'plan.', 'tenants.', 'projects.', 'scenarios.')
