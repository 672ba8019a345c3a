import { basename } from 'node:path';
import { createInterface, type Interface } from 'node:readline/promises';
import { pluginName } from '../manifest/manifest.ts';
import { defaultName, parseWorkload, type Workload, type WorkloadKind } from '../scaffold/workload.ts';
import { FledgeError } from '../support/errors.ts';

/** The answers that are known before the questions. */
export interface KnownAnswers {
  /** The absolute path of the plugin's directory. */
  readonly directory: string;
  /** The Dockerfile of the directory, if it has one. */
  readonly dockerfile: string | undefined;
  readonly name: string | undefined;
  readonly port: number | undefined;
  readonly workflow: boolean;
}

interface Kind {
  readonly kind: WorkloadKind;
  readonly question: string;
  readonly example: string;
}

const KINDS: readonly Kind[] = [
  { kind: 'image', question: 'Reference of the image', example: 'nginx:alpine' },
  { kind: 'dockerfile', question: 'Path of the Dockerfile', example: 'Dockerfile' },
  { kind: 'binary', question: 'Path of the program', example: './server' },
];

/**
 * Asks the user on the terminal for the rest of the answers. An answer that is not usable is asked for again.
 *
 * @throws FledgeError `usage` if the input ends.
 */
export async function askForPlugin({ directory, dockerfile, name, port, workflow }: KnownAnswers) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The terminal is in raw mode, in which Ctrl-C sends no signal.
  terminal.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ended = new Promise<never>((_, reject) => {
    terminal.once('close', () => reject(new FledgeError('usage', 'the input ended; nothing was written')));
  });
  try {
    return await Promise.race([
      ended,
      (async () => {
        const workload = await askForWorkload(terminal, directory, dockerfile);
        return {
          workload,
          name: name ?? (await ask(terminal, 'Name of the plugin', pluginName(defaultName(workload, directory)))),
          port: port ?? (workload.kind === 'binary' ? await askForPort(terminal) : undefined),
          workflow: workflow || (await askWhether(terminal, 'Write a workflow for GitHub Actions?')),
        };
      })(),
    ]);
  } finally {
    terminal.removeAllListeners('close');
    terminal.close();
  }
}

async function askForWorkload(
  terminal: Interface,
  directory: string,
  dockerfile: string | undefined,
): Promise<Workload> {
  const byDefault = dockerfile === undefined ? 'image' : 'dockerfile';
  const { kind, question, example } = await repeat(async () => {
    const answer = await ask(terminal, 'What does the machine run: image, dockerfile or binary?', byDefault);
    const chosen = KINDS.find((candidate) => candidate.kind.startsWith(answer.toLowerCase()));
    if (chosen === undefined) throw new FledgeError('usage', 'answer image, dockerfile or binary');
    return chosen;
  });
  const suggestion = kind === 'dockerfile' && dockerfile !== undefined ? basename(dockerfile) : example;
  return repeat(async () => parseWorkload(kind, await ask(terminal, question, suggestion), directory));
}

function askForPort(terminal: Interface): Promise<number> {
  return repeat(async () => {
    const answer = await ask(terminal, 'tcp port on which the program listens', '80');
    const port = Number(answer);
    if (!/^\d+$/.test(answer) || port < 1 || port > 65535) {
      throw new FledgeError('usage', 'a port is a number from 1 to 65535');
    }
    return port;
  });
}

async function askWhether(terminal: Interface, question: string): Promise<boolean> {
  return /^y/i.test(await ask(terminal, question, 'no'));
}

/** The answer, or the default for an empty one. */
async function ask(terminal: Interface, question: string, byDefault: string): Promise<string> {
  const answer = (await terminal.question(`${question} [${byDefault}] `)).trim();
  return answer === '' ? byDefault : answer;
}

/** Asks until the answer is usable, and prints the reason why it is not. */
async function repeat<T>(question: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await question();
    } catch (error) {
      if (!(error instanceof FledgeError)) throw error;
      process.stderr.write(`${error.message}\n`);
    }
  }
}
