import { describe, expect, it } from 'vitest';
import { MANIFEST_NAMES } from '../../src/config/fledge-vocabulary.ts';
import { validateConfigText } from '../../src/config/load.ts';
import { documentSchema } from '../../src/config/schema.ts';
import { problemsOf } from '../../src/document/problems.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';
import { templateSchema } from '../../src/manifest/template-schema.ts';
import { FledgeError } from '../../src/support/errors.ts';

const initramfs = 'version = "1"\nstrategy = "initramfs"\n';
const rootfs = 'version = "1"\nstrategy = "oci_rootfs"\nsource.image = "nginx:alpine"\n';

async function errorOf(text: string): Promise<FledgeError> {
  try {
    await validateConfigText(text, 'fledge.toml');
  } catch (error) {
    if (error instanceof FledgeError) return error;
    throw error;
  }
  throw new Error('the config was accepted');
}

/** Name, text, and all lines of the message. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'an empty file',
    '',
    [
      'fledge.toml:1:1: version: missing; expected "1"',
      'fledge.toml:1:1: strategy: missing; expected "initramfs" or "oci_rootfs"',
    ],
  ],
  [
    'keys of the top below a table',
    '[mappings]\n"a" = "/a"\nversion = "1"\n[source]\nstrategy = "initramfs"\n',
    [
      'fledge.toml:3:1: mappings.version: belongs at the top of the file, before the first [table]',
      'fledge.toml:5:1: source.strategy: belongs at the top of the file, before the first [table]',
    ],
  ],
  [
    'a host path that is called like a key of the top',
    `${initramfs}[mappings]\nversion = "etc/version"\n`,
    ['fledge.toml:4:1: mappings.version: the destination must be absolute, found "etc/version"'],
  ],
  [
    'a version that is an integer, and a mistyped strategy',
    'version = 1\nstrategy = "initramf"\n',
    [
      'fledge.toml:1:1: version: expected "1", found an integer; did you mean "1"?',
      'fledge.toml:2:1: strategy: expected "initramfs" or "oci_rootfs", found "initramf"; did you mean "initramfs"?',
    ],
  ],
  [
    'a mapping whose sides are swapped, and one in the form of a list',
    `${initramfs}[mappings]\n"/usr/bin/app" = "./app"\nfrom = "app"\n`,
    [
      'fledge.toml:4:1: mappings."/usr/bin/app": the destination must be absolute, found "./app"; the host path is on the left: "./app" = "/usr/bin/app"',
      'fledge.toml:5:1: mappings.from: the destination must be absolute, found "app"; the key is the host path: "app" = "/..."',
    ],
  ],
  [
    'mappings as a list of tables',
    `${initramfs}[[mappings]]\nfrom = "app"\nto = "/app"\n`,
    [
      'fledge.toml:3:1: mappings: expected a table, found an array; write [mappings] and below it "host path" = "/destination"',
    ],
  ],
  [
    'the strategy of the agent under the name of the top',
    `${initramfs}[agent]\nstrategy = "local"\npath = "x"\n`,
    ['fledge.toml:4:1: agent.strategy: unknown key; did you mean "source_strategy"?'],
  ],
  [
    'another version',
    'version = "2"\nstrategy = "initramfs"',
    ['fledge.toml:1:1: version: expected "1", found "2"; did you mean "1"?'],
  ],
  [
    'a mistyped key: the one it stands for is not missing as well',
    `${initramfs}[agent]\nsource_stratgy = "release"\nversion = "latest"\n`,
    ['fledge.toml:4:1: agent.source_stratgy: unknown key; did you mean "source_strategy"?'],
  ],
  [
    'a mistyped table',
    `${initramfs}[mapings]\n"a" = "/a"\n`,
    ['fledge.toml:3:1: mapings: unknown key; did you mean "mappings"?'],
  ],
  [
    'a key without its unit',
    'version = "1"\nstrategy = "oci_rootfs"\n[source]\nimage = "a"\n[filesystem]\nsize_buffer = 1\n',
    ['fledge.toml:6:1: filesystem.size_buffer: unknown key; did you mean "size_buffer_mb"?'],
  ],
  [
    'a mapping over the agent',
    `${initramfs}[mappings]\n"a" = "/bin/./kestrel"\n`,
    [
      'fledge.toml:4:1: mappings.a: takes the place of the agent, /bin/kestrel; choose another destination, or name the file in [agent] with source_strategy = "local"',
    ],
  ],
  [
    'a mapping over the init',
    `${initramfs}[mappings]\n"a" = "//init"\n`,
    [
      'fledge.toml:4:1: mappings.a: takes the place of the init, /init; choose another destination, or set [init] none = true to bring /init by a mapping',
    ],
  ],
  ['a key that is like no other', `${initramfs}wibble = 1\n`, ['fledge.toml:3:1: wibble: unknown key']],
  [
    'a key of another table',
    `${initramfs}[agent]\nsource_strategy = "none"\nbusybox_url = "x"\n[init]\nnone=true\n[mappings]\n"i"="/init"`,
    [
      'fledge.toml:3:1: agent: [init] none installs no agent; remove [agent], or [init] none',
      'fledge.toml:5:1: agent.busybox_url: belongs in [source]',
    ],
  ],
  ['a key of two other tables', `${initramfs}path = "x"\n`, ['fledge.toml:3:1: path: belongs in [agent] or in [init]']],
  [
    'a top-level key below a table',
    'version = "1"\n[source]\nstrategy = "initramfs"\n',
    ['fledge.toml:3:1: source.strategy: belongs at the top of the file, before the first [table]'],
  ],
  [
    'a table in a table',
    `${initramfs}[source.mappings]\n"a" = "/a"\n`,
    ['fledge.toml:3:1: source.mappings: belongs at the top level, as [mappings]'],
  ],
  [
    'a key of the manifest',
    `${initramfs}[workload]\nenv = {}\n`,
    ['fledge.toml:3:1: workload: belongs in manifest.toml'],
  ],
  [
    'a prototype',
    `${initramfs}__proto__ = 1\n[agent]\nsource_strategy = "local"\npath = "x"\n__proto__.x = 1\n[mappings]\n__proto__ = "/x"\n`,
    [
      'fledge.toml:3:1: __proto__: unknown key',
      'fledge.toml:7:1: agent.__proto__: unknown key',
      'fledge.toml:9:1: mappings.__proto__: this name is not usable; did you mean "./__proto__"?',
    ],
  ],

  [
    'wrong types',
    `${rootfs}agent = "release"\nmappings = []\n[filesystem]\ntype = 4\nsize_buffer_mb = "100"\npreallocate = "true"\n`,
    [
      'fledge.toml:4:1: agent: expected a table, found a string',
      'fledge.toml:5:1: mappings: expected a table, found an array; write [mappings] and below it "host path" = "/destination"',
      'fledge.toml:7:1: filesystem.type: expected "ext4", "xfs", "btrfs" or "squashfs", found an integer',
      'fledge.toml:8:1: filesystem.size_buffer_mb: expected an integer or "auto", found a string; write 100 without quotes',
      'fledge.toml:9:1: filesystem.preallocate: expected true or false, found a string; write true without quotes',
    ],
  ],
  [
    'a size that is not a whole number',
    `${rootfs}[filesystem]\nsize_buffer_mb = 1.0`,
    ['fledge.toml:5:1: filesystem.size_buffer_mb: expected an integer or "auto", found a float'],
  ],
  [
    'a negative size',
    `${rootfs}[filesystem]\nsize_buffer_mb = -1`,
    ['fledge.toml:5:1: filesystem.size_buffer_mb: must be at least 0, found -1'],
  ],
  [
    'a size beyond measure',
    `${rootfs}[filesystem]\nsize_buffer_mb = 99999999999999999999`,
    ['fledge.toml:5:1: filesystem.size_buffer_mb: expected an integer or "auto", found an integer beyond 2^53'],
  ],
  [
    'a level that zstd does not have',
    `${rootfs}[filesystem]\ntype = "squashfs"\ncompression_level = 23`,
    ['fledge.toml:6:1: filesystem.compression_level: must be at most 22, found 23'],
  ],
  [
    'a level of nothing',
    `${rootfs}[filesystem]\ntype = "squashfs"\ncompression_level = 0`,
    ['fledge.toml:6:1: filesystem.compression_level: must be at least 1, found 0'],
  ],
  [
    'a level for what is not compressed',
    `${rootfs}[filesystem]\ncompression_level = 9`,
    ['fledge.toml:5:1: filesystem.compression_level: belongs to type "squashfs" or format "qcow2", not to "ext4"'],
  ],
  [
    'a level that zlib does not have',
    `${rootfs}[filesystem]\nformat = "qcow2"\ncompression = "zlib"\ncompression_level = 10`,
    ['fledge.toml:7:1: filesystem.compression_level: must be at most 9 for compression "zlib", found 10'],
  ],
  [
    'a level without compression',
    `${rootfs}[filesystem]\nformat = "qcow2"\ncompression = "none"\ncompression_level = 3`,
    ['fledge.toml:7:1: filesystem.compression_level: belongs to compression "zstd" or "zlib", not to "none"'],
  ],
  [
    'a compression of a raw image',
    `${rootfs}[filesystem]\ntype = "squashfs"\ncompression = "zstd"`,
    ['fledge.toml:6:1: filesystem.compression: belongs to format "qcow2", not to "raw"'],
  ],
  [
    'space on the disk for the free space of a qcow2 image',
    `${rootfs}[filesystem]\nformat = "qcow2"\npreallocate = true`,
    [
      'fledge.toml:6:1: filesystem.preallocate: preallocate = true and format = "qcow2" are mutually exclusive; keep one',
    ],
  ],
  [
    'formats and compressions that do not exist',
    `${rootfs}[filesystem]\nformat = "vmdk"\ncompression = "gzip"\ncompression_level = 3`,
    [
      'fledge.toml:5:1: filesystem.format: expected "raw" or "qcow2", found "vmdk"',
      'fledge.toml:6:1: filesystem.compression: expected "zstd", "zlib" or "none", found "gzip"',
    ],
  ],
  [
    'wrong types of the keys of qcow2',
    `${rootfs}[filesystem]\nformat = true\ncompression = 3\ncompression_level = "high"`,
    [
      'fledge.toml:5:1: filesystem.format: expected "raw" or "qcow2", found a boolean',
      'fledge.toml:6:1: filesystem.compression: expected "zstd", "zlib" or "none", found an integer',
      'fledge.toml:7:1: filesystem.compression_level: expected an integer, found a string',
    ],
  ],
  [
    'a level for what is not compressed, and one that does not exist',
    `${rootfs}[filesystem]\ntype = "xfs"\ncompression_level = 99`,
    [
      'fledge.toml:6:1: filesystem.compression_level: must be at most 22, found 99',
      'fledge.toml:6:1: filesystem.compression_level: belongs to type "squashfs" or format "qcow2", not to "xfs"',
    ],
  ],
  [
    'a date',
    `version = 2024-01-01\nstrategy = "initramfs"\n`,
    ['fledge.toml:1:1: version: expected "1", found a date or time'],
  ],
  [
    'an array of tables',
    `${initramfs}[[agent]]\nsource_strategy = "release"\nversion = "latest"\n[[agent]]\n`,
    ['fledge.toml:3:1: agent: expected a table, found an array of tables; write [agent]'],
  ],
  [
    'an inline table',
    `${initramfs}agent = { source_strategy = "local", paht = "x" }\n`,
    ['fledge.toml:3:38: agent.paht: unknown key; did you mean "path"?'],
  ],
  [
    'dotted keys',
    `${initramfs}agent.source_strategy = "relase"\nagent.version = ""\n`,
    [
      'fledge.toml:3:7: agent.source_strategy: expected "release", "local", "http" or "none", found "relase"; did you mean "release"?',
      'fledge.toml:4:7: agent.version: must not be empty',
    ],
  ],

  [
    'a release without version',
    `${initramfs}[agent]\nsource_strategy = "release"\n`,
    ['fledge.toml:3:1: agent.version: missing; source_strategy "release" needs it'],
  ],
  [
    'a local agent without path',
    `${initramfs}[agent]\nsource_strategy = "local"\n`,
    ['fledge.toml:3:1: agent.path: missing; source_strategy "local" needs it'],
  ],
  [
    'an http agent without url',
    `${initramfs}[agent]\nsource_strategy = "http"\nchecksum = "abc"\n`,
    [
      'fledge.toml:3:1: agent.url: missing; source_strategy "http" needs it',
      'fledge.toml:5:1: agent.checksum: a sha256 has 64 hex digits, found 3',
    ],
  ],
  [
    'an agent table without strategy',
    `${initramfs}[agent]\n`,
    ['fledge.toml:3:1: agent.source_strategy: missing; expected "release", "local", "http" or "none"'],
  ],
  [
    'keys of other variants',
    `${initramfs}[agent]\nsource_strategy = "release"\nversion = "latest"\npath = "x"\nurl = "https://x"\nchecksum = "${'a'.repeat(64)}"\n`,
    [
      'fledge.toml:6:1: agent.path: belongs to source_strategy "local", not to "release"',
      'fledge.toml:7:1: agent.url: belongs to source_strategy "http", not to "release"',
      'fledge.toml:8:1: agent.checksum: belongs to source_strategy "http", not to "release"',
    ],
  ],
  [
    'no agent in an initramfs',
    `${initramfs}[agent]\nsource_strategy = "none"\n`,
    [
      'fledge.toml:4:1: agent.source_strategy: "none" is only for strategy "oci_rootfs"; for an initramfs without agent, set [init] path or none',
    ],
  ],
  [
    'an odd tag',
    `${initramfs}[agent]\nsource_strategy = "release"\nversion = "the latest"\n`,
    ['fledge.toml:5:1: agent.version: must be "latest" or the tag of a release'],
  ],
  [
    'an invalid agent URL',
    `${initramfs}[agent]\nsource_strategy = "http"\nurl = "file:///kestrel"\n`,
    ['fledge.toml:5:1: agent.url: must be an http:// or https:// URL'],
  ],
  [
    'an agent URL with a space',
    `${initramfs}[agent]\nsource_strategy = "http"\nurl = "https://x/a b"\n`,
    ['fledge.toml:5:1: agent.url: a URL must not contain spaces or control characters; write %20 for a space'],
  ],
  [
    'an agent URL without host',
    `${initramfs}[agent]\nsource_strategy = "http"\nurl = "https://"\n`,
    ['fledge.toml:5:1: agent.url: is not a valid URL'],
  ],
  [
    'another digest',
    `${initramfs}[agent]\nsource_strategy = "http"\nurl = "https://x"\nchecksum = "md5:d41d8cd98f00b204e9800998ecf8427e"\n`,
    ['fledge.toml:6:1: agent.checksum: must be a sha256, found md5'],
  ],
  [
    'a digest that is not hex',
    `${initramfs}source.busybox_sha256 = "<sha256>"\n`,
    ['fledge.toml:3:8: source.busybox_sha256: must be 64 hex digits, with or without "sha256:" before them'],
  ],

  [
    'both init keys',
    `${initramfs}[init]\npath = "./init"\nnone = true\n`,
    ['fledge.toml:5:1: init.none: path and none = true are mutually exclusive; keep one'],
  ],
  [
    'an agent in custom mode',
    `${initramfs}[agent]\nsource_strategy = "local"\n[init]\npath = "./init"\n`,
    ['fledge.toml:3:1: agent: [init] path installs no agent; remove [agent], or [init] path'],
  ],
  [
    'none mode without /init',
    `${initramfs}[init]\nnone = true\n[mappings]\n"x" = "/usr/init"\n"y" = "/init/"\n`,
    ['fledge.toml:4:1: init.none: no mapping provides /init; add one, such as "./my-init" = "/init"'],
  ],
  ['an empty init path', `${initramfs}[init]\npath = ""\n`, ['fledge.toml:4:1: init.path: must not be empty']],

  [
    'a rootfs without image',
    'version = "1"\nstrategy = "oci_rootfs"\n',
    ['fledge.toml:1:1: source.image: missing; strategy "oci_rootfs" needs it, or dockerfile'],
  ],
  [
    'a rootfs with an empty source',
    'version = "1"\nstrategy = "oci_rootfs"\n[source]\n',
    ['fledge.toml:3:1: source.image: missing; strategy "oci_rootfs" needs it, or dockerfile'],
  ],
  [
    'a rootfs with keys of an initramfs',
    `${rootfs}source.busybox_url = "x"\n[init]\n`,
    [
      'fledge.toml:4:8: source.busybox_url: belongs to strategy "initramfs", not to "oci_rootfs"',
      'fledge.toml:5:1: init: belongs to strategy "initramfs", not to "oci_rootfs"',
    ],
  ],
  [
    'an image and a Dockerfile',
    `${rootfs}[source]\nimage = "nginx"\ndockerfile = "Dockerfile"\n`.replace('source.image = "nginx:alpine"\n', ''),
    ['fledge.toml:5:1: source.dockerfile: image and dockerfile are mutually exclusive; keep one'],
  ],
  [
    'keys of a Dockerfile without one',
    `${initramfs}[source]\ncontext = "."\ntarget = "app"\nbuilder = "podman"\n`,
    [
      'fledge.toml:4:1: source.context: belongs to dockerfile, which is missing',
      'fledge.toml:5:1: source.target: belongs to dockerfile, which is missing',
      'fledge.toml:6:1: source.builder: belongs to dockerfile, which is missing',
    ],
  ],
  [
    'invalid values of the keys of a Dockerfile',
    `${initramfs}[source]\ndockerfile = ""\ntarget = "a b"\nbuilder = "kaniko"\nbuild_args = { A = 1, "B C" = "x" }\n`,
    [
      'fledge.toml:4:1: source.dockerfile: must not be empty',
      'fledge.toml:5:1: source.target: must be the name or the number of a stage: letters, digits, _, . and -',
      'fledge.toml:6:1: source.builder: expected "auto", "docker", "podman" or "buildah", found "kaniko"',
      'fledge.toml:7:16: source.build_args.A: expected a string, found an integer; write "1"',
      'fledge.toml:7:23: source.build_args."B C": the name of an ARG consists of letters, digits and _',
    ],
  ],
  [
    'build arguments that fledge sets or no Dockerfile can have',
    `${initramfs}[source]\ndockerfile = "D"\nbuild_args = { SOURCE_DATE_EPOCH = "1", "B C" = "x" }\n`,
    [
      'fledge.toml:5:16: source.build_args.SOURCE_DATE_EPOCH: fledge sets it; set it in the environment of fledge',
      'fledge.toml:5:41: source.build_args."B C": the name of an ARG consists of letters, digits and _',
    ],
  ],
  [
    'a busybox of an image and of a file',
    `${initramfs}[source]\nbusybox_image = "busybox"\nbusybox_url = "b"\nmax_unpacked_mb = 5\n`,
    ['fledge.toml:5:1: source.busybox_url: busybox_url and busybox_image are mutually exclusive; keep one'],
  ],
  [
    'a limit for an image that an initramfs does not have',
    `${initramfs}[source]\nmax_unpacked_mb = 5\n`,
    ['fledge.toml:4:1: source.max_unpacked_mb: has no effect without an image; remove it'],
  ],
  [
    'an initramfs with keys of a rootfs',
    `${initramfs}[source]\nimage = "nginx"\n[filesystem]\ntype = "ext5"\n`,
    [
      'fledge.toml:5:1: filesystem: belongs to strategy "oci_rootfs", not to "initramfs"',
      'fledge.toml:6:1: filesystem.type: expected "ext4", "xfs", "btrfs" or "squashfs", found "ext5"; did you mean "ext4"?',
    ],
  ],
  [
    'an image in capitals',
    'version = "1"\nstrategy = "oci_rootfs"\n[source]\nimage = "MyApp:V1"\n',
    ['fledge.toml:4:1: source.image: repository names are lower case; did you mean "myapp:V1"?'],
  ],
  [
    'busybox from ftp',
    `${initramfs}source.busybox_url = "ftp://x/busybox"\n`,
    ['fledge.toml:3:8: source.busybox_url: cannot fetch ftp: URLs; use https:, http:, file: or a path'],
  ],
  [
    'busybox from a file URL with a host',
    `${initramfs}source.busybox_url = "file://host/busybox"\n`,
    ['fledge.toml:3:8: source.busybox_url: is not a valid file: URL'],
  ],

  [
    'mappings that lead nowhere',
    `${initramfs}[mappings]\n"a" = ""\n"b" = "etc/b"\n"c" = "/etc/../c"\n"d" = "/x\\u0000"\n"" = "/e"\n"f\\u0000" = "/f"\n"g" = ["/g"]\nh.txt = "/h"\n"i" = "/${'i'.repeat(256)}"\n"j" = "/.."\n`,
    [
      'fledge.toml:4:1: mappings.a: the destination must not be empty',
      'fledge.toml:5:1: mappings.b: the destination must be absolute, found "etc/b"',
      'fledge.toml:6:1: mappings.c: the destination must not contain "..", found "/etc/../c"',
      'fledge.toml:7:1: mappings.d: the destination must not contain a NUL character',
      'fledge.toml:8:1: mappings."": the host path must not be empty',
      'fledge.toml:9:1: mappings."f\\u0000": the host path must not contain a NUL character',
      'fledge.toml:10:1: mappings.g: expected a destination or a table, found an array; write { to = ["/..."] }',
      'fledge.toml:11:1: mappings.h: expected a destination, found a table; quote a host path with dots: "h.txt" = "/..."',
      'fledge.toml:12:1: mappings.i: a file name has at most 255 bytes',
      'fledge.toml:13:1: mappings.j: the destination must not contain "..", found "/.."',
    ],
  ],
  [
    'settings of mappings that are not usable',
    `${initramfs}[mappings]
"a" = {}
"b" = { to = [] }
"c" = { to = "/c", mode = 640, owner = 70 }
"d" = { to = "/d", mode = "0o640", directory_mode = "999", owner = "postgres" }
"e" = { to = "/e", exclude = "*.md", replace = "yes" }
"f" = { to = "/f", exclude = ["!a", "/b", "c/", "d/../e", "", "a\\\\b"] }
"g" = { to = "/g", excludes = [] }
"h" = { to = ["/h", "h"], owner = "-1:4294967295" }
"i" = { to = ["/i", "//i"] }
"j" = 1
`,
    [
      'fledge.toml:4:1: mappings.a.to: missing; expected a string or an array',
      'fledge.toml:5:9: mappings.b.to: must not be empty',
      'fledge.toml:6:20: mappings.c.mode: expected octal digits in quotes, such as mode = "0640", found an integer',
      'fledge.toml:6:32: mappings.c.owner: expected a user and a group in quotes, such as owner = "70:70"',
      'fledge.toml:7:20: mappings.d.mode: must be 3 or 4 octal digits, such as "0640", found "0o640"; did you mean "0640"?',
      'fledge.toml:7:36: mappings.d.directory_mode: must be 3 or 4 octal digits, such as "0640", found "999"',
      'fledge.toml:7:60: mappings.d.owner: must be a user and a group, such as "70:70" or "postgres:postgres", found "postgres"; did you mean "postgres:postgres"?',
      'fledge.toml:8:20: mappings.e.exclude: expected an array, found a string; write exclude = ["*.md"]',
      'fledge.toml:8:38: mappings.e.replace: expected true or false, found a string',
      'fledge.toml:9:31: mappings.f.exclude[0]: a pattern cannot be negated; list what to exclude',
      'fledge.toml:9:37: mappings.f.exclude[1]: a pattern is relative to the mapped directory and does not begin with a slash or a dot component; did you mean "b"?',
      'fledge.toml:9:43: mappings.f.exclude[2]: a pattern does not end with a slash; a directory is excluded with everything in it; did you mean "c"?',
      'fledge.toml:9:49: mappings.f.exclude[3]: a pattern must not contain empty components, "." and ".."',
      'fledge.toml:9:59: mappings.f.exclude[4]: must not be empty',
      'fledge.toml:9:63: mappings.f.exclude[5]: a backslash has no meaning in a pattern; write [*] for the character *',
      'fledge.toml:10:20: mappings.g.excludes: unknown key; did you mean "exclude"?',
      'fledge.toml:11:21: mappings.h.to[1]: the destination must be absolute, found "h"',
      'fledge.toml:11:27: mappings.h.owner: "-1" is neither a name nor a number up to 4294967294',
      'fledge.toml:13:1: mappings.j: expected a string or a table, found an integer',
    ],
  ],
  [
    'one mapping with the same destination twice',
    `${initramfs}[mappings]\n"i" = { to = ["/i", "//i"] }\n`,
    ['fledge.toml:4:1: mappings.i: "i" on line 4 is mapped to /i too'],
  ],
  [
    'directories that are not usable',
    `${initramfs}[directories]\n"a" = {}\n"/b/../c" = {}\n"/d" = "0750"\n"/e" = {}\n"/e/" = {}\n"/init" = {}\n"/f" = { to = "/g" }\n"/g" = { mode = 755 }\n`,
    [
      'fledge.toml:4:1: directories.a: the path must be absolute, found "a"',
      'fledge.toml:5:1: directories."/b/../c": the path must not contain "..", found "/b/../c"',
      'fledge.toml:6:1: directories."/d": expected a table, found a string; write { mode = "0750" }, or {} for the defaults',
      'fledge.toml:8:1: directories."/e/": "/e" is the same directory; keep one',
      'fledge.toml:9:1: directories."/init": takes the place of the init, /init; choose another destination, or set [init] none = true to bring /init by a mapping',
      'fledge.toml:10:10: directories."/f".to: unknown key',
      'fledge.toml:11:10: directories."/g".mode: expected octal digits in quotes, such as mode = "0640", found an integer',
    ],
  ],
  [
    'tables of other builders',
    `${rootfs}[plugin]\nname = "x"\n[oci_source]\nimage = "nginx"\n`,
    [
      'fledge.toml:4:1: plugin: is not a table of fledge.toml; write version and strategy at the top of the file, and the name and version of the plugin in manifest.toml',
      'fledge.toml:6:1: oci_source: is not a table of fledge.toml; name the image in [source]: image = "nginx:alpine"',
    ],
  ],
  [
    'two mappings to one destination',
    `${initramfs}[mappings]\n"a" = "/opt/x"\n"b" = "/opt//./x"\n"c/x" = "/etc/"\n"d/x" = "/etc/"\n"e/y" = "/etc"\n"f/y" = "/etc"\n"a/" = "/srv/"\n"b/" = "/srv"\n`,
    [
      'fledge.toml:5:1: mappings.b: "a" on line 4 is mapped to /opt/x too; if this is a directory, write "/opt/x/"',
      'fledge.toml:7:1: mappings."d/x": "c/x" on line 6 is mapped to /etc too',
      'fledge.toml:9:1: mappings."f/y": "e/y" on line 8 is mapped to /etc too',
    ],
  ],

  [
    'a syntax error',
    `${initramfs}[agent\nversion = "x"\n`,
    ['fledge.toml:3:7: illegal character in key', '    [agent', '          ^'],
  ],
  [
    'a syntax error after characters of two units',
    'x = "😀" y\n',
    [
      'fledge.toml:1:9: each key-value declaration must be followed by an end-of-line',
      '    x = "😀" y',
      '            ^',
    ],
  ],
  [
    'a syntax error that would steer a terminal',
    'x = "\u001b[2J"\n',
    ['fledge.toml:1:6: control characters are not allowed in strings', '    x = "\ufffd[2J"', '         ^'],
  ],
  [
    'a table that is there twice',
    `${initramfs}[init]\n[init]\n`,
    [
      'fledge.toml:4:2: trying to redefine an already defined table or value; a file has each key and each [table] once',
      '    [init]',
      '     ^',
    ],
  ],
];

describe('an invalid fledge.toml', () => {
  it.each(cases)('reports %s', async (_name, text, lines) => {
    const error = await errorOf(text);
    expect(error.message.split('\n')).toEqual(lines);
    expect(error.code).toBe('config');
  });

  it('gives problems as data for annotations on lines', async () => {
    const error = await errorOf('version = "1"\nstrategy = "oci"\n');
    expect(problemsOf(error)).toEqual([
      {
        file: 'fledge.toml',
        line: 2,
        column: 1,
        key: 'strategy',
        message: 'expected "initramfs" or "oci_rootfs", found "oci"',
        suggestion: 'oci_rootfs',
      },
    ]);
    expect(problemsOf(new FledgeError('config', 'x'))).toEqual([]);
    expect(problemsOf(new Error('x'))).toEqual([]);
  });

  it('shows the relevant part of a long line', async () => {
    const error = await errorOf(`x = "${'a'.repeat(500)}" ${'b'.repeat(500)}\n`);
    const [, line = '', caret = ''] = error.message.split('\n');
    expect(line.trimStart().length).toBeLessThanOrEqual(100);
    expect(line[caret.indexOf('^')]).toBe('b');
  });

  it('refuses extremely deep nesting', async () => {
    expect((await errorOf(`x = ${'['.repeat(100_000)}`)).message).toMatch(/^fledge\.toml:1:\d+: /);
    expect((await errorOf(`${'a.'.repeat(100_000)}a = 1\n`)).message).toContain('fledge.toml:1:1: a: unknown key');
    expect((await errorOf(`${initramfs}[mappings]\n${'a.'.repeat(100_000)}a = 1\n`)).message.length).toBeLessThan(1000);
  });

  it('knows every key that only manifest.toml has', () => {
    const own = Object.keys(documentSchema.shape);
    const shared = ['version', 'image', 'initramfs'];
    const names = Object.keys(templateSchema.shape).filter((name) => !own.includes(name) && !shared.includes(name));
    expect([...MANIFEST_NAMES].sort()).toEqual(names.sort());
  });
});

describe('a file with many problems', () => {
  const count = 20_000;
  const list = (text: (index: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join(', ');

  it.each([
    ['unknown keys in one line', `${initramfs}source = { ${list((i) => `é${i} = 1`.replace('é', 'e'))} }`, count],
    ['values of another type in one line', `${initramfs}mappings = { ${list((i) => `"😀${i}" = 1`)} }`, count],
    ['mappings to one place in one line', `${initramfs}mappings = { ${list((i) => `a${i} = "/x"`)} }`, count - 1],
    ['unknown keys in lines', `${list((i) => `a${i} = 1`).replaceAll(', ', '\n')}\n${initramfs}`, count],
  ])('reports the first problems and the number of the others: %s', async (_, text, problems) => {
    const error = await errorOf(text);
    const shown = problemsOf(error);
    expect(shown.length).toBeLessThanOrEqual(100);
    expect(shown.length).toBeGreaterThan(20);
    const lines = error.message.split('\n');
    expect(lines).toHaveLength(shown.length + 1);
    expect(lines.at(-1)).toBe(`and ${problems - shown.length} more problems in fledge.toml`);
    expect(error.message.length).toBeLessThan(20_000);
  });

  it('counts positions in characters and not in UTF-16 units', async () => {
    const shown = problemsOf(await errorOf(`${initramfs}mappings = { "😀" = 1, "a" = 2, "😀😀" = 3 }`));
    expect(shown.map(({ line, column }) => [line, column])).toEqual([
      [3, 14],
      [3, 23],
      [3, 32],
    ]);
  });

  it('shortens very long values and keys in messages', async () => {
    const long = 'x'.repeat(900_000);
    for (const text of [`version = "${long}"\nstrategy = "initramfs"`, `${initramfs}${long} = 1`]) {
      const { message } = await errorOf(text);
      expect(message.length).toBeLessThan(2000);
      expect(message).toMatch(/\(\d+ characters left out\)/);
    }
  });

  it('limits the notes and adds one with the number of the others', async () => {
    const text = `${initramfs}mappings = { ${list((i) => `a${i} = "/tmp/${i}"`)} }`;
    const { notes } = await validateConfigText(text, 'fledge.toml');
    expect(notes.length).toBeLessThanOrEqual(101);
    expect(notes.at(-1)?.message).toBe(`there are ${count - (notes.length - 1)} more notes`);
  });

  it('refuses a manifest of 60,000 nested brackets with one short problem', async () => {
    const text = `{"a":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
    await expect(validateTemplateText(text, 'm.json')).rejects.toThrow(
      "m.json:1:2: a: has no place in Volant's plugin manifest",
    );
  });
});

describe('the limit of a buffer', () => {
  it.each([
    [107_374_182_400, 'must be at most 67108864, found 107374182400; did you mean "102400"?'],
    [67_108_865, 'must be at most 67108864, found 67108865'],
  ])('refuses a buffer of %d MiB', async (mebibytes, problem) => {
    const { message } = await errorOf(`${rootfs}filesystem.size_buffer_mb = ${mebibytes}\n`);
    expect(message).toBe(`fledge.toml:4:12: filesystem.size_buffer_mb: ${problem}`);
  });
});
