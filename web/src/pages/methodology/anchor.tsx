import styles from './methodology.module.css'

/** A link to the very entry, to send to somebody. */
export function Anchor({ id, name }: { id: string; name: string }) {
  return (
    <a href={`#${id}`} className={styles.anchor} aria-label={`Link to ${name}`} title="Link to this entry">
      #
    </a>
  )
}
