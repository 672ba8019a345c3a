import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoadedConfig } from './config/load.ts';
import type { AgentSource, InitramfsConfig, Location } from './config/types.ts';
import type { BuildInput } from './describe/provenance.ts';
import { chooseInit } from './init/choose.ts';
import { compileInit } from './init/compile.ts';
import { fetchAgent } from './sources/agent.ts';
import { fetchBusybox } from './sources/busybox.ts';
import type { SourceContext } from './sources/context.ts';
import { readInitProgram } from './sources/init-program.ts';
import { type ByteString, byteStringFromText, displayByteString } from './support/byte-string.ts';
import type { FledgeError } from './support/errors.ts';
import type { Platform } from './support/platform.ts';
import type { Content, Inode, Timestamp } from './tree/entry.ts';
import { addBaseTree, addBusybox, addProgram, addTextFile } from './tree/initramfs.ts';
import { addMappings } from './tree/mappings.ts';
import { FileTree } from './tree/tree.ts';

const INIT = 'init' as ByteString;
const AGENT = 'bin/kestrel' as ByteString;
/** Names the program that the C init execs; read by init.c. */
const INIT_TARGET = '.volant_init' as ByteString;

export interface InitramfsJob {
  readonly loaded: LoadedConfig;
  readonly config: InitramfsConfig;
  readonly platform: Platform;
  readonly mtime: Timestamp;
  /** A directory for temporary files of the compiler. */
  readonly scratchDirectory: string;
  /** Host files that the build itself writes; a mapped directory that holds them is mapped without them. */
  readonly ownOutputs: ReadonlySet<string>;
  readonly sources: SourceContext;
}

export interface InitramfsContent {
  readonly tree: FileTree;
  /** Everything that went in and is not a mapping, in a fixed order. */
  readonly inputs: readonly BuildInput[];
  /** Absolute paths of mapped programs in the image, in the order of fledge.toml. */
  readonly programs: readonly string[];
}

/** A program for the tree, and how it is recorded. */
interface Part {
  readonly content: Content;
  readonly input: BuildInput;
}

/**
 * Brings together what an initramfs is made of: base directories, busybox and its links, the init, the agent, the
 * mappings; later ones win. Programs are fetched, verified and compiled side by side.
 *
 * @throws FledgeError `config` for what fledge.toml promises and nothing provides; else what the sources throw.
 */
export async function collectInitramfs(job: InitramfsJob): Promise<InitramfsContent> {
  const { config, loaded, mtime, platform, sources } = job;
  const choice = await chooseInit(config.init, loaded.directory);
  if (choice.kind === 'missing') throw await loaded.errorAt([missingInit(config)]);

  const [busybox, init, agent] = await settleAll(
    fetchBusybox(config.busybox, platform, sources),
    bringInit(job, choice),
    config.agent === undefined ? undefined : bringAgent(config.agent, job),
  );

  const tree = new FileTree(mtime);
  addBaseTree(tree, mtime);
  addBusybox(tree, hostFile(busybox, 'busybox'), busybox.applets, mtime);
  if (init !== undefined) addProgram(tree, INIT, init.content, mtime);
  if (choice.kind === 'compiled' && choice.exec !== undefined) {
    addTextFile(tree, INIT_TARGET, `${choice.exec}\n`, mtime);
  }
  if (agent !== undefined) addProgram(tree, AGENT, agent.content, mtime);

  const { problems, programs } = await addMappings(tree, config.mappings, {
    directory: loaded.directory,
    mtime,
    exclude: job.ownOutputs,
  });
  if (problems.length > 0) {
    throw await loaded.errorAt(problems.map(({ mapping, message }) => ({ path: mapping.key, message })));
  }
  await requireProgram(tree, choice.kind === 'compiled' && choice.exec !== undefined ? choice.exec : '/init', job);

  const busyboxInput = { name: 'busybox', uri: uriOf(config.busybox.location, busybox.uri), sha256: busybox.sha256 };
  return {
    tree,
    inputs: [inputOf(busyboxInput), ...[init, agent].flatMap((part) => part?.input ?? [])],
    programs: programs.map((path) => `/${displayByteString(path)}`),
  };
}

