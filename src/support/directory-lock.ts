import { statSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { systemCodeOf } from './errors.ts';

/** What is done under the lock takes milliseconds; who holds it for longer than this is nobody to wait for. */
const PATIENCE_MS = 10_000;

/**
 * Waits until no other process of this machine is between this and the call of what it returns, for the same directory.
 *
 * The lock is a socket with a name in Linux's abstract namespace (unix(7)). The kernel gives it to one process only and
 * takes it away however that ends, so no leftover can ever be in the way, as a lock file would be. Containers with
 * networks of their own do not see each other's, and where there is no such namespace nobody is waited for.
 */
export async function lockDirectory(directory: string): Promise<() => void> {
  const { dev, ino } = statSync(directory, { bigint: true });
  const name = `\0fledge/${dev}/${ino}`;
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const server = await listen(name);
    if (server !== 'taken') return server;
    const left = deadline - Date.now();
    if (left <= 0) return () => {};
    await untilReleased(name, left);
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

/** Whoever holds the lock never answers, and hangs up when it is done. */
function untilReleased(name: string, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.setTimeout(milliseconds, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve());
    socket.resume();
  });
}
