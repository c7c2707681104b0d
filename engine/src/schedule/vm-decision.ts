import { z } from 'zod'
import { EFFECTIVE_MODES } from './schedule.ts'

/** What a person decided about one VM; what is absent is left to the rules. */
export const VmDecision = z.strictObject({
  /** Takes the place of the computed mode, also of the policy that RED moves cold: someone looked at this VM. */
  mode: z.enum(EFFECTIVE_MODES).optional(),
  exclude: z.boolean().optional(),
  /** Why it is excluded. */
  excludeReason: z.string().trim().max(1000).optional(),
  priority: z.int().min(0).max(1000).optional(),
  /** Replaces the model of technical fixes, without a rate. */
  fixMinutes: z.number().min(0).max(100_000).optional(),
})
export type VmDecision = z.infer<typeof VmDecision>
