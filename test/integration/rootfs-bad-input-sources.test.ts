import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { howToInstall } from '../../src/tools/distribution.ts';
import { skopeo } from '../../src/tools/table.ts';
import { expectBuild, expectRefusal } from '../helpers/bad-input.ts';
import { imageHere, layoutHere, pluginHere } from '../helpers/here.ts';
import { allowPlainHttp, serveBefore, startRegistry } from '../helpers/image/docker-registry.ts';
import { ARGS, expectFailure, imageOf, NO_ENTRYPOINT, noise } from '../helpers/image/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { bytes, closedOrigin, type Responder, serveHttps, status } from '../helpers/net/http-server.ts';
import { tlsIdentity } from '../helpers/net/tls.ts';
import { programs } from '../helpers/process/programs.ts';

describe('a failing registry', () => {
  it('reports a registry that does not have the image or the tag', async () => {
    const registry = await startRegistry();
    for (const name of ['nothing:v1', `nothing@sha256:${'0'.repeat(64)}`]) {
      const at = imageHere(`docker://${registry.host}/${name}`);
      allowPlainHttp(at.home, registry.host);
      const reference = name.replace(/^[^:@]*[:@]/, '');
      await expectFailure(at, {
        stderr: [
          `error: cannot fetch the image docker://${registry.host}/${name}: there is no such image: reading manifest ${reference} in ${registry.host}/nothing: manifest unknown: manifest unknown`,
          '  fix: check the name and the tag',
        ],
      });
    }
  });

  it('reports a registry that cannot be reached', async () => {
    const host = (await closedOrigin()).slice('http://'.length);
    const said = `pinging container registry ${host}: Get "https://${host}/v2/": dial tcp ${host}: connect: connection refused`;
    const at = imageHere(`docker://${host}/app:v1`);
    await expectFailure(at, {
      args: ARGS.filter((arg) => arg !== '--without-steps'),
      stderr: [
        '• read the configuration',
        `• fetch docker://${host}/app:v1`,
        ...[2, 3, 4].map((next) => `  fetch the image docker://${host}/app:v1: ${said}; attempt ${next} of 4 in N s`),
        `error: cannot fetch the image docker://${host}/app:v1: ${host} does not answer as it should: ${said}`,
        '  fix: check the name of the registry and the network, or try again later',
      ],
      hide: /(?<= in )\d+\.\d(?= s\n)/g,
    });
  });

  it.each([
    ['without a login', undefined],
    ['with a wrong login', 'somebody:wrong'],
  ])('reports a registry that refuses a request %s', async (_, login) => {
    const registry = await startRegistry({ login: { user: 'somebody', password: 'secret' } });
    const at = imageHere(`docker://${registry.host}/app:v1`);
    allowPlainHttp(at.home, registry.host);
    const auth = join(at.root, 'auth.json');
    const auths = login === undefined ? {} : { [registry.host]: { auth: Buffer.from(login).toString('base64') } };
    writeFileSync(auth, JSON.stringify({ auths }));
    await expectFailure(at, {
      env: { REGISTRY_AUTH_FILE: auth },
      stderr: [
        `error: cannot fetch the image docker://${registry.host}/app:v1: ${registry.host} refuses access: the image does not exist, or needs a login that allows it: N`,
        `  fix: check the name, and log in: docker login ${registry.host}, or skopeo login ${registry.host}`,
      ],
      hide: /(?<=that allows it: ).*unauthorized.*(?=\n)/,
    });
  });

  it('refuses a registry with an untrusted certificate', async () => {
    const server = await serveHttps(tlsIdentity(), status(200));
    onTestFinished(() => server[Symbol.asyncDispose]());
    const host = server.origin.slice('https://'.length);
    await expectFailure(imageHere(`docker://${host}/app:v1`), {
      stderr: [
        `error: cannot fetch the image docker://${host}/app:v1: the certificate of ${host} does not verify: pinging container registry ${host}: Get "https://${host}/v2/": x509: N`,
        `  fix: put its CA certificate into ~/.config/containers/certs.d/${host}/ca.crt, or set SSL_CERT_FILE to its path`,
      ],
      hide: /(?<=x509: ).*(?=\n)/,
    });
  });

  it('reports a registry that does not support TLS', async () => {
    const { host } = await startRegistry();
    await expectFailure(imageHere(`docker://${host}/app:v1`), {
      stderr: [
        `error: cannot fetch the image docker://${host}/app:v1: ${host} does not speak TLS: pinging container registry ${host}: Get "https://${host}/v2/": http: server gave HTTP response to HTTPS client`,
        `  fix: if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${host}", insecure = true }]`,
      ],
    });
  });

  it('retries and then reports a registry that breaks off in a layer or sends wrong bytes', async () => {
    const source = layoutHere({
      layers: [{ tar: tarOf([{ name: 'noise', data: noise(300_000) }]), compression: 'none' }],
    });
    const layer = source.layout.manifest(source.digest).layers[0]?.digest ?? '';
    const registry = await startRegistry();
    await registry.push(`oci:${source.at.plugin}/layout`, 'app:v1');
    const cases: readonly (readonly [Responder, (host: string) => string, string])[] = [
      [
        cutAfter(noise(100_000)),
        (host) => `${host} does not answer as it should`,
        '  fix: check the name of the registry and the network, or try again later',
      ],
      [
        bytes(noise(301_568)),
        (host) => `digest mismatch: ${host} served different content than the manifest lists`,
        '  fix: find out which proxy or mirror changes the content before you continue',
      ],
    ];
    for (const [answer, what, fix] of cases) {
      const server = await serveBefore(registry, { [layer]: answer });
      const at = imageHere(`docker://${server.host}/app:v1`);
      allowPlainHttp(at.home, server.host);
      await expectFailure(at, {
        stderr: [`error: cannot fetch the image docker://${server.host}/app:v1: ${what(server.host)}: N`, fix],
        hide: /(?<=(?:as it should|manifest lists): ).*(?=\n)/,
      });
      expect(server.blobs).toContain(layer);
      expect(readdirSync(join(at.cache, 'blobs/sha256'))).not.toContain(layer.slice('sha256:'.length));
    }
  });
});

