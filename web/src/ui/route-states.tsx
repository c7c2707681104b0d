import { Button } from '@mantine/core'
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { isSignedOut } from '../api/problem.ts'
import { to } from '../paths.ts'
import { Empty } from './empty.tsx'
import { ErrorView } from './error-view.tsx'
import { Loading } from './loading.tsx'
import { Page } from './page.tsx'

/** While code or data of a page is on its way: the router waits 200 ms before it shows this. */
export function LoadingPage() {
  return (
    <Page title="Loading">
      <Loading />
    </Page>
  )
}

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  // The query client is on its way to the sign-in page.
  if (isSignedOut(error)) return null
  const retry = () => {
    reset()
    router.invalidate()
  }
  return (
    <Page title="This page could not be shown">
      <ErrorView error={error} onRetry={retry}>
        <Button variant="subtle" component={Link} {...to.projects()}>
          All projects
        </Button>
      </ErrorView>
    </Page>
  )
}

/** Before the shell stands, as when the server does not answer at the start. */
export function StartErrorPage(props: ErrorComponentProps) {
  return (
    <main>
      <ErrorPage {...props} />
    </main>
  )
}

export function NotFoundPage() {
  return (
    <Page title="Nothing here">
      <Empty title="No page has this address" action={<Link {...to.projects()}>All projects</Link>}>
        It may be a link from another version, or a project that was deleted or renamed.
      </Empty>
    </Page>
  )
}
