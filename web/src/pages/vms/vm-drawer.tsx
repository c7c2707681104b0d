import { getVm } from '@portolan/contract/vms'
import { useQuery } from '@tanstack/react-query'
import { query } from '../../api/query.ts'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Risk } from '../../ui/tone.tsx'
import { DrawerTabs } from './drawer/drawer-tabs.tsx'
import { FindingsTab } from './drawer/findings-tab.tsx'
import { PartsTab } from './drawer/parts-tab.tsx'
import { RawTab } from './drawer/raw-tab.tsx'
import { SummaryTab } from './drawer/summary-tab.tsx'
import { TimesTab } from './drawer/times-tab.tsx'
import { valueText } from './vm-words.ts'

interface VmDrawerProps {
  readonly project: string
  readonly id: string
  readonly tab: string | undefined
  readonly onTab: (tab: string | undefined) => void
  readonly onClose: () => void
}

/** One VM with all that is known, found, reckoned and decided. */
export default function VmDrawer({ project, id, tab, onTab, onClose }: VmDrawerProps) {
  const vm = useQuery(query(getVm, { params: { project, vm: id } }))
  if (vm.error) {
    return (
      <Drawer title="VM" onClose={onClose}>
        <ErrorView error={vm.error} what="This VM could not be read" onRetry={() => vm.refetch()} />
      </Drawer>
    )
  }
  if (!vm.data) {
    return (
      <Drawer title="VM" onClose={onClose}>
        <Loading label="Loading the VM" />
      </Drawer>
    )
  }
  const { row, findings, disks, nics } = vm.data
  const tabs = [
    { id: 'summary', label: 'Summary' },
    { id: 'findings', label: 'Findings', counter: findings.length },
    { id: 'parts', label: 'Parts', counter: disks.length + nics.length },
    { id: 'times', label: 'Times' },
    { id: 'raw', label: 'Raw cells' },
  ] as const
  const active = tabs.find((it) => it.id === tab)?.id ?? 'summary'
  return (
    <Drawer
      title={row.name}
      subtitle={
        <>
          <Risk risk={row.risk} /> · score {row.score} · power {valueText('power', row.powerState)} · moves{' '}
          {row.effectiveMode}
        </>
      }
      onClose={onClose}
    >
      <DrawerTabs tabs={tabs} active={active} onTab={(next) => onTab(next === 'summary' ? undefined : next)}>
        {active === 'summary' && <SummaryTab key={row.id} project={project} vm={vm.data} />}
        {active === 'findings' && <FindingsTab project={project} vm={vm.data} />}
        {active === 'parts' && <PartsTab vm={vm.data} />}
        {active === 'times' && <TimesTab vm={vm.data} />}
        {active === 'raw' && <RawTab vm={vm.data} />}
      </DrawerTabs>
    </Drawer>
  )
}
