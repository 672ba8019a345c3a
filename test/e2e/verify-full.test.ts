import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEBIBYTE } from '../../src/support/units.ts';
import { configWith, expectRefusal, linesOf, pluginWorkspace } from '../helpers/bad-input.ts';
import { mountTmpfs } from '../helpers/filesystem/small-disk.ts';
import { arbitraryMembers } from '../helpers/image/arbitrary-layers.ts';
import { LOWER, MIDDLE, ROOT, UPPER } from '../helpers/image/everything-image.ts';
import { type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { sparseFile, type TarMember, tarOf } from '../helpers/image/tar.ts';
import { possibleMembers } from '../helpers/image/umoci-rules.ts';
import type { Verdict } from '../helpers/image/verify-images.ts';
import { type FledgeOptions, SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';
import { processesOf, until } from '../helpers/process/processes.ts';
import { judgedProperty } from '../helpers/property-runs.ts';

/*
 * `fledge build --verify full`: it finds no difference in any image that fledge and umoci can both unpack, and finds
 * every difference between a directory and our tree.
 */

const FULL = ['build', '--platform', 'linux/amd64', '-o', 'app.img', '--verify', 'full'];
/** Another user, with restricted rights. */
const AS_USER = ['/usr/bin/unshare', '--user', '--map-user=1000', '--map-group=1000'];
/** Images that one process compares, about 0.2 s each, and the number of processes. */
const IMAGES_A_RUN = 6;
const { numRuns, timeout } = judgedProperty(1, 60);
const VERIFY_IMAGES = fileURLToPath(new URL('../helpers/image/verify-images.ts', import.meta.url));
const FIX =
  '  fix: please report this with the name of the image, because one of the two has a defect, or build with --verify fsck';

const IMAGE: readonly TarMember[] = [
  ROOT,
  { name: 'd/', type: '5', mode: 0o755, mtime: 100 },
  { name: 'd/file', mode: 0o644, uid: 3, gid: 4, mtime: 200, data: Buffer.alloc(200_000, 'content ') },
  { name: 'd/linked', type: '1', linkName: 'd/file' },
  { name: 'd/attributed', mtime: 300, data: 'x', pax: { 'SCHILY.xattr.user.a': 'one' } },
  { name: 'd/link', type: '2', linkName: 'file', mtime: 400 },
  { name: 'd/null', type: '3', major: 1, minor: 3, mtime: 500 },
  { name: 'd/null-again', type: '1', linkName: 'd/null' },
  { name: 'd/fifo', type: '6', mtime: 600 },
];

function imageWorkspace(layers: TestImage['layers'], image: Partial<TestImage> = {}): Workspace {
  const place = workspace({
    'fledge.toml': rootfsConfig('oci:layout:image', { mappings: ['"mapped" = "/d/file"'] }),
    mapped: 'mapped over it\n',
  });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  layout.write({ image: layout.addImage({ layers, run: { Entrypoint: ['/d/file'] }, ...image }) });
  return place;
}

const LAYERS = [LOWER, MIDDLE, UPPER];
const isSmall = ({ name, data = '' }: TarMember): boolean => !/^var\/many\/.*\d/.test(name) && data.length < 100_000;
/** The ACL of a file may name users that a user namespace does not have. */
const hasAcl = ({ pax = {} }: TarMember): boolean => Object.keys(pax).some((key) => key.includes('posix_acl'));
const withoutAcls = LAYERS.map((members) => members.filter((member) => !hasAcl(member)));
const everything = withoutAcls.map((members) => ({ tar: tarOf(members) }));
const small = withoutAcls.map((members) => ({ tar: tarOf(members.filter(isSmall)) }));
const smallWithAcls = LAYERS.map((members) => ({ tar: tarOf(members.filter(isSmall)) }));
/** An image whose directories deny access even to the owner of the files. */
const CLOSED: readonly TarMember[] = [
  ...IMAGE,
  { name: 'closed/', type: '5', mode: 0, uid: 5, gid: 6, mtime: 5 },
  { name: 'closed/file', mode: 0, uid: 7, gid: 8, mtime: 6, data: 'not to be read' },
  { name: 'closed/fifo', type: '6', mode: 0, mtime: 7 },
  { name: 'unreadable', mode: 0o111, uid: 9, gid: 10, mtime: 8, data: 'neither' },
];

/** Compares images of these layers with what umoci unpacks. */
function verifyImages(
  images: readonly (readonly (readonly TarMember[])[])[],
  { wrapper, unshare }: { readonly wrapper: readonly string[]; readonly unshare: string },
): Verdict[] {
  const { root, temporary, env } = workspace();
  const layout = new TestLayout(join(root, 'layout'));
  const named = images.map(([first = [], ...others], index) => {
    const layers = [[ROOT, ...first], ...others].map((members) => ({ tar: tarOf(members) }));
    return [`image${index}`, layout.addImage({ layers })] as const;
  });
  layout.write(Object.fromEntries(named));
  const [program = '', ...args] = [...wrapper, process.execPath, VERIFY_IMAGES, layout.directory, unshare];
  const output = execFileSync(program, [...args, ...named.map(([name]) => name)], { env });
  expect(readdirSync(temporary)).toEqual([]);
  return JSON.parse(output.toString('utf8')) as Verdict[];
}

/** The lines of a build about the comparison. */
async function verified(place: Workspace, options: FledgeOptions = {}): Promise<string[]> {
  const { status, stderr } = await place.run(FULL, options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
  expect(readdirSync(place.temporary)).toEqual([]);
  return linesOf(place, stderr).filter((line) => /umoci|compared/.test(line));
}

/** Puts shell scripts first on the PATH, by name. */
function withPrograms({ root }: Workspace, scripts: Readonly<Record<string, string>>): FledgeOptions {
  const bin = join(root, 'bin');
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh -e\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return { env: { PATH: `${bin}:${SYSTEM_PATH}` } };
}

/** Puts an umoci first on the PATH that runs this script on the directory that it has unpacked. */
function withDefect(place: Workspace, script: string): FledgeOptions {
  const body = `case "$*" in *unpack*) cd -P rootfs && { ${script}; } ;; esac`;
  return withPrograms(place, { umoci: `/usr/bin/umoci "$@"\n${body}` });
}

const DEFECTS: readonly (readonly [what: string, script: string, differences: readonly string[]])[] = [
  ['mode', 'chmod 0600 d/file', ['/d/file: mode: fledge: 0644, umoci: 0600']],
  ['owner', 'setfattr -n user.rootlesscontainers -v 0x08091004 d/file', ['/d/file: owner: fledge: 3:4, umoci: 9:4']],
  ['owner, of none', 'setfattr -x user.rootlesscontainers d/file', ['/d/file: owner: fledge: 3:4, umoci: 0:0']],
  ['mode of a closed directory', 'chmod 0100 closed', ['/closed: mode: fledge: 0000, umoci: 0100']],
  [
    'owner of a closed directory',
    'setfattr -n user.rootlesscontainers -v 0x08051007 closed',
    ['/closed: owner: fledge: 5:6, umoci: 5:7'],
  ],
  [
    'lost entry below a closed directory',
    'rm closed/file; touch -d @5 closed',
    ['/closed/file: entry: fledge: a file, umoci: missing'],
  ],
  [
    'byte that its owner cannot read',
    'printf N | dd of=unreadable conv=notrunc status=none; touch -d @8 unreadable',
    ['/unreadable: content: fledge: the expected bytes, umoci: different from byte 0 on'],
  ],
  ['lost attribute', 'setfattr -x user.a d/attributed', ['/d/attributed: user.a: fledge: 0x6f6e65, umoci: missing']],
  ['time', 'touch -d @7.000000001 d/fifo', ['/d/fifo: mtime: fledge: 600.000000000, umoci: 7.000000001']],
  [
    'byte',
    'printf X | dd of=d/file bs=1 seek=123456 conv=notrunc status=none; touch -d @200 d/file',
    ['/d/file: content: fledge: the expected bytes, umoci: different from byte 123456 on'],
  ],
  ['size', 'truncate -s 199999 d/file; touch -d @200 d/file', ['/d/file: size: fledge: 200000, umoci: 199999']],
  [
    'attribute',
    'setfattr -n user.a -v two d/attributed; setfattr -n user.b -v new d/attributed',
    [
      '/d/attributed: user.a: fledge: 0x6f6e65, umoci: 0x74776f',
      '/d/attributed: user.b: fledge: missing, umoci: 0x6e6577',
    ],
  ],
  ['target', 'ln -sf other d/link; touch -h -d @400 d/link', ['/d/link: target: fledge: file, umoci: other']],
  [
    'link group',
    'cp -a d/linked d/copy; mv d/copy d/linked',
    ['/d/linked: link group: fledge: the same as d/file, umoci: separate'],
  ],
  [
    'other link group',
    'ln -f d/attributed d/linked; touch -d @300 d/attributed',
    ['/d/linked: link group: fledge: a different one, umoci: the same as d/attributed'],
  ],
  [
    'link group of devices',
    'rm d/null-again; cp -p d/null d/null-again',
    ['/d/null-again: link group: fledge: the same as d/null, umoci: separate'],
  ],
  [
    'kind',
    'rm d/fifo; mkdir -m 644 d/fifo; touch -d @600 d/fifo',
    ['/d/fifo: kind: fledge: a fifo, umoci: a directory'],
  ],
  ['lost entry', 'rm d/fifo', ['/d/fifo: entry: fledge: a fifo, umoci: missing']],
  ['entry too many', "ln -s /etc/passwd 'd/more\u00e9'", [`/d/more\u00e9: entry: fledge: missing, umoci: a symlink`]],
];
/** A build shows 20 differences. */
const HALF = Math.ceil(DEFECTS.length / 2);

/** The same entries in a directory. */
function membersBelow(directory: string, members: readonly TarMember[]): TarMember[] {
  return members.map((member) => ({
    ...member,
    name: `${directory}/${member.name}`,
    ...(member.type === '1' && { linkName: `${directory}/${member.linkName}` }),
  }));
}

describe('--verify full', () => {
  const equal = [
    '• compare the layers with an unpacking by umoci',
    expect.stringMatching(/^ {2}umoci unpacks the same \d+ entries; device numbers were not compared$/),
  ];
  const withoutNamespace = expect.stringMatching(/in a user namespace/);

  it('--verify full finds no difference in an image with every kind of entry, as root', async () => {
    expect(await verified(imageWorkspace(everything))).toEqual(equal);
  });

  it('--verify full reports that it compares without a user namespace where an ACL names a user', async () => {
    expect(await verified(imageWorkspace(smallWithAcls))).toEqual([...equal, withoutNamespace]);
  });

  it('--verify full compares files that their owner may not read, as root and as another user', async () => {
    const place = imageWorkspace([...small, { tar: tarOf(CLOSED) }]);
    expect(await verified(place)).toEqual(equal);
    expect(await verified(place, { wrapper: AS_USER })).toEqual(equal);
  });

  it.each<[string, string]>([
    ['is not permitted', 'exit 1'],
    // As AppArmor's profile for unshare does.
    ['gives no rights', 'shift 3; exec "$@"'],
  ])('--verify full lists what it does not compare where a user namespace %s', async (_, script) => {
    const place = imageWorkspace([{ tar: tarOf(CLOSED) }]);
    const options = withPrograms(place, { unshare: script });
    expect(await verified(place, options)).toEqual([...equal, withoutNamespace]);
    expect(await verified(place, { ...options, wrapper: AS_USER })).toEqual([
      ...equal,
      withoutNamespace,
      '  4 of them were not compared: their modes deny access even to their owner',
    ]);
  });

  it('--verify full does not compare attributes that umoci omits by design', async () => {
    const names = ['security.selinux', 'system.nfs4_acl', 'trusted.overlay.opaque'];
    const labelled = names.map((name): TarMember => ({ name, data: 'x', pax: { [`SCHILY.xattr.${name}`]: 'y' } }));
    expect(await verified(imageWorkspace([{ tar: tarOf([...IMAGE, ...labelled]) }]))).toEqual(equal);
  });

  it.each<[string, TestImage['layers'], Partial<TestImage>]>([
    ['in zstd', small.map((layer) => ({ ...layer, compression: 'zstd' as const })), {}],
    ['not compressed', small.map((layer) => ({ ...layer, compression: 'none' as const })), {}],
    ["in Docker's format", small, { format: 'docker' }],
    ['of which one is there twice', [...small, small[2] ?? { tar: Buffer.alloc(0) }], {}],
    [
      "for a user that it does not have, which is a runtime's to mind",
      small,
      { run: { User: 'nobody-here', Cmd: ['/d/file'] } },
    ],
  ])('--verify full finds no difference in layers %s', async (_, layers, image) => {
    expect(await verified(imageWorkspace(layers, image))).toEqual(equal);
  });

  it('--verify full finds no difference where umoci differs by design', async () => {
    const content = 'content of both';
    const layers: TarMember[][] = [
      [
        ...IMAGE,
        { name: 'lower', mtime: 1 },
        { name: '.wh..wh.plnk/', type: '5' },
        { name: '.wh..wh.plnk/12.34', data: content, mtime: 7 },
        { name: 'one', type: '1', linkName: '.wh..wh.plnk/12.34' },
        { name: 'two', type: '1', linkName: '.wh..wh.plnk/12.34' },
        { name: 'ancient', pax: { mtime: '-62135596800' } },
        { name: 'far', pax: { mtime: '90000000000' } },
        {
          name: 'attributes',
          mtime: 8,
          pax: {
            'SCHILY.xattr.com.apple.provenance': 'x',
            'SCHILY.xattr.security.selinux': 'x',
            'SCHILY.xattr.security.nfs4_acl': 'x',
            'SCHILY.xattr.system.nfs4_acl': 'x',
            'SCHILY.xattr.trusted.overlay.opaque': 'y',
            'SCHILY.xattr.user.kept': 'x',
          },
        },
      ],
      [{ name: 'lower/file', mtime: 2 }],
    ];
    const place = imageWorkspace(layers.map((members) => ({ tar: tarOf(members) })));
    expect(await verified(place)).toEqual(equal);
    expect(await verified(place, { wrapper: AS_USER })).toEqual(equal);
  });

  describe('--verify full of arbitrary images', () => {
    const layer = fc.array(arbitraryMembers, { minLength: 1, maxLength: 6 }).map((lists) => lists.flat());
    const layers = fc.array(layer, { minLength: 1, maxLength: 4 });
    const images = fc.array(layers, { minLength: IMAGES_A_RUN, maxLength: IMAGES_A_RUN });

    it.each<[string, readonly string[], string]>([
      ['as root', [], '/usr/bin/unshare'],
      ['as another user', AS_USER, '/usr/bin/unshare'],
      ['as root without user namespaces', [], ''],
      ['as another user without user namespaces', AS_USER, ''],
    ])('--verify full finds no difference in arbitrary images %s', { timeout }, async (_, wrapper, unshare) => {
      await fc.assert(
        fc.asyncProperty(images, async (chosen) => {
          const possible = await Promise.all(chosen.map(possibleMembers));
          const verdicts = verifyImages(possible, { wrapper, unshare });
          // umoci has rules of its own about links and names, and refuses some images.
          const wrong = verdicts.filter(({ error }) => error !== undefined && error.code !== 'tool');
          expect(wrong).toEqual([]);
          const isWeak = verdicts.map(({ infos }) => infos.some((info) => info.includes('in a user namespace')));
          const isCompared = verdicts.map(({ error }) => error === undefined);
          expect(isWeak).toEqual(isCompared.map((each) => each && unshare === ''));
          expect(isCompared).toContain(true);
        }),
        // Shrinking a counterexample needs minutes.
        { numRuns, endOnFailure: true },
      );
    });
  });

  it.each([
    ['the first half', DEFECTS.slice(0, HALF)],
    ['the second half', DEFECTS.slice(HALF)],
  ])('--verify full finds every defect of %s, each in a directory of its own', async (_, defects) => {
    const members = defects.flatMap((__, index) => membersBelow(`${index}`, CLOSED.slice(1)));
    const place = imageWorkspace([{ tar: tarOf([ROOT, ...members]) }]);
    const script = defects.map(([what, each], index) => `# ${what}\n(cd -P ${index}; ${each})`).join('\n');
    const { status, stderr } = await place.run([...FULL, '--without-steps'], withDefect(place, script));
    const [title, ...lines] = linesOf(place, stderr);
    const expected = defects.flatMap(([, , differences], index) =>
      differences.map((each) => each.replace(/^\//, `/${index}/`).replace('the same as ', `the same as ${index}/`)),
    );
    expect({ status, title }).toEqual({ status: 1, title: 'error: fledge and umoci unpack the layers differently:' });
    expect(lines.sort()).toEqual([...expected, FIX].sort());
  });

  it('--verify full makes no device and no setuid program for others, with and without a user namespace', async () => {
    const members: TarMember[] = [...IMAGE, { name: 'su', mode: 0o6755, data: '#!/bin/sh' }];
    const place = imageWorkspace([{ tar: tarOf(members) }]);
    const script = `{
      find . -type b -o -type c
      cat /proc/self/uid_map /proc/self/gid_map | tr -s ' '
      grep -q ' 65534 ' /proc/self/uid_map || find . -user 0 -perm /6000
      id -u; id -G; grep CapEff /proc/self/status; stat -c '%a %u' ..
    } >> ../seen; cat ../seen >&2; exit 3`;
    const { stderr } = await place.run([...FULL, '--without-steps'], withDefect(place, script));
    // The namespace has one user, who is `nobody` outside of it.
    expect(stderr).toMatch(/ended with status 3:\n(?:.*\n)* 0 65534 1\n 0 65534 1\n0\n0\nCapEff:.*\n700 0\n/);
    expect(stderr).toMatch(/\n65534\n65534\nCapEff:\\x090{16}\n700 65534\n/m);
    expect(stderr).not.toMatch(/^\.\//m);
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('--verify full writes no holes for which there is no space and names the file that has them', async () => {
    const place = imageWorkspace([{ tar: tarOf([ROOT, sparseFile('swapfile', 512 * MEBIBYTE)]) }]);
    mountTmpfs(place.temporary, '64m');
    await expectRefusal(place, {
      args: [...FULL, '--without-steps'],
      status: 1,
      stderr: [
        expect.stringMatching(
          /^error: there is not enough space on the disk for an unpacking by umoci, which writes 512\.0 MiB of holes as zeros, such as those of \/swapfile \(512\.0 MiB\) \(512\.0 MiB, in .*\): .* are free, .* are missing$/,
        ),
        '  fix: free some space, or set TMPDIR to a directory on another disk, or build with --verify fsck',
      ],
    });
  });

  it('--verify full lists the first of many differences', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${String(index).padStart(2, '0')}`);
    const place = imageWorkspace([{ tar: tarOf([ROOT, ...names.map((name) => ({ name, mtime: 1 }))]) }]);
    const { stderr } = await place.run([...FULL, '--without-steps'], withDefect(place, 'rm f*'));
    expect(linesOf(place, stderr)).toEqual([
      'error: fledge and umoci unpack the layers differently:',
      ...names.slice(0, 20).map((name) => `/${name}: entry: fledge: a file, umoci: missing`),
      'and 10 more',
      FIX,
    ]);
  });

  it('--verify full reports that umoci refuses an image', async () => {
    const place = imageWorkspace([{ tar: tarOf([ROOT, { name: 'f', type: '7' }]) }]);
    const { status, stderr } = await place.run([...FULL, '--without-steps']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error: cannot unpack the layers with umoci to compare them: \S*umoci ended with status 1:\n.*\n {2}fix: umoci refuses some valid images; build with --verify fsck if you trust the image\n$/s,
    );
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('--verify full reports a missing umoci before anything is fetched', async () => {
    const place = imageWorkspace([{ tar: tarOf(IMAGE) }]);
    const bin = join(place.root, 'bin');
    mkdirSync(bin);
    await expectRefusal(place, {
      args: [...FULL, '--without-steps'],
      env: { PATH: bin },
      status: 1,
      stderr: ['error: umoci is not on the PATH', expect.stringMatching(/^ {2}fix: .*apt-get install umoci$/)],
    });
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('--verify full leaves nothing after %s', async (signal) => {
    const place = imageWorkspace([{ tar: tarOf(IMAGE) }]);
    const options = withDefect(place, 'mkdir -p closed/below; chmod 0 closed; exec tail -f /dev/null');
    const build = place.start(FULL, { ...options, wrapper: AS_USER });
    const unpacked = (): string[] =>
      readdirSync(place.temporary, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('closed'));
    await until(() => unpacked().length > 0);
    build.kill(signal);
    await build.ended;
    await until(() => processesOf(place).length === 0 || signal === 'SIGKILL');
    if (signal === 'SIGKILL') {
      // The next build cleans up.
      build.kill('SIGKILL', 'group');
      for (const pid of processesOf(place)) process.kill(pid, 'SIGKILL');
      await verified(place, { wrapper: AS_USER });
    }
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('--verify full does the same as --verify fsck for an initramfs', async () => {
    const place = pluginWorkspace(configWith());
    const { status, stderr } = await place.run(['build', '--verify', 'full']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('umoci') });
  });
});
