import { basename } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
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
  const ask = askerOn(terminal);
  try {
    const workload = await askForWorkload(ask, directory, dockerfile);
    return {
      workload,
      name: name ?? (await ask('Name of the plugin', pluginName(defaultName(workload, directory)))),
      port: port ?? (workload.kind === 'binary' ? await askForPort(ask) : undefined),
      workflow: workflow || /^y/i.test(await ask('Write a workflow for GitHub Actions?', 'no')),
    };
  } finally {
    terminal.close();
  }
}

/** Returns the answer to a question, or the default for an empty one. */
type Asker = (question: string, byDefault: string) => Promise<string>;

function askerOn(terminal: Interface): Asker {
  // Unlike `question`, this keeps lines that were typed before their question.
  const lines = terminal[Symbol.asyncIterator]();
  return async (question, byDefault) => {
    terminal.setPrompt(`${question} [${byDefault}] `);
    terminal.prompt();
    const { value, done } = await lines.next();
    if (done === true) throw new FledgeError('usage', 'the input ended; nothing was written');
    const answer = value.trim();
    return answer === '' ? byDefault : answer;
  };
}

async function askForWorkload(ask: Asker, directory: string, dockerfile: string | undefined): Promise<Workload> {
  const byDefault = dockerfile === undefined ? 'image' : 'dockerfile';
  const { kind, question, example } = await askUntilValid(
    () => ask('What does the machine run: image, dockerfile or binary?', byDefault),
    kindOf,
  );
  const suggestion = kind === 'dockerfile' && dockerfile !== undefined ? basename(dockerfile) : example;
  return askUntilValid(
    () => ask(question, suggestion),
    (answer) => parseWorkload(kind, answer, directory),
  );
}

function askForPort(ask: Asker): Promise<number> {
  return askUntilValid(() => ask('tcp port on which the program listens', '80'), portOf);
}

/** Asks until the answer is usable, and prints the reason why it is not. */
async function askUntilValid<T>(ask: () => Promise<string>, parse: (answer: string) => T): Promise<T> {
  for (;;) {
    const answer = await ask();
    try {
      return parse(answer);
    } catch (error) {
      if (!(error instanceof FledgeError)) throw error;
      process.stderr.write(`${error.message}\n`);
    }
  }
}

function kindOf(answer: string): Kind {
  const found = KINDS.find(({ kind }) => kind.startsWith(answer.toLowerCase()));
  if (found === undefined) throw new FledgeError('usage', 'answer image, dockerfile or binary');
  return found;
}

function portOf(answer: string): number {
  const port = Number(answer);
  if (/^\d+$/.test(answer) && port >= 1 && port <= 65535) return port;
  throw new FledgeError('usage', 'a port is a number from 1 to 65535');
}
