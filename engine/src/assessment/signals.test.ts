import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { estateOfRows, type PlaceRows, type VmRows } from '../../test/support/rvtools-case.ts'
import { deriveFacts } from '../inventory/derive-facts.ts'
import { Flag } from '../inventory/estate.ts'
import { HashIndex } from './signals/hash-index.ts'
import { sanitised } from './signals/same-names.ts'
import { SIGNALS, type SignalId } from './signals.ts'

function signalOf(id: SignalId, vms: readonly VmRows[], places: PlaceRows = {}, without: string[] = []): number[] {
  return Array.from(deriveFacts(estateOfRows(vms, places, without)).signals[id])
}

describe('a signal', () => {
  it('is unknown where no file carries what it reads, and judged where one column is enough', () => {
    expect(signalOf('consolidationNeeded', [{}], {}, ['vInfo.Consolidation Needed'])).toEqual([Flag.unknown])
    expect(signalOf('diskShared', [{}], {}, ['vDisk.Sharing mode', 'vDisk.Shared Bus'])).toEqual([Flag.no])
    expect(signalOf('diskShared', [{}], {}, ['vDisk'])).toEqual([Flag.unknown])
  })

  it('is unknown for a VM whose cell is empty, and no for one without such parts', () => {
    expect(signalOf('latencySensitive', [{ vInfo: { 'Latency Sensitivity': null } }])).toEqual([Flag.unknown])
    expect(signalOf('rdm', [{ vDisk: [{ Raw: null }] }, { vDisk: [] }, {}])).toEqual([Flag.unknown, Flag.no, Flag.no])
  })

  it('fires when one of several parts does, whatever the others leave open', () => {
    const parts = (...raws: (string | null)[]) => ({
      vDisk: raws.map((Raw, index) => ({ Raw, 'Disk Key': 2000 + index, Path: `[ds1] ${index}.vmdk` })),
    })
    expect(signalOf('rdm', [parts('False', 'True'), parts(null, 'True'), parts('False', null)])).toEqual([
      Flag.yes,
      Flag.yes,
      Flag.unknown,
    ])
  })

  it('says in words when it fires', () => {
    for (const { fires } of Object.values(SIGNALS)) expect(fires).toMatch(/^\S.{10,}[^.]$/)
  })
})

describe('a shared disk', () => {
  it.each<[string, VmRows, VmRows, number[]]>([
    ['multi-writer', { vDisk: [{ 'Sharing mode': 'sharingMultiWriter' }] }, {}, [1, 0]],
    ['a shared bus of 4.x', { vDisk: [{ 'Shared Bus': 'physicalSharing' }] }, {}, [1, 0]],
    ['a shared bus of 3.x', { vDisk: [{ 'Shared Bus': 1 }] }, {}, [1, 0]],
    ['one file of two VMs', { vDisk: [{ Path: '[ds1] q.vmdk' }] }, { vDisk: [{ Path: '[ds1] q.vmdk' }] }, [1, 1]],
    [
      'a file named twice by one VM alone',
      { vDisk: [{ Path: '[ds1] q.vmdk' }, { Path: '[ds1] q.vmdk', 'Disk Key': 2001 }] },
      {},
      [0, 0],
    ],
  ])('is %s', (_, first, second, expected) => {
    expect(signalOf('diskShared', [first, second])).toEqual(expected)
  })

  it('is not one whose path is the same in another vCenter', () => {
    const path = { vDisk: [{ Path: '[ds1] q.vmdk' }] }
    const elsewhere = { 'VI SDK UUID': 'b2f7c3a0-0000-4000-8000-000000000002', 'VI SDK Server': 'vc2' }
    const there: VmRows = { vInfo: elsewhere, vCPU: elsewhere, vDisk: [{ Path: '[ds1] q.vmdk', ...elsewhere }] }
    expect(signalOf('diskShared', [path, there])).toEqual([Flag.no, Flag.no])
  })
})

describe('notes that hold a secret', () => {
  it.each([
    ['password: Sommer2024', 1],
    ['login root / PWD=abc123', 1],
    ['Kennwort = geheim', 1],
    ['the password is hunter2', 1],
    ['api_key: 0a1b2c', 1],
    ['password: see vault', 0],
    ['Password: ****', 0],
    ['reset the password after import', 0],
    ['bypass: none', 0],
    ['compassion: high', 0],
    ['', 0],
  ])('"%s" → %i', (note, expected) => {
    expect(signalOf('annotationSecret', [{ vInfo: { Annotation: note } }, {}])[0]).toBe(expected)
  })
})

describe('names after sanitising', () => {
  it.each([
    ['WEB_01', 'web-01'],
    ['__web  01__', 'web-01'],
    ['web-01', 'web-01'],
    ['wéb', 'w-b'],
    ['K8S-Node', 'k8s-node'],
  ])('%s is %s', (name, expected) => {
    expect(sanitised(name)).toBe(expected)
  })

  it('collide exactly where two come to the same', () => {
    const piece = fc.constantFrom('web', 'WEB', '-', '_', ' ', '1', 'É', 'é', 'K')
    const name = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join('').trim() || 'x')
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 12 }), (names) => {
        const estate = estateOfRows(names.map((VM) => ({ vInfo: { VM } })))
        const { signals, name: codes, texts } = deriveFacts(estate)
        const clean = Array.from(codes, (code) => sanitised(texts[code]))
        const expected = clean.map((one) => (clean.filter((other) => other === one).length > 1 ? Flag.yes : Flag.no))
        expect(Array.from(signals.nameCollision)).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })
})

describe('addresses of two VMs', () => {
  it('are found in lists, in either family, and only where they are whole', () => {
    const ip = (ipv4: string | null, ipv6: string | null = null): VmRows => ({
      vNetwork: [{ 'IPv4 Address': ipv4, 'IPv6 Address': ipv6 }],
    })
    expect(signalOf('duplicateIp', [ip('10.0.0.1, 10.0.0.2'), ip('10.0.0.2'), ip('10.0.0.22')])).toEqual([1, 1, 0])
    expect(signalOf('duplicateIp', [ip(null, '2001:db8::1'), ip('10.0.0.3', '2001:db8::1')])).toEqual([1, 1])
    expect(signalOf('duplicateIp', [ip('127.0.0.1', 'fe80::1'), ip('127.0.0.1', 'fe80::1')])).toEqual([0, 0])
  })
})

describe('the hash index', () => {
  it('keeps items apart whose hashes meet, also after it has grown', () => {
    const words = Array.from({ length: 500 }, (_, index) => `w${index % 200}`)
    const index = new HashIndex(1)
    const firsts = words.map((word, item) => index.firstLike(word.length, item, (first) => words[first] === word))
    expect(firsts).toEqual(words.map((word) => words.indexOf(word)))
  })
})

describe('the switch of an adapter', () => {
  it('is standard by its name, else by its port group, and unknown where neither is listed', () => {
    const on = (Network: string, Switch: string | null): VmRows => ({ vNetwork: [{ Network, Switch }] })
    expect(
      signalOf('standardSwitch', [on('x', 'vSwitch0'), on('Standard 30', null), on('VLAN 20', null), on('y', 'z')]),
    ).toEqual([Flag.yes, Flag.yes, Flag.no, Flag.unknown])
  })
})
