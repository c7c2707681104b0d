import { failed, ok, type Result } from '@portolan/engine/result'
import { parseDocument } from 'yaml'

const MOST_ALIASES = 100

/** Plain data out of YAML 1.2; an empty text is an empty group. Keys may stand once, aliases may not explode. */
export function parseYaml(text: string): Result<unknown, string> {
  const document = parseDocument(text, { prettyErrors: true, uniqueKeys: true })
  const [problem] = document.errors
  if (problem) return failed(problem.message)
  try {
    return ok(document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {})
  } catch (error) {
    return failed((error as Error).message)
  }
}
