import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { systemCodeOf } from '../errors.ts';

/** The lock is usually held for milliseconds. After this time, the caller proceeds without it. */
const PATIENCE_MS = 10_000;
/** Other users can occupy a name. Then all builds of this user use the next one. */
const NAMES = 4;

/**
 * Acquires a lock on a directory, exclusive among the processes of this user on this machine. The returned function
 * releases it.
 *
 * The lock is a socket with a name in Linux's abstract namespace (unix(7)). The kernel gives the name to one process only
 * and frees it when the process ends in any way, so there are no stale locks as with lock files. Every user can occupy any
 * name, so this waits only for a name that a process of this user has. Containers with separate network namespaces do
 * not see each other's locks. On a system without abstract sockets there is no lock.
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
 * Whether an abstract socket with this name exists and no process of this user has it open. False if /proc cannot be
 * read.
 */
function isOfOthers(name: string): boolean {
  try {
    // Num, RefCount, Protocol, Flags, Type, St, Inode, Path; `@` represents the zero byte of an abstract name.
    const lines = readFileSync('/proc/net/unix', 'latin1').split('\n');
    const line = lines.find((text) => text.endsWith(` @${name}`));
    const inode = line?.trim().split(/\s+/)[6];
    return inode !== undefined && !isOpenHere(`socket:[${inode}]`);
  } catch {
    return false;
  }
}

/** Whether a process of this user has a descriptor with this target (proc(5), /proc/PID/fd). */
function isOpenHere(target: string): boolean {
  const user = process.geteuid?.();
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      // Root can read the descriptors of other users' processes; skip them.
      if (statSync(`/proc/${pid}`).uid !== user) return false;
      const directory = `/proc/${pid}/fd`;
      return readdirSync(directory).some((descriptor) => isLinkTo(`${directory}/${descriptor}`, target));
    } catch {
      // The process has ended.
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

/** The function that releases the lock, or `taken`. */
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

/** Resolves when the holder closes the connection, that is, releases the lock. */
function untilReleased(name: string, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.setTimeout(milliseconds, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume();
  });
}
