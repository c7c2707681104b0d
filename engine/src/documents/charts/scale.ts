/** Axes that start at zero and end on a round number. */

export interface Axis {
  readonly max: number
  readonly ticks: readonly number[]
}

/** Below this nothing can be seen, and steps run out of digits. */
const LEAST = 1e-9

/** Two to `steps` + 1 round ticks that cover `max`; whole numbers for counts. */
export function axisTo(max: number, steps = 4): Axis {
  if (!(max > LEAST)) return { max: 1, ticks: [0, 1] }
  const raw = max / steps
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= raw - power * 1e-9)!
  const step = factor * power
  const count = Math.ceil(max / step - 1e-9)
  const ticks = Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)))
  return { max: ticks[count], ticks }
}
