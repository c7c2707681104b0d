import { Button } from '@mantine/core'
import { pathOf } from '@portolan/contract/call'
import { getSnapshot, rejectedRows, type Snapshot } from '@portolan/contract/imports'
import { dayOf } from '@portolan/engine/documents/wording/dates'
import { count, plural } from '@portolan/engine/documents/wording/numbers'
import { sizeOf } from '@portolan/engine/documents/wording/sizes'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { query } from '../../api/query.ts'
import { to } from '../../paths.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { Figure, Figures } from '../../ui/figure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Shape } from '../../ui/tone.tsx'
import { ColumnReport } from './column-report.tsx'
import styles from './import.module.css'

/** What an import became: what was counted, what was odd, what was kept out, and which columns told it. */
export function SnapshotReport({ project, snapshot }: { project: string; snapshot: Snapshot }) {
  const detail = useQuery(query(getSnapshot, { params: { project, snapshot: snapshot.id } }))
  const when = snapshot.isCurrent ? 'current' : 'earlier'
  return (
    <>
      <section className={styles.section} aria-label={`Snapshot ${snapshot.number}`}>
        <div className={styles.sectionHead}>
          <h2>
            Snapshot {snapshot.number}, {when}, as of {dayOf(snapshot.asOf.slice(0, 10))}
          </h2>
          <span className="second">{sourceWords(snapshot)}</span>
          <span className={styles.space} />
          {snapshot.isCurrent && <Link {...to.overview(project)}>Overview</Link>}
        </div>
        <SnapshotFigures counts={snapshot.counts} />
      </section>
      <Oddities project={project} snapshot={snapshot} />
      {detail.error ? (
        <ErrorView error={detail.error} what="The column report could not be read" onRetry={() => detail.refetch()} />
      ) : detail.data ? (
        <ColumnReport sheets={detail.data.columns} />
      ) : (
        <Loading label="Loading the column report" />
      )}
    </>
  )
}

function SnapshotFigures({ counts }: { counts: Snapshot['counts'] }) {
  const of = (key: string) => {
    const value = counts[key]
    return value === null || value === undefined ? '–' : count(value)
  }
  const size = (key: string) => sizeOf(counts[key] ?? Number.NaN)
  return (
    <Figures label="What was read">
      <Figure
        label="VMs"
        value={of('vms')}
        note={noteOf([counts.poweredOn, 'on', 'on'], [counts.templates, 'template'])}
      />
      <Figure label="vCPU" value={of('vcpus')} />
      <Figure label="Memory" value={size('memoryGiB')} />
      <Figure label="In use" value={size('inUseGiB')} note={`${size('provisionedGiB')} provisioned`} />
      <Figure label="Disks" value={of('disks')} />
      <Figure label="Networks" value={of('networks')} note={noteOf([counts.nics, 'adapter'])} />
      <Figure label="Hosts" value={of('hosts')} note={noteOf([counts.clusters, 'cluster'])} />
      <Figure label="Datastores" value={of('datastores')} />
    </Figures>
  )
}

/** Counts with their nouns; what the export does not tell is left out. */
function noteOf(...parts: readonly (readonly [value: number | null | undefined, noun: string, many?: string])[]) {
  return parts
    .filter(([value]) => value !== null && value !== undefined)
    .map(([value, noun, many]) => plural(value!, noun, many))
    .join(', ')
}

function Oddities({ project, snapshot }: { project: string; snapshot: Snapshot }) {
  const { warnings, rejectedCount } = snapshot
  if (warnings.length === 0 && rejectedCount === 0) {
    return (
      <p>
        <Shape tone="green" /> Every row was read, and nothing was odd.
      </p>
    )
  }
  return (
    <section className={styles.section} aria-label="Warnings and rows kept out">
      <div className={styles.sectionHead}>
        <h2>{oddityWords(snapshot)}</h2>
      </div>
      <ul className={styles.warnings}>
        {rejectedCount > 0 && (
          <li>
            <Shape tone="amber" />
            <p>
              {plural(rejectedCount, 'row')} kept out, each with its reason: a row without an identity, or one that
              contradicts another.
            </p>
            <Button
              component="a"
              size="xs"
              variant="default"
              leftSection={<IconDownload size={14} />}
              href={pathOf(rejectedRows, { params: { project, snapshot: snapshot.id } })}
              download
            >
              Download {plural(rejectedCount, 'row')} as CSV
            </Button>
          </li>
        )}
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.file} ${warning.sheet} ${warning.message}`}>
            <Shape tone="amber" />
            <p>
              {warning.message}{' '}
              <span className="second">{[warning.file, warning.sheet].filter(Boolean).join(', ')}</span>
            </p>
            <code className="label">{warning.code}</code>
          </li>
        ))}
      </ul>
    </section>
  )
}

function oddityWords({ warnings, rejectedCount }: Snapshot): string {
  const parts = [plural(warnings.length, 'warning'), `${plural(rejectedCount, 'row')} kept out`]
  return parts.filter((_, i) => [warnings.length, rejectedCount][i] > 0).join(', ')
}

function sourceWords({ sources }: Snapshot): string {
  const vcenters = new Set(sources.flatMap((source) => source.vcenters))
  const versions = [...new Set(sources.map((source) => source.rvtoolsVersion).filter(Boolean))]
  const tool = versions.length > 0 ? `RVTools ${versions.join(', ')}` : 'RVTools'
  return `${tool} · ${plural(vcenters.size, 'vCenter')} · ${plural(sources.length, 'file')}`
}
