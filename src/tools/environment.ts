import type { Environment } from '../support/environment.ts';
import { ChildEnvironment } from '../support/process/exec.ts';

/** What the environment of one kind of child consists of. Everything else stays here. */
interface Row {
  /** The programs, as people call them. */
  readonly programs: readonly string[];
  /** Why it needs more than a locale and a PATH; one sentence for docs/tools.md. */
  readonly why: string;
  /** Handed on with the values that they have here, where they have one. */
  readonly passed: readonly string[];
  /** Always these values. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Get a value of ours for each run. */
  readonly own: readonly string[];
}

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';

/** The variables of one machine's way into the network; programs read both spellings. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'] as const;
/** Where Go looks for certificate authorities. */
const CERTIFICATES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;
/** Where the logins and settings of a user are (containers-auth.json(5), containers-registries.conf(5)). */
const LOGINS = [
  ...['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'],
  ...['REGISTRY_AUTH_FILE', 'DOCKER_CONFIG', 'CONTAINERS_REGISTRIES_CONF'],
] as const;
/** Which Docker daemon is asked, and how. */
const DAEMON = ['DOCKER_HOST', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY'] as const;
/**
 * Which storage of podman and buildah is read (containers-storage.conf(5)); the last two are of a user namespace that
 * `podman unshare` made. STORAGE_OPTS may name a program that mounts. So may the user's storage.conf, which is read too.
 */
const STORAGE = [
  ...['CONTAINERS_STORAGE_CONF', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
  ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
] as const;
/** What a build in a container, and a second build, must be told as the first one was. */
const BUILD = ['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL'] as const;

const SKOPEO = {
  programs: ['skopeo'],
  passed: ['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES],
  fixed: { LC_ALL: 'C' },
  own: [],
} as const;

/**
 * Every program that fledge starts, and the variables that it gets: all that a row names, and nothing else. docs/tools.md
 * has this table for users, and a test compares both with what the programs are really given.
 */
export const ENVIRONMENTS = {
  version: {
    programs: ['any tool that is asked for its version'],
    why: 'a tool may be a script that needs others.',
    passed: ['PATH'],
    fixed: { LC_ALL: 'C' },
    own: [],
  },
  gcc: {
    programs: ['gcc'],
    why: 'it finds `as` and `ld` on the PATH; none of its many variables may decide which bytes come out.',
    passed: ['PATH'],
    fixed: { LC_ALL: 'C' },
    own: ['TMPDIR'],
  },
  mkfs: {
    programs: ['mkfs.xfs', 'mkfs.btrfs', 'unshare, with the mount and cp of an old mkfs.xfs'],
    why: 'a library of ours shows them the tree.',
    passed: [],
    fixed: { LC_ALL: 'C', TZ: 'UTC', PATH: SYSTEM_PATH },
    own: ['LD_PRELOAD', 'FLEDGE_TREE_TABLE', 'FLEDGE_TREE_REPORT', 'SOURCE_DATE_EPOCH', 'DETERMINISTIC_SEED'],
  },
  check: {
    programs: ['e2fsck', 'unsquashfs', 'xfs_repair', 'btrfs check'],
    why: 'nothing of this machine may turn a check off.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
    own: [],
  },
  umoci: {
    programs: ['umoci, and unshare before it'],
    why: 'its home is a directory of the build.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    own: ['HOME'],
  },
  tar: {
    programs: ['tar, and unshare before it'],
    why: 'none of its variables may add options.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    own: [],
  },
  skopeo: { ...SKOPEO, why: 'it finds logins, certificates, proxies and credential helpers by them.' },
  'skopeo of docker-daemon': {
    ...SKOPEO,
    why: 'besides, it may have to be told of the daemon.',
    passed: [...SKOPEO.passed, ...DAEMON],
  },
  'skopeo of containers-storage': {
    ...SKOPEO,
    why: 'besides, the storage of podman and buildah is found by them.',
    passed: [...SKOPEO.passed, ...STORAGE],
  },
  engine: {
    programs: ['docker', 'podman'],
    why: 'they find their daemon, storage, logins and settings by them, and hand to the container what a build reads.',
    passed: [
      ...['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE, ...BUILD, 'NO_COLOR'],
      ...['DOCKER_CONTEXT', 'DOCKER_API_VERSION', 'DOCKER_TLS', 'DOCKER_DEFAULT_PLATFORM'],
      ...['DOCKER_CONTENT_TRUST', 'DOCKER_CONTENT_TRUST_SERVER'],
      ...['CONTAINER_HOST', 'CONTAINER_CONNECTION', 'CONTAINER_SSHKEY', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE'],
      'DBUS_SESSION_BUS_ADDRESS',
    ],
    fixed: {},
    own: [],
  },
  sudo: {
    programs: ['sudo', 'apt-get'],
    why: 'packages are fetched through the proxy of this machine; sudo takes away what its own policy says.',
    passed: ['PATH', 'HOME', ...PROXIES],
    fixed: { LC_ALL: 'C' },
    own: [],
  },
  'apt-cache': {
    programs: ['apt-cache'],
    why: 'it reads files only.',
    passed: ['PATH'],
    fixed: { LC_ALL: 'C' },
    own: [],
  },
  toolkit: {
    programs: ["zstd and tar of the toolkit's cache client"],
    why: 'the client starts them with what it reads itself; the token of the job is gone before an archive is unpacked.',
    passed: [
      ...['PATH', 'HOME', 'TMPDIR', ...PROXIES, 'RUNNER_DEBUG', 'GITHUB_SERVER_URL', 'GITHUB_REF'],
      ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_CACHE_MODE', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'],
      ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ORCHESTRATION_ID'],
      ...['CACHE_UPLOAD_CONCURRENCY', 'CACHE_UPLOAD_CHUNK_SIZE', 'SEGMENT_DOWNLOAD_TIMEOUT_MINS'],
    ],
    fixed: { LC_ALL: 'C' },
    own: ['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'TAR_OPTIONS'],
  },
  fledge: {
    programs: ['fledge, for the second build of a reproducibility check'],
    why: 'it has to reach the same inputs, and everything that must not matter is different.',
    passed: [
      ...['PATH', ...LOGINS.filter((name) => name !== 'HOME'), ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE],
      ...[...BUILD, 'FLEDGE_TOOLCHAIN', 'NODE_USE_SYSTEM_CA'],
    ],
    fixed: { NO_COLOR: '1' },
    own: [
      ...['HOME', 'PWD', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
      ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'HOSTNAME', 'NODE_EXTRA_CA_CERTS', 'FLEDGE_GITHUB_TOKEN_FILE'],
      'FLEDGE_NOT_MAPPED',
    ],
  },
} as const satisfies Readonly<Record<string, Row>>;

/** A kind of child: a row of the table. */
export type ChildKind = keyof typeof ENVIRONMENTS;

/** Kinds whose programs start credential helpers. */
const WITH_HELPERS: readonly ChildKind[] = ['skopeo', 'engine', 'fledge'];

/**
 * Environment of the credential helpers that registries document, by the name behind `docker-credential-`; `*` stands for
 * any ending. They are secrets, and are handed on only where a login file names the helper.
 */
export const HELPER_VARIABLES: Readonly<Record<string, readonly string[]>> = {
  'ecr-login': ['AWS_*'],
  gcr: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
  gcloud: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
  'acr-env': ['AZURE_*'],
  acr: ['AZURE_*'],
  pass: ['PASSWORD_STORE_*', 'GNUPGHOME'],
  secretservice: ['DBUS_SESSION_BUS_ADDRESS'],
};

export interface ChildVariables {
  /** Values of the row's own variables; undefined leaves one out. */
  readonly own?: Environment;
  /** The credential helpers that are in use, without `docker-credential-`. */
  readonly helpers?: readonly string[];
}

/**
 * The environment of a child, out of the table: the variables of its row that `env` has, those with fixed values, and its
 * own. An SSH agent is reached only by a docker or podman whose daemon is reached by SSH.
 *
 * @throws RangeError for an own variable that the row does not have: the table is where that is decided.
 */
export function environmentFor(
  kind: ChildKind,
  env: Environment,
  { own = {}, helpers = [] }: ChildVariables = {},
): ChildEnvironment {
  const row: Row = ENVIRONMENTS[kind];
  const unknown = Object.keys(own).find((name) => !row.own.includes(name));
  if (unknown !== undefined) throw new RangeError(`the environment of ${kind} has no ${unknown}`);
  const names = [
    ...row.passed,
    ...(WITH_HELPERS.includes(kind) ? helperVariables(helpers, env) : []),
    ...(kind === 'engine' && isReachedBySsh(env) ? ['SSH_AUTH_SOCK'] : []),
  ];
  const passed = names.map((name): [string, string | undefined] => [name, env[name]]);
  const all = [...passed, ...Object.entries(row.fixed), ...Object.entries(own)];
  return new ChildEnvironment(
    Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== undefined)),
  );
}

/** The names in `env` of what these helpers read. */
function helperVariables(helpers: readonly string[], env: Environment): readonly string[] {
  const patterns = helpers.flatMap((helper) =>
    Object.hasOwn(HELPER_VARIABLES, helper) ? HELPER_VARIABLES[helper] : [],
  );
  return Object.keys(env).filter((name) =>
    patterns.some((pattern) => (pattern?.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)),
  );
}

function isReachedBySsh(env: Environment): boolean {
  const hosts = [env['DOCKER_HOST'], env['CONTAINER_HOST']];
  const isNamed = [env['DOCKER_CONTEXT'], env['CONTAINER_CONNECTION']].some(
    (name) => name !== undefined && name !== '',
  );
  return isNamed || hosts.some((host) => host?.startsWith('ssh://'));
}
