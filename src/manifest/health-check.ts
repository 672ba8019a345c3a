import type { KnownPort } from './port.ts';
import { atTemplate, type Remark } from './remarks.ts';
import type { TemplateFields } from './template-rules.ts';

/** Default `timeout_ms` of a health check. kestrel probes for two minutes, whatever it is. */
const DEFAULT_TIMEOUT_MS = 10_000;

/** Well-known ports of servers that do not speak HTTP (IANA's registry). */
const OTHER_PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [21, 'FTP'],
  [22, 'SSH'],
  [25, 'SMTP'],
  [53, 'DNS'],
  [389, 'LDAP'],
  [1883, 'MQTT'],
  [3306, 'MySQL'],
  [4222, 'NATS'],
  [5432, 'PostgreSQL'],
  [5672, 'AMQP'],
  [6379, 'Redis'],
  [9042, 'Cassandra'],
  [9092, 'Kafka'],
  [11211, 'memcached'],
  [27017, 'MongoDB'],
]);

/** The health check of the template, completed; undefined if it has none. */
export function healthCheckOf({ health_check: check }: Pick<TemplateFields, 'health_check'>) {
  if (check === undefined) return undefined;
  return { endpoint: check.endpoint ?? '/', timeout_ms: check.timeout_ms ?? DEFAULT_TIMEOUT_MS };
}

/** Remarks about the health check of a plugin with an agent. kestrel probes with HTTP GET until it gets a 2xx status. */
export function remarksOnHealthCheck(
  template: Pick<TemplateFields, 'health_check' | 'workload'>,
  known: KnownPort | undefined,
): Remark[] {
  const { type = 'http' } = template.workload;
  const check = healthCheckOf(template);
  if (check === undefined) {
    if (type !== 'http') return [];
    const message =
      'the manifest has no health_check; to add one, set endpoint in [health_check] of manifest.toml; kestrel then stops the machine if the workload does not answer GET on that path with a 2xx status within two minutes';
    return [{ code: 'note', message }];
  }
  // An empty endpoint turns the probe off.
  if (check.endpoint === '') return [];
  const protocol = known === undefined ? undefined : OTHER_PROTOCOLS.get(known.port);
  const reason =
    type !== 'http'
      ? `the type of the workload is "${type}"`
      : protocol === undefined
        ? undefined
        : `port ${known?.port} usually speaks ${protocol}`;
  if (reason === undefined) return [];
  return [
    {
      code: 'health-check',
      message: `kestrel probes with HTTP, but ${reason}; a probe that fails for two minutes stops the machine`,
      fix: 'remove [health_check], or set its endpoint to "" to turn the probe off',
      ...atTemplate('health_check'),
    },
  ];
}
