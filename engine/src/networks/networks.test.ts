import { describe, expect, it } from 'vitest'
import { classifyNetwork } from './networks.ts'
import { parseVlanCell, parseVlanName, vlanLabel } from './vlan.ts'

describe('a network name', () => {
  it.each`
    name                       | kind            | vlan
    ${'Tenant_vlan_3567'}      | ${'vlan_based'} | ${'3567'}
    ${'dvPG_VLAN 20'}          | ${'vlan_based'} | ${'20'}
    ${'VLAN100'}               | ${'vlan_based'} | ${'100'}
    ${'ProdVLAN0100'}          | ${'vlan_based'} | ${'100'}
    ${'my-vlan-12-x'}          | ${'vlan_based'} | ${'12'}
    ${'VLAN ID 44'}            | ${'vlan_based'} | ${'44'}
    ${'VLAN 100-200'}          | ${'vlan_based'} | ${'trunk 100–200'}
    ${'Trunk'}                 | ${'vlan_based'} | ${'trunk'}
    ${'uplink-trunked'}        | ${'vlan_based'} | ${'trunk'}
    ${'Routed_Net'}            | ${'nsx_t'}      | ${null}
    ${'LS-web'}                | ${'nsx_t'}      | ${null}
    ${'T1-lan'}                | ${'nsx_t'}      | ${null}
    ${'nsx-t web'}             | ${'nsx_t'}      | ${null}
    ${'NSXT_app'}              | ${'nsx_t'}      | ${null}
    ${'tier-0-uplink'}         | ${'nsx_t'}      | ${null}
    ${'acme_vxlan76-05fdf963'} | ${'nsx_t'}      | ${null}
    ${'dlr-transit'}           | ${'nsx_t'}      | ${null}
    ${'isolated-1'}            | ${'isolated'}   | ${null}
    ${'air-gap lab'}           | ${'isolated'}   | ${null}
    ${'tools-net'}             | ${'standard'}   | ${null}
    ${'levels-x'}              | ${'standard'}   | ${null}
    ${'segmented'}             | ${'standard'}   | ${null}
    ${'VM Network'}            | ${'standard'}   | ${null}
    ${'VLAN 4095'}             | ${'standard'}   | ${null}
    ${'VLAN 0'}                | ${'standard'}   | ${null}
    ${'vlan 123456'}           | ${'standard'}   | ${null}
    ${'vlan-10.1.2.0'}         | ${'standard'}   | ${null}
    ${'trunkline'}             | ${'standard'}   | ${null}
    ${'vlan 200-100'}          | ${'vlan_based'} | ${'200'}
  `('$name is $kind with VLAN $vlan', ({ name, kind, vlan }) => {
    const parsed = parseVlanName(name)
    expect(parsed && vlanLabel(parsed)).toBe(vlan)
    expect(classifyNetwork(name)).toBe(kind)
  })

  it('is judged by the VLAN of its port group when there is one', () => {
    expect(classifyNetwork('Backup', parseVlanCell('2106'))).toBe('vlan_based')
    expect(classifyNetwork('Backup', null)).toBe('standard')
  })
})

describe('the VLAN cell of a port group', () => {
  it.each`
    cell               | label
    ${'100'}           | ${'100'}
    ${'100.0'}         | ${'100'}
    ${'0'}             | ${null}
    ${''}              | ${null}
    ${'none'}          | ${null}
    ${'4095'}          | ${'trunk 1–4094'}
    ${'0-4094'}        | ${'trunk 1–4094'}
    ${'10, 20-29, 30'} | ${'trunk 10, 20–30'}
    ${'VLAN 7'}        | ${'7'}
    ${'Trunk: 5-6'}    | ${'trunk 5–6'}
    ${'5000'}          | ${null}
    ${'30-20'}         | ${null}
  `('$cell is $label', ({ cell, label }) => {
    const vlan = parseVlanCell(cell)
    expect(vlan && vlanLabel(vlan)).toBe(label)
  })
})
