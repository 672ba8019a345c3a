import { z } from 'zod';
import { ERROR_CODES } from '../../support/errors.ts';
import { warnings } from './parts.ts';

/** Every command with `--json` that fails. */
export const errorDocument = z.object({
  error: z
    .object({
      code: z.enum(ERROR_CODES).describe('The kind of the failure. `config` and `usage` end with status 2.'),
      message: z.string().describe('What failed, and why.'),
      fix: z.string().optional().describe('One sentence in the imperative.'),
      problems: z
        .array(
          z.object({
            file: z.string().describe('The file as the user named it.'),
            line: z.int().min(1).describe('From 1.'),
            column: z.int().min(1).describe('From 1, in characters.'),
            key: z.string().optional().describe('The key in the file.'),
            message: z.string().describe('What is wrong.'),
            suggestion: z.string().optional().describe('The nearest valid name or value.'),
            excerpt: z.string().optional().describe('The line, with a caret below it.'),
            code: z.string().optional().describe('For a problem that is only a warning.'),
          }),
        )
        .describe('The problems in files. The message contains them, too.'),
      bug: z.boolean().describe('Whether it is a bug in fledge.'),
      stack: z.string().optional().describe('With `-v`.'),
    })
    .describe('The error.'),
  warnings,
});

export type ErrorDocument = z.infer<typeof errorDocument>;
