import { z } from 'zod';
import { bytes, sha256, warnings } from './parts.ts';

const milliseconds = z.number().min(0);

const diagnosis = z
  .object({
    code: z.string().describe('The kind of the failure, see boot.md.'),
    message: z.string().describe('Why the boot failed.'),
    fix: z.string().describe('One sentence in the imperative.'),
  })
  .readonly();

const boot = z
  .object({
    ok: z.boolean().describe('Whether the machine reached the goal.'),
    ms: milliseconds.describe('Milliseconds from the start of the VMM to the goal, or to the failure.'),
    stages: z
      .array(
        z
          .object({
            name: z.enum(['kernel', 'init', 'agent', 'workload', 'answer']).describe('Name of the stage.'),
            ms: milliseconds.describe('Milliseconds since the start of the VMM.'),
          })
          .readonly(),
      )
      .readonly()
      .describe('The stages that the machine reached, in order.'),
    console: z.array(z.string()).readonly().describe('The last lines of the console.'),
    diagnosis: diagnosis.optional().describe('Why the boot failed.'),
  })
  .readonly();

/** `fledge boot --json`. */
export const bootDocument = z.object({
  ok: z.boolean().describe('Whether every boot reached the goal.'),
  artifact: z
    .object({
      path: z.string().describe('Path of the artifact.'),
      format: z.string().describe('Such as `initramfs`, `raw` or `qcow2`.'),
      fileSystem: z.string().optional().describe('For images.'),
    })
    .readonly()
    .describe('What was booted.'),
  vmm: z
    .object({
      name: z.string().describe('Name of the program.'),
      version: z.string().optional().describe('Its version.'),
    })
    .readonly()
    .describe('The program that ran the machine.'),
  accelerator: z.enum(['kvm', 'tcg']).describe('`tcg` is emulation.'),
  kernel: z
    .object({
      path: z.string().describe('Path of the file.'),
      version: z.string().optional().describe('Its version.'),
      sha256: sha256,
      origin: z.string().describe('Where the kernel is from.'),
    })
    .readonly()
    .describe('The kernel.'),
  cpus: z.int().min(1).describe('Number of CPUs.'),
  memoryMiB: z.int().min(1).describe('Memory of the machine in MiB.'),
  commandLineBytes: bytes.describe("Length of the kernel's command line."),
  goal: z.string().describe('The goal in words.'),
  boots: z.array(boot).readonly().describe('In order; it ends with the first that failed.'),
  times: z
    .object({
      min: milliseconds.describe('The fastest boot.'),
      median: milliseconds.describe('The median.'),
      max: milliseconds.describe('The slowest boot.'),
    })
    .readonly()
    .describe('Milliseconds of the boots.'),
  diagnosis: diagnosis.optional().describe('Why the boot that failed did.'),
  warnings,
});

export type BootDocument = z.infer<typeof bootDocument>;
