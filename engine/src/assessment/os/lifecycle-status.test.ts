import { describe, expect, it } from 'vitest'
import type { IsoDate } from '../../units.ts'
import { instant } from '../../units.ts'
import { findProduct } from './catalogue.ts'
import { lifecycleStatus, supportEnds } from './lifecycle-status.ts'

const on = (id: string, day: string) => lifecycleStatus(findProduct(id)!, day as IsoDate)

describe('support on a day', () => {
  it.each`
    id                        | day             | status         | decidedBy       | certain  | why
    ${'windows-server-2019'}  | ${'2029-01-09'} | ${'supported'} | ${'2029-01-09'} | ${true}  | ${'the last day counts'}
    ${'windows-server-2019'}  | ${'2029-01-10'} | ${'ended'}     | ${'2029-01-09'} | ${true}  | ${'nothing can be bought'}
    ${'windows-server-2012'}  | ${'2026-10-13'} | ${'paid_only'} | ${'2026-10-13'} | ${true}  | ${'ESU on its last day'}
    ${'windows-server-2012'}  | ${'2026-10-14'} | ${'ended'}     | ${'2026-10-13'} | ${true}  | ${'ESU is over'}
    ${'rhel-7'}               | ${'2026-11-21'} | ${'paid_only'} | ${'2029-05-31'} | ${true}  | ${'ELS'}
    ${'rhel-9'}               | ${'2026-11-21'} | ${'supported'} | ${'2032-05-31'} | ${true}  | ${'maintenance'}
    ${'ubuntu-20.04'}         | ${'2026-11-21'} | ${'paid_only'} | ${'2030-04-23'} | ${true}  | ${'Pro'}
    ${'debian-11'}            | ${'2026-08-31'} | ${'supported'} | ${'2026-08-31'} | ${true}  | ${'LTS is free'}
    ${'centos-7'}             | ${'2026-11-21'} | ${'ended'}     | ${'2024-06-30'} | ${true}  | ${'third parties do not count'}
    ${'ubuntu'}               | ${'2026-11-21'} | ${'unknown'}   | ${null}         | ${true}  | ${'no version'}
    ${'rocky'}                | ${'2026-11-21'} | ${'unknown'}   | ${null}         | ${true}  | ${'no version is not supported'}
    ${'other'}                | ${'2026-11-21'} | ${'unknown'}   | ${null}         | ${true}  | ${'nobody named it'}
    ${'photon-5.0'}           | ${'2026-11-21'} | ${'unknown'}   | ${null}         | ${true}  | ${'no end published'}
    ${'solaris-11.1'}         | ${'2026-11-21'} | ${'ended'}     | ${null}         | ${true}  | ${'ended on an unknown day'}
    ${'windows-server-2016+'} | ${'2027-01-12'} | ${'supported'} | ${'2027-01-12'} | ${true}  | ${'all of them'}
    ${'windows-server-2016+'} | ${'2027-01-13'} | ${'paid_only'} | ${'2030-01-12'} | ${false} | ${'2016 is, 2025 is not'}
    ${'centos-4/5/6'}         | ${'2026-11-21'} | ${'ended'}     | ${'2012-02-29'} | ${true}  | ${'all of them'}
    ${'centos-4+'}            | ${'2026-11-21'} | ${'ended'}     | ${'2012-02-29'} | ${false} | ${'later ones live'}
    ${'sles-15'}              | ${'2026-11-21'} | ${'ended'}     | ${'2022-12-31'} | ${false} | ${'SP7 lives'}
    ${'sles-12'}              | ${'2028-01-01'} | ${'ended'}     | ${'2019-07-01'} | ${true}  | ${'SP5 has ended too'}
    ${'solaris-11'}           | ${'2026-11-21'} | ${'ended'}     | ${null}         | ${false} | ${'11.4 lives'}
    ${'windows-10'}           | ${'2026-11-21'} | ${'paid_only'} | ${'2028-10-10'} | ${true}  | ${'raise it to 22H2 for ESU'}
    ${'windows-11'}           | ${'2026-11-21'} | ${'unknown'}   | ${null}         | ${true}  | ${'the build decides'}
  `('$id on $day: $status, $why', ({ id, day, status, decidedBy, certain }) => {
    expect(on(id, day)).toEqual({ status, on: decidedBy, certain })
  })

  it('reads an instant as its day', () => {
    const product = findProduct('windows-server-2019')!
    expect(lifecycleStatus(product, instant(Date.UTC(2029, 0, 9, 23, 59))).status).toBe('supported')
    expect(lifecycleStatus(product, instant(Date.UTC(2029, 0, 10))).status).toBe('ended')
  })

  it('gives the dates that a timeline draws', () => {
    expect(supportEnds(findProduct('rhel-7')!)).toEqual({
      standard: '2024-06-30',
      paid: '2029-05-31',
      paidName: 'ELS',
      bestCase: null,
    })
    expect(supportEnds(findProduct('sles-15')!).bestCase).toBe('2031-07-31')
  })
})

describe('Windows 10 and 11 by build and edition', () => {
  it.each`
    id                              | end
    ${'windows-10-22h2'}            | ${'2025-10-14'}
    ${'windows-10-1809'}            | ${'2020-11-10'}
    ${'windows-10-1809-enterprise'} | ${'2021-05-11'}
    ${'windows-10-1809-ltsc'}       | ${'2029-01-09'}
    ${'windows-10-21h2-iot-ltsc'}   | ${'2032-01-13'}
    ${'windows-11-23h2'}            | ${'2025-11-11'}
    ${'windows-11-23h2-enterprise'} | ${'2026-11-10'}
    ${'windows-11-24h2-ltsc'}       | ${'2029-10-09'}
  `('$id ends on $end', ({ id, end }) => {
    expect(findProduct(id)!.lifecycle.standardEnd).toBe(end)
  })
})
