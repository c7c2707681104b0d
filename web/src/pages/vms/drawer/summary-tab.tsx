import type { VmDetail } from '@portolan/contract/vms'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { UNKNOWN } from '@portolan/engine/documents/wording/numbers'
import { Explained } from '../../../ui/explained.tsx'
import { Time } from '../../../ui/time.tsx'
import { valueText } from '../vm-words.ts'
import { DecisionForm } from './decision-form.tsx'
import styles from './drawer.module.css'
import { type Fact, FactsList } from './facts-list.tsx'

const EVIDENCE: Readonly<Record<string, string>> = {
  detail: 'seen in the guest',
  tools: 'seen by VMware Tools',
  config: 'as configured',
}

/** What one asks first: how it moves and why, what it runs, where it is, when it goes; and the decision about it. */
export function SummaryTab({ project, vm }: { project: string; vm: VmDetail }) {
  return (
    <div className={styles.sections}>
      <section>
        <h3>Plan</h3>
        <FactsList label="Plan" facts={planFacts(vm)} />
        <p className={styles.why}>{vm.why}</p>
      </section>
      <DecisionForm key={vm.decision.version} project={project} vm={vm} />
      <section>
        <h3>System</h3>
        <FactsList label="System" facts={systemFacts(vm)} />
      </section>
      <section>
        <h3>Place</h3>
        <FactsList label="Place" facts={placeFacts(vm)} />
      </section>
    </div>
  )
}

function planFacts({ row, modeReasons, times }: VmDetail): Fact[] {
  const computed = valueText('mode', row.mode)
  const mode = row.modeOverride
    ? `${row.effectiveMode}, set by a person; computed: ${computed}`
    : computed === row.effectiveMode
      ? computed
      : `${row.effectiveMode}; computed: ${computed}`
  return [
    { label: 'Moves', value: mode },
    ...modeReasons.map((reason, i) => ({ label: i === 0 ? 'Because' : `Because ${i + 1}`, value: reason })),
    { label: 'Copy starts', value: <Time at={row.copyStart} /> },
    { label: 'Cut-over', value: <Time at={row.cutoverStart} /> },
    { label: 'Ends', value: <Time at={row.cutoverEnd} /> },
    ...times.filter(({ label }) => EXPLAINED.includes(label)).map(explained),
  ]
}

/** Of the times tab, what stands here too. */
const EXPLAINED: readonly string[] = ['Data in use', 'Downtime']

function explained({ label, value, formula, inputs }: VmDetail['times'][number]): Fact {
  const shown = (
    <Explained about={label} by={{ formula, note: inputs }}>
      {value}
    </Explained>
  )
  return { label, value: shown }
}

function systemFacts({ row, system }: VmDetail): Fact[] {
  const targets = Object.entries(system.targets).map(([target, { support, note }]) => ({
    label: `On ${TARGETS[target] ?? target}`,
    value: note ? `${support}; ${note}` : support,
  }))
  const ends = system.paidEnd
    ? `${dayOf(system.standardEnd)}, paid until ${dayOf(system.paidEnd)}`
    : dayOf(system.standardEnd)
  return [
    { label: 'Runs', value: system.label },
    { label: 'Known from', value: EVIDENCE[system.evidence] ?? (system.evidence || UNKNOWN) },
    ...(system.doubt ? [{ label: 'Doubt', value: system.doubt }] : []),
    { label: 'Vendor support', value: `${valueText('osSupport', row.osSupport)}; ${ends}` },
    ...targets,
  ]
}

const TARGETS: Readonly<Record<string, string>> = { kvm: 'KVM', hyper_v: 'Hyper-V', azure_local: 'Azure Local' }

function placeFacts({ row }: VmDetail): Fact[] {
  return [
    { label: 'Tenant', value: row.orgVdc ? `${row.tenant}, ${row.orgVdc}` : row.tenant },
    { label: 'Cluster', value: row.cluster || UNKNOWN },
    { label: 'Host', value: row.host || UNKNOWN },
    { label: 'Datacenter', value: row.datacenter || UNKNOWN },
    { label: 'vCenter', value: row.vcenter || UNKNOWN },
    { label: 'MoRef', value: <code>{row.moref || UNKNOWN}</code> },
    { label: 'DNS name', value: row.dnsName || UNKNOWN },
    { label: 'IP address', value: row.ip || UNKNOWN },
    { label: 'Networks', value: row.networks || UNKNOWN },
  ]
}
