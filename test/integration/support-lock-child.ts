import { lockDirectory } from '../../src/support/files/directory-lock.ts';

/** Locks the directory argv[2], prints a line, and holds the lock until it is killed. */
const [, , directory = ''] = process.argv;
await lockDirectory(directory);
process.stdout.write('locked\n');
process.stdin.resume();
