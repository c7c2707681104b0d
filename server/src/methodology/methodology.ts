import type { getMethodology } from '@portolan/contract/methodology'
import type { RouteAnswer } from '@portolan/contract/route'
import { columnsOf } from '@portolan/engine/assessment/conditions'
import { effectiveRules } from '@portolan/engine/assessment/effective-rules'
import { FORMULA_SUBJECT_TITLES, formulas } from '@portolan/engine/documents/methodology/formulas'
import { Settings } from '@portolan/engine/settings'
import { type Ctx, requirePermission } from '../platform/context.ts'
import { findProject, findScenario, MAIN_SCENARIO } from '../project/store.ts'

/** Every formula and rule out of the tables that the engine runs on, with the values of a project or the defaults. */
export async function methodology(ctx: Ctx, project?: string): Promise<RouteAnswer<typeof getMethodology>> {
  requirePermission(ctx, 'project:read')
  const settings = await settingsOf(ctx, project)
  return {
    formulas: formulas(settings).map(({ subject, settings: read, ...formula }) => ({
      ...formula,
      subject: FORMULA_SUBJECT_TITLES[subject],
      settings: read.map((it) => ({ ...it })),
    })),
    rules: effectiveRules(settings.risk).map(({ rule, severity, weight, isEnabled }) => ({
      ...{ id: rule.id, category: rule.category, title: rule.title, severity, weight, enabled: isEnabled },
      meaning: typeof rule.meaning === 'string' ? rule.meaning : rule.meaning.kvm,
      remedy: rule.remedy,
      reads: [...columnsOf(rule.when)],
      source: rule.source,
    })),
  }
}

async function settingsOf(ctx: Ctx, project: string | undefined): Promise<Settings> {
  if (project === undefined) return Settings.parse({})
  const { id } = await findProject(ctx.db, ctx.organisationId, project)
  return Settings.parse((await findScenario(ctx.db, id, MAIN_SCENARIO)).settings)
}
