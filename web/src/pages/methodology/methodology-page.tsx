import { Page } from '../../ui/page.tsx'

export function MethodologyPage() {
  return <Page title="Methodology">{null}</Page>
}
