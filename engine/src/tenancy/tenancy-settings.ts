import { z } from 'zod'
import type { DetectionMethod } from './tenancy.ts'

const enabled = z.boolean().default(true)

/** Words that many names begin with and that own nothing. */
const IGNORED_PREFIXES = [
  ...['vm', 'vms', 'srv', 'svr', 'server', 'host', 'node', 'win', 'windows', 'linux', 'vcls'],
  ...['test', 'dev', 'prod', 'copy of', 'clone', 'template', 'templates', 'backup', 'new', 'old'],
]

/** One step of detection with its parameters; the first enabled step that names a tenant wins. */
export const DetectionStep = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('vcd_folder'), enabled }),
  z.strictObject({
    method: z.literal('folder_path'),
    enabled,
    /** Which part of the folder path, counted from 1; part 1 is the datacenter. */
    depth: z.int().min(1).max(20).default(2),
  }),
  z.strictObject({ method: z.literal('resource_pool'), enabled }),
  z.strictObject({ method: z.literal('vapp_name'), enabled }),
  z.strictObject({
    method: z.literal('vm_name_prefix'),
    enabled,
    separator: z.string().min(1).max(8).default('-'),
    prefixParts: z.int().min(1).max(10).default(1),
    /** A prefix that fewer VMs share is a part of one name, not an owner. */
    minVms: z.int().min(1).default(5),
    /** Words that say what a machine is, not whose it is. */
    ignoredPrefixes: z.array(z.string().min(1)).default(IGNORED_PREFIXES),
  }),
  z.strictObject({
    method: z.literal('annotation_field'),
    enabled: z.boolean().default(false),
    fieldName: z.string().trim().min(1).default('Tenant'),
  }),
  z.strictObject({
    method: z.literal('custom_attribute'),
    enabled,
    /** Names of custom attributes or tag categories, in any case; the first that has a value counts. */
    names: z
      .array(z.string().trim().min(1))
      .min(1)
      .default(['Tenant', 'Tenant Name', 'Customer', 'Organization', 'Organisation']),
  }),
  z.strictObject({ method: z.literal('cluster'), enabled }),
])
export type DetectionStep = z.infer<typeof DetectionStep>

export const DETECTION_PRESET_NAMES = [
  'standard',
  'cloud_director',
  'vsphere_folder',
  'cluster',
  'custom_attribute',
] as const
export type DetectionPresetName = (typeof DETECTION_PRESET_NAMES)[number]

export const TenantDetectionSettings = z.strictObject({
  /** Which order of methods to start from; `methods` replaces it. */
  preset: z.enum(DETECTION_PRESET_NAMES).default('standard'),
  /** The methods in their order; null: those of the preset. */
  methods: z
    .array(DetectionStep)
    .min(1)
    .refine((steps) => new Set(steps.map((step) => step.method)).size === steps.length, 'a method may stand only once')
    .nullable()
    .default(null),
  /** Owner of the VMs that no method can place. */
  fallbackName: z.string().trim().min(1).default('Unassigned'),
  /** Where the org VDC comes from when Cloud Director does not name it, tried in this order. */
  orgVdcFromResourcePool: z.boolean().default(true),
  orgVdcFromFolder: z.boolean().default(true),
  /** Keeps tenants of one name on two clusters apart. */
  orgVdcFromCluster: z.boolean().default(true),
})
export type TenantDetectionSettings = z.infer<typeof TenantDetectionSettings>

export interface DetectionPreset {
  readonly name: DetectionPresetName
  readonly title: string
  readonly when: string
  readonly methods: readonly DetectionMethod[]
}

/** Ready-made orders. A method that is not listed is not tried. */
export const DETECTION_PRESETS: readonly DetectionPreset[] = [
  {
    name: 'standard',
    title: 'Standard',
    when: 'The most telling method first: fits most estates, with Cloud Director or without.',
    methods: [
      'vcd_folder',
      'custom_attribute',
      'folder_path',
      'resource_pool',
      'vapp_name',
      'vm_name_prefix',
      'annotation_field',
      'cluster',
    ],
  },
  {
    name: 'cloud_director',
    title: 'Cloud Director',
    when: 'Organisations and org VDCs own every VM; what is outside them is the platform.',
    methods: ['vcd_folder', 'resource_pool', 'cluster'],
  },
  {
    name: 'vsphere_folder',
    title: 'Plain vSphere by folder',
    when: 'Folders below the datacenter are named after customers or departments.',
    methods: ['folder_path', 'resource_pool', 'cluster'],
  },
  {
    name: 'cluster',
    title: 'By cluster',
    when: 'Each customer or department has clusters of its own.',
    methods: ['cluster'],
  },
  {
    name: 'custom_attribute',
    title: 'By tag or custom attribute',
    when: 'A custom attribute, a tag category or a line of the notes names the owner.',
    methods: ['custom_attribute', 'annotation_field', 'folder_path', 'cluster'],
  },
]

/**
 * The steps that settings ask for, in order, switched-off ones left out.
 *
 * Notes are read only where a preset has nothing before them: free text names an owner by accident too easily.
 */
export function detectionSteps(settings: TenantDetectionSettings): DetectionStep[] {
  if (settings.methods) return settings.methods.filter((step) => step.enabled)
  const preset = DETECTION_PRESETS.find((candidate) => candidate.name === settings.preset)!
  const steps = preset.methods.map((method) => DetectionStep.parse({ method }))
  if (preset.name !== 'custom_attribute') return steps.filter((step) => step.enabled)
  return steps.map((step) => ({ ...step, enabled: true }))
}
