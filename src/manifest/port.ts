import type { KeyPath } from '../document/problems.ts';
import type { ImageFacts } from './image-facts.ts';
import { atImage, atTemplate, type Remark } from './remarks.ts';
import type { TemplateFields } from './template-rules.ts';

/** The port of a workload, and the key that it is from. */
export interface KnownPort {
  readonly port: number;
  readonly at: Pick<Remark, 'at'>;
}

/** kestrel's own port. */
const AGENT_PORT = 8080;
/** The port in `base_url` if none is known. */
const FALLBACK_PORT = 80;

/** The first of: the port of the template's `base_url`, the first tcp port of `network.expose`, that of the image. */
export function findPort(
  { workload, network }: Pick<TemplateFields, 'workload' | 'network'>,
  image: Pick<ImageFacts, 'exposedPorts' | 'reference'> | undefined,
): KnownPort | undefined {
  const { base_url: baseUrl } = workload;
  const url = baseUrl === undefined ? null : URL.parse(baseUrl);
  if (url !== null) {
    const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
    return { port, at: atTemplate('workload', 'base_url') };
  }
  const expose = network?.expose ?? [];
  const index = expose.findIndex(isTcp);
  const exposed = expose[index];
  if (exposed !== undefined) return { port: exposed.port, at: atTemplate('network', 'expose', index, 'port') };
  for (const text of image?.exposedPorts ?? []) {
    // A range counts as its first port. Docker's own tools expand ranges, other tools do not.
    const port = Number(/^(\d+)(?:-\d+)?(?:\/tcp)?$/i.exec(text)?.[1]);
    if (port >= 1 && port <= 65535) return { port, at: atImage(image) };
  }
  return undefined;
}

/** `base_url` for a port. */
export function baseUrlOf(port: number | undefined): string {
  return `http://127.0.0.1:${port ?? FALLBACK_PORT}`;
}

/** Remarks about the port of a plugin with an agent. `needsPort` is true if the agent or Volant connects to the workload. */
export function remarksOnPort(
  { network }: Pick<TemplateFields, 'network'>,
  known: KnownPort | undefined,
  needsPort: boolean,
): Remark[] {
  const expose = network?.expose ?? [];
  const others = expose.flatMap((entry, index): KeyPath[] =>
    isTcp(entry) && entry.port === AGENT_PORT ? [['network', 'expose', index, 'port']] : [],
  );
  const [other] = others;
  const at = known?.port === AGENT_PORT ? known.at : other === undefined ? undefined : atTemplate(...other);
  if (at !== undefined) {
    return [
      {
        code: 'agent-port',
        message: `the port of the workload is ${AGENT_PORT}, and kestrel listens on ${AGENT_PORT} itself: the agent cannot start, and the machine stops`,
        fix: 'let the workload listen on another port, and set base_url in [workload] of manifest.toml',
        ...at,
      },
    ];
  }
  if (known !== undefined || !needsPort) return [];
  return [
    {
      code: 'no-port',
      message: `the port of the workload is not known, so base_url has port ${FALLBACK_PORT}`,
      fix: 'set base_url in [workload] of manifest.toml, such as base_url = "http://127.0.0.1:3000"',
    },
  ];
}

function isTcp({ protocol = 'tcp' }: { readonly protocol?: 'tcp' | 'udp' | undefined }): boolean {
  return protocol === 'tcp';
}
