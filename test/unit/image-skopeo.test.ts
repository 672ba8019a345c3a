import { describe, expect, it } from 'vitest';
import {
  copyToDirectoryArguments,
  copyToLayoutArguments,
  inspectConfigArguments,
  inspectManifestArguments,
} from '../../src/sources/image/fetch/skopeo.ts';
import { kindOfFailure } from '../../src/sources/image/fetch/skopeo-failure.ts';

describe('the arguments of skopeo', () => {
  it('skopeo inspect gets a raw manifest or config', () => {
    expect(inspectManifestArguments('docker://a/b:c')).toEqual(['inspect', '--raw', 'docker://a/b:c']);
    expect(inspectConfigArguments('docker://a/b:c')).toEqual(['inspect', '--config', '--raw', 'docker://a/b:c']);
  });

  it('skopeo copy writes a layout with shared blobs', () => {
    expect(
      copyToLayoutArguments(
        'docker://a/b@sha256:0',
        { layout: 'l', blobs: '/c/blobs', temporary: '/s' },
        'linux/amd64',
      ),
    ).toEqual([
      ...['--tmpdir', '/s', '--override-os', 'linux', '--override-arch', 'amd64'],
      ...['copy', '--dest-oci-accept-uncompressed-layers', '--dest-shared-blob-dir', '/c/blobs'],
      ...['docker://a/b@sha256:0', 'oci:l:image'],
    ]);
  });

  it('skopeo copy writes a directory', () => {
    expect(
      copyToDirectoryArguments('docker-archive:x.tar', { directory: '/s/image', temporary: '/s' }, 'linux/arm64'),
    ).toEqual([
      ...['--tmpdir', '/s', '--override-os', 'linux', '--override-arch', 'arm64', '--override-variant', 'v8'],
      ...['copy', 'docker-archive:x.tar', 'dir:/s/image'],
    ]);
    expect(
      copyToDirectoryArguments(
        'docker-daemon:x:1',
        { directory: '/d', daemonHost: 'unix:///run/d.sock', temporary: '/s' },
        'linux/amd64',
      ),
    ).toContain('unix:///run/d.sock');
  });
});

describe('errors of skopeo', () => {
  it.each([
    [
      'pinging container registry x: Get "https://x/v2/": x509: certificate signed by unknown authority',
      'untrusted-certificate',
    ],
    ['remote error: tls: bad certificate', 'untrusted-certificate'],
    ['net/http: TLS handshake timeout', 'unreachable'],
    ['http: server gave HTTP response to HTTPS client', 'plain-http'],
    [
      'reading manifest latest in docker.io/library/x: errors:\ndenied: requested access to the resource is denied\nunauthorized: authentication required',
      'login',
    ],
    ['unable to retrieve auth token: invalid username/password: unauthorized: incorrect username or password', 'login'],
    ['received unexpected HTTP status: 403 Forbidden', 'login'],
    ['reading manifest nope in 127.0.0.1:5000/x: manifest unknown: manifest unknown', 'unknown-image'],
    ['name unknown: repository name not known to registry', 'unknown-image'],
    ['dial tcp 127.0.0.1:1: connect: connection refused', 'unreachable'],
    ['dial tcp: lookup nowhere.invalid: no such host', 'unreachable'],
    ['reading blob sha256:0: unexpected EOF', 'unreachable'],
    ['received unexpected HTTP status: 503 Service Unavailable', 'unreachable'],
    ['toomanyrequests: You have reached your pull rate limit', 'rate-limited'],
    ['reading manifest 1 in ghcr.io/a/b: denied: permission_denied: read_package', 'login'],
    ['reading manifest 1 in ghcr.io/a/b: denied: denied', 'login'],
    ['open /var/lib/x: permission denied', 'other'],
    ['write /x: no space left on device', 'no-space'],
    ['open /etc/containers/policy.json: no such file or directory', 'no-policy'],
    [
      'initializing source oci-archive:../a.tar:: open /tmp/oci2425733624/index.json: no such file or directory',
      'other-archive',
    ],
    [
      'initializing source docker-archive:../b.tar: loading tar component manifest.json: file does not exist',
      'other-archive',
    ],
    [
      'initializing source oci-archive:a.tar: creating temp directory: open a.tar: no such file or directory',
      'missing-archive',
    ],
    ['initializing source oci-archive:a.tar:v9: no descriptor found for reference "v9"', 'unknown-image'],
    ['something else', 'other'],
  ])('classifies the error of skopeo %s', (text, kind) => {
    expect(kindOfFailure(text)).toBe(kind);
  });
});
