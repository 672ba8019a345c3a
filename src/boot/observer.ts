import { HALTED } from './diagnosis.ts';
import type { Goal } from './goal.ts';
import type { GuestEvent } from './guest/events.ts';
import type { StageClock, StageName } from './stages.ts';

/** Why the observation of a boot ended. */
export type Outcome =
  | { readonly ok: true }
  /** `command` is the command of the goal, `workload` the program of the plugin. */
  | { readonly ok: false; readonly reason: 'command-failed' | 'workload-ended'; readonly event: GuestEvent }
  | { readonly ok: false; readonly reason: EndReason };

type EndReason = 'machine-ended' | 'timeout' | 'nothing-to-start';

/** The time for the lines after a panic. */
const HALT_MS = 1500;
/** Characters at the end of the console in which a pattern is looked for. */
const SEARCHED = 64 * 1024;

const STAGE_OF: Readonly<Partial<Record<GuestEvent['name'], StageName>>> = {
  init: 'init',
  agent: 'agent',
  workload: 'workload',
};

/** Follows a boot by what the machine shows, and decides when its goal is reached or cannot be reached any more. */
export class BootObserver {
  readonly outcome: Promise<Outcome>;
  readonly #decide: (outcome: Outcome) => void;
  readonly #goal: Goal;
  readonly #stages: StageClock;
  #recent = '';
  #halt: NodeJS.Timeout | undefined;

  constructor(goal: Goal, stages: StageClock) {
    const { promise, resolve } = Promise.withResolvers<Outcome>();
    this.outcome = promise;
    this.#decide = (outcome) => {
      clearTimeout(this.#halt);
      resolve(outcome);
    };
    this.#goal = goal;
    this.#stages = stages;
  }

  /** Text of the console, without the lines of events. */
  takeText(text: string): void {
    this.#stages.reach('kernel');
    // A halt is shown in one line, so its beginning is in the last line at most.
    const lines = this.#recent.slice(this.#recent.lastIndexOf('\n') + 1) + text;
    this.#recent = (this.#recent + text).slice(-SEARCHED);
    if (this.#goal.kind === 'expect' && this.#goal.pattern.test(withoutCommandLine(this.#recent))) this.#succeed();
    if (this.#halt === undefined && HALTED.test(lines)) {
      // The lines after a panic name its cause. Not every machine ends by itself.
      this.#halt = setTimeout(() => this.end('machine-ended'), HALT_MS);
    }
  }

  takeEvent(event: GuestEvent): void {
    this.#stages.reach('kernel');
    const stage = STAGE_OF[event.name];
    if (stage !== undefined) this.#stages.reach(stage);
    const { kind } = this.#goal;
    if (event.name === 'shell-ended' && kind === 'shell') this.#succeed();
    if (event.name === 'alive' && kind === 'alive') this.#succeed();
    if (event.name === 'run-ended' && kind === 'run') {
      if (event.values['status'] === '0') this.#succeed();
      else this.#decide({ ok: false, reason: 'command-failed', event });
    }
    // A server may go on in the background after the program that was started has ended with status 0.
    const isOver = kind === 'alive' || (kind === 'http' && failed(event));
    if (event.name === 'workload-ended' && isOver) this.#decide({ ok: false, reason: 'workload-ended', event });
  }

  /** The user has ended the machine. */
  leave(): void {
    this.#succeed();
  }

  /** The port of the goal has answered with a status of 2xx. */
  takeAnswer(): void {
    this.#succeed();
  }

  /** The machine has ended, the time is over, or the image has no program to start. */
  end(reason: EndReason): void {
    this.#decide({ ok: false, reason });
  }

  #succeed(): void {
    this.#stages.reach('answer');
    this.#decide({ ok: true });
  }
}

/** Whether a program is known to have ended by a signal or with another status than 0. */
function failed({ values }: GuestEvent): boolean {
  const { status = '0', signal } = values;
  return signal !== undefined || status !== '0';
}

/**
 * The text without the lines in which the kernel repeats its command line: that contains the name of the plugin and the words of
 * --append, which a pattern of the user may match.
 */
function withoutCommandLine(text: string): string {
  return text.includes('ommand line') ? text.replace(/^.*(?:[Kk]ernel command line|Command line:).*$/gm, '') : text;
}
