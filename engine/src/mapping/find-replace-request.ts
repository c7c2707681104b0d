import { z } from 'zod'

/** What is sought and what takes its place, in every table that has it (planner §13.3). Both are taken literally. */
export const FindReplaceRequest = z.strictObject({
  find: z.string().min(1, 'say what to find').max(1000),
  /** '' takes away what was found. */
  replace: z.string().max(1000).default(''),
  caseSensitive: z.boolean().default(false),
  /** Leaves rows alone that somebody confirmed. */
  unconfirmedOnly: z.boolean().default(false),
})
export type FindReplaceRequest = z.infer<typeof FindReplaceRequest>
