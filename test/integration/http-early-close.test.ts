import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openHttpClient } from '../../src/net/http.ts';

/** Responses of an HTTP/1.0 server such as `python3 -m http.server`, and similar ones of HTTP/1.1. */
const ANSWERS = {
  'declares the length': (body: Buffer) => [
    `HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`,
    body,
  ],
  'lets the body end with the connection': (body: Buffer) => ['HTTP/1.0 200 OK\r\n\r\n', body],
  'sends chunks': (body: Buffer) => [
    'HTTP/1.1 200 OK\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n',
    `${body.length.toString(16)}\r\n`,
    body,
    '\r\n0\r\n\r\n',
  ],
};
/** With twice the read size of the client, it pauses just when the end of the connection arrives. */
const SIZES = [1024, 64 * 1024, 128 * 1024, 256 * 1024, 1024 * 1024 + 7];
const ROUNDS = 10;
/** Turns of the event loop in which the server sends everything and the client's buffers fill. */
const TURNS = 50;

describe('a server that closes the connection while the client does not read', () => {
  for (const [what, answerOf] of Object.entries(ANSWERS)) {
    it(`receives the whole body when the server ${what} and closes the connection early`, async () => {
      for (const size of SIZES) {
        const body = Buffer.alloc(size, 'fledge');
        for (let round = 0; round < ROUNDS; round++) {
          await using server = await serveAndClose(answerOf(body));
          expect((await readLate(server)).equals(body), `${size} bytes, round ${round}`).toBe(true);
        }
      }
    });
  }

  it('reports a body that is shorter than declared when the server closes the connection', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const head = `HTTP/1.0 200 OK\r\nConnection: close\r\nContent-Length: ${256 * 1024}\r\n\r\n`;
      await using server = await serveAndClose([head, Buffer.alloc(128 * 1024)]);
      await expect(readLate(server)).rejects.toMatchObject({
        name: 'HttpFailure',
        message: expect.stringMatching(/^the connection ended after \d+ of 262144 bytes$/),
      });
    }
  });
});

interface ClosingServer extends AsyncDisposable {
  readonly url: URL;
}

/** Sends each part with a separate write, and closes the connection. */
async function serveAndClose(parts: readonly (string | Buffer)[]): Promise<ClosingServer> {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      for (const part of parts) socket.write(part);
      socket.end();
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/file`),
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads one chunk of the body, waits until the client knows that the connection has ended, and reads the rest. */
async function readLate({ url }: ClosingServer): Promise<Buffer> {
  const client = await openHttpClient({ proxies: { http: undefined, https: undefined, none: undefined } });
  try {
    return await client.send({ url, maxBytes: 1e7 }, async ({ body }) => {
      const pieces: Uint8Array[] = [];
      for await (const piece of body) {
        pieces.push(Buffer.from(piece));
        if (pieces.length > 1) continue;
        for (let turn = 0; turn < TURNS; turn++) await setImmediate();
      }
      return Buffer.concat(pieces);
    });
  } finally {
    await client.close();
  }
}
