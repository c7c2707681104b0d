import { z } from 'zod'

/** A project by its id or its key. */
export const ProjectParams = z.object({ project: z.string().min(1).max(100) })
