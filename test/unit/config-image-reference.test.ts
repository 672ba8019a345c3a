import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IMAGE_PATTERN, type ImageReference, parseImageReference } from '../../src/config/image-reference.ts';

const SHA = `sha256:${'0a'.repeat(32)}`;
const ID = '0a'.repeat(32);
const named = (domain: string, repository: string, tag?: string, digest?: string) => ({
  domain,
  repository,
  tag,
  digest,
});

const valid: readonly (readonly [string, Partial<ImageReference>])[] = [
  ['nginx', { transport: undefined, named: named('docker.io', 'library/nginx'), baseName: 'nginx' }],
  ['nginx:alpine', { named: named('docker.io', 'library/nginx', 'alpine'), baseName: 'nginx' }],
  ['docker.io/library/nginx:1', { named: named('docker.io', 'library/nginx', '1'), baseName: 'nginx' }],
  ['index.docker.io/nginx', { named: named('docker.io', 'library/nginx'), baseName: 'nginx' }],
  ['bitnami/redis', { named: named('docker.io', 'bitnami/redis'), baseName: 'redis' }],
  ['registry.example.com/app:v1', { named: named('registry.example.com', 'app', 'v1'), baseName: 'app' }],
  ['localhost/x', { named: named('localhost', 'x'), baseName: 'x' }],
  ['localhost:5000/x', { named: named('localhost:5000', 'x'), baseName: 'x' }],
  ['[::1]:5000/x:y', { named: named('[::1]:5000', 'x', 'y'), baseName: 'x' }],
  ['REG.example.com/a', { named: named('REG.example.com', 'a'), baseName: 'a' }],
  ['a.b/c__d/e-f--g_h.i:T_.-1', { named: named('a.b', 'c__d/e-f--g_h.i', 'T_.-1'), baseName: 'e-f--g_h.i' }],
  [`nginx@${SHA}`, { named: named('docker.io', 'library/nginx', undefined, SHA), baseName: 'nginx' }],
  [`nginx:1.27@${SHA}`, { named: named('docker.io', 'library/nginx', '1.27', SHA), baseName: 'nginx' }],
  ['docker:dind', { transport: undefined, named: named('docker.io', 'library/docker', 'dind'), baseName: 'docker' }],
  ['docker://ghcr.io/o/p:q', { transport: 'docker', named: named('ghcr.io', 'o/p', 'q'), baseName: 'p' }],
  [
    'docker-daemon:app:v1',
    { transport: 'docker-daemon', named: named('docker.io', 'library/app', 'v1'), baseName: 'app' },
  ],
  [`docker-daemon:${SHA}`, { transport: 'docker-daemon', named: undefined, id: ID, baseName: 'image' }],
  [`docker-daemon:${ID}`, { transport: 'docker-daemon', named: undefined, id: ID, baseName: 'image' }],
  [
    `docker-daemon:app:${'0a'.repeat(20)}`,
    { id: undefined, named: named('docker.io', 'library/app', '0a'.repeat(20)), baseName: 'app' },
  ],
  [
    `docker-daemon:app@${SHA}`,
    { transport: 'docker-daemon', named: named('docker.io', 'library/app', undefined, SHA), baseName: 'app' },
  ],
  [
    'docker-archive:./a/app.tar',
    { transport: 'docker-archive', path: './a/app.tar', member: undefined, baseName: 'app' },
  ],
  ['docker-archive:/a.tar:b/c:d', { transport: 'docker-archive', path: '/a.tar', member: 'b/c:d', baseName: 'c' }],
  ['docker-archive:a.tar:@0', { transport: 'docker-archive', path: 'a.tar', member: '@0', baseName: 'a' }],
  ['oci:layout', { transport: 'oci', path: 'layout', member: undefined, baseName: 'layout' }],
  ['oci:../layout/:v1', { transport: 'oci', path: '../layout/', member: 'v1', baseName: 'layout' }],
  ['oci-archive:x.tar.gz', { transport: 'oci-archive', path: 'x.tar.gz', baseName: 'x' }],
  ['dir:/srv/image', { transport: 'dir', path: '/srv/image', baseName: 'image' }],
  ['oci:my images/web app:v1', { transport: 'oci', path: 'my images/web app', member: 'v1', baseName: 'web-app' }],
  ['docker-archive:my app.tar', { transport: 'docker-archive', path: 'my app.tar', baseName: 'my-app' }],
  [
    'containers-storage:localhost/app:v1',
    { transport: 'containers-storage', named: undefined, stored: named('localhost', 'app', 'v1'), baseName: 'app' },
  ],
  [
    `containers-storage:app@${SHA}`,
    { stored: named('docker.io', 'library/app', undefined, SHA), id: undefined, baseName: 'app' },
  ],
  [`containers-storage:app:v1@${ID}`, { stored: named('docker.io', 'library/app', 'v1'), id: ID, baseName: 'app' }],
  [`containers-storage:@${ID}`, { stored: undefined, id: ID, baseName: 'image' }],
  [`containers-storage:${ID}`, { stored: undefined, id: ID, baseName: 'image' }],
  ['oci:layout:@1', { transport: 'oci', path: 'layout', member: '@1', baseName: 'layout' }],
];

