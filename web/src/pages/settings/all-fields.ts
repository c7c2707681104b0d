import { AGENT_GROUPS } from './agent-fields.ts'
import { MODEL_GROUPS } from './copy-fields.ts'
import type { Field } from './fields.ts'
import { FIX_TIME_GROUPS } from './fix-time-fields.ts'
import { REPORT_GROUPS } from './report-fields.ts'
import { SCHEDULE_GROUPS } from './schedule-fields.ts'
import { TENANT_GROUPS } from './tenant-fields.ts'
import { TOPOLOGY_GROUPS } from './transfer-fields.ts'

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
