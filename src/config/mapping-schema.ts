import { z } from 'zod';
import { checkedText } from '../document/checked-text.ts';
import { problemOfGlob, problemOfGlobs } from './glob.ts';
import { MAPPING_PATTERNS, problemOfDestination, problemOfMode, problemOfOwner } from './mapping-values.ts';
import { PATTERNS } from './values.ts';

/** The schemas of the tables `[mappings]` and `[directories]`, whose keys are paths that the author chooses. */

const MAX_GLOBS = 100;

const destination = checkedText(problemOfDestination).meta({
  description: 'An absolute path in the image; with a slash at the end, the directory that the file is put into.',
  pattern: PATTERNS.destination,
});

const owner = checkedText(problemOfOwner)
  .meta({
    description: 'User and group, as numbers or as names of /etc/passwd and /etc/group in the finished image.',
    examples: ['70:70', 'postgres:postgres'],
    pattern: MAPPING_PATTERNS.owner,
  })
  .optional();

function mode(description: string, example: string) {
  return checkedText(problemOfMode)
    .meta({ description, examples: [example], pattern: MAPPING_PATTERNS.mode })
    .optional();
}

const mappingTable = z.strictObject({
  to: z
    .union([destination, z.array(destination).min(1)])
    .meta({ description: 'The absolute destination in the image, or an array of several.' }),
  mode: mode('Mode of each mapped file: 3 or 4 octal digits in quotes.', '0640'),
  directory_mode: mode('Mode of each directory that the mapping creates: 3 or 4 octal digits in quotes.', '0750'),
  owner,
  exclude: z
    .array(checkedText(problemOfGlob).meta({ pattern: MAPPING_PATTERNS.glob }))
    .max(MAX_GLOBS)
    .check((context) => {
      const message = problemOfGlobs(context.value);
      if (message !== undefined) context.issues.push({ code: 'custom', input: context.value, message });
    })
    .meta({
      description: 'Files and directories that are not mapped: globs, relative to the mapped directory.',
      examples: [['**/*.md', 'cache/**']],
    })
    .optional(),
  replace: z
    .boolean()
    .meta({
      description: 'Allow that a directory replaces a file, and that a file replaces a directory.',
      default: false,
    })
    .optional(),
});

/** The keys of a mapping in table form. */
export const MAPPING_KEYS: readonly string[] = Object.keys(mappingTable.shape);

export const mappings = z
  .record(z.string().meta({ pattern: PATTERNS.path }), z.union([destination, mappingTable]))
  .meta({
    description:
      'Files to add: "host path" = "/absolute/destination", or a table with more settings. Host paths are relative to ' +
      'fledge.toml; directories are copied with their contents.',
  });

export const directories = z
  .record(
    z.string().meta({ pattern: PATTERNS.destination }),
    z.strictObject({
      mode: mode('Mode of the directory: 3 or 4 octal digits in quotes. Default: 0755, or as in the image.', '0750'),
      owner,
    }),
  )
  .meta({
    description:
      'Directories to create, or to adjust where the image has them: "/absolute/path" = { mode = "0750", owner = "70:70" }.',
  });

export type MappingValue = z.infer<typeof mappings>[string];
export type DirectoryValue = z.infer<typeof directories>[string];
