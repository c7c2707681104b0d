import { useNavigate } from '@tanstack/react-router'
import { to } from '../../paths.ts'
import { Chart } from '../../ui/chart.tsx'
import styles from './overview.module.css'
import type { Picture } from './picture.ts'

/** A picture in its place; a click on a mark opens the VMs behind it. */
export function PictureView({ project, picture }: { project: string; picture: Picture }) {
  const navigate = useNavigate()
  const { title, draw, table, picks, note } = picture
  return (
    <section className={styles.picture} aria-label={title}>
      <Chart
        title={title}
        draw={draw}
        table={table}
        note={note}
        pickLabel={(index) => picks[index].label}
        onPick={(index) => navigate(to.vms(project, picks[index].search))}
      />
    </section>
  )
}
