import { nearest } from '../support/suggest.ts';

/** Transports of containers-transports(5) that fledge.toml accepts. */
export const TRANSPORTS = [
  'docker',
  'docker-daemon',
  'docker-archive',
  'oci',
  'oci-archive',
  'dir',
  'containers-storage',
] as const;

export type Transport = (typeof TRANSPORTS)[number];

/** A name in a registry, normalised as docker does: `nginx` is `docker.io/library/nginx`. */
export interface NamedImage {
  readonly domain: string;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

export interface ImageReference {
  readonly kind: 'reference';
  /** As written in fledge.toml. */
  readonly text: string;
  /** Undefined without a transport: the local Docker daemon if it has the image, otherwise the registry. */
  readonly transport: Transport | undefined;
  /** For docker://, docker-daemon: (unless it is an image id) and references without a transport. */
  readonly named: NamedImage | undefined;
  /** For containers-storage:, unless it is an image id. */
  readonly stored: NamedImage | undefined;
  /** For docker-daemon: and containers-storage:, the image ID: 64 hex digits, usually the digest of its config. */
  readonly id: string | undefined;
  /** For docker-archive:, oci:, oci-archive: and dir:, as written: relative to the directory of fledge.toml. */
  readonly path: string | undefined;
  /** For docker-archive:, oci: and oci-archive:, the part after the path and colon: a name, or `@` and an index. */
  readonly member: string | undefined;
  /** The last component of the image's name, without tag and file suffix: the default name of artifact and plugin. */
  readonly baseName: string;
}

export type ParsedImage =
  | { readonly ok: true; readonly image: ImageReference }
  | { readonly ok: false; readonly message: string; readonly suggestion?: string };

// The grammar of github.com/distribution/reference, reference.go.
const PATH_COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const DOMAIN_COMPONENT = '(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])';
const HOST = `(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[[0-9A-Fa-f:]+\\])`;
const TAG = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const NAME = `(?:${HOST}(?::[0-9]+)?/)?${PATH_COMPONENT}(?:/${PATH_COMPONENT})*`;
const NAMED = `${NAME}(?::${TAG})?(?:@${DIGEST})?`;

/** The beginning of a reference to a path, which may contain spaces. */
const PATH_PREFIX = /^(?:docker-archive|oci|oci-archive|dir):[^ ]/;

const NAME_PATTERN = new RegExp(`^${NAME}$`);
const TAG_PATTERN = new RegExp(`^${TAG}$`);
const DIGEST_PATTERN = new RegExp(`^${DIGEST}$`);

/** Matches every image that `parseImageReference` accepts; it is a `pattern` in the JSON Schema. */
export const IMAGE_PATTERN =
  `^(?:(?:docker://|docker-daemon:)?${NAMED}|docker-daemon:${DIGEST}` +
  '|(?:docker-archive|oci|oci-archive):[^:\\s](?:[ \\S]*\\S)?|dir:\\S(?:[ \\S]*\\S)?|containers-storage:[^\\s[\\]]+)$';

const IMAGE_ID = /^[0-9a-f]{64}$/;
/** The index of an image in an archive or a layout, from 0. */
const MEMBER_INDEX = /^@(?:0|[1-9][0-9]{0,5})$/;

/** docker's limit for a repository name with its domain, in characters. */
const MAX_NAME_LENGTH = 255;

/** PATH_MAX, with room for a transport. */
const MAX_TEXT_LENGTH = 4200;

/** Parses `[source] image` or `busybox_image`: a plain reference, or one with a transport of containers-transports(5). */
export function parseImageReference(text: string): ParsedImage {
  if (text === '') return fail('must not be empty');
  if (text.length > MAX_TEXT_LENGTH) return fail(`has more than ${MAX_TEXT_LENGTH} characters`);
  if (/\p{Cc}|[^\S ]|^ | $/u.test(text))
    return fail('must not contain control characters, or begin or end with a space');
  if (/^(?:\.{0,2}\/|~)/.test(text)) {
    return fail(
      'begins like a path; for an image on this machine, write oci:PATH, oci-archive:PATH, docker-archive:PATH or dir:PATH',
    );
  }
  if (text.includes(' ') && !PATH_PREFIX.test(text)) return fail('must not contain spaces');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
  if (scheme === 'http' || scheme === 'https') {
    const image = withoutLogin(text.slice(scheme.length + 3)).replace(/\/+$/, '');
    return fail(`is a URL; write the image without ${scheme}://`, image);
  }
  if (scheme !== undefined && scheme !== 'docker') {
    const isKnown = TRANSPORTS.some((name) => name === scheme);
    if (!isKnown) return unknownTransport(scheme);
    return fail(`${scheme}: is written without //`, text.replace('://', ':'));
  }
  if (scheme === 'docker') return withNamed(text, 'docker', text.slice('docker://'.length));
  const prefix = /^([a-z-]+):/.exec(text)?.[1] ?? '';
  const rest = text.slice(prefix.length + 1);
  switch (prefix) {
    case 'docker-daemon':
      return parseDaemon(text, rest);
    case 'docker-archive':
    case 'oci':
    case 'oci-archive':
    case 'dir':
      return parsePath(text, prefix, rest);
    case 'containers-storage':
      return parseStorage(text, rest);
    case 'docker':
      // `docker:` begins a tag of the image `docker`, as in docker:dind. With a slash, the rest is not a tag.
      return rest.includes('/') && !/^[0-9]+\//.test(rest)
        ? fail('docker: is written with //', `docker://${withoutLogin(rest)}`)
        : withNamed(text, undefined, text);
    default:
      return isMistypedTransport(prefix) ? unknownTransport(prefix) : withNamed(text, undefined, text);
  }
}

/** Without a user and password before the host. */
function withoutLogin(reference: string): string {
  return reference.replace(/^[^/]*@(?=[^/]+\/)/, '');
}

function parseDaemon(text: string, rest: string): ParsedImage {
  const id = idOf(rest);
  if (id !== undefined) return succeed(text, 'docker-daemon', { id, baseName: 'image' });
  if (/^sha(?:256|384|512):/.test(rest)) {
    return fail('the id of an image is "sha256:" and 64 lower-case hex digits; docker image inspect prints it');
  }
  const parsed = withNamed(text, 'docker-daemon', rest);
  if (!parsed.ok || parsed.image.named === undefined) return parsed;
  const { tag, digest } = parsed.image.named;
  if (tag !== undefined || digest !== undefined) return parsed;
  return fail('docker-daemon: needs a tag or a digest', `${text}:latest`);
}

function parsePath(
  text: string,
  transport: 'docker-archive' | 'oci' | 'oci-archive' | 'dir',
  rest: string,
): ParsedImage {
  const colon = transport === 'dir' ? -1 : rest.indexOf(':');
  const path = colon < 0 ? rest : rest.slice(0, colon);
  const member = colon < 0 ? undefined : rest.slice(colon + 1);
  if (path === '') return fail(`needs a path after ${transport}:`);
  if (member === '') return fail('ends in a colon; write the name of an image after it, or remove it');
  if (/@sha(?:256|512)$/.test(path) && member !== undefined && /^[0-9a-f]{32,}$/.test(member)) {
    return fail('cannot be pinned by a digest; write a colon and the name of an image in it instead, or nothing');
  }
  if (member?.startsWith('@') && !MEMBER_INDEX.test(member)) {
    return fail(`${JSON.stringify(member)} is not an index of an image in the archive; the first image is @0`);
  }
  if (transport === 'docker-archive' && member !== undefined && !member.startsWith('@')) {
    const parsed = withNamed(text, undefined, member);
    if (!parsed.ok) return parsed;
    if (parsed.image.named?.digest !== undefined) {
      return fail(
        'docker-archive: cannot be pinned by the digest of a manifest, because such an archive does not contain it',
      );
    }
    return succeed(text, transport, { path, member, baseName: parsed.image.baseName });
  }
  return succeed(text, transport, { path, member, baseName: baseNameOfPath(path) });
}

function parseStorage(text: string, rest: string): ParsedImage {
  if (rest === '') return fail('needs an image after containers-storage:');
  if (/[[\]]/.test(rest)) {
    return fail(
      'must not contain storage options, because they name directories and programs of this machine; set CONTAINERS_STORAGE_CONF to a storage.conf that contains them',
    );
  }
  const whole = idOf(rest) ?? idOf(rest.replace(/^@/, ''));
  if (whole !== undefined) return succeed(text, 'containers-storage', { id: whole, baseName: 'image' });
  if (/^[0-9a-f]{12}$/.test(rest)) return fail('is a shortened image id; write all 64 digits');
  const at = rest.lastIndexOf('@');
  const id = at < 0 || rest.includes(':', at) ? undefined : rest.slice(at + 1);
  if (id !== undefined && !IMAGE_ID.test(id)) {
    return fail(
      `${JSON.stringify(id)} is neither a digest, such as sha256:…, nor the 64 lower-case hex digits of an id`,
    );
  }
  const parsed = withNamed(text, undefined, id === undefined ? rest : rest.slice(0, at));
  if (!parsed.ok) return parsed;
  const { named: stored, baseName } = parsed.image;
  return succeed(text, 'containers-storage', { stored, id, baseName });
}

/** The hex digits of an image ID, or undefined for any other text. */
function idOf(text: string): string | undefined {
  return IMAGE_ID.exec(text.replace(/^sha256:/, ''))?.[0];
}

function withNamed(text: string, transport: Transport | undefined, reference: string): ParsedImage {
  const at = reference.indexOf('@');
  const digest = at < 0 ? undefined : reference.slice(at + 1);
  const beforeDigest = at < 0 ? reference : reference.slice(0, at);
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
  const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);

