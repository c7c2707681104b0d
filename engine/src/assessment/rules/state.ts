import { type RiskRule, signal } from './rule.ts'

/** How a VM stands today. */
export const STATE_RULES: readonly RiskRule[] = [
  {
    id: 'vm-not-connected',
    category: 'state',
    severity: 'critical',
    title: 'VM is not connected',
    meaning: 'vCenter calls it inaccessible, orphaned, invalid or disconnected: nothing of it can be read.',
    remedy: 'Repair or remove it in vCenter, then export again.',
    when: signal('notConnected'),
    source: 'own rule, orphaned or inaccessible VMs (ovirt VM status)',
  },
  {
    id: 'vm-suspended',
    category: 'state',
    severity: 'info',
    title: 'VM is suspended',
    meaning: 'Its memory lies on disk and does not move: the VM must be started or shut down first.',
    remedy: 'Ask the owner, then start it and shut it down.',
    when: signal('suspended'),
    source: 'avs-rvtools-analyzer, suspended VMs',
  },
]
