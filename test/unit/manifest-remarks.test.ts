import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { derive, factsOf, imageOf, initramfsOf, inputOf, SHA256, templateOf } from '../helpers/manifest-input.ts';

const MIB = 1024 * 1024;
const WITH_PORT = 'workload.base_url = "http://127.0.0.1:90"\n';

/** The facts of the remarks on an initramfs with a template; without the note about the missing health check. */
async function remarksOn(text: string): Promise<string[]> {
  return factsOf(inputOf({ template: await templateOf(text) })).filter((fact) => fact !== 'note');
}

describe('the port of a workload', () => {
  it.each([
    ['workload.base_url = "http://127.0.0.1:8080/api"', 'agent-port workload base_url'],
    ['network.expose = [{port = 90}, {port = 8080}]', 'agent-port network expose 1 port'],
    ['network.expose = [{port = 8080}]', 'agent-port network expose 0 port'],
    ['workload.args = ["-p", "8080"]', 'no-port'],
    ['network.expose = [{port = 53, protocol = "udp"}]', 'no-port'],
  ])('warns of the template %s', async (text, fact) => {
    expect(await remarksOn(text)).toEqual([fact]);
  });

  it.each([
    'workload.base_url = "http://127.0.0.1:90"',
    'workload.base_url = "https://127.0.0.1"',
    'network.expose = [{port = 90}, {port = 8080, protocol = "udp"}]',
    'workload.type = "exec"',
  ])('does not warn of the template %s', async (text) => {
    expect(await remarksOn(text)).toEqual([]);
  });

  it('warns of port 8080 of an image at the image', () => {
    const built = imageOf('x', { cmd: ['x'], exposedPorts: ['8080/tcp'] });
    expect(factsOf(inputOf({ built }))).toEqual(['agent-port source image', 'note']);
  });

  it('does not warn of a port where no agent is installed', () => {
    const built = { ...imageOf('x', { cmd: ['x'], exposedPorts: ['8080/tcp'], user: 'www' }), hasAgent: false };
    expect(factsOf(inputOf({ built }))).toEqual([]);
  });
});

describe('the health check', () => {
  it('is left out of a manifest without a template, with a note', () => {
    const { manifest, remarks } = derive(inputOf({ built: imageOf('x', { cmd: ['x'] }) }));
    expect(manifest.health_check).toBeUndefined();
    expect(remarks).toEqual([{ code: 'note', message: expect.stringContaining('[health_check]') }]);
  });

  it('of a template is completed', async () => {
    const template = await templateOf(`${WITH_PORT}health_check = {}`);
    expect(derive(inputOf({ template }))).toMatchObject({
      manifest: { health_check: { endpoint: '/', timeout_ms: 10_000 } },
      remarks: [],
    });
  });

  it.each([
    ['workload.base_url = "http://127.0.0.1:5432"\nhealth_check = {}', ['health-check health_check']],
    ['workload.base_url = "http://127.0.0.1:5432"\nhealth_check.endpoint = ""', []],
    [`workload.type = "grpc"\n${WITH_PORT}health_check = {}`, ['health-check health_check']],
  ])('is warned of where the workload does not speak HTTP: %j', async (text, facts) => {
    expect(await remarksOn(text)).toEqual(facts);
  });
});

describe('the memory of an initramfs', () => {
  it.each([
    [1, 1, 512],
    [100, 142, 512],
    [100, 143, 576],
    [500, 1000, 2688],
  ])('with %i MiB compressed and %i MiB unpacked is %i MiB', (compressed, unpacked, memory) => {
    const artifact = { url: '/x', sha256: SHA256, size: compressed * MIB };
    const { manifest } = derive(inputOf({ artifact, built: initramfsOf(['/bin/x'], unpacked * MIB) }));
    expect(manifest.resources.memory_mb).toBe(memory);
  });

  it.each([
    [228, ['memory resources memory_mb']],
    [229, []],
  ])('of %i MB in a template is warned of if it cannot hold the files', async (memory, facts) => {
    const template = await templateOf(`${WITH_PORT}resources.memory_mb = ${memory}`);
    const artifact = { url: '/x', sha256: SHA256, size: MIB };
    const input = inputOf({ template, artifact, built: initramfsOf(['/bin/x'], 50 * MIB) });
    expect(factsOf(input).filter((fact) => fact !== 'note')).toEqual(facts);
  });
});

describe('what kestrel changes', () => {
  it.each([
    ['workload.entrypoint = ["/x", " a"]', 'argument-trimmed workload entrypoint'],
    ['workload.args = [""]', 'argument-trimmed workload args'],
    ['env.A = "b\\n"', 'argument-trimmed workload env A'],
  ])('is warned of: %s', async (text, fact) => {
    expect(await remarksOn(WITH_PORT + text)).toEqual([fact]);
  });

  it.each([
    [undefined, []],
    ['0:0', []],
    ['root', []],
    ['root:adm', []],
    ['www-data', ['image-user source image']],
    ['101:0', ['image-user source image']],
  ])('is warned of: the User %j of an image', (user, facts) => {
    const found = factsOf(inputOf({ built: imageOf('x', { cmd: ['x'], user }) }));
    expect(found.filter((fact) => fact !== 'note')).toEqual(facts);
  });
});

