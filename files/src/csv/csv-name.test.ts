import { expect, it } from 'vitest'
import { csvName } from './csv-name.ts'

it.each`
  path                                  | stem              | sheet
  ${'RVTools_tabvInfo.csv'}             | ${''}             | ${'vInfo'}
  ${'/x/tabvDisk.csv'}                  | ${''}             | ${'vDisk'}
  ${'vInfo.csv'}                        | ${''}             | ${'vInfo'}
  ${'a/b/site-a_RVTools_tabdvPort.CSV'} | ${'site-a_'}      | ${'dvPort'}
  ${'siteA_vInfo.csv'}                  | ${'siteA'}        | ${'vInfo'}
  ${'database.csv'}                     | ${'database'}     | ${'database'}
  ${'RVTools_tabvMetaData.csv'}         | ${''}             | ${'vMetaData'}
  ${'RVTools_tabvSC_VMK.csv'}           | ${''}             | ${'vSC_VMK'}
  ${'RVTools_tabvMetaData (2).csv'}     | ${' (2)'}         | ${'vMetaData'}
  ${'vInfo (1).csv'}                    | ${' (1)'}         | ${'vInfo'}
  ${'database (2).csv'}                 | ${'database (2)'} | ${'database (2)'}
`('takes $path for the sheet $sheet of the export "$stem"', ({ path, stem, sheet }) => {
  expect(csvName(path)).toEqual({ stem, sheet })
})
