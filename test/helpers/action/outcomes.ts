import type { PluginOutcome } from '../../../src/action/report/outcome.ts';
import type { BootSummary } from '../../../src/boot/boot-result.ts';
import type { BuildResult } from '../../../src/recipe/build-result.ts';
import { loadPlugin } from '../../../src/recipe/plugin.ts';
import { testDirectoryWith } from '../scratch.ts';

/* Results of the action, without a build. */

const SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const CONFIG = 'version = "1"\nstrategy = "oci_rootfs"\n[source]\nimage = "docker://docker.io/library/nginx:alpine"\n';

/** The result of a build of a plugin. */
export function resultOf(name: string, changes: Partial<BuildResult> = {}): BuildResult {
  return {
    name,
    version: '1.2.3',
    strategy: 'oci_rootfs',
    platform: 'linux/amd64',
    artifact: { path: `/work/dist/${name}.img`, format: 'ext4', size: 123_456_789, sha256: SHA256, freeMb: 64 },
    manifest: { path: '/work/dist/manifest.json', sha256: SHA256, encodedBytes: 812 },
    checksums: { path: '/work/dist/SHA256SUMS' },
    provenance: { path: '/work/dist/provenance.json' },
    inputs: [
      { name: 'image', uri: 'docker://docker.io/library/nginx:alpine', digest: `sha256:${SHA256}` },
      {
        name: 'agent',
        uri: 'https://github.com/volantvm/volant/releases/download/v0.6.5/kestrel',
        digest: `sha256:${SHA256}`,
      },
    ],
    contents: [
      { path: '/usr', size: 80_000_000 },
      { path: '/lib', size: 30_000_000 },
      { path: '/etc', size: 1_000_000 },
    ],
    adjustments: [],
    warnings: [],
    reproducible: { expected: true, checked: false },
    steps: [
      { name: 'fetch', ms: 2100 },
      { name: 'write', ms: 4300 },
    ],
    ...changes,
  };
}

/** The outcome of a plugin that was built. */
export async function outcomeOf(name: string, changes: Partial<PluginOutcome> = {}): Promise<PluginOutcome> {
  const plugin = await loadPlugin(testDirectoryWith({ 'fledge.toml': CONFIG }));
  const plan = {
    ...plugin,
    name,
    config: `plugins/${name}/fledge.toml`,
    directory: name,
    strategy: 'oci_rootfs',
  } as const;
  return { plan, platform: 'linux/amd64', result: resultOf(name), published: {}, warnings: [], ...changes };
}

/** The result of a boot, with lines on the console. */
export function bootOf(ok: boolean, console: readonly string[] = []): BootSummary {
  const diagnosis = { code: 'panic', message: 'the kernel panicked', fix: 'try another kernel with --kernel' };
  return {
    ok,
    artifact: { path: '/work/dist/plugin.cpio.gz', format: 'cpio' },
    vmm: { name: 'qemu', version: '9.0.0' },
    accelerator: 'kvm',
    kernel: { path: '/boot/vmlinuz', version: '6.1.0', sha256: SHA256, origin: 'file' },
    cpus: 1,
    memoryMiB: 512,
    commandLineBytes: 300,
    goal: 'the console shows <b>|up',
    boots: [{ ok, ms: 1234, stages: [{ name: 'kernel', ms: 800 }], console, ...(!ok && { diagnosis }) }],
    times: { median: 1234, min: 1234, max: 1234 },
    ...(!ok && { diagnosis }),
  };
}