const A_PATH =
  'begins like a path; for an image on this machine, write oci:PATH, oci-archive:PATH, docker-archive:PATH or dir:PATH';

const A_STORAGE =
  'must not contain storage options, because they name directories and programs of this machine; set CONTAINERS_STORAGE_CONF to a storage.conf that contains them';

const A_DAEMON_ID = 'the id of an image is "sha256:" and 64 lower-case hex digits; docker image inspect prints it';

const invalid: readonly (readonly [string, string, string?])[] = [
  ['', 'must not be empty'],
  ['nginx alpine', 'must not contain spaces'],
  ['docker-daemon:my app:v1', 'must not contain spaces'],
  ['nginx\u001b', 'must not contain control characters, or begin or end with a space'],
  ['nginx ', 'must not contain control characters, or begin or end with a space'],
  ['oci:layout ', 'must not contain control characters, or begin or end with a space'],
  ['oci:a\tb', 'must not contain control characters, or begin or end with a space'],
  ['oci: layout', 'must not contain spaces'],
  ['docker-archive:a.tar:b c', '"b c" is not a valid image name'],
  ['Nginx:Alpine', 'repository names are lower case', 'nginx:Alpine'],
  ['MyOrg/app', 'repository names are lower case', 'myorg/app'],
  ['docker://ghcr.io/Org/App', 'repository names are lower case', 'docker://ghcr.io/org/app'],
  ['nginx:', '"" is not a valid tag'],
  [':alpine', 'has no name'],
  ['nginx:-x', '"-x" is not a valid tag'],
  [`nginx:${'x'.repeat(129)}`, `"${'x'.repeat(129)}" is not a valid tag`],
  ['nginx@sha256:abc', '"sha256:abc" is not a valid digest, such as sha256:…'],
  [`nginx@sha256:${'a'.repeat(63)}`, 'the digest has 63 hex digits; sha256 has 64'],
  [`nginx@sha256:${'A'.repeat(64)}`, 'the hex digits of a digest are lower case'],
  [SHA, 'is only a digest; write it after the name, as in name@sha256:…'],
  ['a'.repeat(64), 'is an image id; write the name of the image instead'],
  ['a//b', '"a//b" is not a valid image name'],
  ['/a', A_PATH],
  ['./image', A_PATH],
  ['../my images/web:v1', A_PATH],
  ['~/image.tar', A_PATH],
  ['-a', '"-a" is not a valid image name'],
  ['a_.b', '"a_.b" is not a valid image name'],
  [`example.com/${'a'.repeat(250)}`, 'has a name of more than 255 characters'],
  ['x'.repeat(5000), 'has more than 4200 characters'],
  ['https://ghcr.io/o/p', 'is a URL; write the image without https://', 'ghcr.io/o/p'],
  ['https://user:secret@ghcr.io/o/p', 'is a URL; write the image without https://', 'ghcr.io/o/p'],
  ['docker:user:secret@ghcr.io/o/p', 'docker: is written with //', 'docker://ghcr.io/o/p'],
  ['quay://a/b', '"quay" is not a supported transport'],
  ['docker-deamon:app:v1', '"docker-deamon" is not a supported transport', 'docker-daemon'],
  ['ocl-archive:app', '"ocl-archive" is not a supported transport', 'oci-archive'],
  ['docker-daemon:app', 'docker-daemon: needs a tag or a digest', 'docker-daemon:app:latest'],
  ['docker-archive:', 'needs a path after docker-archive:'],
  ['oci::x', 'needs a path after oci:'],
  ['oci:x:', 'ends in a colon; write the name of an image after it, or remove it'],
  ['oci-archive://x', 'oci-archive: is written without //', 'oci-archive:x'],
  ['oci:///srv/image:v1', 'oci: is written without //', 'oci:/srv/image:v1'],
  ['docker-daemon://app:v1', 'docker-daemon: is written without //', 'docker-daemon:app:v1'],
  ['dir:', 'needs a path after dir:'],
  ['containers-storage:', 'needs an image after containers-storage:'],
  ...[
    '[overlay@/a+/b]app',
    '[overlay@/a+/b:overlay.mount_program=/evil.sh]x',
    '[/a]',
    `[vfs@/a]@${ID}`,
    'a[vfs@/b]c',
    '[]app',
  ].map((rest) => [`containers-storage:${rest}`, A_STORAGE] as const),
  ['containers-storage:0a0a0a0a0a0a', 'is a shortened image id; write all 64 digits'],
  [
    'containers-storage:app@0a0a',
    '"0a0a" is neither a digest, such as sha256:…, nor the 64 lower-case hex digits of an id',
  ],
  ['containers-storage:App', 'repository names are lower case', 'containers-storage:app'],
  ['containers-storage:-app', '"-app" is not a valid image name'],
  ['docker-daemon:sha256:0a0a', A_DAEMON_ID],
  [`docker-daemon:sha512:${'0a'.repeat(64)}`, A_DAEMON_ID],
  ['docker:library/nginx', 'docker: is written with //', 'docker://library/nginx'],
  [
    `oci-archive:a.tar@${SHA}`,
    'cannot be pinned by a digest; write a colon and the name of an image in it instead, or nothing',
  ],
  [
    `docker-archive:a.tar:app@${SHA}`,
    'docker-archive: cannot be pinned by the digest of a manifest, because such an archive does not contain it',
  ],
  ['docker-archive:a.tar:@-1', '"@-1" is not an index of an image in the archive; the first image is @0'],
  ['oci:layout:@x', '"@x" is not an index of an image in the archive; the first image is @0'],
];

describe('image references', () => {
  it.each(valid)('parses the image reference %s', (text, expected) => {
    const parsed = parseImageReference(text);
    expect(parsed).toMatchObject({ ok: true, image: { text, ...expected } });
    expect(text).toMatch(new RegExp(IMAGE_PATTERN));
  });

  const refused = invalid.map(([text, message, suggestion]) => ({ text, message, suggestion }));

  it.each(refused)('refuses the image reference $text', ({ text, message, suggestion }) => {
    expect(parseImageReference(text)).toEqual({ ok: false, message, ...(suggestion !== undefined && { suggestion }) });
  });

  it('the pattern for JSON Schema accepts every valid image reference', () => {
    const pieces = fc.constantFrom(
      ...['docker://', 'docker-daemon:', 'oci:', 'dir:', 'containers-storage:', 'docker-archive:', '[a]', '::1'],
      ...['a', 'B', '0', '-', '_', '.', '/', ':', '@', SHA, 'localhost', ' ', 'ü'],
    );
    const pattern = new RegExp(IMAGE_PATTERN);
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        return !parseImageReference(text).ok || pattern.test(text);
      }),
      { numRuns: 5000 },
    );
  });
});
