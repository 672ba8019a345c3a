/**
 * The events of the companion, with the keys of their values. After those that are marked with *, the companion powers the machine
 * off.
 */
const EVENT_NAMES = [
  // The companion runs and has read its plan. plan-failed (reason) *: the plan is damaged.
  ...['init', 'plan-failed'],
  // modules (count): so many modules are loaded. module-failed (name, errno).
  ...['modules', 'module-failed'],
  // network (name): the interface has an address. network-failed (reason: no-interface, socket, address, prefix, up, gateway; errno).
  ...['network', 'network-failed'],
  // disk: /dev/vda is there. no-disk *: it did not appear.
  ...['disk', 'no-disk'],
  // root (fstype, access: read-write, read-only, overlay): the disk is the root of a plain machine. root-failed (errno, fstype) *: once
  // for each file system that was tried. mount-failed (path, errno): a file system that programs expect is missing.
  ...['root', 'root-failed', 'mount-failed'],
  // no-agent: the disk has none. agent-failed (errno) *: it cannot be copied. agent (pid, exe): PID 1 has become the agent.
  ...['no-agent', 'agent-failed', 'agent'],
  // exec-failed (path, errno): a program or its directory cannot be used; * if the path is /init. watch-failed (errno): no events follow.
  ...['exec-failed', 'watch-failed'],
  // workload (pid, program): a child of the agent runs this program; without an agent, PID 1 does. It can come again after
  // workload-ended (pid, and status or signal if known). alive (pid): it is alive after the settle time.
  ...['workload', 'workload-ended', 'alive'],
  // The command of the plan, after `alive`: run-ended (status or signal).
  ...['run-started', 'run-ended'],
  // The shell on the console: shell-ended (status or signal).
  ...['shell', 'shell-ended'],
] as const;

export type GuestEventName = (typeof EVENT_NAMES)[number];

/** An event that the companion wrote to the console. */
export interface GuestEvent {
  readonly name: GuestEventName;
  /** By key. Numbers are decimal. */
  readonly values: Readonly<Record<string, string>>;
}

/** In characters. No event is longer, so a longer beginning of a line is text. */
const MAX_LINE = 4096;

export interface ConsoleText {
  readonly events: GuestEvent[];
  /** The console text without the events. */
  readonly text: string;
}

/**
 * Separates the events of one boot from the other text of the console. Only lines with the token of the boot are events, so that
 * a workload cannot write one. A line that is damaged, such as by a message of the kernel in its middle, is text.
 */
export class GuestEvents {
  readonly #marker: string;
  /** The beginning of a line that may become an event. */
  #rest = '';
  /** True if the last text that was passed on does not end a line. */
  #isInLine = false;
  /** An empty line that is not passed on yet: the companion writes a line break before each event. */
  #emptyLine = '';

  constructor(token: string) {
    this.#marker = `@fledge ${token} `;
  }

  /** Takes the next piece of the console. The beginning of a line that may become an event is kept until the next call. */
  take(piece: string): ConsoleText {
    const events: GuestEvent[] = [];
    const lines = (this.#rest + piece).split('\n');
    const last = lines.pop() ?? '';
    let text = '';
    for (const line of lines) {
      const [before, event] = this.#split(line);
      if (event === undefined) text += this.#passOn(`${line}\n`);
      else {
        events.push(event);
        // A message of the kernel can be between the companion's line break and its event.
        if (before !== '') text += this.#passOn(before);
        this.#emptyLine = '';
      }
    }
    this.#rest = this.#canBecomeEvent(last) ? last : '';
    if (this.#rest === '' && last !== '') text += this.#passOn(last);
    return { events, text };
  }

  /** Returns the text that was kept, at the end of the console. */
  end(): string {
    const text = this.#emptyLine + this.#rest;
    this.#emptyLine = '';
    this.#rest = '';
    return text;
  }

  /** The text to pass on for this text: an empty line waits for the next one. */
  #passOn(text: string): string {
    const isEmptyLine = !this.#isInLine && /^\r?\n$/.test(text);
    const before = this.#emptyLine;
    this.#emptyLine = isEmptyLine ? text : '';
    this.#isInLine = !text.endsWith('\n');
    return before + (isEmptyLine ? '' : text);
  }

  /** The text before the event, and the event, if there is one. */
  #split(line: string): [before: string, event: GuestEvent | undefined] {
    const start = line.indexOf(this.#marker);
    if (start === -1) return [line, undefined];
    return [line.slice(0, start), parseEvent(line.slice(start + this.#marker.length).replace(/\r$/, ''))];
  }

  #canBecomeEvent(line: string): boolean {
    if (line.length > MAX_LINE) return false;
    // A line break can be two characters, and the event may begin after the second one.
    if (line === '\r' || line.includes(this.#marker)) return true;
    const start = line.lastIndexOf('@');
    return start !== -1 && this.#marker.startsWith(line.slice(start));
  }
}

function parseEvent(text: string): GuestEvent | undefined {
  const [name, ...pairs] = text.split(' ');
  const known = EVENT_NAMES.find((candidate) => candidate === name);
  if (known === undefined) return undefined;
  const values: Record<string, string> = Object.create(null);
  for (const pair of pairs) {
    const [, key, value] = /^([a-z]+)=((?:[A-Za-z0-9/._:+-]|%[0-9A-F]{2})*)$/.exec(pair) ?? [];
    if (key === undefined || value === undefined) return undefined;
    values[key] = decode(value);
  }
  return { name: known, values };
}

/** Bytes that are not valid UTF-8 become U+FFFD. */
function decode(value: string): string {
  const latin1 = value.replace(/%(..)/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
  return Buffer.from(latin1, 'latin1').toString('utf8');
}
