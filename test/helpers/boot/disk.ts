import { execFile } from 'node:child_process';
import { truncate, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const SBIN = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' };
const MIB = 1024 * 1024;

/** An image made by the mkfs of its file system, in a new file beside the directory whose files it has; an xfs is empty. */
export async function makeDisk(type: 'ext4' | 'xfs' | 'squashfs', root: string): Promise<string> {
  const disk = `${root}.${type}`;
  await writeFile(disk, '');
  if (type === 'ext4') await execute('mkfs.ext4', ['-q', '-F', '-d', root, disk, '24M'], { env: SBIN });
  else if (type === 'squashfs') await execute('mksquashfs', [root, disk, '-noappend', '-quiet', '-no-progress']);
  else {
    await truncate(disk, 320 * MIB);
    await execute('mkfs.xfs', ['-q', disk], { env: SBIN });
  }
  return disk;
}
