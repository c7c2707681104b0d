import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense, useState } from 'react'

interface Part<Props extends object> {
  readonly load: () => Promise<unknown>
  readonly View: LazyExoticComponent<ComponentType<Props>>
}

interface OnDemandProps<Props extends object> {
  /** `onDemand(() => import('./person-menu.tsx'))`, outside the component. */
  readonly part: Part<Props>
  readonly props: Props
  /** It opens by itself as soon as it is here. */
  readonly isWantedAtOnce?: boolean
  /** The button that stands there until it is pressed; the part draws the same. */
  readonly children: (handlers: Reaching) => ReactNode
}

interface Reaching {
  readonly onClick: () => void
  readonly onPointerEnter: () => void
  readonly onFocus: () => void
}

/** Names a part that is fetched when somebody reaches for it. */
export function onDemand<Props extends object>(load: () => Promise<{ default: ComponentType<Props> }>): Part<Props> {
  return { load, View: lazy(load) }
}

/**
 * A menu whose code comes when somebody reaches for it: the first screen does without. The part opens as soon as it is
 * here, and draws the button itself from then on.
 */
export function OnDemand<Props extends object>(given: OnDemandProps<Props>) {
  const { part, props, isWantedAtOnce = false, children } = given
  const [isWanted, setWanted] = useState(isWantedAtOnce)
  const fetchIt = () => void part.load()
  const button = children({ onClick: () => setWanted(true), onPointerEnter: fetchIt, onFocus: fetchIt })
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <part.View {...props} />
    </Suspense>
  )
}