describe('the length on the command line of the kernel', () => {
  /** The remarks on a manifest with this many incompressible characters. */
  const withLabel = (length: number) => {
    const parts = Array.from({ length: 20 }, (_, index) => createHash('sha512').update(`${index}`).digest('base64url'));
    const labels = { a: parts.join('').slice(0, length) };
    return derive(inputOf({ template: { labels, workload: { base_url: 'http://127.0.0.1:90' } } }));
  };

  it('is that of base64url of gzip of the manifest', () => {
    const { encodedBytes, manifest } = withLabel(100);
    expect(encodedBytes).toBe(Math.ceil((gzipSync(JSON.stringify(manifest)).length * 4) / 3));
  });

  it.each([
    [100, []],
    [900, ['note']],
    [1330, ['manifest-size']],
  ])('with %i more bytes leads to the remarks %j', (length, codes) => {
    const { remarks } = withLabel(length);
    expect(remarks.filter(({ fix }) => fix !== undefined).map(({ code }) => code)).toEqual(codes);
  });

  it('is an error if the line cannot hold it', () => {
    expect(() => withLabel(1500)).toThrow(
      expect.objectContaining({ code: 'input', fix: expect.stringMatching(/labels/) }),
    );
  });
});

describe('the fields of newer versions of Volant', () => {
  it.each(['http', 'exec', 'grpc'])('passes on workload.type %s', async (type) => {
    const template = await templateOf(`workload.type = "${type}"`);
    expect(derive(inputOf({ template })).manifest.workload.type).toBe(type);
  });

  it('passes on network.expose with host_port', async () => {
    const expose = [{ port: 80, protocol: 'tcp', host_port: 8000 }, { port: 53 }];
    const template = await templateOf(
      'network.expose = [{host_port = 8000, protocol = "tcp", port = 80}, {port = 53}]',
    );
    const { manifest } = derive(inputOf({ template }));
    expect(manifest).toMatchObject({ workload: { base_url: 'http://127.0.0.1:80' }, network: { expose } });
  });

  it('fills the medium that is built, and leaves the other as it is', async () => {
    const template = await templateOf(
      `${WITH_PORT}rootfs = {url = "https://x/r.img", format = "ext4"}\ninitramfs = {url = "/i", checksum = "c"}`,
    );
    const ofInitramfs = derive(inputOf({ template }));
    expect(ofInitramfs.manifest).toMatchObject({
      rootfs: { url: 'https://x/r.img', format: 'raw' },
      initramfs: { url: '/out/plugin.cpio.gz', checksum: `sha256:${SHA256}` },
    });
    const ofImage = derive(inputOf({ template, built: imageOf('x', { cmd: ['x'] }) })).manifest;
    expect(ofImage).toMatchObject({ rootfs: { format: 'raw' }, initramfs: { url: '/i', checksum: 'c' } });
    expect(ofImage.rootfs?.checksum).toBe(`sha256:${SHA256}`);
  });

  it.each<readonly [string, readonly string[]]>([
    ['rootfs = {url = "file:///r.img"}', ['manifest-value rootfs url']],
    ['rootfs = {url = "/r.img", checksum = "md5:1"}', ['manifest-value rootfs checksum']],
    [`rootfs = {url = "https://x/r.img", checksum = "${SHA256}"}`, []],
    ['rootfs.url = " "', ['template rootfs']],
  ])('warns of the other medium of a template if Volant cannot use it: %s', async (text, facts) => {
    const found = factsOf(inputOf({ template: await templateOf(WITH_PORT + text) }));
    expect(found.filter((fact) => !fact.startsWith('note'))).toEqual(facts);
  });
});

describe('the image of a Dockerfile', () => {
  it.each([
    ['agent-port', { exposedPorts: ['8080/tcp'] }],
    ['argument-trimmed', { cmd: ['x', ' a'] }],
    ['argument-trimmed', { env: ['A=b '] }],
    ['image-user', { user: 'www' }],
  ])('has the warning %s at the key source.dockerfile: %j', (code, facts) => {
    const { image, ...built } = imageOf('x', { cmd: ['x'], ...facts });
    const input = inputOf({ built: { ...built, image: { ...image, reference: undefined } } });
    expect(factsOf(input).filter((fact) => fact !== 'note')).toEqual([`${code} source dockerfile`]);
  });
});

describe('the process of an image', () => {
  it('starts in a directory below the root, and has no variable without a name', () => {
    const built = imageOf('x', { cmd: ['x'], workdir: 'srv/app', env: ['A=1', '=x', ' =y', 'z'] });
    expect(derive(inputOf({ built })).manifest.workload).toMatchObject({ workdir: '/srv/app', env: { A: '1' } });
  });

  it.each([{ cmd: ['x', '\0'] }, { cmd: ['x'], env: ['A=\0'] }, { cmd: ['x'], workdir: '/\0' }])(
    'is refused if it contains a NUL character: %j',
    (facts) => {
      expect(() => derive(inputOf({ built: imageOf('x', facts) }))).toThrow(
        expect.objectContaining({ code: 'input', fix: expect.any(String) }),
      );
    },
  );
});
