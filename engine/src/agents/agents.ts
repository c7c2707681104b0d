/** Advice on how many agents to run and how large each is (planner.md §10). */
export interface AgentAdvice {
  readonly recommended: number
  readonly configured: number
  readonly slots: number
  readonly vmsPerAgentPerDay: number
  readonly vcpuPerAgent: number
  readonly ramGiBPerAgent: number
  readonly diskGiBPerAgent: number
  /** Days the VMs would take by the slot arithmetic alone; null without a duration. */
  readonly estimatedDays: number | null
  /** Mean hours a VM holds a slot, from the VM estimates or the fixed cycle. */
  readonly cycleHours: number
  /** Sentences, each one step of the reasoning with its numbers. */
  readonly reasons: readonly string[]
}
