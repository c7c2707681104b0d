import { useLocalStorage } from '@mantine/hooks'

/** Heights of rows: the usual and the dense setting of look.md. */
export const ROW_HEIGHTS = { usual: 32, dense: 28 } as const
export type Density = keyof typeof ROW_HEIGHTS

/** One setting for every table, remembered in this browser. */
export function useDensity() {
  return useLocalStorage<Density>({ key: 'portolan.density', defaultValue: 'usual', getInitialValueInEffect: false })
}

/** Columns chosen for one table, remembered in this browser; null: the usual ones. */
export function useChosenColumns(table: string) {
  return useLocalStorage<readonly string[] | null>({
    key: `portolan.columns.${table}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  })
}
