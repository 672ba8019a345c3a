import { parseChecksumList } from '../../src/compare/checksum-list.ts';
import { IMAGE_PATTERN, parseImageReference, TRANSPORTS } from '../../src/config/image-reference.ts';
import { validateConfigText } from '../../src/config/load.ts';
import { parseLockText } from '../../src/lock/lock-file.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';
import { parseManifestOrIndex } from '../../src/sources/image/image.ts';
import { configSchema, layoutSchema, parseDocument } from '../../src/sources/image/image-json.ts';
import { selectPlatform } from '../../src/sources/image/platform.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { type FuzzTarget, mutateText, pick } from './fuzz.ts';

const HEX = 'a'.repeat(64);
const ODD = [
  '',
  '\0',
  '\n',
  '\r\n',
  ' ',
  '\t',
  '"',
  "'",
  '\\',
  '/',
  '..',
  '\u00e9',
  '\u{1f980}',
  '\ud800',
  '9'.repeat(20),
  '-',
  '{',
  '[',
  '#',
  '__proto__',
];

const REFERENCES = [
  'nginx',
  'ghcr.io/a/b:1.27',
  `nginx:1@sha256:${HEX}`,
  '[::1]:5000/a',
  'docker://nginx',
  'docker-daemon:nginx:1',
  `docker-daemon:sha256:${HEX}`,
  'docker-archive:a.tar:nginx:1',
  'oci:dir:tag',
  'oci-archive:a.tar',
  'dir:a',
  'containers-storage:nginx',
  'containers-storage:[overlay@/a+/b:overlay.mount_program=/c]nginx',
];

/** References of images. */
export const imageReferenceTarget: FuzzTarget = {
  name: 'image-reference',
  generate: (random) =>
    mutateText(
      pick(REFERENCES, random),
      [...ODD, ...TRANSPORTS, ':', '@', '//', '[', ']', '+', 'sha256:', HEX],
      random,
    ),
  run(input) {
    const text = input.toString();
    const parsed = parseImageReference(text);
    if (!parsed.ok) {
      if (parsed.message === '') throw new Error('it is refused without a word');
      return;
    }
    if (parsed.image.text !== text) throw new Error('its text is another');
    if (!new RegExp(IMAGE_PATTERN).test(text)) throw new Error('the JSON schema would refuse it');
    if (/[\p{Cc}/]/u.test(parsed.image.baseName))
      throw new Error(`its name is ${JSON.stringify(parsed.image.baseName)}`);
  },
};

const CONFIGS = [
  `version = "1"
strategy = "initramfs"
[agent]
source_strategy = "release"
version = "latest"
[source]
busybox_url = "https://example.com/busybox"
busybox_sha256 = "${HEX}"
[mappings]
"app" = "/bin/app"
"conf" = { to = ["/etc/app", "/b"], mode = "0640", directory_mode = "0750", owner = "a:70", exclude = ["**/*.md"], replace = true }
[directories]
"/var/lib/app" = { mode = "1770", owner = "70:70" }
`,
  `version = "1"
strategy = "oci_rootfs"
[agent]
source_strategy = "http"
url = "https://example.com/agent"
checksum = "sha256:${HEX}"
[source]
image = "nginx:1.27"
[filesystem]
type = "ext4"
size_buffer_mb = "auto"
`,
  `schema_version = "1.0"
name = "web"
version = "1.0"
[resources]
cpu_cores = 1
memory_mb = 512
[workload]
base_url = "http://127.0.0.1:8080"
[env]
A = "b"
`,
  `version = 1
[image]
reference = "nginx:1.27"
digest = "sha256:${HEX}"
`,
];
const TOML_WORDS = [
  ...ODD,
  'a.b.c = 1\n',
  '[[a]]\n',
  '[a]\n',
  '= ',
  '"""',
  '{ a = 1 }',
  'inf',
  '1979-05-27',
  '0x1',
  '[[',
  '[1, ',
  '{a,aa}',
  '**',
  '[z-a]',
];

