import { z } from 'zod';
import { platform, strategy, warnings } from './parts.ts';

/* The documents of the commands for the author's files. */

/** `fledge init --json`. */
export const initDocument = z.object({
  name: z.string().describe('Name of the plugin.'),
  directory: z.string().describe('Absolute path of its directory.'),
  files: z
    .array(
      z
        .object({
          path: z.string().describe('Absolute path of the file.'),
          action: z
            .enum(['written', 'kept', 'extended'])
            .describe('`kept`: it existed and is unchanged. `extended`: lines were appended.'),
        })
        .readonly(),
    )
    .readonly()
    .describe('The files, in order.'),
  warnings,
});

export type InitDocument = z.infer<typeof initDocument>;

/** `fledge validate --json`. */
export const validateDocument = z.object({
  valid: z.literal(true).describe('Always true: invalid files are an error.'),
  name: z.string().describe('Name of the plugin.'),
  strategy,
  files: z.array(z.string()).readonly().describe('The files that were checked.'),
  warnings,
});

export type ValidateDocument = z.infer<typeof validateDocument>;

/** `fledge lock --json`. */
export const lockDocument = z.object({
  file: z.string().describe('Path of fledge.lock.'),
  written: z.boolean().describe('False if nothing has changed, and with `--check`.'),
  upToDate: z.boolean().describe('Whether fledge.lock has these pins now.'),
  pins: z
    .array(
      z
        .object({
          source: z.string().describe('The image, the URL or the release.'),
          pin: z.string().describe('The digest or the tag.'),
          before: z.string().optional().describe('The earlier pin.'),
        })
        .readonly(),
    )
    .readonly()
    .describe('All pins.'),
  removed: z
    .array(
      z
        .object({
          source: z.string().describe('The image, the URL or the release.'),
          before: z.string().describe('Its pin.'),
        })
        .readonly(),
    )
    .readonly()
    .optional()
    .describe('With `--check`: pins of sources that fledge.toml does not have.'),
  warnings,
});

export type LockDocument = z.infer<typeof lockDocument>;

const planned = {
  config: z.string().describe('Path of fledge.toml.'),
  name: z.string().describe('Name of the plugin.'),
  strategy,
};

/** `fledge plan --json`. */
export const planDocument = z.object({
  builds: z
    .array(
      z
        .object({
          ...planned,
          directory: z.string().describe('The name, made safe for a directory.'),
          artifact: z.string().describe('Default name of the artifact.'),
        })
        .readonly(),
    )
    .readonly()
    .describe('The plugins.'),
  skipped: z
    .array(
      z
        .object({
          config: z.string().describe('Path of fledge.toml.'),
          name: z.string().describe('Name of the plugin.'),
          reason: z.string().describe('Why it is not built.'),
        })
        .readonly(),
    )
    .readonly()
    .optional()
    .describe('With `--since`: the plugins that have not changed.'),
  matrix: z
    .object({
      include: z
        .array(
          z
            .object({
              ...planned,
              platform,
              runner: z
                .union([z.string(), z.array(z.string()).readonly()])
                .describe('Label of a runner with this platform, or several.'),
            })
            .readonly(),
        )
        .readonly()
        .describe('One job for each plugin and platform.'),
    })
    .readonly()
    .describe('For `strategy.matrix` of a workflow.'),
});

export type PlanDocument = z.infer<typeof planDocument>;

/** `fledge version --json`. */
export const versionDocument = z.object({
  version: z.string().describe('The version of fledge.'),
  node: z.string().describe('The version of Node that runs it.'),
  platform: z.string().describe('The operating system, as Node names it.'),
  architecture: z.string().describe('The architecture, as Node names it.'),
});

export type VersionDocument = z.infer<typeof versionDocument>;
