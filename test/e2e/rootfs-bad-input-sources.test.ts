import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { howToInstall } from '../../src/tools/distribution.ts';
import { skopeo } from '../../src/tools/table.ts';
import { expectRefusal, UNPRIVILEGED } from '../helpers/bad-input.ts';
import { startRegistry } from '../helpers/image/docker-registry.ts';
import { ARGS, expectFailure, imageOf, layoutPlace, place } from '../helpers/image/rootfs-bad-input.ts';
import { programs } from '../helpers/process/programs.ts';
import { testDirectory } from '../helpers/scratch.ts';

// One source of each kind, and those that need privileges or mounts of their own.
// test/integration/rootfs-bad-input-sources.test.ts has other faults.
describe('a source that cannot be used', () => {
  it('reports a registry that does not support TLS', async () => {
    const { host } = await startRegistry();
    await expectFailure(place(`docker://${host}/app:v1`), {
      stderr: [
        `error: cannot fetch the image docker://${host}/app:v1: ${host} does not speak TLS: pinging container registry ${host}: Get "https://${host}/v2/": http: server gave HTTP response to HTTPS client`,
        `  fix: if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${host}", insecure = true }]`,
      ],
    });
  });

  it('reports a skopeo that is too old', async () => {
    const bin = programs({ skopeo: 'echo skopeo version 0.1.41' });
    await expectFailure(place('docker://example.com/app:v1'), {
      env: { PATH: `${bin}:/bin` },
      stderr: [
        `error: ${bin}/skopeo is version 0.1.41, which lacks options that fledge needs, and it is needed to fetch images`,
        `  fix: skopeo 1 or newer is needed: ${howToInstall([skopeo])}`,
      ],
    });
  });

  it('refuses a layout that is a file', async () => {
    await expectRefusal(place('oci:./init:app'), {
      args: ARGS,
      status: 1,
      stderr: [
        'error: oci:./init:app: ROOT/plugin/init is not an OCI layout: it is a file',
        '  fix: use oci-archive:PATH, or docker-archive:PATH for the output of docker save',
      ],
    });
  });

  it.each(['oci-layout', 'index.json'])('reports that the %s of a layout cannot be read', async (name) => {
    const { at, layout } = layoutPlace(imageOf({ name: 'one' }));
    chmodSync(join(layout.directory, name), 0);
    await expectRefusal(at, {
      args: ARGS,
      wrapper: UNPRIVILEGED,
      status: 1,
      stderr: [
        `error: cannot read ROOT/plugin/layout/${name}: permission denied`,
        '  fix: make it readable for the user who builds',
      ],
    });
  });

  it('reports an unreachable daemon', async () => {
    const reference = 'docker-daemon:app:v1';
    // skopeo's directory for large files, separate for this build.
    const large = testDirectory();
    const wrapper = ['unshare', '-rm', 'sh', '-c', 'mount --bind "$1" /var/tmp && shift && exec "$@"', 'sh', large];
    await expectFailure(place(reference), {
      env: { DOCKER_HOST: 'unix:///nowhere/docker.sock' },
      wrapper,
      stderr: [
        `error: cannot copy the image ${reference}: there is no Docker daemon: N`,
        '  fix: start it, set DOCKER_HOST to its address, or remove docker-daemon: from the name',
      ],
      hide: /(?<=Docker daemon: ).*(?=\n)/,
    });
    expect(readdirSync(large)).toEqual([]);
  });
});