/** Configs, templates of manifests, and lock files; each must be read or refused with its position. */
export const tomlTarget: FuzzTarget = {
  name: 'toml',
  generate: (random) => mutateText(pick(CONFIGS, random), TOML_WORDS, random),
  async run(input, step) {
    const text = input.toString();
    for (const check of [validateConfigText, validateTemplateText, parseLockText]) {
      step();
      try {
        await check(text, 'fuzz.toml');
      } catch (error) {
        if (!(error instanceof FledgeError) || error.code !== 'config') throw error;
        if (!error.message.startsWith('fuzz.toml')) throw new Error(`the message has no position: ${error.message}`);
      }
    }
  },
};

const LISTS = [
  `${HEX}  a\n${HEX} *b/c\n`,
  `\\${HEX}  a\\nb\n`,
  `SHA256 (a) = ${HEX}\n`,
  `# comment\r\n${HEX}  a\r\n\n`,
];

/** Lists of digests. */
export const checksumListTarget: FuzzTarget = {
  name: 'checksum-list',
  generate: (random) =>
    mutateText(pick(LISTS, random), [...ODD, HEX, '  ', ' *', 'SHA256 (', ') = ', '\\n', './'], random),
  run(input, step) {
    for (const { name, sha256 } of parseChecksumList(input, 'fuzz')) {
      step();
      if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`a digest is ${sha256}`);
      if (name === '' || name.includes('\0') || name.startsWith('./') || name.includes('//')) {
        throw new Error(`a name is ${JSON.stringify(name)}`);
      }
    }
  },
};

const DESCRIPTOR = { mediaType: 'application/vnd.oci.image.manifest.v1+json', digest: `sha256:${HEX}`, size: 5 };
const DOCUMENTS = [
  {
    schemaVersion: 2,
    mediaType: DESCRIPTOR.mediaType,
    config: { ...DESCRIPTOR, mediaType: 'application/vnd.oci.image.config.v1+json' },
    layers: [{ ...DESCRIPTOR, mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip', urls: null }],
  },
  {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [
      { ...DESCRIPTOR, platform: { architecture: 'amd64', os: 'linux' } },
      { ...DESCRIPTOR, platform: { architecture: 'arm64', os: 'linux', variant: 'v8' } },
      { ...DESCRIPTOR, annotations: { 'vnd.docker.reference.type': 'attestation-manifest' } },
    ],
  },
  {
    architecture: 'amd64',
    os: 'linux',
    variant: null,
    config: {
      Entrypoint: ['/x'],
      Cmd: null,
      Env: ['A=b'],
      WorkingDir: '/',
      ExposedPorts: { '80/tcp': {} },
      Labels: { a: 'b' },
    },
    rootfs: { type: 'layers', diff_ids: [`sha256:${HEX}`] },
  },
  { imageLayoutVersion: '1.0.0' },
].map((document) => JSON.stringify(document));
const JSON_WORDS = [
  ...ODD,
  'null',
  '1e999',
  '-1',
  '0.5',
  '[]',
  '{}',
  '""',
  'true',
  ',',
  ':',
  '"__proto__":{}',
  '"schemaVersion":1,',
  '{"a":',
  '\ufeff',
];

/** Documents of OCI images and layouts. */
export const ociDocumentTarget: FuzzTarget = {
  name: 'oci-document',
  generate: (random) => mutateText(pick(DOCUMENTS, random), JSON_WORDS, random),
  run(input, step) {
    const attempts: readonly (() => unknown)[] = [
      () => {
        const parsed = parseManifestOrIndex({ bytes: input, digest: `sha256:${HEX}` }, 'fuzz');
        return 'layers' in parsed ? parsed : selectPlatform(parsed.manifests, 'linux/amd64', 'fuzz');
      },
      () => parseDocument(input, configSchema, 'fuzz'),
      () => parseDocument(input, layoutSchema, 'fuzz'),
    ];
    for (const attempt of attempts) {
      step();
      try {
        attempt();
      } catch (error) {
        if (!(error instanceof FledgeError) || error.code !== 'input') throw error;
      }
    }
  },
};
