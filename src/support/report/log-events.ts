import { z } from 'zod';
import { ERROR_CODES, FledgeError } from '../errors.ts';
import { NAMED_OPTIONS, type Text } from '../wording.ts';
import { errorFields } from './error-fields.ts';
import { jsonText } from './json-text.ts';
import { WARNING_CODES } from './warning-codes.ts';

/*
 * The lines of `--log-format json`. fledge reads them too, from builds in other processes. Documented for users in
 * docs/troubleshooting.md: within one schema number, fields and types may be added, and existing ones keep their meaning.
 */

/** The number of the schema, which is in the first line of a log. */
export const LOG_SCHEMA = 1;

/** Characters of the longest line. The longest error has about 60,000, and each can be escaped as six. */
const MAX_LINE = 1024 * 1024;

const count = z.int().min(0);
const placeSchema = z.object({
  file: z.string().describe('The file as the user named it.'),
  line: count.describe('From 1.'),
  column: count.describe('From 1, in characters.'),
});
const problemSchema = placeSchema.extend({
  key: z.string().optional(),
  message: z.string(),
  suggestion: z.string().optional(),
  excerpt: z.string().optional(),
});
/** A warning as data, see `Warning`. */
export const warningSchema = z
  .object({
    code: z.enum(WARNING_CODES).catch('other').describe('The kind of the warning, see troubleshooting.md.'),
    message: z.string().describe('The text, without the other fields.'),
    ...placeSchema.partial().shape,
    key: z.string().optional().describe('The key in the file.'),
    fix: z.string().optional().describe('One sentence in the imperative.'),
  })
  .readonly();
const textSchema = z.union([
  z.string(),
  z.array(z.union([z.string(), z.object({ option: z.enum(NAMED_OPTIONS), value: z.string().optional() })])),
]);

/** One line, see `LogEvent`. */
export const logEventSchema = z.discriminatedUnion('type', [
  /** The first line. */
  z.object({ type: z.literal('start'), schema: z.int(), fledge: z.string() }),
  z.object({ type: z.literal('step'), title: z.string() }),
  z.object({ type: z.literal('info'), message: z.string() }),
  /** Only with `--verbose`. */
  z.object({ type: z.literal('debug'), message: z.string() }),
  z.object({
    type: z.literal('warning'),
    /** Contains the place and the key, if there are any. */
    message: z.string(),
    place: placeSchema.optional(),
    warning: warningSchema.optional(),
  }),
  /** At most one a second for each label, and one with `ended` for a label that had others. */
  z.object({
    type: z.literal('progress'),
    label: z.string(),
    unit: z.enum(['bytes', 'entries', 'seconds']),
    done: z.number(),
    total: z.number().optional(),
    ended: z.boolean().optional(),
  }),
  z.object({
    type: z.literal('error'),
    code: z.enum(ERROR_CODES),
    message: z.string(),
    fix: z.string().optional(),
    /** The problems in files, with their positions. The message contains them too. */
    problems: z.array(problemSchema),
    /** Whether only the authors of fledge can fix it. */
    bug: z.boolean(),
    /** With `--verbose`. */
    stack: z.string().optional(),
    /** The texts with options as data, if they contain options; and the part of the message that is not in `problems`. */
    wording: z.object({ message: textSchema, fix: textSchema.optional(), remark: textSchema.optional() }).optional(),
  }),
]);

/** One line of `--log-format json`. */
export type LogEvent = z.infer<typeof logEventSchema>;
export type ErrorEvent = Extract<LogEvent, { readonly type: 'error' }>;

/**
 * An event as a line, with its line break. Control characters are escaped. `plugin` is the plugin that the event is about, if
 * the program builds several.
 */
export function formatLogEvent(event: LogEvent, plugin?: string): string {
  return `${jsonText(plugin === undefined ? event : { ...event, plugin })}\n`;
}

/** The event of a line, or undefined: other programs write to the same stream. The line is untrusted. */
export function parseLogEvent(line: string): LogEvent | undefined {
  if (!line.startsWith('{') || line.length > MAX_LINE) return undefined;
  try {
    return logEventSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The event for anything thrown; see `errorFields`. */
export function errorEvent(error: unknown, log: string, stack?: string): ErrorEvent {
  return {
    type: 'error',
    ...errorFields(error, log, stack),
    ...(error instanceof FledgeError && wordingOf(error)),
  };
}

function wordingOf({ wording: { message, fix }, problems, remark }: FledgeError): Pick<ErrorEvent, 'wording'> {
  const beside = problems.length === 0 ? undefined : remark;
  if (beside === undefined && [message, fix ?? ''].every((text) => typeof text === 'string')) return {};
  return {
    wording: {
      message: partsOf(message),
      ...(fix !== undefined && { fix: partsOf(fix) }),
      ...(beside !== undefined && { remark: partsOf(beside) }),
    },
  };
}

function partsOf(text: Text): z.infer<typeof textSchema> {
  return typeof text === 'string' ? text : [...text];
}

/** The error that an event describes. */
export function errorOfEvent({ code, message, fix, problems, bug, wording }: ErrorEvent): FledgeError {
  if (bug) return new FledgeError('internal', message);
  return new FledgeError(code === 'internal' ? 'tool' : code, wording?.message ?? message, {
    fix: wording?.fix ?? fix,
    problems: problems.map((problem) => ({ ...problem, key: problem.key })),
    remark: wording?.remark,
  });
}
