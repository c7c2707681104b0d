import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { droppedFiles } from './dropped-files.ts'
import styles from './upload.module.css'

interface DropTargetProps {
  /** What a drop does: "Drop exports to make a project of them". */
  readonly label: string
  readonly onFiles: (files: readonly File[]) => void
  readonly children: ReactNode
}

/** The whole page takes files; while they hang over it, it says what it will do with them. */
export function DropTarget({ label, onFiles, children }: DropTargetProps) {
  const [isOver, setOver] = useState(false)
  // Enter and leave come for every element that is crossed.
  const depth = useRef(0)
  const enter = (step: 1 | -1) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    depth.current += step
    setOver(depth.current > 0)
  }
  const drop = async (event: DragEvent) => {
    event.preventDefault()
    depth.current = 0
    setOver(false)
    const files = await droppedFiles(event.dataTransfer)
    if (files.length > 0) onFiles(files)
  }
  const handlers = {
    onDragEnter: enter(1),
    onDragLeave: enter(-1),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: drop,
  }
  return (
    <div className={styles.target} {...handlers}>
      {children}
      {isOver && (
        <div className={styles.over} aria-hidden>
          <strong>{label}</strong>
        </div>
      )}
    </div>
  )
}