  if (name === '') return fail('has no name');
  if (DIGEST_PATTERN.test(reference) && /:[0-9a-fA-F]{64}$/.test(reference)) {
    return fail('is only a digest; write it after the name, as in name@sha256:…');
  }
  const slash = name.indexOf('/');
  const first = name.slice(0, Math.max(slash, 0));
  const hasDomain = first === 'localhost' || /[.:]/.test(first);
  const repository = hasDomain ? name.slice(slash + 1) : name;
  if (/[A-Z]/.test(repository)) {
    return fail('repository names are lower case', text.replace(repository, repository.toLowerCase()));
  }
  if (!NAME_PATTERN.test(name)) return fail(`${JSON.stringify(name)} is not a valid image name`);
  if (tag !== undefined && !TAG_PATTERN.test(tag)) return fail(`${JSON.stringify(tag)} is not a valid tag`);
  const digestProblem = digest === undefined ? undefined : problemOfDigest(digest);
  if (digestProblem !== undefined) return fail(digestProblem);
  if (/^[0-9a-f]{64}$/.test(name)) return fail('is an image id; write the name of the image instead');

  const domain = hasDomain && first !== 'index.docker.io' ? first : 'docker.io';
  const fullRepository = domain === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository;
  if (domain.length + 1 + fullRepository.length > MAX_NAME_LENGTH) {
    return fail(`has a name of more than ${MAX_NAME_LENGTH} characters`);
  }
  return succeed(text, transport, {
    named: { domain, repository: fullRepository, tag, digest },
    baseName: repository.slice(repository.lastIndexOf('/') + 1),
  });
}

