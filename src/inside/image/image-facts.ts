import { z } from 'zod';
import type { Image } from '../../sources/image/image.ts';
import { formatBytes } from '../../support/units.ts';
import type { Fact } from '../artifact.ts';
import type { InsideLayer } from '../entry.ts';

/** Fields of a config that only people read, so a wrong one is left out. */
const remarksSchema = z.object({
  created: z.string().optional().catch(undefined),
  history: z
    .array(
      z.object({
        created_by: z.string().optional().catch(undefined),
        empty_layer: z.boolean().optional().catch(undefined),
      }),
    )
    .catch([]),
});

/** The layers of an image, from the bottom up. */
export function layersOf({ layers, rawConfig }: Pick<Image, 'layers' | 'rawConfig'>): readonly InsideLayer[] {
  const history = remarksOf(rawConfig).history.filter(({ empty_layer }) => empty_layer !== true);
  // A history is optional. One with another number of layers belongs to none of them for sure.
  const isComplete = history.length === layers.length;
  return layers.map(({ digest, diffId, size }, index) => {
    const createdBy = isComplete ? history[index]?.created_by : undefined;
    return { index, digest, diffId, size, ...(createdBy !== undefined && { createdBy }) };
  });
}

/** The statements of an image's manifest and config. The values of variables can be secrets, so only names are returned. */
export function factsOf(image: Image): readonly Fact[] {
  const { digest, configPlatform, configDigest, entrypoint, cmd, env, user, workdir, exposedPorts, labels } = image;
  const facts: readonly (Omit<Fact, 'value'> & { readonly value: Fact['value'] | undefined })[] = [
    { key: 'digest', title: 'digest', value: digest },
    { key: 'configDigest', title: 'image id', value: configDigest },
    { key: 'platform', title: 'platform', value: configPlatform },
    { key: 'created', title: 'created', value: remarksOf(image.rawConfig).created },
    { key: 'entrypoint', title: 'entrypoint', value: entrypoint },
    { key: 'cmd', title: 'cmd', value: cmd },
    { key: 'env', title: 'variables', value: env.map((text) => text.split('=', 1).join('')) },
    { key: 'user', title: 'user', value: user },
    { key: 'workdir', title: 'working directory', value: workdir },
    { key: 'exposedPorts', title: 'ports', value: exposedPorts },
    { key: 'labels', title: 'labels', value: Object.entries(labels).map(([name, value]) => `${name}=${value}`) },
    { key: 'layerCount', title: 'layers', value: image.layers.length },
    { key: 'layerBytes', title: 'size of layers', value: sum(image.layers.map(({ size }) => size)), unit: 'bytes' },
    {
      key: 'layers',
      title: 'layer',
      value: image.layers.map((layer) => `${layer.digest} (${formatBytes(layer.size)})`),
    },
  ];
  return facts.flatMap(({ value, ...fact }) =>
    value === undefined || (Array.isArray(value) && value.length === 0) ? [] : [{ ...fact, value }],
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function remarksOf(rawConfig: Buffer): z.infer<typeof remarksSchema> {
  const parsed = remarksSchema.safeParse(JSON.parse(rawConfig.toString('utf8')));
  return parsed.success ? parsed.data : { created: undefined, history: [] };
}
