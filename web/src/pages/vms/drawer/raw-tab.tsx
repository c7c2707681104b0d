import { Checkbox, TextInput } from '@mantine/core'
import type { VmDetail } from '@portolan/contract/vms'
import { count } from '@portolan/engine/documents/wording/numbers'
import { useState } from 'react'
import { Empty } from '../../../ui/empty.tsx'
import styles from './drawer.module.css'
import { FactsList } from './facts-list.tsx'

/** The row of vInfo as it was written, nothing converted. */
export function RawTab({ vm }: { vm: VmDetail }) {
  const [find, setFind] = useState('')
  const [isAll, setAll] = useState(false)
  const wanted = find.toLowerCase()
  const shown = vm.raw.filter(
    ({ header, value }) => (isAll || value !== '') && `${header} ${value}`.toLowerCase().includes(wanted),
  )
  if (vm.raw.length === 0) return <Empty title="No raw cells">They are kept from the next import on.</Empty>
  return (
    <div className={styles.sections}>
      <div className={styles.rawHead}>
        <TextInput
          size="xs"
          aria-label={`Find in ${count(vm.raw.length)} cells`}
          placeholder={`Find in ${count(vm.raw.length)} cells`}
          value={find}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <Checkbox
          size="xs"
          label="Empty cells too"
          checked={isAll}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </div>
      <FactsList label="Raw cells of vInfo" facts={shown.map(({ header, value }) => ({ label: header, value }))} />
    </div>
  )
}
