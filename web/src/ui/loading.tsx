import { Skeleton } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import styles from './states.module.css'

const SHOW_AFTER_MS = 200

/** Keeps the layout while something is fetched; shows nothing for the first 200 ms, so that quick answers do not flicker. */
export function Loading({ label = 'Loading', children }: { label?: string; children?: ReactNode }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), SHOW_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return null
  return (
    <div className={styles.loading} role="status" aria-label={label}>
      {children ?? <SkeletonRows />}
    </div>
  )
}

/** Rows as a table would have them. */
export function SkeletonRows({ rows = 8, height = 16 }: { rows?: number; height?: number }) {
  return Array.from({ length: rows }, (_, i) => `row-${i}`).map((key, i) => (
    <Skeleton key={key} height={height} width={`${96 - ((i * 37) % 40)}%`} />
  ))
}
