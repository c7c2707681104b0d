import { ActionIcon } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import type { Drawing } from '@portolan/engine/documents/charts/svg'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import styles from './chart.module.css'
import { themedSvg } from './themed-svg.ts'

interface ChartProps {
  /** States the finding: "212 VMs run a system past vendor support". */
  readonly title: string
  /** Draws for a width; keep it stable (`useCallback`, or a function outside the component). */
  readonly draw: (width: number) => Drawing
  /** The same numbers, for the table behind the toggle. */
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly ReactNode[])[] }
  /** What a click on a row, part or place does; the index is that of the chart's data. */
  readonly onPick?: (index: number) => void
  /** What a click does, in words, for each index: "Show 85 RED VMs". */
  readonly pickLabel?: (index: number) => string
  readonly note?: ReactNode
}

/** The engine draws in points on paper: 9 points are the 12 pixels of a label. */
const PIXELS_PER_POINT = 4 / 3

/** A picture drawn by the engine, as in the documents: its marks filter, and a table with the same numbers is one key away. */
export function Chart({ title, draw, table, onPick, pickLabel, note }: ChartProps) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption className={styles.head}>
        <h3 id={id}>{title}</h3>
        <ActionIcon
          size="sm"
          title={isTable ? 'Show as picture' : 'Show as table'}
          aria-label={`${isTable ? 'Show as picture' : 'Show as table'}: ${title}`}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? <IconChartBar size={16} /> : <IconTable size={16} />}
        </ActionIcon>
      </figcaption>
      {isTable ? (
        <ChartTable {...table} label={title} onPick={onPick} />
      ) : (
        <Picture draw={draw} onPick={onPick} pickLabel={pickLabel} />
      )}
      {note && <div className="label">{note}</div>}
    </figure>
  )
}

function Picture({ draw, onPick, pickLabel }: Pick<ChartProps, 'draw' | 'onPick' | 'pickLabel'>) {
  const { ref, width } = useElementSize<HTMLDivElement>()
  const id = useId()
  const drawn = useMemo(
    () => (width > 0 ? draw(Math.max(160, Math.floor(width / PIXELS_PER_POINT))) : null),
    [draw, width],
  )
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (drawn) holder.current?.replaceChildren(themedSvg(drawn, id, PIXELS_PER_POINT))
  }, [drawn, id])
  return (
    <div ref={ref} className={styles.picture} style={{ height: (drawn?.height ?? 120) * PIXELS_PER_POINT }}>
      <div ref={holder} />
      {onPick &&
        drawn?.areas.map((area) => (
          <button
            key={area.index}
            type="button"
            className={styles.area}
            aria-label={pickLabel?.(area.index) ?? `Filter by part ${area.index + 1}`}
            title={pickLabel?.(area.index)}
            onClick={() => onPick(area.index)}
            style={{
              left: area.x * PIXELS_PER_POINT,
              top: area.y * PIXELS_PER_POINT,
              width: area.width * PIXELS_PER_POINT,
              height: area.height * PIXELS_PER_POINT,
            }}
          />
        ))}
    </div>
  )
}

function ChartTable({
  head,
  rows,
  label,
  onPick,
}: ChartProps['table'] & Pick<ChartProps, 'onPick'> & { label: string }) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, i) => (
          <tr key={String(cells[0])}>
            {cells.map((cell, column) => (
              <td key={head[column]}>
                {column === 0 && onPick ? (
                  <button type="button" className={styles.pick} onClick={() => onPick(i)}>
                    {cell}
                  </button>
                ) : (
                  cell
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
