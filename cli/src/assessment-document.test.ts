import { expect, it } from 'vitest'
import { assessmentJsonSchema } from './assessment-document.ts'

it('the published schema of the assessment is the one the command obeys', async () => {
  const published = `${JSON.stringify(assessmentJsonSchema(), null, 2)}\n`
  await expect(published).toMatchFileSnapshot('../../docs/schemas/assessment-1.json')
})
