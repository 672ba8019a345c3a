import { describe, expect, it } from 'vitest';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { isProgramPath, mappedFileMode } from '../../src/tree/permissions.ts';

describe('mappedFileMode', () => {
  it.each([
    // destination, mode on the host, mode in the artifact
    ['usr/bin/app', 0o644, 0o755],
    ['bin/app', 0o600, 0o755],
    ['sbin/app', 0o444, 0o755],
    ['usr/sbin/app', 0o644, 0o755],
    ['usr/local/bin/app', 0o644, 0o755],
    ['usr/local/sbin/app', 0o644, 0o755],
    ['opt/bin/app', 0o644, 0o755],
    ['opt/sbin/app', 0o644, 0o755],
    ['usr/bin/deep/er/app', 0o644, 0o755],
    ['usr/lib/libx.so', 0o644, 0o755],
    ['lib/libx.so.1', 0o644, 0o755],
    ['lib64/libx.so.1.2.3', 0o644, 0o755],
    ['usr/local/lib64/x/libx.so', 0o644, 0o755],
    ['usr/lib/libx.a', 0o644, 0o644],
    ['usr/lib/libx.sock', 0o644, 0o644],
    ['etc/libx.so', 0o644, 0o644],
    ['etc/app.conf', 0o666, 0o644],
    ['etc/app.conf', 0o400, 0o644],
    ['etc/run.sh', 0o755, 0o755],
    ['etc/run.sh', 0o700, 0o755],
    ['etc/run.sh', 0o4755, 0o755],
    ['srv/group-only', 0o610, 0o755],
    ['usr/binary/app', 0o644, 0o644],
    ['home/bin/app', 0o644, 0o644],
  ] as const)('gives %s the right mode for a file of mode 0%o', (destination, hostMode, mode) => {
    expect(mappedFileMode(byteStringFromText(destination), hostMode)).toBe(mode);
  });
});

describe('isProgramPath', () => {
  it('isProgramPath is true below the directories for programs only', () => {
    expect(isProgramPath(byteStringFromText('usr/bin/app'))).toBe(true);
    expect(isProgramPath(byteStringFromText('usr/bin'))).toBe(false);
    expect(isProgramPath(byteStringFromText('usr/share/app'))).toBe(false);
  });
});
