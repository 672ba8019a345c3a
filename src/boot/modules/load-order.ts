import { FledgeError } from '../../support/errors.ts';

/** What is loaded before a module. */
export interface Dependencies {
  /** Modules without which it cannot be loaded. */
  readonly required: readonly string[];
  /** Modules that are loaded before it unless they require it. */
  readonly preferred: readonly string[];
}

/**
 * The wanted modules and everything that they depend on, each after what it requires. `dependenciesOf` is called once for each
 * module, and returns undefined for one that does not exist, which is left out.
 *
 * @throws FledgeError `input` if modules require each other.
 */
export async function loadOrder(
  wanted: readonly string[],
  dependenciesOf: (name: string) => Promise<Dependencies | undefined>,
): Promise<string[]> {
  const graph = await collect(wanted, dependenciesOf);
  const before = new Map(
    [...graph].map(([name, { required }]) => [name, new Set(required.filter((other) => graph.has(other)))]),
  );
  sorted(before);
  for (const [name, { preferred }] of graph) {
    for (const other of preferred) {
      if (graph.has(other) && !reaches(before, other, name)) before.get(name)?.add(other);
    }
  }
  return sorted(before);
}

async function collect(
  wanted: readonly string[],
  dependenciesOf: (name: string) => Promise<Dependencies | undefined>,
): Promise<Map<string, Dependencies>> {
  const graph = new Map<string, Dependencies>();
  const seen = new Set(wanted);
  // A set yields what is added while it is iterated.
  for (const name of seen) {
    const dependencies = await dependenciesOf(name);
    if (dependencies === undefined) continue;
    graph.set(name, dependencies);
    for (const other of [...dependencies.required, ...dependencies.preferred]) seen.add(other);
  }
  return graph;
}

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** True if `to` must be before `from`, or is it. */
function reaches(before: Graph, from: string, to: string): boolean {
  const seen = new Set([from]);
  for (const name of seen) {
    for (const other of before.get(name) ?? []) seen.add(other);
  }
  return seen.has(to);
}

/** All names, each after those that are before it. A chain can be as long as the graph, so there is no recursion. */
function sorted(before: Graph): string[] {
  const order: string[] = [];
  const done = new Set<string>();
  for (const first of before.keys()) {
    const path: { readonly name: string; readonly rest: Iterator<string> }[] = [];
    const open = new Set<string>();
    const enter = (name: string): void => {
      if (done.has(name)) return;
      if (open.has(name)) throw cycle([...path.map((step) => step.name), name]);
      open.add(name);
      path.push({ name, rest: (before.get(name) ?? new Set<string>()).values() });
    };
    enter(first);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.next();
      if (next.done !== true) {
        enter(next.value);
        continue;
      }
      path.pop();
      done.add(top.name);
      order.push(top.name);
    }
  }
  return order;
}

const SHOWN_MODULES = 10;

function cycle(path: readonly string[]): FledgeError {
  const names = path.slice(path.indexOf(path.at(-1) ?? ''), -1).slice(0, SHOWN_MODULES);
  return new FledgeError('input', `cannot order the kernel modules: they require each other: ${names.join(', ')}`, {
    fix: 'unpack the package of the kernel again: its modules are damaged',
  });
}
