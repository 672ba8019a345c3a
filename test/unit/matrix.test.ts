import { describe, expect, it } from 'vitest';
import { MOST_JOBS, matrixOf } from '../../src/github/matrix.ts';

const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;

function plugins(count: number, strategy: 'initramfs' | 'oci_rootfs' = 'initramfs') {
  return Array.from({ length: count }, (_, index) => {
    const name = `${strategy}-${index}`;
    return { config: `plugins/${name}/fledge.toml`, name, strategy };
  });
}

describe('the matrix of a workflow', () => {
  it('has one job for each plugin and platform, with the labels of its runner', () => {
    const runnerOf = (platform: string) => (platform === 'linux/arm64' ? ['self-hosted', 'arm64'] : 'mine');
    expect(matrixOf(plugins(1), [...PLATFORMS, 'linux/amd64'], runnerOf).include).toEqual([
      { ...plugins(1)[0], platform: 'linux/amd64', runner: 'mine' },
      { ...plugins(1)[0], platform: 'linux/arm64', runner: ['self-hosted', 'arm64'] },
    ]);
    expect(matrixOf(plugins(128), PLATFORMS).include).toHaveLength(MOST_JOBS);
  });

  it.each([
    [129, 0],
    [257, 0],
    [100, 157],
    [1, 500],
    [3000, 7000],
  ])('divides %i and %i plugins evenly among at most 256 jobs', (small, large) => {
    const all = [...plugins(small), ...plugins(large, 'oci_rootfs')];
    const { include } = matrixOf(all, PLATFORMS);
    expect(include.length).toBeLessThanOrEqual(MOST_JOBS);
    for (const platform of PLATFORMS) {
      const configs = include
        .filter((entry) => entry.platform === platform)
        .flatMap(({ config }) => config.split('\n'));
      expect(configs).toEqual(all.map(({ config }) => config));
    }
    for (const strategy of ['initramfs', 'oci_rootfs']) {
      const sizes = include
        .filter((entry) => entry.strategy === strategy)
        .map(({ config }) => config.split('\n').length);
      expect(Math.max(0, ...sizes) - Math.min(...sizes, Math.max(0, ...sizes))).toBeLessThanOrEqual(1);
    }
    expect(include[0]?.name).toMatch(/^initramfs-0( and \d+ more)?$/);
  });
});
