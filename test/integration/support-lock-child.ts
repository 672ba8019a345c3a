import { lockDirectory } from '../../src/support/files/directory-lock.ts';

/** Locks the directory argv[2], says so, and keeps it until it is killed. */
const [, , directory = ''] = process.argv;
await lockDirectory(directory);
process.stdout.write('locked\n');
process.stdin.resume();