function problemOfDigest(digest: string): string | undefined {
  if (!DIGEST_PATTERN.test(digest)) return `${JSON.stringify(digest)} is not a valid digest, such as sha256:…`;
  const [algorithm = '', hex = ''] = digest.split(':');
  const length = algorithm === 'sha256' ? 64 : algorithm === 'sha384' ? 96 : algorithm === 'sha512' ? 128 : undefined;
  if (length !== undefined && hex.length !== length) {
    return `the digest has ${hex.length} hex digits; ${algorithm} has ${length}`;
  }
  return hex === hex.toLowerCase() ? undefined : 'the hex digits of a digest are lower case';
}

/** True if a prefix is a typo of a long transport name. Short names such as `oci` are too similar to image names. */
function isMistypedTransport(prefix: string): boolean {
  const near = nearest(
    prefix,
    TRANSPORTS.filter((name) => name.includes('-')),
  );
  return near !== undefined && near.length >= 10;
}

function unknownTransport(name: string): ParsedImage {
  const near = nearest(name, TRANSPORTS);
  return fail(`${JSON.stringify(name)} is not a supported transport`, near);
}

function baseNameOfPath(path: string): string {
  const last =
    path
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..')
      .at(-1) ?? 'image';
  return last.replace(/\.(?:tar|oci|tgz|tar\.gz|tar\.zst)$/i, '').replaceAll(' ', '-');
}

function succeed(
  text: string,
  transport: Transport | undefined,
  parts: Partial<Omit<ImageReference, 'kind' | 'text' | 'transport' | 'baseName'>> & Pick<ImageReference, 'baseName'>,
): ParsedImage {
  const { named, stored, id, path, member, baseName } = parts;
  return { ok: true, image: { kind: 'reference', text, transport, named, stored, id, path, member, baseName } };
}

function fail(message: string, suggestion?: string): ParsedImage {
  return suggestion === undefined ? { ok: false, message } : { ok: false, message, suggestion };
}
