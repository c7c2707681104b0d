import { Problem } from '@portolan/contract/problem'
import type { Route } from '@portolan/contract/route'
import { allRoutes } from '@portolan/contract/routes'

const PATTERNS = allRoutes.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`),
  parameters: route.path.split(':').length,
}))

/** The route of the contract behind a request; the one with the fewest parameters where several fit. */
export function routeOf(method: string, path: string): Route | undefined {
  const [plain] = path.split('?', 1)
  return PATTERNS.filter(({ route, pattern }) => route.method === method && pattern.test(plain)).sort(
    (a, b) => a.parameters - b.parameters,
  )[0]?.route
}

/** Throws when an answer is not what its route promises: the body, the status, or the shape of a refusal. */
export function requireContract(method: string, path: string, status: number, body: unknown): void {
  const route = routeOf(method, path)
  if (!route) return
  if (status >= 400) {
    const problem = Problem.safeParse(body)
    if (!problem.success) throw new Error(`${route.id} refused without problem details: ${JSON.stringify(body)}`)
    return
  }
  if (route.answer === 'stream') return
  const expected = route.answer === 'none' ? 204 : (route.status ?? 200)
  if (status !== expected) throw new Error(`${route.id} answered ${status} instead of ${expected}`)
  if (route.answer === 'none') return
  const parsed = route.answer.safeParse(body)
  if (parsed.success) return
  const issues = parsed.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`${route.id} answered something else than its contract: ${issues.join('; ')}`)
}
