import { Checkbox, TextInput } from '@mantine/core'
import { type VmFilter, vmFacets } from '@portolan/contract/vms'
import { count } from '@portolan/engine/documents/wording/numbers'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { query } from '../../api/query.ts'
import { ErrorView } from '../../ui/error-view.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ruleTitle } from './rule-title.ts'
import { type FilterKey, valuesOf, withToggled } from './vm-filter.ts'
import { valueText } from './vm-words.ts'
import styles from './vms.module.css'

interface ValuePickerProps {
  readonly row: { readonly key: FilterKey; readonly label: string }
  readonly project: string
  readonly filter: VmFilter
  readonly onFilter: (text: string | undefined) => void
}

/** Values in the list at once; the rest is found by typing. */
const MOST_LISTED = 100
const SEARCHED_FROM = 9
/** The API gives the most frequent ones. */
const MOST_KNOWN = 1000

/** The values of one filter with the VMs that each would keep under all the other filters. */
export function ValuePicker({ row, project, filter, onFilter }: ValuePickerProps) {
  const [find, setFind] = useState('')
  const facets = useQuery({
    ...query(vmFacets, { params: { project }, query: filter }),
    placeholderData: keepPreviousData,
  })
  if (facets.error) return <ErrorView error={facets.error} onRetry={() => facets.refetch()} />
  if (!facets.data) return <Loading label="Loading values" />
  const chosen = valuesOf(filter[row.key])
  const known = (facets.data.facets[row.key] ?? []).filter(({ value }) => value !== '')
  const isCut = known.length >= MOST_KNOWN
  const gone = chosen.filter((value) => !known.some((other) => other.value === value))
  const values = [...gone.map((value) => ({ value, vms: 0 })), ...known]
  const nameOf = (value: string) => (row.key === 'rule' ? ruleTitle(value) : valueText(row.key, value))
  const found = values.filter(({ value }) => nameOf(value).toLowerCase().includes(find.toLowerCase()))
  return (
    <div className={styles.picker}>
      {values.length >= SEARCHED_FROM && (
        <TextInput
          size="xs"
          aria-label={`Find in ${count(values.length)} values`}
          placeholder={`Find in ${count(values.length)}`}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <div className={styles.values}>
        {found.slice(0, MOST_LISTED).map(({ value, vms }) => (
          <div key={value} className={styles.value}>
            <Checkbox
              size="xs"
              label={nameOf(value)}
              title={value}
              checked={chosen.includes(value)}
              onChange={() => onFilter(withToggled(filter[row.key], value))}
            />
            <span className="numbers second">{count(vms)}</span>
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className="second">
          {!find
            ? 'No VM has a value here.'
            : isCut
              ? `None of the ${count(MOST_KNOWN)} most frequent values has this in it; rarer ones are out of reach here. Filter by something else first: only values of VMs that the other filters keep are listed.`
              : 'No value has this in it.'}
        </p>
      )}
      {isCut && found.length > 0 && (
        <p className="label">
          Only the {count(MOST_KNOWN)} most frequent values are listed. Other filters bring the rarer ones in.
        </p>
      )}
      {found.length > MOST_LISTED && (
        <p className="label">{count(found.length - MOST_LISTED)} more: type a part of the name.</p>
      )}
    </div>
  )
}