/** Announces more than these bytes, and closes the connection after them. */
function cutAfter(body: Buffer): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-length': String(body.length * 3) });
    response.write(body, () => response.destroy());
  };
}

describe('an unusable skopeo', () => {
  it.each(['docker://example.com/app:v1', 'containers-storage:app:v1'])(
    'reports that skopeo is not installed for %s',
    async (reference) => {
      await expectFailure(imageHere(reference), {
        env: { PATH: '/nowhere' },
        stderr: [
          'error: skopeo is not on the PATH, and it is needed to fetch images',
          `  fix: ${howToInstall([skopeo])}`,
        ],
      });
    },
  );

  it('reports a skopeo that is too old', async () => {
    const bin = programs({ skopeo: 'echo skopeo version 0.1.41' });
    await expectFailure(imageHere('docker://example.com/app:v1'), {
      env: { PATH: `${bin}:/bin` },
      stderr: [
        `error: ${bin}/skopeo is version 0.1.41, which lacks options that fledge needs, and it is needed to fetch images`,
        `  fix: skopeo 1 or newer is needed: ${howToInstall([skopeo])}`,
      ],
    });
  });

  it('builds from a layout without skopeo', async () => {
    const { at } = layoutHere(imageOf({ name: 'file' }));
    expect(await expectBuild(at, ARGS.slice(2), { env: { PATH: '/nowhere' } })).toEqual([NO_ENTRYPOINT]);
  });
});

const AT_CONFIG = '  fix: check the path; a relative path starts at the directory of fledge.toml';

describe('an agent of this machine', () => {
  it('reports a missing local agent before an image is fetched', async () => {
    const config = rootfsConfig('docker://example.invalid/app:v1', {
      agent: ['source_strategy = "local"', 'path = "missing"'],
    });
    await expectFailure(pluginHere(config), {
      args: ARGS.filter((arg) => arg !== '--without-steps'),
      env: { PATH: '/nowhere' },
      stderr: [
        '• read the configuration',
        'error: cannot read kestrel from ROOT/plugin/missing: there is no such file',
        '  fix: check the path of kestrel; a relative path starts at the directory of fledge.toml',
      ],
    });
  });
});

