import { z } from 'zod';
import { documentSchema } from './schema.ts';
import {
  AGENT_KEYS,
  AGENT_VARIANTS,
  AGENTLESS_STRATEGY,
  BUSYBOX_FILE_KEYS,
  DOCKERFILE_KEYS,
  IMAGE_KEYS,
  IMAGE_STRATEGY,
  STRATEGY_KEYS,
} from './variants.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 2020-12) of fledge.toml, for editors. `fledge validate` refuses everything that the schema
 * refuses, and more: the schema cannot express all rules, such as two mappings to one destination.
 */
export function fledgeTomlJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(documentSchema, { target: 'draft-2020-12', override: dropSafeIntegerLimit });
  return {
    ...schema,
    allOf: [...strategyConditions(), ...sourceConditions(), ...agentConditions(), ...initConditions()],
  };
}

/** A file with an image, which may have an init. */
const WITH_IMAGE = has({ source: { anyOf: IMAGE_KEYS.map((key) => ({ required: [key] })) } });

/** Destinations that are /init or the root, however many slashes and dots they have. */
const PROVIDES_INIT = '^/(?:\\.?/)*(?:\\.|init)?$';

/** Removes the maximum of 2^53 that zod adds to integers: it does not help the author of a size. */
function dropSafeIntegerLimit({ jsonSchema }: { jsonSchema: Record<string, unknown> }): void {
  if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER) delete jsonSchema['maximum'];
}

function strategyConditions(): JsonSchema[] {
  return (['initramfs', 'oci_rootfs'] as const).map((strategy) => ({
    if: has({ strategy: { const: strategy } }),
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
    then: merge([
      ...STRATEGY_KEYS.filter((key) => key.strategy !== strategy).map((key) => forbid(key.path)),
      ...(strategy === IMAGE_STRATEGY ? [WITH_IMAGE] : []),
      ...(strategy === AGENTLESS_STRATEGY ? [] : [withoutNone()]),
    ]),
  }));
}

/** An image or a Dockerfile, with the keys of each; busybox from an image or a file. */
function sourceConditions(): JsonSchema[] {
  const excludes = (key: string, others: readonly string[]): JsonSchema => ({
    not: { allOf: [{ required: [key] }, { anyOf: others.map((other) => ({ required: [other] })) }] },
  });
  const dependentRequired = Object.fromEntries(DOCKERFILE_KEYS.map((key) => [key, ['dockerfile']]));
  const rules = [
    excludes('image', ['dockerfile']),
    excludes('busybox_image', BUSYBOX_FILE_KEYS),
    { dependentRequired },
  ];
  return [{ properties: { source: { allOf: rules } } }];
}

/** Each `source_strategy` has its own keys, requires some of them, and accepts no others. */
function agentConditions(): JsonSchema[] {
  return Object.entries(AGENT_VARIANTS).map(([variant, { required, optional }]) => {
    const foreign = AGENT_KEYS.filter((key) => !required.includes(key) && !optional.includes(key));
    return {
      if: has({ agent: has({ source_strategy: { const: variant } }) }),
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
      then: {
        properties: {
          agent: {
            ...(required.length > 0 && { required }),
            properties: Object.fromEntries(foreign.map((key) => [key, false])),
          },
        },
      },
    };
  });
}

function initConditions(): JsonSchema[] {
  const none = has({ none: { const: true } });
  return [
    { not: has({ init: { allOf: [{ required: ['path'] }, none] } }) },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
    { if: has({ init: { anyOf: [{ required: ['path'] }, none] } }), then: { properties: { agent: false } } },
    {
      if: has({ init: none }),
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
      then: { anyOf: [has({ mappings: someValue(providesInit()) }), WITH_IMAGE] },
    },
  ];
}

/** A mapping of which one destination may be /init. */
function providesInit(): JsonSchema {
  const destination = { type: 'string', pattern: PROVIDES_INIT };
  const several = { type: 'array', contains: destination };
  return { anyOf: [destination, { type: 'object', ...has({ to: { anyOf: [destination, several] } }) }] };
}

/** An object with at least one value like this. */
function someValue(schema: JsonSchema): JsonSchema {
  return { not: { additionalProperties: { not: schema } } };
}

function withoutNone(): JsonSchema {
  return { properties: { agent: { properties: { source_strategy: { not: { const: 'none' } } } } } };
}

/** An object that has all of these properties, each as described. */
function has(properties: JsonSchema): JsonSchema {
  return { required: Object.keys(properties), properties };
}

function forbid([first, ...rest]: readonly [string, ...string[]]): JsonSchema {
  const [next, ...others] = rest;
  return { properties: { [first]: next === undefined ? false : forbid([next, ...others]) } };
}

function merge(schemas: readonly JsonSchema[]): JsonSchema {
  return { allOf: schemas };
}
