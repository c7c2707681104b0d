/** Where a rule is accepted: on every VM, or on these rows of `VmFacts`. */
export type AcceptedOn = 'all' | ReadonlySet<number>

/** Findings whose risk somebody has accepted, by rule. */
export type AcceptedFindings = ReadonlyMap<string, AcceptedOn>

export const NOTHING_ACCEPTED: AcceptedFindings = new Map()

/** The rows on which a rule still counts. */
export function withoutAccepted(vms: Uint32Array, accepted: AcceptedOn | undefined): Uint32Array {
  if (accepted === undefined) return vms
  return accepted === 'all' ? new Uint32Array(0) : vms.filter((vm) => !accepted.has(vm))
}

export function isAccepted(accepted: AcceptedFindings, rule: string, vm: number): boolean {
  const on = accepted.get(rule)
  return on === 'all' || (on?.has(vm) ?? false)
}
