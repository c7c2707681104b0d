import { z } from 'zod'
import { route } from './route.ts'

export const getMethodology = route({
  id: 'methodology.get',
  method: 'GET',
  path: '/methodology',
  summary: 'Every formula and rule with its source, from the tables the engine runs on',
  permission: 'project:read',
  query: z.object({ project: z.string().max(100).optional().describe('With the values of this project') }),
  answer: z.object({
    formulas: z.array(
      z.object({
        id: z.string(),
        subject: z.string(),
        name: z.string(),
        formula: z.string(),
        meaning: z.string(),
        settings: z.array(z.object({ key: z.string(), value: z.string() })),
      }),
    ),
    rules: z.array(
      z.object({
        id: z.string(),
        category: z.string(),
        title: z.string(),
        severity: z.string(),
        weight: z.number(),
        enabled: z.boolean(),
        meaning: z.string(),
        remedy: z.string(),
        reads: z.array(z.string()),
        source: z.string(),
      }),
    ),
  }),
})
