import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { allBlocks, type Block, blocksOf, REPOSITORY } from '../helpers/documents/documents.ts';
import { fakeElf } from '../helpers/elf.ts';
import { workspaceHere } from '../helpers/here.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import type { Workspace } from '../helpers/process/cli.ts';

/*
 * Runs the commands of the `console` blocks of the documents, and compares what they print with the block. Sizes, times and digests
 * differ, because the agent and the programs are stand-ins.
 */

const execute = promisify(execFile);

/** The agent and busybox of this machine, in place of the downloads. */
const OFFLINE = '[agent]\nsource_strategy = "local"\npath = "build/agent"\n';

/** A workspace with a small initramfs. */
function archiveHere(): Workspace {
  const place = workspaceHere();
  const script = `mkdir srv; head -c 5120 /dev/zero > srv/index.html; head -c 3145728 /dev/zero > srv/server; ln -s server srv/latest
    chmod 755 srv srv/server; chmod 644 srv/index.html; touch -hd '2024-01-01 UTC' srv srv/*
    printf '%s\\n' srv srv/index.html srv/latest srv/server | cpio --create --format=newc --owner=0:0 --quiet | gzip > plugin.cpio.gz`;
  execFileSync('sh', ['-c', script], { cwd: place.plugin });
  return place;
}

/** Prepares the working directory of each block; the key is the page and the number of its console block. */
const STAGES: Readonly<Record<string, () => Workspace>> = {
  'README.md 1': () =>
    workspaceHere({
      'fledge.toml': `source.busybox_url = "/bin/busybox"\n${tomlBefore('README.md', 1)}${OFFLINE}`,
      'manifest.toml': readExample('http-server/manifest.toml'),
      'build/agent': fakeElf(),
      'build/server': fakeElf(),
      'public/index.html': 'a page\n',
    }),
  'README.md 2': () => {
    const place = workspaceHere({
      'fledge.toml': `${tomlBefore('README.md', 2)}${OFFLINE}`,
      'manifest.toml': readExample('nginx/manifest.toml'),
      'build/agent': fakeElf(),
      'public/index.html': 'a page\n',
    });
    const layout = new TestLayout(join(place.plugin, 'build/nginx'));
    const layers = [
      { tar: tarOf([{ name: 'usr/sbin/nginx', mode: 0o755, data: fakeElf() }]) },
      { tar: tarOf([{ name: 'etc/nginx/nginx.conf', data: Buffer.from('daemon off;\n') }]) },
    ];
    const run = { Entrypoint: ['/usr/sbin/nginx'], ExposedPorts: { '80/tcp': {} } };
    layout.write({ latest: layout.addImage({ layers, run }) });
    return place;
  },
  'docs/usage.md 1': () =>
    workspaceHere({ 'fledge.toml': 'version = "1"\nstrategy = "oci_rootfs"\n\n[source]\nimag = "nginx:alpine"\n' }),
  'docs/inside.md 1': archiveHere,
  'docs/inside.md 2': archiveHere,
  'docs/inside.md 3': archiveHere,
  'docs/migrating.md 1': () =>
    workspaceHere({
      'fledge.toml': [
        ...['version = "1"', 'strategy = "initramfs"', '', '[source]'],
        'busybox_url = "https://busybox.net/downloads/binaries/1.35.0-x86_64-linux-musl/busybox"',
        ...['busybox_sha256 = "6e123e7f"', '', '[mappings]', '"custom-init" = "/init"', ''],
      ].join('\n'),
      'custom-init': '#!/bin/sh\n',
    }),
};

describe('the console blocks of the documents', () => {
  const blocks = allBlocks('console').map((block) => [keyOf(block), block.text] as const);

  it('every console block of the documents has a stage', () => {
    expect(blocks.map(([key]) => key).sort()).toEqual(Object.keys(STAGES).sort());
  });

  it.each(blocks)('the commands print what is in %s', async (key, text) => {
    const place = STAGES[key]?.();
    if (place === undefined) throw new Error(`${key} has no stage`);
    const printed: string[] = [];
    for (const [, command = ''] of text.matchAll(/^\$ (.*)$/gm)) {
      printed.push(`$ ${command}\n`, await outputOf(place, command));
    }
    expect(withoutMeasures(printed.join(''))).toBe(withoutMeasures(text));
  });
});

/** What a command shows on a terminal: its messages and then its result. */
async function outputOf(place: Workspace, command: string): Promise<string> {
  const [program = '', ...args] = command.split(' ');
  if (program !== 'fledge') {
    const { stdout, stderr } = await execute(program, args, { cwd: place.plugin });
    return stderr + stdout;
  }
  const { stdout, stderr } = await place.run(args);
  return stderr + stdout;
}

function withoutMeasures(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'DIGEST')
    .replaceAll(/\b\d+(?:\.\d+)? (?:ms|s|min)\b/g, 'TIME')
    .replaceAll(/\b\d+(?:\.\d+)? (?:bytes|[KMG]iB)\b/g, 'SIZE');
}

function keyOf({ page, line }: Block): string {
  const lines = blocksOf(page).flatMap((block) => (block.language === 'console' ? [block.line] : []));
  return `${page} ${lines.indexOf(line) + 1}`;
}

/** The TOML above a console block, which is counted from 1. */
function tomlBefore(page: string, number: number): string {
  const blocks = blocksOf(page).filter(({ language }) => ['toml', 'console'].includes(language));
  const consoles = blocks.flatMap(({ language }, index) => (language === 'console' ? [index] : []));
  const block = blocks[(consoles[number - 1] ?? 0) - 1];
  if (block?.language !== 'toml') throw new Error(`${page} has no TOML above its console block ${number}`);
  return block.text;
}

function readExample(path: string): string {
  return readFileSync(join(REPOSITORY, 'examples', path), 'utf8');
}