async function bringInit(
  { platform, scratchDirectory, sources, config }: InitramfsJob,
  choice: Awaited<ReturnType<typeof chooseInit>>,
): Promise<Part | undefined> {
  if (choice.kind === 'host-file') {
    const file = await readInitProgram(choice.path, platform);
    const path = config.init.mode === 'custom' ? config.init.path : choice.path;
    return {
      content: hostFile(file, path),
      input: inputOf({ name: 'init', uri: uriOf({ kind: 'file', path }, path), sha256: file.sha256 }),
    };
  }
  if (choice.kind !== 'compiled') return undefined;
  const data = await compileInit({ platform, scratchDir: scratchDirectory, signal: sources.signal });
  const sha256 = createHash('sha256').update(data).digest('hex');
  return {
    content: { kind: 'bytes', size: data.length, data },
    input: inputOf({ name: 'init', uri: 'fledge:init.c', sha256 }),
  };
}

async function bringAgent(source: AgentSource, { platform, sources }: InitramfsJob): Promise<Part> {
  const file = await fetchAgent(source, platform, sources);
  const uri = source.source === 'local' ? uriOf({ kind: 'file', path: source.path }, file.uri) : file.uri;
  return { content: hostFile(file, 'kestrel'), input: inputOf({ name: 'kestrel', uri, sha256: file.sha256 }) };
}

/** What PID 1 will be asked to run must be there and executable, or the machine powers off at its first boot. */
async function requireProgram(tree: FileTree, path: string, { loaded, config }: InitramfsJob): Promise<void> {
  const inode: Inode | undefined = tree.get(byteStringFromText(path));
  const key = config.init.mode === 'default' ? [] : ['init', config.init.mode === 'none' ? 'none' : 'path'];
  const fail = (message: string): Promise<FledgeError> => loaded.errorAt([{ path: key, message }]);
  if (inode === undefined) {
    const hint = `"./my-program" = "${path}"`;
    if (config.init.mode === 'custom') {
      throw await fail(`there is no file ${path} on the host, and no mapping puts one into the image; map it: ${hint}`);
    }
    throw await fail(`nothing provides ${path}; map a program to it: ${hint}`);
  }
  if (inode.kind === 'symlink') return;
  if (inode.kind !== 'file') throw await fail(`${path} is a ${inode.kind}, not a program`);
  if ((inode.mode & 0o111) === 0) {
    throw await fail(`${path} is mapped from a file that is not executable; chmod +x it`);
  }
}

function missingInit({ init }: InitramfsConfig): { path: readonly string[]; message: string } {
  const path = init.mode === 'custom' ? init.path : '';
  const message = `there is no file ${path} beside fledge.toml; build it first, or name an absolute path in the image`;
  return { path: ['init', 'path'], message };
}

function hostFile(file: { path: string; size: number }, label: string): Content {
  return { kind: 'host-file', size: file.size, path: Buffer.from(file.path), label };
}

function inputOf({ name, uri, sha256 }: { name: string; uri: string; sha256: string }): BuildInput {
  return { name, uri, digest: `sha256:${sha256}` };
}

/** A host file as the author wrote it, so that no directory of this machine gets into the record. */
function uriOf(location: Location, fetchedFrom: string): string {
  if (location.kind === 'url') return fetchedFrom;
  return isAbsolute(location.path) ? pathToFileURL(location.path).href : `file:${encodeURI(location.path)}`;
}

/**
 * Waits for all, also when one fails, so that nothing goes on behind the back of whoever cleans up; then throws the
 * first error in the order given.
 */
async function settleAll<T extends readonly unknown[]>(
  ...work: T
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(work);
  return Promise.all(work);
}
