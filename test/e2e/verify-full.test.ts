import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { type FledgeOptions, SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';
import { processesOf, until } from '../helpers/process/processes.ts';

/*
 * `fledge build --verify full`: it finds nothing in any image that fledge and umoci both can unpack, and it finds whatever
 * else there is in a directory than in our tree.
 */

const FULL = ['build', '--platform', 'linux/amd64', '-o', 'app.img', '--verify', 'full'];
/** Another user, who may do no more than we let him. */
const AS_USER = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];
const FIX =
  '  fix: one of the two has a defect; please report it with the name of the image, or build with --verify fsck';

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

const everything = [LOWER, MIDDLE, UPPER].map((members) => ({ tar: tarOf(members) }));

/** What a build says of the comparison. */
async function verified(place: Workspace, options: FledgeOptions = {}): Promise<string[]> {
  const { status, stderr } = await place.run(FULL, options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
  expect(readdirSync(place.temporary)).toEqual([]);
  return linesOf(place, stderr).filter((line) => /umoci|compared/.test(line));
}

/** Puts an umoci before the other one that does this to what it has unpacked. */
function withDefect({ root }: Workspace, script: string): FledgeOptions {
  const bin = join(root, 'bin');
  mkdirSync(bin, { recursive: true });
  const body = `case "$*" in *unpack*) cd -P rootfs && { ${script}; } ;; esac`;
  writeFileSync(join(bin, 'umoci'), `#!/bin/sh -e\n/usr/bin/umoci "$@"\n${body}\n`);
  chmodSync(join(bin, 'umoci'), 0o755);
  return { env: { PATH: `${bin}:${SYSTEM_PATH}` } };
}

describe('--verify full', () => {
  const step = '• compare the layers with what umoci unpacks';

  it('finds nothing in an image with all there is, as root', async () => {
    expect(await verified(imageWorkspace(everything))).toEqual([
      step,
      expect.stringMatching(/^ {2}\d+ entries are what umoci unpacks; device numbers were not compared$/),
    ]);
  });

  it.each(['security.selinux', 'system.nfs4_acl', 'trusted.overlay.opaque'])(
    'does not compare %s, which umoci leaves out by design',
    async (name) => {
      const labelled: TarMember = { name: 'f', data: 'x', pax: { [`SCHILY.xattr.${name}`]: 'y' } };
      expect(await verified(imageWorkspace([{ tar: tarOf([...IMAGE, labelled]) }]))).toContainEqual(
        expect.stringMatching(/^ {2}\d+ entries are what umoci unpacks/),
      );
    },
  );

  it('finds nothing as another user, and says what it cannot compare', async () => {
    const closed: TarMember[] = [
      { name: 'closed/', type: '5', mode: 0, mtime: 5 },
      { name: 'closed/file', data: 'not to be read' },
      { name: 'unreadable', mode: 0o111, data: 'neither' },
    ];
    // In the user namespace of this test there are no other users that an ACL could name.
    const hasAcl = ({ pax = {} }: TarMember): boolean => Object.keys(pax).some((key) => key.includes('posix_acl'));
    const layers = [LOWER.filter((member) => !hasAcl(member)), MIDDLE, UPPER, closed];
    const place = imageWorkspace(layers.map((members) => ({ tar: tarOf(members) })));
    expect(await verified(place, { wrapper: AS_USER })).toEqual([
      step,
      expect.stringMatching(/^ {2}\d+ entries are what umoci unpacks; device numbers were not compared$/),
      '  3 of them were not compared: their modes keep even their owner out',
    ]);
  });

  it.each<[string, TestImage['layers'], Partial<TestImage>]>([
    ['in zstd', everything.map((layer) => ({ ...layer, compression: 'zstd' as const })), {}],
    ['not compressed', everything.map((layer) => ({ ...layer, compression: 'none' as const })), {}],
    ["in Docker's format", everything, { format: 'docker' }],
    ['of which one is there twice', [...everything, everything[2] ?? { tar: Buffer.alloc(0) }], {}],
    [
      "for a user that it does not have, which is a runtime's to mind",
      everything,
      { run: { User: 'nobody-here', Cmd: ['/d/file'] } },
    ],
  ])('finds nothing in layers %s', async (_, layers, image) => {
    expect(await verified(imageWorkspace(layers, image))).toHaveLength(2);
  });

  it('finds nothing in what umoci does otherwise by design', async () => {
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
    expect(await verified(place)).toHaveLength(2);
    expect(await verified(place, { wrapper: AS_USER })).toHaveLength(2);
  });

  it('finds nothing in any image', { timeout: 240_000 }, async () => {
    const layer = fc.array(arbitraryMembers, { minLength: 3, maxLength: 8 }).map((lists) => lists.flat());
    // One layer: without the rights of root umoci cannot change what a lower layer has closed. How layers go on top of each
    // other is compared with umoci as root in test/integration/image-umoci.test.ts.
    const layers = layer.map((only) => [only]);
    await fc.assert(
      fc.asyncProperty(layers, fc.boolean(), async (members, isUser) => {
        const [first = [], ...others] = await possibleMembers(members);
        const place = imageWorkspace([[ROOT, ...first], ...others].map((list) => ({ tar: tarOf(list) })));
        const { status, stderr } = await place.run([...FULL, '-q'], isUser ? { wrapper: AS_USER } : {});
        // umoci's own rules about links and names; what it refuses it says.
        fc.pre(!stderr.startsWith('error: the layers cannot be compared with what umoci unpacks: '));
        // What a file system cannot hold is left out or clamped, and told.
        const told = stderr.split('\n').filter((line) => !/^warning: (?:left out|clamped) /.test(line));
        expect({ status, told }).toEqual({ status: 0, told: [''] });
      }),
      // To make a counterexample smaller takes minutes.
      { numRuns: 16, endOnFailure: true },
    );
  });

  it.each<[string, string, readonly string[]]>([
    ['mode', 'chmod 0600 d/file', ['/d/file: mode: 0644, and by umoci 0600']],
    ['owner', 'setfattr -n user.rootlesscontainers -v 0x08091004 d/file', ['/d/file: owner: 3:4, and by umoci 9:4']],
    ['time', 'touch -d @7.000000001 d/fifo', ['/d/fifo: mtime: 600.000000000, and by umoci 7.000000001']],
    [
      'byte',
      'printf X | dd of=d/file bs=1 seek=123456 conv=notrunc status=none; touch -d @200 d/file',
      ['/d/file: content: one, and by umoci another from byte 123456 on'],
    ],
    ['size', 'truncate -s 199999 d/file; touch -d @200 d/file', ['/d/file: size: 200000, and by umoci 199999']],
    [
      'attribute',
      'setfattr -n user.a -v two d/attributed; setfattr -n user.b -v new d/attributed',
      [
        '/d/attributed: user.a: 0x6f6e65, and by umoci 0x74776f',
        '/d/attributed: user.b: is not there, and by umoci 0x6e6577',
      ],
    ],
    ['target', 'ln -sf other d/link; touch -h -d @400 d/link', ['/d/link: target: file, and by umoci other']],
    [
      'link group',
      'cp -p d/linked d/copy; mv d/copy d/linked',
      ['/d/linked: link group: that of d/file, and by umoci one of its own'],
    ],
    [
      'other link group',
      'ln -f d/attributed d/linked; touch -d @300 d/attributed',
      ['/d/linked: link group: another one, and by umoci that of d/attributed'],
    ],
    [
      'link group of devices',
      'rm d/null-again; cp -p d/null d/null-again',
      ['/d/null-again: link group: that of d/null, and by umoci one of its own'],
    ],
    [
      'kind',
      'rm d/fifo; mkdir -m 644 d/fifo; touch -d @600 d/fifo',
      ['/d/fifo: kind: a fifo, and by umoci a directory'],
    ],
    ['lost entry', 'rm d/fifo', ['/d/fifo: entry: a fifo, and by umoci is not there']],
    [
      'entry too many',
      "ln -s /etc/passwd 'd/more\u00e9'",
      [`/d/more\u00e9: entry: is not there, and by umoci a symlink`],
    ],
  ])('finds another %s', async (_, script, differences) => {
    const place = imageWorkspace([{ tar: tarOf(IMAGE) }]);
    await expectRefusal(place, {
      args: [...FULL, '-q'],
      ...withDefect(place, script),
      status: 1,
      stderr: ['error: the layers are not what umoci makes of them:', ...differences, FIX],
    });
  });

  it('makes no device, and no program that runs as root for others', async () => {
    const members: TarMember[] = [...IMAGE, { name: 'su', mode: 0o6755, data: '#!/bin/sh' }];
    const place = imageWorkspace([{ tar: tarOf(members) }]);
    const special = 'find . -type b -o -type c -o -user 0 -perm /6000';
    const script = `{ ${special}; id -u; id -G; grep CapEff /proc/self/status; stat -c '%a %u' ..; } >&2; exit 3`;
    const { stderr } = await place.run([...FULL, '-q'], withDefect(place, script));
    expect(stderr).toMatch(/ended with status 3:\n(?:.*\n)*65534\n65534\nCapEff:\\x090{16}\n700 65534\n/);
    expect(stderr).not.toMatch(/^\.\//m);
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('writes no holes out for which there is no room, and names the file that has them', async () => {
    const place = imageWorkspace([{ tar: tarOf([ROOT, sparseFile('swapfile', 512 * MEBIBYTE)]) }]);
    mountTmpfs(place.temporary, '64m');
    await expectRefusal(place, {
      args: [...FULL, '-q'],
      status: 1,
      stderr: [
        expect.stringMatching(
          /^error: there is not enough room on the disk for what umoci unpacks, which writes out 512\.0 MiB of holes, such as those of \/swapfile \(512\.0 MiB\) \(512\.0 MiB, in .*\): .* are free, .* are missing$/,
        ),
        '  fix: free some space, or let TMPDIR name a directory on another disk, or build with --verify fsck',
      ],
    });
  });

  it('lists the first of many differences', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `f${String(index).padStart(2, '0')}`);
    const place = imageWorkspace([{ tar: tarOf([ROOT, ...names.map((name) => ({ name, mtime: 1 }))]) }]);
    const { stderr } = await place.run([...FULL, '-q'], withDefect(place, 'rm f*'));
    expect(linesOf(place, stderr)).toEqual([
      'error: the layers are not what umoci makes of them:',
      ...names.slice(0, 20).map((name) => `/${name}: entry: a file, and by umoci is not there`),
      'and 10 more',
      FIX,
    ]);
  });

  it('says so when umoci refuses an image', async () => {
    const place = imageWorkspace([{ tar: tarOf([ROOT, { name: 'f', type: '7' }]) }]);
    const { status, stderr } = await place.run([...FULL, '-q']);
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error: the layers cannot be compared with what umoci unpacks: \S*umoci ended with status 1:\n.*\n {2}fix: umoci may refuse what others read; build with --verify fsck if you trust the image\n$/s,
    );
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('needs umoci, and says so before anything is fetched', async () => {
    const place = imageWorkspace([{ tar: tarOf(IMAGE) }]);
    const bin = join(place.root, 'bin');
    mkdirSync(bin);
    await expectRefusal(place, {
      args: [...FULL, '-q'],
      env: { PATH: bin },
      status: 1,
      stderr: ['error: umoci is not on the PATH', expect.stringMatching(/^ {2}fix: .*apt-get install umoci$/)],
    });
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)('leaves nothing after %s', async (signal) => {
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
      // Whoever comes next cleans up.
      build.kill('SIGKILL', 'group');
      for (const pid of processesOf(place)) process.kill(pid, 'SIGKILL');
      await verified(place, { wrapper: AS_USER });
    }
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('is what fsck is for an initramfs', async () => {
    const place = pluginWorkspace(configWith());
    const { status, stderr } = await place.run(['build', '--verify', 'full']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('umoci') });
  });
});
