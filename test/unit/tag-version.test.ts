import { describe, expect, it } from 'vitest';
import { isOlderTag, isPrereleaseTag } from '../../src/publish/tag-version.ts';

describe('the version in a tag', () => {
  it('sorts versions in the order of semver.org', () => {
    const order = [
      ...['v0.9.10', 'v1.0.0-alpha', 'v1.0.0-alpha.1', 'v1.0.0-alpha.beta', 'v1.0.0-beta', 'v1.0.0-beta.2'],
      ...['v1.0.0-beta.11', 'v1.0.0-rc.1', 'v1.0.0', 'v1.0.1', 'v1.2.0', 'v1.10.0', 'v99999999999999999999.0.0'],
    ];
    for (const [index, tag] of order.entries()) {
      const older = order.filter((other) => isOlderTag(other, tag));
      expect(older).toEqual(order.slice(0, index));
    }
  });

  it.each([
    ['v1.0.0+one', 'v1.0.0+two'],
    ['web/v1.0.0', 'api/v2.0.0'],
    ['nightly', 'v1.0.0'],
    ['v1.0.0', 'nightly'],
    ['v1', 'v2'],
  ])('does not call %s older than %s', (tag, other) => {
    expect(isOlderTag(tag, other)).toBe(false);
  });

  it('compares versions with and without v, and with the same prefix', () => {
    expect(isOlderTag('1.0.0', 'v1.0.1')).toBe(true);
    expect(isOlderTag('@acme/web@1.0.0', '@acme/web@1.0.1')).toBe(true);
  });

  it('recognises a pre-release', () => {
    expect(['v1.0.0-rc.1', 'web/v1.0.0-0', '1.0.0-a+b'].map(isPrereleaseTag)).toEqual([true, true, true]);
    expect(['v1.0.0', 'v1.0.0+a-b', 'nightly-1', 'v1-rc'].map(isPrereleaseTag)).toEqual([false, false, false, false]);
  });
});
