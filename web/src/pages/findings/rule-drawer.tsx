import { Button } from '@mantine/core'
import { withdrawAcceptance } from '@portolan/contract/findings'
import { listVms } from '@portolan/contract/vms'
import { SEVERITY_TITLES } from '@portolan/engine/documents/wording/names'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { query } from '../../api/query.ts'
import { to } from '../../paths.ts'
import { Action } from '../../ui/action.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading, SkeletonRows } from '../../ui/loading.tsx'
import { offerUndo, sayRefused } from '../../ui/toast.tsx'
import { Risk, severityTone, Tag } from '../../ui/tone.tsx'
import { textOf } from '../vms/vm-filter.ts'
import { AcceptDialog } from './accept-dialog.tsx'
import styles from './findings.module.css'
import type { RuleRow } from './findings-columns.tsx'
import { putBack } from './put-back.ts'
import { refreshFindings } from './refresh-findings.ts'
import { RuleForm } from './rule-form.tsx'

interface RuleDrawerProps {
  readonly project: string
  readonly finding: RuleRow
  readonly onClose: () => void
}

/** One finding: what it means, what helps, on which VMs, who accepted it, and how the project judges the rule. */
export default function RuleDrawer({ project, finding, onClose }: RuleDrawerProps) {
  const { rule, title, severity, category, weight, meaning, remedy, source, enabled, vms } = finding
  return (
    <Drawer
      title={title}
      subtitle={
        <>
          <Tag tone={severityTone(severity)} shape>
            {SEVERITY_TITLES[severity]}
          </Tag>{' '}
          {category} · {enabled ? `adds ${weight} to the score` : 'switched off'} · <code>{rule}</code>
        </>
      }
      onClose={onClose}
    >
      <div className={styles.sections}>
        <section>
          <h3>What it means</h3>
          <p>{meaning}</p>
        </section>
        <section>
          <h3>What helps</h3>
          <p>{remedy}</p>
        </section>
        {enabled && vms > 0 && <WorstVms project={project} finding={finding} />}
        {enabled && vms > 0 && <Acceptance project={project} finding={finding} />}
        <section>
          <h3>How this project judges it</h3>
          <RuleForm project={project} rule={rule} title={title} />
        </section>
        <p className="label">Source: {source}</p>
      </div>
    </Drawer>
  )
}

const LISTED = 8

function WorstVms({ project, finding }: { project: string; finding: RuleRow }) {
  const filter = { rule: textOf([finding.rule]), sort: '-score' }
  const vms = useQuery(
    query(listVms, { params: { project }, query: { ...filter, limit: LISTED, fields: 'id,name,risk,score,tenant' } }),
  )
  return (
    <section>
      <h3>On {plural(finding.vms, 'VM')}, the worst first</h3>
      {vms.error ? (
        <ErrorView error={vms.error} what="The VMs could not be read" onRetry={() => vms.refetch()} />
      ) : vms.data ? (
        <ul className={styles.vms}>
          {vms.data.rows.map((row) => (
            <li key={row.id}>
              <Link {...to.vms(project, { ...filter, vm: row.id, tab: 'findings' })}>{row.name}</Link>
              <span className={styles.tenant}>{row.tenant}</span>
              <Risk risk={row.risk ?? ''} />
              <span className="numbers">{row.score}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Loading label="Loading the VMs">
          <SkeletonRows rows={4} />
        </Loading>
      )}
      <Button
        size="xs"
        variant="default"
        mt="xs"
        renderRoot={(props) => <Link {...props} {...to.vms(project, filter)} />}
      >
        Show {plural(finding.vms, 'VM')} in the table
      </Button>
    </section>
  )
}

function Acceptance({ project, finding }: { project: string; finding: RuleRow }) {
  const client = useQueryClient()
  const [isAccepting, setAccepting] = useState(false)
  const { rule, title, vms, accepted } = finding
  const filter = { rule: textOf([rule]), sort: '-score' }
  const withdraw = useMutation({
    mutationFn: () => call(withdrawAcceptance, { params: { project, rule }, body: { vms: null } }),
    onSuccess: async ({ before }) => {
      await refreshFindings(client)
      offerUndo(`Acceptance of “${title}” withdrawn`, () => putBack(client, project, rule, before))
    },
    onError: (error) => sayRefused('The acceptance was not withdrawn', error),
  })
  return (
    <section>
      <h3>Accepted risk</h3>
      <p>
        {accepted === 0
          ? 'Nobody accepted it.'
          : accepted === vms
            ? `Accepted on all ${plural(vms, 'VM')}: it adds nothing to their score.`
            : `Accepted on ${count(accepted)} of ${plural(vms, 'VM')}.`}
      </p>
      <div className={styles.buttons}>
        <Action
          size="xs"
          variant="default"
          disabledReason={accepted === vms ? 'It is accepted on every VM' : null}
          onClick={() => setAccepting(true)}
        >
          Accept on every VM…
        </Action>
        <Button size="xs" variant="subtle" renderRoot={(props) => <Link {...props} {...to.vms(project, filter)} />}>
          Choose VMs
        </Button>
        {accepted > 0 && (
          <Button size="xs" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            Withdraw
          </Button>
        )}
      </div>
      {isAccepting && (
        <AcceptDialog
          project={project}
          rule={rule}
          vms={null}
          onClose={() => setAccepting(false)}
          onDone={() => undefined}
        />
      )}
    </section>
  )
}
