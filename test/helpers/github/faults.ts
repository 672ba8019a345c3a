import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Responder } from '../net/http-server.ts';

/** Replaces an answer or happens before it: `proceed` lets the server answer normally. */
export type Fault = (request: IncomingMessage, response: ServerResponse, proceed: () => void) => void;

/** Faults that are queued by operation, one for each request. */
export class Faults {
  readonly #waiting = new Map<string, Fault[]>();

  /** The next requests for `operation` meet these faults, one each, in order. */
  next(operation: string, ...faults: readonly Fault[]): void {
    this.#waiting.set(operation, [...(this.#waiting.get(operation) ?? []), ...faults]);
  }

  /** Answers with the next fault of this operation, or normally if there is none. */
  meet(operation: string, request: IncomingMessage, response: ServerResponse, answer: Responder): void {
    const fault = this.#waiting.get(operation)?.shift();
    if (fault === undefined) answer(request, response);
    else fault(request, response, () => answer(request, response));
  }

  /** Operations whose faults have not occurred yet. */
  get unmet(): readonly string[] {
    return [...this.#waiting].filter(([, faults]) => faults.length > 0).map(([operation]) => operation);
  }
}

/** Reads some of a request's body and closes the connection. */
export function dieMidBody(): Fault {
  return (request) => {
    request.once('data', () => request.socket.resetAndDestroy());
  };
}

/** Executes the whole request, and closes the connection instead of answering. */
export function dieBeforeAnswer(): Fault {
  return (request, response, proceed) => {
    response.end = () => {
      request.socket.resetAndDestroy();
      return response;
    };
    proceed();
  };
}

/** Holds requests until `count` have arrived, so that they are answered at the same time. */
export function barrier(count: number): Fault {
  const waiting: (() => void)[] = [];
  return (_request, _response, proceed) => {
    waiting.push(proceed);
    if (waiting.length === count) for (const go of waiting) go();
  };
}

/** Waits for an event before the request is answered. */
export function first(event: () => Promise<unknown>): Fault {
  return (_request, _response, proceed) => {
    void event().then(proceed, proceed);
  };
}

/** An answer of JSON. */
export function json(code: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Responder {
  return (request, response) => {
    // Like a real server: the rest of an ignored body is read, so that the answer arrives.
    request.resume();
    response.writeHead(code, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** The whole body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
