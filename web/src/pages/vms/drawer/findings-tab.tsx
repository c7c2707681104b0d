import { Button } from '@mantine/core'
import { withdrawAcceptance } from '@portolan/contract/findings'
import type { VmDetail } from '@portolan/contract/vms'
import { SEVERITY_TITLES } from '@portolan/engine/documents/wording/names'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { to } from '../../../paths.ts'
import { Empty } from '../../../ui/empty.tsx'
import { offerUndo, sayRefused } from '../../../ui/toast.tsx'
import { severityTone, Tag } from '../../../ui/tone.tsx'
import { AcceptDialog } from '../../findings/accept-dialog.tsx'
import { putBack } from '../../findings/put-back.ts'
import { refreshFindings } from '../../findings/refresh-findings.ts'
import styles from './drawer.module.css'
import { addressOf, cellTitle } from './facts-list.tsx'

type Finding = VmDetail['findings'][number]

/** What was found on the VM: what it means, what helps, and the cells that say so. */
export function FindingsTab({ project, vm }: { project: string; vm: VmDetail }) {
  const [accepting, setAccepting] = useState<string | null>(null)
  if (vm.findings.length === 0) return <Empty title="Nothing was found">No rule fired on this VM.</Empty>
  return (
    <>
      <ul className={styles.findings}>
        {vm.findings.map((finding) => (
          <FindingItem
            key={finding.rule}
            project={project}
            vm={vm.row.id}
            finding={finding}
            onAccept={() => setAccepting(finding.rule)}
          />
        ))}
      </ul>
      {accepting && (
        <AcceptDialog
          project={project}
          rule={accepting}
          vms={[vm.row.id]}
          onClose={() => setAccepting(null)}
          onDone={() => undefined}
        />
      )}
    </>
  )
}

interface FindingItemProps {
  readonly project: string
  readonly vm: string
  readonly finding: Finding
  readonly onAccept: () => void
}

function FindingItem({ project, vm, finding, onAccept }: FindingItemProps) {
  const { rule, title, severity, weight, counted, accepted, meaning, remedy, cells } = finding
  const client = useQueryClient()
  const withdraw = useMutation({
    mutationFn: () => call(withdrawAcceptance, { params: { project, rule }, body: { vms: [vm] } }),
    onSuccess: async ({ before }) => {
      await refreshFindings(client)
      offerUndo(`Acceptance of “${title}” withdrawn`, () => putBack(client, project, rule, before))
    },
    onError: (error) => sayRefused('The acceptance was not withdrawn', error),
  })
  return (
    <li>
      <div className={styles.findingHead}>
        <Tag tone={severityTone(severity)} shape>
          {SEVERITY_TITLES[severity]}
        </Tag>
        <h3>
          <Link {...to.findings(project, { rule })}>{title}</Link>
        </h3>
        <span className="second numbers" title={counted ? undefined : 'A heavier finding of the same group counts'}>
          {accepted ? 'accepted' : counted ? `+${weight}` : 'not counted'}
        </span>
      </div>
      <p>{meaning}</p>
      <p>
        <strong>Remedy.</strong> {remedy}
      </p>
      {cells.length > 0 && (
        <ul className={styles.cells}>
          {cells.map((cell) => (
            <li key={`${addressOf(cell)} ${cell.header}`} title={cellTitle(cell)}>
              <code>{addressOf(cell)}</code> {cell.header}: <strong>{cell.value === '' ? 'empty' : cell.value}</strong>
            </li>
          ))}
        </ul>
      )}
      {accepted ? (
        <Button size="xs" variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          Withdraw the acceptance
        </Button>
      ) : (
        <Button size="xs" variant="subtle" onClick={onAccept}>
          Accept on this VM…
        </Button>
      )}
    </li>
  )
}
