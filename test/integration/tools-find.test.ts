import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { howToInstall } from '../../src/tools/distribution.ts';
import { describeFinding, findTool, requireTool } from '../../src/tools/find.ts';
import {
  compilerFor,
  crossCompilerFor,
  e2fsprogs,
  hostCompiler,
  skopeo,
  squashfsTools,
  umoci,
} from '../../src/tools/table.ts';
import { programs } from '../helpers/process/programs.ts';

function stubPath(path: string): void {
  vi.stubEnv('PATH', path);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

describe('the tools of this machine', () => {
  const tools = [skopeo, umoci, e2fsprogs, compilerFor('linux/amd64'), crossCompilerFor('linux/arm64'), hostCompiler];
  it.each(tools)('$name is found with a suitable version', async (tool) => {
    expect(await findTool(tool)).toMatchObject({
      state: 'found',
      path: expect.stringMatching(/^\//),
      version: expect.arrayContaining([expect.any(Number)]),
    });
  });

  it('finds tools that are only on the PATH of root', async () => {
    stubPath('/nowhere');
    expect(await findTool(e2fsprogs)).toMatchObject({ state: 'found', path: expect.stringMatching('sbin/e2fsck$') });
  });
});

describe('a tool', () => {
  it('finds a tool under its second name and uses the first one on the PATH', async () => {
    const cross = programs({ 'x86_64-linux-gnu-gcc': 'echo 14.2.0' });
    stubPath(cross);
    const tool = compilerFor('linux/amd64', 'x64');
    expect(await findTool(tool)).toMatchObject({ path: `${cross}/x86_64-linux-gnu-gcc`, version: [14, 2, 0] });
    const native = programs({ gcc: 'echo 13.3.0' });
    stubPath(`${cross}:${native}`);
    expect(await findTool(tool)).toMatchObject({ path: `${native}/gcc`, version: [13, 3, 0] });
  });

  it('prints the command that installs a missing tool', async () => {
    stubPath('/nowhere');
    await expect(requireTool(skopeo)).rejects.toMatchObject({
      code: 'tool',
      message: 'skopeo is not on the PATH',
      fix: howToInstall([skopeo]),
    });
  });

  it('names a missing file of a tool', async () => {
    stubPath(programs({ gcc: 'echo 14.2.0' }));
    const tool = { ...hostCompiler, alsoNeeds: '/usr/include/no-such-header.h' };
    await expect(requireTool(tool)).rejects.toMatchObject({
      message: '/usr/include/no-such-header.h is missing',
      fix: howToInstall([hostCompiler]),
    });
  });

  it.each(['3.10', '4', '4.4', '4.4.9'])(
    'reports a tool that is too old with the reason: unsquashfs %s',
    async (version) => {
      const bin = programs({ unsquashfs: `echo 'unsquashfs version ${version} (2025/06/01)'; exit 1` });
      stubPath(bin);
      await expect(requireTool(squashfsTools)).rejects.toMatchObject({
        code: 'tool',
        message: `${bin}/unsquashfs is version ${version}, which cannot read an image without unpacking it`,
        fix: `squashfs-tools 4.5 or newer is needed: ${howToInstall([squashfsTools])}`,
      });
    },
  );

  it.each(['4.5', '4.5.1', '4.6.1', '4.7.5', '4.10', '5'])('accepts unsquashfs %s', async (version) => {
    stubPath(programs({ unsquashfs: `echo 'unsquashfs version ${version} (2025/06/01)'; exit 1` }));
    expect(await findTool(squashfsTools)).toMatchObject({ state: 'found' });
  });

  it.each([
    ['prints nothing', 'exit 0'],
    ['prints other text', 'echo hello'],
    ['fails', 'exit 3'],
  ])('accepts a tool that %s when it is asked for its version', async (_, script) => {
    const bin = programs({ skopeo: script });
    stubPath(bin);
    expect(await findTool(skopeo)).toEqual({
      state: 'found',
      tool: skopeo,
      path: `${bin}/skopeo`,
      version: undefined,
    });
  });

  it('does not start a tool after the build was stopped', async () => {
    const stopped = AbortSignal.abort(new Error('stopped by the user'));
    await expect(findTool(skopeo, stopped)).rejects.toThrow('stopped by the user');
  });

  it('describes a tool in words', () => {
    expect(describeFinding({ state: 'missing', tool: squashfsTools, what: 'unsquashfs' })).toBe(
      'unsquashfs is not on the PATH',
    );
  });
});
