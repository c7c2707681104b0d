import { Page } from '../../ui/page.tsx'

export function VmsPage() {
  return <Page title="VMs">{null}</Page>
}
