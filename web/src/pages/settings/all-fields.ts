import type { Field } from './fields.ts'
import { FIX_TIME_GROUPS, REPORT_GROUPS, SCHEDULE_GROUPS, TENANT_GROUPS } from './schedule-fields.ts'
import { AGENT_GROUPS, MODEL_GROUPS, TOPOLOGY_GROUPS } from './transfer-fields.ts'

const GROUPS = [
  ...TOPOLOGY_GROUPS,
  ...AGENT_GROUPS,
  ...SCHEDULE_GROUPS,
  ...MODEL_GROUPS,
  ...FIX_TIME_GROUPS,
  ...TENANT_GROUPS,
  ...REPORT_GROUPS,
]

const PARTS: Readonly<Record<string, string>> = {
  topologyType: 'Topology',
  workingDaysPerWeek: 'Weekdays',
  risk: 'Risk rules',
  fixTime: 'Fix times',
  tenantDetection: 'Detection of tenants',
}

/** The field of a setting; undefined where a setting has several. */
export function fieldOf(path: string): Field | undefined {
  return GROUPS.flatMap((group) => group.fields).find((field) => field.path === path)
}

/** What people call a setting. */
export function titleOf(path: string): string {
  return fieldOf(path)?.label ?? PARTS[path] ?? path
}
