import { allOf, type Condition, type RiskRule, signal, system } from './rule.ts'

/** Names tell, they do not prove: so a Windows system must stand beside it. */
const DOMAIN_CONTROLLER: Condition = allOf(system('windows'), {
  kind: 'name',
  words: 'domainControllerNames',
  match: 'word',
})

/** What a VM does, as far as its name and notes give it away. */
export const APPLICATION_RULES: readonly RiskRule[] = [
  {
    id: 'secret-in-notes',
    category: 'applications',
    severity: 'warning',
    title: 'Notes seem to hold a password',
    meaning:
      'The annotation holds a word such as "password" with a value after it. Everyone with the export can read it. It is not shown here.',
    remedy: 'Change the password, remove it from the notes, and treat the export as a secret.',
    when: signal('annotationSecret'),
    source: 'avs-rvtools-analyzer, clear-text passwords in annotations',
  },
  {
    id: 'oracle-workload',
    category: 'applications',
    severity: 'info',
    title: 'Likely Oracle software',
    meaning: 'The name speaks of Oracle: licences count the cores of every host the VM may run on.',
    remedy: 'Ask the licence manager before the target hosts are chosen; keep such VMs on hosts of their own.',
    when: { kind: 'name', words: 'oracleNames', match: 'word' },
    source: 'avs-rvtools-analyzer, Oracle workload',
  },
  {
    id: 'cluster-aware-application',
    category: 'applications',
    severity: 'info',
    title: 'Likely a node of a guest cluster',
    meaning:
      'The name speaks of a failover cluster: its nodes share disks, addresses or a quorum and move by a plan of their own.',
    remedy: 'Find the other nodes, move them in one wave, and fail over on purpose before and after.',
    when: { kind: 'name', words: 'clusterNames', match: 'word' },
    source: 'own rule, cluster-aware applications',
  },
  {
    id: 'domain-controller',
    category: 'applications',
    severity: 'info',
    title: 'Likely a domain controller',
    meaning: 'Two copies of one controller must never run, and a copy that falls back in time damages the directory.',
    remedy: 'Build a new controller on the target and let it replicate, rather than move the old one.',
    when: DOMAIN_CONTROLLER,
    source: 'own rule, domain controllers',
  },
  {
    id: 'domain-controller-time-sync',
    category: 'applications',
    severity: 'warning',
    title: 'Domain controller takes its time from the host',
    meaning:
      'Tools set the clock of what looks like a domain controller; after the move another host sets it, and logons fail when it is wrong.',
    remedy: 'Switch time synchronisation of Tools off and point the controller to NTP before the move.',
    when: allOf(DOMAIN_CONTROLLER, signal('toolsSyncTime')),
    source: 'own rule, time-synced domain controllers',
  },
  {
    id: 'vapp-member',
    category: 'applications',
    severity: 'info',
    title: 'Part of a vApp',
    meaning: 'The vApp starts its VMs in an order. The order is lost.',
    remedy: 'Keep the members in one wave and start them in the same order.',
    when: signal('vapp'),
    source: 'own rule, start order of vApps',
  },
]
