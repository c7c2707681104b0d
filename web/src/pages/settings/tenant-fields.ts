import type { FieldGroup } from './fields.ts'

export const TENANT_GROUPS: readonly FieldGroup[] = [
  {
    title: 'How owners of VMs are found',
    intro: 'Tenants are found again when you save: the effect beside this form still reckons with those of now.',
    fields: [
      {
        path: 'tenantDetection.preset',
        label: 'Order of methods',
        meaning: 'Which sign of an owner is looked for first. The first that names one wins.',
        control: {
          kind: 'choice',
          choices: [
            ['standard', 'Standard'],
            ['cloud_director', 'Cloud Director'],
            ['vsphere_folder', 'Plain vSphere by folder'],
            ['cluster', 'By cluster'],
            ['custom_attribute', 'By tag or custom attribute'],
          ],
        },
      },
      {
        path: 'tenantDetection.fallbackName',
        label: 'Owner of the rest',
        meaning: 'Tenant of VMs that no method can place.',
        control: { kind: 'text' },
      },
      {
        path: 'tenantDetection.orgVdcFromResourcePool',
        label: 'Org VDC from the resource pool',
        meaning: 'Where Cloud Director names none.',
        control: { kind: 'switch' },
      },
      {
        path: 'tenantDetection.orgVdcFromFolder',
        label: 'Org VDC from the folder',
        meaning: 'Where the resource pool names none either.',
        control: { kind: 'switch' },
      },
      {
        path: 'tenantDetection.orgVdcFromCluster',
        label: 'Org VDC from the cluster',
        meaning: 'Keeps tenants of one name on two clusters apart.',
        control: { kind: 'switch' },
      },
    ],
  },
]
