import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { newQueryClient } from './api/query.ts'
import { routeTree } from './routes.tsx'
import { parseSearch, stringifySearch } from './search.ts'
import { mantineVariables, theme } from './theme/theme.ts'
import { useWasSaid } from './ui/first-word.ts'
import { ErrorPage, LoadingPage, NotFoundPage } from './ui/route-states.tsx'

const PENDING_MS = 200
const Notes = lazy(() => import('./ui/notes.tsx'))

const queries = newQueryClient(() => {
  const { pathname, href } = router.state.location
  if (pathname !== '/sign-in') router.navigate({ to: '/sign-in', search: { from: href } })
})

const router = createRouter({
  routeTree,
  context: { queries },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // Freshness is the query client's matter.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: PENDING_MS,
  defaultPendingComponent: LoadingPage,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={mantineVariables}
      defaultColorScheme="auto"
      deduplicateCssVariables={false}
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <NotesWhenSaid />
      </QueryClientProvider>
    </MantineProvider>
  )
}

function NotesWhenSaid() {
  if (!useWasSaid()) return null
  return (
    <Suspense>
      <Notes />
    </Suspense>
  )
}
