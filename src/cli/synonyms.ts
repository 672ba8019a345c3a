/** Commands that users of other tools try, and the commands of fledge that do the same. */
const SYNONYMS: Readonly<Record<string, string>> = {
  check: 'validate',
  compare: 'diff',
  cat: 'extract',
  create: 'init',
  list: 'plan',
  lint: 'validate',
  ls: 'inspect',
  make: 'build',
  new: 'init',
  pin: 'lock',
  run: 'boot',
  show: 'inspect',
  start: 'boot',
  unpack: 'extract',
  update: 'lock',
  verify: 'validate',
};

/** The command that does what a name from another tool stands for. */
export function commandFor(name: string): string | undefined {
  return Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined;
}
