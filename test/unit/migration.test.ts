import { describe, expect, it } from 'vitest';
import { validateConfigText } from '../../src/config/load.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';
import { FledgeError } from '../../src/support/errors.ts';

/* docs/migrating.md: what the configs of the Go fledge become. */

const BUSYBOX = `[source]
busybox_url = "https://busybox.net/downloads/binaries/1.35.0-x86_64-linux-musl/busybox"
`;
const DIGEST = 'busybox_sha256 = "6e123e7f3202a8c1e9b1f94d8941580a25135382b99e8d3e34fb858bba311348"\n';
const AGENT = '[agent]\nsource_strategy = "release"\nversion = "latest"\n';

function initramfs(...parts: readonly string[]): string {
  return `version = "1"\nstrategy = "initramfs"\n${parts.join('')}`;
}

function rootfs(...parts: readonly string[]): string {
  return `version = "1"\nstrategy = "oci_rootfs"\n${parts.join('')}`;
}

const NGINX = '[source]\nimage = "nginx:alpine"\n';
const EXT4 = '[filesystem]\ntype = "ext4"\nsize_buffer_mb = 100\npreallocate = false\n';

/** The forms of the complete examples in the guides of the Go fledge. */
const VALID: Readonly<Record<string, string>> = {
  'busybox and the agent alone': initramfs(AGENT, BUSYBOX, DIGEST),
  'a program with a config file': initramfs(
    AGENT,
    BUSYBOX,
    DIGEST,
    '[mappings]\n"payload/webserver" = "/usr/bin/webserver"\n"payload/webserver.yaml" = "/etc/webserver/config.yaml"\n',
  ),
  'a program, a directory and a script': initramfs(
    AGENT,
    BUSYBOX,
    DIGEST,
    '[mappings]\n"./app/binary" = "/usr/bin/myapp"\n"./configs" = "/etc/myapp"\n"./scripts/startup.sh" = "/usr/local/bin/startup.sh"\n',
  ),
  'a hidden file': initramfs(
    AGENT,
    BUSYBOX,
    DIGEST,
    '[mappings]\n"worker" = "/usr/bin/worker"\n".env" = "/etc/worker/.env"\n',
  ),
  'an agent of this machine': initramfs('[agent]\nsource_strategy = "local"\npath = "./kestrel"\n', BUSYBOX),
  'the custom init mode': initramfs(
    '[init]\npath = "./my-init"\n',
    BUSYBOX,
    '[mappings]\n"./my-init" = "/init"\n"./myapp" = "/usr/bin/myapp"\n',
  ),
  'the none init mode': initramfs('[init]\nnone = true\n', BUSYBOX, '[mappings]\n"./my-supervisor" = "/init"\n'),
  'an image in ext4': rootfs(NGINX, EXT4),
  'an image with a file and a directory': rootfs(
    NGINX,
    EXT4,
    '[mappings]\n"configs/nginx.conf" = "/etc/nginx/nginx.conf"\n"html/" = "/usr/share/nginx/html"\n',
  ),
  'several directories': rootfs(
    '[source]\nimage = "python:3.11-alpine"\n',
    EXT4,
    '[mappings]\n"payload/app" = "/opt/app"\n"payload/static" = "/var/www/static"\n"configs/app.yaml" = "/etc/flask-app/config.yaml"\n',
  ),
  'a Dockerfile': rootfs(
    '[source]\ndockerfile = "Dockerfile"\ncontext = "."\ntarget = "run"\nbuild_args = { A = "1" }\n',
  ),
  'an initramfs on an image': initramfs(AGENT, NGINX),
};

/** The differences that are errors, each with its key. */
const INVALID: Readonly<Record<string, readonly [config: string, key: string]>> = {
  'a shortened digest': [initramfs(BUSYBOX, 'busybox_sha256 = "6e123e7f"\n'), 'source.busybox_sha256'],
  'a placeholder for a digest': [initramfs(BUSYBOX, 'busybox_sha256 = "<sha256>"\n'), 'source.busybox_sha256'],
  'an init that is mapped in the default mode': [
    initramfs(AGENT, '[mappings]\n"custom-init" = "/init"\n'),
    'mappings.custom-init',
  ],
  'a key of another strategy of the agent': [initramfs(AGENT, 'path = "./kestrel"\n'), 'agent.path'],
  'a file system for an initramfs': [initramfs(EXT4), 'filesystem'],
  'a table in the wrong place': [rootfs(NGINX, EXT4, '[filesystem.mappings]\n"a" = "/b"\n'), 'filesystem.mappings'],
};

describe('a config of the Go fledge', () => {
  it.each(Object.entries(VALID))('is valid without a change: %s', async (_, text) => {
    await expect(validateConfigText(text, 'fledge.toml')).resolves.toBeDefined();
  });

  it.each(Object.entries(INVALID))('is refused at its key: %s', async (_, [text, key]) => {
    const error = await validateConfigText(text, 'fledge.toml').catch((thrown: unknown) => thrown);
    if (!(error instanceof FledgeError)) throw new Error('the config was accepted');
    expect(error.problems?.map((problem) => problem.key)).toEqual([key]);
  });

  it('has other defaults for the file system: ext4, and level 9 of squashfs', async () => {
    const plain = await validateConfigText(rootfs(NGINX), 'fledge.toml');
    expect(plain.config).toMatchObject({ filesystem: { type: 'ext4', sizeBufferMb: 100 } });
    const squashfs = await validateConfigText(rootfs(NGINX, '[filesystem]\ntype = "squashfs"\n'), 'fledge.toml');
    expect(squashfs.config).toMatchObject({ filesystem: { type: 'squashfs', compressionLevel: 9 } });
  });

  it('is valid with overlay_size, with a note', async () => {
    const { notes } = await validateConfigText(rootfs(NGINX, EXT4, 'overlay_size = "1G"\n'), 'fledge.toml');
    expect(notes.map(({ key }) => key)).toEqual(['filesystem.overlay_size']);
  });
});

it('a plugin-manifest.json of the Go fledge is a template', async () => {
  const manifest = {
    $schema: 'https://raw.githubusercontent.com/volantvm/volant/main/docs/schemas/plugin-manifest-v1.json',
    schema_version: '1.0',
    ...{ name: 'nginx', version: '0.1.0', runtime: 'nginx', enabled: true },
    rootfs: { url: '/path/to/rootfs.img', format: 'ext4' },
    resources: { cpu_cores: 1, memory_mb: 1024 },
    workload: { type: 'http', entrypoint: ['nginx', '-g', 'daemon off;'], base_url: 'http://127.0.0.1:80' },
    health_check: { endpoint: '/', timeout_ms: 10_000 },
  };
  const { fields } = await validateTemplateText(JSON.stringify(manifest), 'plugin-manifest.json');
  expect(fields).toMatchObject({ name: 'nginx', health_check: { endpoint: '/' } });
});
