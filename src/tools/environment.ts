import type { Environment } from '../support/environment.ts';
import { ChildEnvironment } from '../support/process/exec.ts';

/** The environment of one kind of child. Other variables are not inherited. */
interface Row {
  /** The programs, by their usual names. */
  readonly programs: readonly string[];
  /** The reason for these variables; one sentence for docs/tools.md. */
  readonly why: string;
  /** Inherited from this process, if they are set. */
  readonly passed: readonly string[];
  /** Set to these values. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Set by fledge to a new value for each run. */
  readonly own: readonly string[];
}

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';

/** Proxy variables; programs read both spellings. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'] as const;
/** Locations of certificate authorities for Go programs. */
const CERTIFICATES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'] as const;
/** Locations of a user's logins and settings (containers-auth.json(5), containers-registries.conf(5)). */
const LOGINS = [
  ...['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'],
  ...['REGISTRY_AUTH_FILE', 'DOCKER_CONFIG', 'CONTAINERS_REGISTRIES_CONF'],
] as const;
/** Address and TLS settings of the Docker daemon. */
const DAEMON = ['DOCKER_HOST', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY'] as const;
/**
 * Storage settings of podman and buildah (containers-storage.conf(5)); the last three describe the user namespace of
 * `podman unshare`. STORAGE_OPTS can name a program that mounts. So can the user's storage.conf, which is read too.
 */
const STORAGE = [
  ...['CONTAINERS_STORAGE_CONF', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
  ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
] as const;
/** Settings that a build in a container, and a second build, must have in common with the first one. */
const BUILD = ['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL'] as const;

const SKOPEO = {
  programs: ['skopeo'],
  passed: ['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES],
  fixed: { LC_ALL: 'C' },
  own: [],
} as const;

/**
 * Every program that fledge starts, and its complete environment. docs/tools.md contains this table for users; a test
 * compares both with the environment that the programs really get.
 */
export const ENVIRONMENTS = {
  version: {
    programs: ['any tool, to print its version'],
    why: 'a tool can be a script that starts other programs.',
    passed: ['PATH'],
    fixed: { LC_ALL: 'C' },
    own: [],
  },
  gcc: {
    programs: ['gcc'],
    why: 'it finds `as` and `ld` on the PATH; other variables could change its output.',
    passed: ['PATH'],
    fixed: { LC_ALL: 'C' },
    own: ['TMPDIR'],
  },
  mkfs: {
    programs: ['mkfs.xfs', 'mkfs.btrfs', 'unshare, with the mount and cp of an old mkfs.xfs'],
    why: 'a preloaded library of fledge presents the tree to them.',
    passed: [],
    fixed: { LC_ALL: 'C', TZ: 'UTC', PATH: SYSTEM_PATH },
    own: ['LD_PRELOAD', 'FLEDGE_TREE_TABLE', 'FLEDGE_TREE_REPORT', 'SOURCE_DATE_EPOCH', 'DETERMINISTIC_SEED'],
  },
  check: {
    programs: ['e2fsck', 'unsquashfs', 'xfs_repair', 'btrfs check'],
    why: 'inherited variables could disable a check.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
    own: [],
  },
  xz: {
    programs: ['xz'],
    why: 'inherited variables could add options.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
    own: [],
  },
  getfattr: {
    programs: ['getfattr'],
    why: 'it needs none of them.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
    own: [],
  },
  git: {
    programs: ['git'],
    why: "it needs the user's `safe.directory`; variables could select another repository, or programs to start.",
    passed: ['PATH', 'HOME', 'XDG_CONFIG_HOME'],
    fixed: { LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' },
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
    programs: ['tar, and unshare before it', 'mknod'],
    why: 'inherited variables could add options.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
    own: [],
  },
  skopeo: { ...SKOPEO, why: 'it needs logins, certificates, proxies and credential helpers.' },
  'skopeo of docker-daemon': {
    ...SKOPEO,
    why: 'it also needs the address of the daemon.',
    passed: [...SKOPEO.passed, ...DAEMON],
  },
  'skopeo of containers-storage': {
    ...SKOPEO,
    why: 'it also needs the storage settings of podman and buildah.',
    passed: [...SKOPEO.passed, ...STORAGE],
  },
  engine: {
    programs: ['docker', 'podman'],
    why: 'they need their daemon, storage, logins and settings, and pass variables of the build to the container.',
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
  builder: {
    programs: ['docker buildx', 'podman build', 'buildah build, and setpriv and unshare before them'],
    why: 'they need their daemon, storage, logins and settings. A program in a Dockerfile gets only the proxies.',
    passed: [
      ...[
        'PATH',
        ...LOGINS,
        ...PROXIES,
        ...CERTIFICATES,
        ...DAEMON,
        'DOCKER_CONTEXT',
        'DOCKER_API_VERSION',
        'DOCKER_TLS',
      ],
      ...['BUILDX_BUILDER', 'BUILDX_CONFIG', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE', 'BUILDAH_ISOLATION'],
      ...STORAGE,
      'DBUS_SESSION_BUS_ADDRESS',
    ],
    fixed: { LC_ALL: 'C', BUILDX_NO_DEFAULT_ATTESTATIONS: '1', DOCKER_CLI_HINTS: 'false' },
    own: ['TMPDIR'],
  },
  machine: {
    programs: ['qemu-system-x86_64', 'qemu-system-aarch64', 'cloud-hypervisor, and setpriv before them'],
    why: 'inherited variables could add options; what a machine writes to its disk is stored in TMPDIR.',
    passed: [],
    fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
    own: ['TMPDIR'],
  },
  sudo: {
    programs: ['sudo, with apt-get, or with sh and udevadm'],
    why: 'packages are downloaded through the proxy of this machine; sudo removes variables by its own policy.',
    passed: ['PATH', 'HOME', ...PROXIES],
    fixed: { LC_ALL: 'C' },
    own: [],
  },
  'apt-cache': {
    programs: ['apt-cache'],
    why: 'it only reads files.',
    passed: ['PATH'],
    fixed: { LC_ALL: 'C' },
    own: [],
  },
  toolkit: {
    programs: ["zstd and tar of the toolkit's cache client"],
    why: "the client starts them with its own environment; the job's token is removed before an archive is unpacked.",
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
    why: 'it needs the same inputs; everything that must not affect the output differs.',
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
const WITH_HELPERS: readonly ChildKind[] = ['skopeo', 'engine', 'builder', 'fledge'];

/**
 * Variables of credential helpers, as registries document them, by the name after `docker-credential-`; `*` matches any
 * ending. They are secrets, and are inherited only if a login file names the helper.
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
  /** The credential helpers in use, without `docker-credential-`. */
  readonly helpers?: readonly string[];
}

/**
 * The environment of a child, from the table: the inherited variables of its row that `env` has, the fixed ones, and its
 * own. Only a docker or podman with a daemon behind SSH gets the SSH agent.
 *
 * @throws RangeError for an own variable that is not in the row.
 */
export function environmentFor(
  kind: ChildKind,
  env: Environment,
  { own = {}, helpers = [] }: ChildVariables = {},
): ChildEnvironment {
  const row: Row = ENVIRONMENTS[kind];
  const unknown = Object.keys(own).find((name) => !row.own.includes(name));
  if (unknown !== undefined) throw new RangeError(`the environment of ${kind} does not have ${unknown}`);
  const names = [
    ...row.passed,
    ...(WITH_HELPERS.includes(kind) ? helperVariables(helpers, env) : []),
    ...((kind === 'engine' || kind === 'builder') && isReachedBySsh(env) ? ['SSH_AUTH_SOCK'] : []),
  ];
  const passed = names.map((name): [string, string | undefined] => [name, env[name]]);
  const all = [...passed, ...Object.entries(row.fixed), ...Object.entries(own)];
  return new ChildEnvironment(
    Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== undefined)),
  );
}

/** The names of the variables in `env` that these helpers read. */
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
