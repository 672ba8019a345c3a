import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from 'node:net';

export type Responder = (request: IncomingMessage, response: ServerResponse) => void;

export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface LoopbackServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Every request in the order of arrival. */
  readonly requests: readonly SeenRequest[];
}

/** An HTTP server on a free port of the loopback, with one responder per path; other paths are answered with 404. */
export async function serveHttp(routes: Readonly<Record<string, Responder>>): Promise<LoopbackServer> {
  return serveEverything((request, response) => {
    const route = routes[(request.url ?? '/').replace(/\?.*$/s, '')];
    if (route === undefined) response.writeHead(404).end('no such thing');
    else route(request, response);
  });
}

/** An HTTP server on a free port of the loopback with one responder for all paths. */
export async function serveEverything(responder: Responder): Promise<LoopbackServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '/', headers: request.headers });
    responder(request, response);
  });
  const { origin, close } = await listen(server);
  return { origin, requests, [Symbol.asyncDispose]: close };
}

/** An HTTPS server like `serveHttp`. The host of the origin is `localhost`, which the certificate should name. */
export async function serveHttps(
  identity: { readonly key: string; readonly cert: string },
  route: Responder,
): Promise<LoopbackServer> {
  const requests: SeenRequest[] = [];
  const server = createTlsServer(identity, (request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '/', headers: request.headers });
    route(request, response);
  });
  const { origin, close } = await listen(server);
  const port = new URL(origin).port;
  return { origin: `https://localhost:${port}`, requests, [Symbol.asyncDispose]: close };
}

/** A proxy for plain http requests and CONNECT tunnels that records its requests. */
export async function serveProxy(): Promise<LoopbackServer> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    const target = new URL(request.url ?? '');
    fetch(target).then(
      async (answer) => response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer())),
      () => response.writeHead(502).end(),
    );
  });
  server.on('connect', (request, client: Socket) => {
    requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers });
    const target = new URL(`http://${request.url}`);
    const upstream = connect(Number(target.port || 80), target.hostname, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  const { origin, close } = await listen(server);
  return { origin, requests, [Symbol.asyncDispose]: close };
}

/** An origin that refuses connections. */
export async function closedOrigin(): Promise<string> {
  const { origin, close } = await listen(createTcpServer());
  await close();
  return origin;
}

/** Serves the bytes with their length. */
export function bytes(body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-length': String(Buffer.byteLength(body)), ...headers }).end(body);
  };
}

/** Serves the bytes in chunked encoding, without a declared length. */
export function chunked(body: Uint8Array): Responder {
  return (_, response) => {
    response.writeHead(200);
    response.write(body.subarray(0, body.length >> 1));
    response.end(body.subarray(body.length >> 1));
  };
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Responder {
  return (_, response) => {
    response.writeHead(code, headers).end(`status ${code}`);
  };
}

export function redirect(location: string, code = 302): Responder {
  return status(code, { location });
}

/** Declares the whole body, sends half of it, and closes the connection. */
export function truncated(body: Uint8Array): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
  };
}

/** Sends half of the body and then nothing, with an open connection. */
export function stalled(body: Uint8Array): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-length': String(body.length) });
    response.write(body.subarray(0, body.length >> 1));
  };
}

/** Accepts the request and never answers. */
export function silent(): Responder {
  return () => {};
}

/** Closes the connection without an answer. */
export function reset(): Responder {
  return (request) => {
    request.socket.resetAndDestroy();
  };
}

/** Sends the body in pieces with a pause before each. */
export function slow(body: Uint8Array, { pieces, pauseMs }: { pieces: number; pauseMs: number }): Responder {
  return (_, response) => {
    response.writeHead(200, { 'content-length': String(body.length) });
    const size = Math.ceil(body.length / pieces);
    let sent = 0;
    const next = (): void => {
      const piece = body.subarray(sent, sent + size);
      sent += size;
      if (piece.length === 0) response.end();
      else response.write(piece, () => setTimeout(next, pauseMs));
    };
    next();
  };
}

/** The first responder for the first request, the second for the second, and the last for all others. */
export function inTurn(...responders: readonly [Responder, ...Responder[]]): Responder {
  let turn = 0;
  return (request, response) => {
    const responder = responders[Math.min(turn, responders.length - 1)] ?? responders[0];
    turn += 1;
    responder(request, response);
  };
}

async function listen(server: Server): Promise<{ origin: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
