import type { MigrationMode, ModeReason } from './assessment.ts'

/** What a reason says of a VM, and the mode it leads to by itself; null: it changes nothing, but is worth knowing. */
export const MODE_REASON_TEXTS: Readonly<
  Record<ModeReason, { readonly text: string; readonly leadsTo: MigrationMode | null }>
> = {
  cold_os: { text: 'the system cannot be moved while it runs', leadsTo: 'cold_required' },
  powered_off: { text: 'the VM is off', leadsTo: 'cold_required' },
  suspended: { text: 'the VM is suspended', leadsTo: 'cold_required' },
  independent_disk: { text: 'an independent disk takes no snapshot', leadsTo: 'cold_required' },
  physical_rdm: { text: 'a raw device mapping in physical mode takes no snapshot', leadsTo: 'cold_required' },
  red_policy: { text: 'the VM is RED, and the settings move RED VMs cold', leadsTo: 'cold_required' },
  power_state_unknown: { text: 'the power state is not known', leadsTo: 'unknown' },
  os_unknown: { text: 'the system is not known', leadsTo: 'unknown' },
  risky_os: { text: 'the system is too old for a copy while it runs to be trusted', leadsTo: 'warm_risky' },
  very_large: { text: 'the disks are very large', leadsTo: 'warm_risky' },
  many_snapshots: { text: 'the chain of snapshots is long', leadsTo: 'warm_risky' },
  old_hardware_without_cbt: {
    text: 'the virtual hardware is too old for changed block tracking',
    leadsTo: 'warm_risky',
  },
  cbt_off: { text: 'changed block tracking is off: a warm move is less efficient until it is on', leadsTo: null },
}
