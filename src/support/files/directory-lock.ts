import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { systemCodeOf } from '../errors.ts';

/** What is done under the lock takes milliseconds; a process that holds it for longer is not waited for. */
const PATIENCE_MS = 10_000;
/** Other users can take a name. Then all builds of this user meet at the next one. */
const NAMES = 4;

/**
 * Waits until no other process of this user on this machine is between this and the call of what it returns, for the same
 * directory.
 *
 * The lock is a socket with a name in Linux's abstract namespace (unix(7)). The kernel gives it to one process only and
 * takes it away however that ends, so no leftover can ever be in the way, as a lock file would be. Every user may take any
 * name, so only a name that a process of this user has is waited for. Containers with networks of their own do not see
 * each other's, and where there is no such namespace there is no waiting.
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const { dev, ino } = statSync(directory, { bigint: true });
  const deadline = Date.now() + PATIENCE_MS;
  for (let turn = 0; turn < NAMES; turn++) {
    const name = `fledge/${process.geteuid?.() ?? 0}/${dev}/${ino}/${turn}`;
    for (;;) {
      const server = await listen(`\0${name}`);
      if (server !== 'taken') return server;
      if (isOfOthers(name)) break;
      const left = deadline - Date.now();
      if (left <= 0) return () => {};
      await untilReleased(`\0${name}`, left);
    }
  }
  return () => {};
}

/**
 * Whether an abstract socket with this name exists and no process of this user has it open. False where /proc does not
 * tell.
 */
function isOfOthers(name: string): boolean {
  try {
    // Num, RefCount, Protocol, Flags, Type, St, Inode, Path; `@` stands for the zero byte of an abstract name.
    const lines = readFileSync('/proc/net/unix', 'latin1').split('\n');
    const line = lines.find((text) => text.endsWith(` @${name}`));
    const inode = line?.trim().split(/\s+/)[6];
    return inode !== undefined && !isOpenHere(`socket:[${inode}]`);
  } catch {
    return false;
  }
}

/** Whether a process of this user has a descriptor of this target (proc(5), /proc/PID/fd). */
function isOpenHere(target: string): boolean {
  const user = process.geteuid?.();
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      // Root can look into the processes of others.
      if (statSync(`/proc/${pid}`).uid !== user) return false;
      const directory = `/proc/${pid}/fd`;
      return readdirSync(directory).some((descriptor) => isLinkTo(`${directory}/${descriptor}`, target));
    } catch {
      // It has ended.
      return false;
    }
  });
}

function isLinkTo(path: string, target: string): boolean {
  try {
    return readlinkSync(path) === target;
  } catch {
    return false;
  }
}

/** What releases the lock, or `taken`. */
function listen(name: string): Promise<(() => void) | 'taken'> {
  return new Promise((resolve) => {
    const waiting = new Set<Socket>();
    const server: Server = createServer((socket) => {
      waiting.add(socket);
      socket.on('error', () => {});
    });
    server.on('error', (error) => resolve(systemCodeOf(error) === 'EADDRINUSE' ? 'taken' : () => {}));
    server.listen(name, () => {
      server.unref();
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });
}

/** The process that holds the lock never answers, and hangs up when it is done. */
function untilReleased(name: string, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.setTimeout(milliseconds, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume();
  });
}
