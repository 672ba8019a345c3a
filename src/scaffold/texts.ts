import { basename } from 'node:path';
import { stringify } from 'smol-toml';
import { baseUrlOf } from '../manifest/port.ts';
import type { Platform } from '../support/platform.ts';
import type { Workload } from './workload.ts';

/** A new plugin. */
export interface NewPlugin {
  readonly name: string;
  readonly workload: Workload;
  /** The tcp port on which the workload listens; undefined for that of the image. */
  readonly port: number | undefined;
  /** The platform of a program; undefined if it is not known. */
  readonly platform: Platform | undefined;
}

const DOCS = 'https://github.com/volantvm/fledge-action/blob/main/docs';
/** The directory of programs in the machine. */
const BIN = '/usr/bin';
/** The busybox for platforms other than that of the default one. */
const BUSYBOX_IMAGE = 'busybox:musl';

/** The text of fledge.toml. */
export function fledgeToml({ workload, platform }: NewPlugin): string {
  const head = [
    `# The inputs of the plugin. \`fledge build\` builds it. All keys: ${DOCS}/fledge-toml.md`,
    'version = "1"',
  ];
  switch (workload.kind) {
    case 'binary':
      return lines([
        ...head,
        'strategy = "initramfs"',
        ...(platform === undefined || platform === 'linux/amd64'
          ? []
          : ['', '[source]', assignment('busybox_image', BUSYBOX_IMAGE)]),
        '',
        '# Files of this directory, and their paths in the machine.',
        '[mappings]',
        assignment(workload.path, programPath(workload.path)),
      ]);
    case 'image':
      return lines([...head, ...rootImage(assignment('image', workload.image))]);
    case 'dockerfile':
      return lines([...head, ...rootImage(assignment('dockerfile', workload.path))]);
  }
}

/** The text of manifest.toml. */
export function manifestToml({ name, workload, port }: NewPlugin): string {
  const settings = [
    ...(workload.kind === 'binary' ? [`entrypoint = [${text(programPath(workload.path))}]`] : []),
    ...(port === undefined ? [] : [assignment('base_url', baseUrlOf(port))]),
  ];
  const source =
    workload.kind === 'binary' ? [] : ['', '# The command, its variables and its port are those of the image.'];
  return lines([
    `# The description of the plugin for Volant. All keys: ${DOCS}/manifest.md`,
    assignment('name', name),
    'version = "0.1.0"',
    ...source,
    ...(settings.length === 0 ? [] : ['', '[workload]', ...settings]),
    '',
    '# With a health check, Volant stops the machine if GET has no answer with 2xx for two minutes.',
    '# [health_check]',
    '# endpoint = "/"',
  ]);
}

/**
 * The text of a workflow that builds, boots and checks the plugin, and publishes a release for each tag. `config` is its
 * fledge.toml.
 */
export function workflowYaml({ workload, platform }: NewPlugin, config: string): string {
  const build =
    workload.kind === 'binary'
      ? [`      # Build ${workload.path} here, if it is not in the repository:`, '      # prepare: make']
      : [];
  return lines([
    `# All inputs: ${DOCS}/workflows.md`,
    'name: plugin',
    'on:',
    '  push:',
    '    branches: [main]',
    "    tags: ['v*']",
    '  pull_request:',
    'permissions: {}',
    'jobs:',
    '  plugin:',
    '    uses: volantvm/fledge-action/.github/workflows/plugins.yml@v1',
    '    permissions:',
    '      # Only the jobs of a release can write.',
    '      contents: write',
    '    with:',
    `      config: ${JSON.stringify(config)}`,
    `      platforms: ${platform ?? 'linux/amd64'}`,
    ...build,
    `      release-tag: \${{ github.ref_type == 'tag' && github.ref_name || '' }}`,
  ]);
}

function rootImage(source: string): readonly string[] {
  return [
    'strategy = "oci_rootfs"',
    '',
    '[source]',
    source,
    '',
    '[filesystem]',
    'type = "ext4"',
    '# Free space after the start of the machine, in MiB.',
    'size_buffer_mb = 64',
  ];
}

function programPath(file: string): string {
  return `${BIN}/${basename(file)}`;
}

/** A line `key = value` in TOML, with the quotes that both need. */
function assignment(key: string, value: string): string {
  return stringify({ [key]: value }).trimEnd();
}

function text(value: string): string {
  return assignment('text', value).slice('text = '.length);
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}
