import { z } from 'zod'

/**
 * What `portolan assess --json` prints: one object, versioned by `schema`. Fields may be added within version 1; none is
 * renamed, removed or given another meaning. What the export could not tell is null, never a made-up 0.
 */
const count = z.int().min(0)
const countOrUnknown = count.nullable()
const amountOrUnknown = z.number().min(0).nullable()

export const AssessmentDocument = z
  .strictObject({
    schema: z.literal('portolan.assessment/1'),
    sources: z
      .array(
        z.strictObject({
          file: z.string().describe('As given on the command line'),
          format: z.enum(['xlsx', 'xls', 'csv', 'csv-zip', 'csv-folder']),
          rvtoolsVersion: z.string().nullable().describe('From vMetaData; null when nothing says it'),
          vcenters: z.array(z.string()).describe('Servers the file names, as written'),
        }),
      )
      .min(1),
    inventory: z
      .strictObject({
        vms: count.describe('VMs with an identity, powered on or not; no templates, no SRM placeholders'),
        templates: countOrUnknown,
        poweredOn: countOrUnknown,
        poweredOff: countOrUnknown,
        suspended: countOrUnknown,
        vcpus: amountOrUnknown,
        memoryGiB: amountOrUnknown,
        disks: countOrUnknown.describe('Rows of vDisk that belong to such a VM'),
        diskCapacityGiB: amountOrUnknown,
        provisionedGiB: amountOrUnknown.describe("vInfo's own column"),
        inUseGiB: amountOrUnknown.describe("vInfo's own column"),
        nics: countOrUnknown.describe('Rows of vNetwork that belong to such a VM, on a real network or none'),
        networks: countOrUnknown.describe('Distinct real network names on those adapters'),
        snapshots: countOrUnknown,
        hosts: countOrUnknown,
        clusters: countOrUnknown,
        datastores: countOrUnknown,
        tenants: countOrUnknown.describe('Distinct owners found by tenant detection'),
      })
      .describe('Sums over the VMs that count; null where a missing sheet or column would have told'),
    scope: z
      .strictObject({
        vms: count.describe('VMs in scope: those that assessment and plan are of'),
        outOfScope: count.describe('VMs of the inventory that are not; with those in scope they are inventory.vms'),
        byReason: z
          .strictObject({
            vm: count.describe('VMs that were excluded by hand'),
            hand: count.describe('VMs of tenants that were excluded by hand'),
            filter: count.describe('VMs of tenants that a filter excludes'),
            cluster: count.describe('VMs in excluded clusters'),
          })
          .describe('Each VM once, by the first of these that holds'),
      })
      .describe('What migrates, by the decisions of --input; without them everything'),
    assessment: z.strictObject({
      risk: z.strictObject({ green: count, yellow: count, red: count }),
      mode: z.strictObject({ warm_eligible: count, warm_risky: count, cold_required: count, unknown: count }),
      findings: z
        .array(
          z.strictObject({
            rule: z.string().describe('Stable id; the methodology lists them all'),
            severity: z.enum(['critical', 'warning', 'info']),
            vms: count.min(1).describe('How many VMs it fired on'),
          }),
        )
        .describe('Rules that fired, in the order of the rule table'),
    }),
    plan: z.strictObject({
      bottleneck: z.enum(['source_host_nic', 'transport_link', 'agent_ingest', 'target_ingress', 'target_storage']),
      bottleneckMbps: z.number().min(0),
      efficiency: z.number().min(0).max(1),
      effectiveMbps: z.number().min(0).describe('bottleneckMbps × efficiency'),
      totalHours: z
        .number()
        .min(0)
        .describe('(warm in-use × resync overhead + cold bytes) ÷ effective rate, wall clock'),
      days: count.describe('Working days of the daily schedule'),
      waves: z.null().describe('Null until waves are asked for'),
    }),
    asOf: z.iso.date().describe('The day that ages and ends of support are judged on'),
    rejected: z.array(
      z.strictObject({
        file: z.string(),
        sheet: z.string(),
        row: count.describe('As a spreadsheet counts: the header is usually row 1'),
        reason: z.string(),
      }),
    ),
    warnings: z.array(
      z.strictObject({
        code: z.string().describe('Stable'),
        message: z.string(),
        file: z.string().nullable(),
        sheet: z.string().nullable(),
      }),
    ),
  })
  .meta({ title: 'Portolan assessment', description: 'What `portolan assess --json` prints' })
export type AssessmentDocument = z.infer<typeof AssessmentDocument>

/** The published JSON Schema (2020-12) of the document. */
export function assessmentJsonSchema(): object {
  return z.toJSONSchema(AssessmentDocument, { target: 'draft-2020-12', io: 'output' })
}
