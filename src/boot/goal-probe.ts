import { FledgeError } from '../support/errors.ts';
import type { Goal } from './goal.ts';
import type { Machine } from './machine.ts';
import { type ProbeFailure, untilHealthy } from './probe.ts';

/** Probes the port of a goal, if it has one. */
export class GoalProbe {
  readonly #goal: Goal;
  readonly #machine: Machine;
  readonly #onAnswer: () => void;
  readonly #ending = new AbortController();
  #isStarted = false;
  /** The result of the last attempt that failed. */
  lastFailure: ProbeFailure | undefined;

  constructor(goal: Goal, machine: Machine, onAnswer: () => void) {
    this.#goal = goal;
    this.#machine = machine;
    this.#onAnswer = onAnswer;
  }

  /** Only the first call has an effect. */
  start(): void {
    if (this.#isStarted || this.#goal.kind !== 'http') return;
    this.#isStarted = true;
    const { path, port } = this.#goal;
    const onFailure = (failure: ProbeFailure): void => {
      this.lastFailure = failure;
    };
    const { signal } = this.#ending;
    untilHealthy({ port: portTo(this.#machine, port), path, signal, onFailure }).then(this.#onAnswer, () => {
      // It was stopped.
    });
  }

  stop(): void {
    this.#ending.abort();
  }
}

/** The port of this machine that leads to a port of the guest. */
function portTo({ forwards }: Pick<Machine, 'forwards'>, guestPort: number): number {
  const forward = forwards.find((candidate) => candidate.guestPort === guestPort);
  if (forward === undefined) throw new FledgeError('internal', `port ${guestPort} of the machine is not forwarded`);
  return forward.hostPort;
}
