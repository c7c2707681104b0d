import { AGENT_GROUPS } from './agent-fields.ts'
import { MODEL_GROUPS } from './copy-fields.ts'
import type { FieldGroup } from './fields.ts'
import { FIX_TIME_GROUPS } from './fix-time-fields.ts'
import { REPORT_GROUPS } from './report-fields.ts'
import { SCHEDULE_GROUPS } from './schedule-fields.ts'
import type { SettingPath } from './setting-paths.ts'
import { TENANT_GROUPS } from './tenant-fields.ts'
import { THRESHOLD_GROUPS } from './threshold-fields.ts'
import { TOPOLOGY_GROUPS } from './transfer-fields.ts'

export interface SettingsTab {
  readonly id: string
  readonly label: string
  readonly groups: readonly FieldGroup[]
  /** Settings that are on this tab without a field in `groups`. */
  readonly alsoSets?: readonly SettingPath[]
  /** Its settings move the five constraints. */
  readonly isAboutRate?: boolean
}

export const SETTINGS_TABS: readonly SettingsTab[] = [
  { id: 'link', label: 'Topology and link', groups: TOPOLOGY_GROUPS, alsoSets: ['topologyType'], isAboutRate: true },
  { id: 'agents', label: 'Agents', groups: AGENT_GROUPS, isAboutRate: true },
  { id: 'schedule', label: 'Schedule', groups: SCHEDULE_GROUPS, alsoSets: ['workingDaysPerWeek'] },
  { id: 'model', label: 'Copy and cut-over', groups: MODEL_GROUPS, isAboutRate: true },
  { id: 'risk', label: 'Risk', groups: THRESHOLD_GROUPS, alsoSets: ['risk.greenMax', 'risk.yellowMax', 'risk.rules'] },
  { id: 'fixes', label: 'Fix times', groups: FIX_TIME_GROUPS },
  { id: 'tenants', label: 'Tenants', groups: TENANT_GROUPS, alsoSets: ['tenantDetection.methods'] },
  { id: 'report', label: 'Report', groups: REPORT_GROUPS },
]

/** Every setting of a tab, also those that its present form does not show. */
export function pathsOf({ groups, alsoSets = [] }: SettingsTab): SettingPath[] {
  return [...new Set([...groups.flatMap((group) => group.fields.map((field) => field.path)), ...alsoSets])]
}
