import { expect, it } from 'vitest';
import { isUpdated } from '../../src/lock/update-names.ts';

const NGINX = 'docker.io/library/nginx:alpine';

it.each([
  [undefined, true],
  [['image'], true],
  [[NGINX], true],
  [['nginx:alpine'], true],
  [['alpine', 'inx:alpine', 'nginx', 'kestrel'], false],
  [[], false],
])('finds out if %j selects an image', (names, isSelected) => {
  expect(isUpdated(names, 'image', NGINX)).toBe(isSelected);
});

it('selects a busybox by one name, wherever it is from', () => {
  expect(isUpdated(['busybox'], 'busybox')).toBe(true);
  expect(isUpdated(['busybox'], 'busyboxImage', 'docker.io/library/busybox:musl')).toBe(true);
  expect(isUpdated(['kestrel'], 'busybox')).toBe(false);
});
