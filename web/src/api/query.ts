import type { Route } from '@portolan/contract/route'
import { MutationCache, QueryCache, QueryClient, queryOptions } from '@tanstack/react-query'
import { type Answer, type CallInput, call } from './client.ts'
import { onReturn } from './connection.ts'
import { ApiProblem, isSignedOut } from './problem.ts'

const STALE_MS = 15_000
const MOST_RETRIES = 2

/**
 * A GET route as a query: `useQuery(query(getStats, { params: { project } }))`, and the same in a loader. The key is the
 * route's id and what was asked, so `invalidate(client, 'vms.')` refreshes everything of a noun.
 */
export function query<R extends Route>(route: R, input: Omit<CallInput<R>, 'signal' | 'ifMatch'>) {
  const { params = null, query: asked = null } = input as { params?: unknown; query?: unknown }
  return queryOptions<Answer<R>, ApiProblem>({
    queryKey: [route.id, params, asked],
    queryFn: ({ signal }) => call(route, { ...input, signal } as unknown as CallInput<R>),
  })
}

/** Refetches every query whose route id begins with one of `prefixes` (`'vms.'`, `'projects.get'`). */
export function invalidate(client: QueryClient, ...prefixes: readonly string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey: [id] }) => typeof id === 'string' && prefixes.some((prefix) => id.startsWith(prefix)),
  })
}

/** `onSignedOut` is called when any request finds nobody signed in. */
export function newQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut()
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        // A server on this machine answers whatever the network does.
        networkMode: 'always',
        retry: (failures, error) => isWorthRetrying(error) && failures < MOST_RETRIES,
        throwOnError: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  onReturn(() => client.invalidateQueries())
  return client
}

function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 503 || error.status === 429
}
