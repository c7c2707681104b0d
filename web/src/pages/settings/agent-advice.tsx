import type { AgentAdvice } from '@portolan/engine/agents/agents'
import { count, decimal, plural, significant } from '@portolan/engine/documents/wording/numbers'
import { duration, sizeOf } from '@portolan/engine/documents/wording/sizes'
import { Figure, Figures } from '../../ui/figure.tsx'
import styles from './settings.module.css'

interface AgentAdviceProps {
  readonly advice: AgentAdvice
  readonly vmsAtATime: number
}

/** How many agents to run and how large each must be, with the steps that lead there. */
export function AgentAdviceView({ advice, vmsAtATime }: AgentAdviceProps) {
  const { recommended, configured, slots, reasons } = advice
  const isAsAdvised = recommended === configured
  return (
    <section className={styles.group} aria-label="Advice">
      <h2>
        Advice:{' '}
        {isAsAdvised
          ? `${plural(recommended, 'agent')}, as configured`
          : `${plural(recommended, 'agent')} in the place of ${count(configured)}`}
      </h2>
      <Figures label="Advice on agents">
        <Figure label="Slots" value={count(slots)} note={`${count(recommended)} × ${count(vmsAtATime)}`} />
        <Figure label="VMs a day, each" value={significant(advice.vmsPerAgentPerDay)} />
        <Figure label="A slot is held" value={duration(advice.cycleHours)} note="on average" />
        <Figure
          label="Each needs"
          value={decimal(advice.vcpuPerAgent, 0)}
          unit="vCPU"
          note={`${decimal(advice.ramGiBPerAgent, 0)} GiB, ${sizeOf(advice.diskGiBPerAgent)} of disk`}
        />
      </Figures>
      <ol className={styles.reasons}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ol>
    </section>
  )
}
