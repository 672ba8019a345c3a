import { type Command, InvalidArgumentError, Option } from 'commander';
import type { BootSummary } from '../boot/boot-result.ts';
import type { Machine } from '../boot/machine.ts';
import type { BootOptions } from '../boot/options.ts';
import { FledgeError } from '../support/errors.ts';
import { collectWarnings } from '../support/report/warning.ts';
import { formatMilliseconds } from '../support/units.ts';
import { createCommand, jsonOption, numberFrom } from './common-options.ts';
import type { BootDocument } from './json/boot.ts';
import type { Session } from './session.ts';

interface Options extends BootOptions {
  readonly json?: boolean;
  readonly verbose?: boolean;
}

const LONGEST_SECONDS = 24 * 60 * 60;
const MAX_REPEAT = 1000;
/** Before each line of a console, so that a machine cannot print what looks like a message of fledge. */
const CONSOLE_MARK = '| ';

/** `fledge boot`. */
export function defineBoot(program: Command, session: Session): Command {
  const seconds = (text: string): number => {
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && value <= LONGEST_SECONDS) return value;
    throw new InvalidArgumentError(`It must be a number of seconds, at most ${LONGEST_SECONDS}.`);
  };
  return createCommand({ program, session }, 'boot', 'start an artifact in a microVM, as Volant does')
    .argument('[artifact]', 'an artifact, a directory with manifest.json, or a fledge.toml, which is built first')
    .option('--expect <regex>', 'succeed when the console shows this')
    .option('--http [path]', 'succeed when GET is answered with 2xx (default: the health check of the manifest)')
    .option('--run <command>', 'succeed when this command, which is run inside, ends with status 0')
    .addOption(
      new Option('--settle <seconds>', 'otherwise: time for which the workload must run (default: 2)').argParser(
        seconds,
      ),
    )
    .addOption(
      new Option('--timeout <seconds>', 'time limit (default: 60 with KVM, 300 without)').argParser((text) => {
        const value = seconds(text);
        if (value > 0) return value;
        throw new InvalidArgumentError('It must be more than 0 seconds.');
      }),
    )
    .option('--kernel <file or URL>', "kernel to boot (default: that of Volant's installer)")
    .option('--kernel-sha256 <digest>', 'SHA-256 of the kernel')
    .option('--modules <directory>', 'modules of the kernel (default: /lib/modules/VERSION, if the kernel is in /boot)')
    .addOption(
      new Option('--vmm <program>', 'program that runs the machine')
        .choices(['auto', 'qemu', 'cloud-hypervisor'])
        .default('auto'),
    )
    .addOption(
      new Option('--volant <generation>', "generation of Volant's command line")
        .choices(['0.6', 'next'])
        .default('0.6'),
    )
    .addOption(
      new Option('--cpus <number>', 'number of CPUs (default: that of the manifest)').argParser(numberFrom(1, 64)),
    )
    .addOption(
      new Option('--memory <MiB>', 'memory (default: that of the manifest)').argParser(numberFrom(32, 1 << 20)),
    )
    .option('--agent <file>', 'agent for an image without one')
    .option('--append <words>', "further words of the kernel's command line")
    .addOption(
      new Option('--repeat <number>', 'boot several times and print median, minimum and maximum').argParser(
        numberFrom(1, MAX_REPEAT),
      ),
    )
    .option('--keep', 'leave the machine running, and print the address of its ports, until Ctrl-C')
    .option('--console <file>', 'write the text of the console to a file')
    .option('--interactive', 'start a shell on the console; Ctrl-] ends the machine')
    .addOption(jsonOption('the result'))
    .addHelpText(
      'after',
      `
The artifact does not change: the machine's writes are discarded. Without /dev/kvm the machine is emulated.
The exit status is 0 if the machine did what was asked, 1 if it did not, and 2 for a mistake in the options.

Examples:
  fledge boot                                   build the plugin of ./fledge.toml and boot it
  fledge boot nginx.img --http /                boot an image until it serves a page
  fledge boot plugin.cpio.gz --expect 'listening on port [0-9]+'
  fledge boot dist --run 'nginx -t'
  fledge boot plugin.cpio.gz --repeat 10 --json`,
    )
    .action((artifact: string | undefined, options: Options) => runBoot(artifact, options, session));
}

/** Boots, and prints the result on stdout. */
async function runBoot(artifact: string | undefined, options: Options, session: Session): Promise<void> {
  if (options.interactive === true && options.json === true) {
    throw new FledgeError('usage', '--interactive and --json are mutually exclusive: both write to stdout', {
      fix: 'remove --json',
    });
  }
  const [{ bootRepeatedly }, { linesTo }] = await Promise.all([
    import('../boot/repeat.ts'),
    import('../boot/console.ts'),
  ]);
  session.doneSoFar = 'the machine was stopped';
  const { reporter, warnings } = collectWarnings(session.reporter);
  const summary = await bootRepeatedly(artifact, options, {
    env: process.env,
    reporter,
    ...(options.verbose === true &&
      options.interactive !== true && { onConsole: linesTo((line) => reporter.debug(`${CONSOLE_MARK}${line}`)) }),
    ...(options.interactive === true && { terminal: { input: process.stdin, output: process.stdout } }),
    ...(options.keep === true && { onReached: (machine: Machine) => keepRunning(machine, session) }),
  });
  if (options.json === true) await session.printJson({ ...summary, warnings } satisfies BootDocument);
  else if (summary.ok) await session.printSummary(textOf(summary));
  const { diagnosis } = summary;
  if (diagnosis === undefined) return;
  if (options.verbose !== true && options.json !== true) printConsole(summary.boots.at(-1)?.console ?? [], session);
  throw new FledgeError('input', diagnosis.message, { fix: diagnosis.fix });
}

/** Waits until a machine ends by itself. Ctrl-C ends this program, and the machine with it. */
async function keepRunning({ forwards, ended }: Machine, { reporter }: Session): Promise<void> {
  for (const { hostPort, guestPort } of forwards) {
    reporter.info(`port ${guestPort} of the machine is http://127.0.0.1:${hostPort}/`);
  }
  reporter.info('the machine runs until Ctrl-C');
  await ended;
}

function printConsole(lines: readonly string[], { reporter }: Session): void {
  if (lines.length === 0) return;
  reporter.info('the last lines of the console:');
  for (const line of lines) reporter.info(`${CONSOLE_MARK}${line}`);
}

function textOf({ artifact, goal, boots, times }: BootSummary): string {
  const spread =
    boots.length === 1
      ? ''
      : ` (median of ${boots.length}; ${formatMilliseconds(times.min)} to ${formatMilliseconds(times.max)})`;
  return `${artifact.path} boots: ${goal} after ${formatMilliseconds(times.median)}${spread}\n`;
}