describe("an image's location", () => {
  it.each([
    [
      'docker-archive:fledge.toml',
      'not a valid archive of this type, or corrupted: at byte 0: the archive ends inside a header',
      '  fix: create the archive again with docker save or skopeo copy',
    ],
    [
      'oci-archive:fledge.toml',
      'not a valid archive of this type, or corrupted: at byte 0: the archive ends inside a header',
      '  fix: create the archive again with docker save or skopeo copy',
    ],
    ['docker-archive:../nothing.tar', 'there is no such file: ROOT/nothing.tar', AT_CONFIG],
    ['oci-archive:./nothing.oci:app', 'there is no such file: ROOT/plugin/nothing.oci', AT_CONFIG],
  ])('refuses the location %s', async (reference, what, fix) => {
    await expectFailure(imageHere(reference), { stderr: [`error: cannot read the image ${reference}: ${what}`, fix] });
  });

  it.each([
    '[overlay@/ROOT/root+/ROOT/run:overlay.mount_program=/ROOT/evil.sh]x',
    '[vfs@/ROOT/anywhere]x',
    '[/ROOT/anywhere]x',
  ])('refuses an image name that selects a storage of podman: %s', async (specifier) => {
    const at = imageHere('oci:layout');
    // Without a space, which would be refused for itself.
    const root = mkdtempSync('/tmp/fledge-test-');
    onTestFinished(() => rmSync(root, { recursive: true }));
    writeFileSync(join(root, 'evil.sh'), '#!/bin/sh\ntouch "$0.ran"\n', { mode: 0o755 });
    const image = `containers-storage:${specifier.replaceAll('/ROOT', root)}`;
    writeFileSync(join(at.plugin, 'fledge.toml'), rootfsConfig(image));
    for (const args of [ARGS, ['validate', '--without-steps']]) {
      await expectRefusal(at, {
        args,
        status: 2,
        stderr: [
          'error: fledge.toml:4:1: source.image: must not contain storage options, because they name directories and programs of this machine; set CONTAINERS_STORAGE_CONF to a storage.conf that contains them',
        ],
      });
    }
    expect(readdirSync(root)).toEqual(['evil.sh']);
  });

  it('explains an image name that is also the name of a local archive', async () => {
    const at = imageHere('image.tar');
    await expectFailure(at, {
      env: { PATH: '/nowhere' },
      stderr: [
        'error: skopeo is not on the PATH, and it is needed to fetch images',
        `  fix: ${howToInstall([skopeo])}`,
      ],
    });
    writeFileSync(join(at.plugin, 'image.tar'), '');
    await expectRefusal(at, {
      args: ARGS,
      status: 2,
      stderr: [
        'error: fledge.toml:4:1: source.image: is the name of a file beside fledge.toml; write docker-archive:image.tar if docker save wrote it, or oci-archive:image.tar if it contains an OCI layout (docker://image.tar is the image of that name in a registry)',
      ],
    });
  });

  it('validate warns that docker:nginx is a tag of the image docker', async () => {
    const at = imageHere('docker:nginx');
    const result = await at.run(['validate']);
    expect({ status: result.status, stderr: result.stderr.split('\n')[0] }).toEqual({
      status: 0,
      stderr:
        'warning: fledge.toml:4:1: source.image: is the tag "nginx" of the image docker; the image nginx of a registry is docker://nginx',
    });
  });

  it.each([
    ['oci:nothing', 'ROOT/plugin/nothing is not an OCI layout: there is no ROOT/plugin/nothing/oci-layout'],
    ['oci:../plugin', 'ROOT/plugin is not an OCI layout: there is no ROOT/plugin/oci-layout'],
    [
      'dir:../plugin/nothing',
      "ROOT/plugin/nothing is not an image in skopeo's dir: format: there is no ROOT/plugin/nothing/manifest.json",
    ],
  ])('refuses the location %s because it is not a layout or directory of an image', async (reference, problem) => {
    await expectRefusal(imageHere(reference), {
      args: ARGS,
      status: 1,
      stderr: [`error: ${reference}: ${problem}`, AT_CONFIG],
    });
  });

  it('refuses a layout that is a file', async () => {
    await expectRefusal(imageHere('oci:./init:app'), {
      args: ARGS,
      status: 1,
      stderr: [
        'error: oci:./init:app: ROOT/plugin/init is not an OCI layout: it is a file',
        '  fix: use oci-archive:PATH, or docker-archive:PATH for the output of docker save',
      ],
    });
  });

  it('refuses an archive of another kind', async () => {
    const { at, layout } = layoutHere(imageOf({ name: 'one' }));
    const copy = (to: string) =>
      execFileSync('skopeo', ['copy', '--quiet', '--override-arch', 'amd64', `oci:${layout.directory}`, to]);
    copy(`oci-archive:${join(at.plugin, 'oci.tar')}`);
    copy(`docker-archive:${join(at.plugin, 'docker.tar')}:app:v1`);
    for (const reference of ['oci-archive:docker.tar', 'docker-archive:oci.tar']) {
      writeFileSync(join(at.plugin, 'fledge.toml'), rootfsConfig(reference));
      await expectFailure(at, {
        stderr: [
          `error: cannot read the image ${reference}: not an archive of this type: N`,
          '  fix: use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save',
        ],
        hide: /(?<=of this type: ).*(?=\n)/,
      });
    }
  });

  it('refuses a layout whose index is not JSON', async () => {
    const files = { 'oci-layout': '{"imageLayoutVersion":"1.0.0"}', 'index.json': 'no' };
    await expectRefusal(pluginHere(rootfsConfig('oci:.'), files), {
      args: ARGS,
      status: 1,
      stderr: ['error: index.json in ROOT/plugin is not valid JSON'],
    });
  });

  it('refuses a layout with several images and no tag, or without the named tag', async () => {
    const { at, layout } = layoutHere(imageOf({ name: 'one' }));
    layout.write({ one: layout.addImage(imageOf({ name: 'one' })), two: layout.addImage(imageOf({ name: 'two' })) });
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: [
        'error: oci:layout: there are several images in ROOT/plugin/layout: one, two',
        '  fix: append the name of one of them: oci:PATH:NAME',
      ],
    });
    writeFileSync(join(at.plugin, 'fledge.toml'), rootfsConfig('oci:layout:three'));
    await expectRefusal(at, {
      args: ARGS,
      status: 1,
      stderr: ['error: oci:layout:three: there is no image "three" in ROOT/plugin/layout; it has one, two'],
    });
  });
});
