import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type ChildKind, ENVIRONMENTS, environmentFor, HELPER_VARIABLES } from '../../src/tools/environment.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const KINDS = Object.keys(ENVIRONMENTS) as ChildKind[];

/** Variables that a step may have and no program of a build needs, with values that are recognisable in output. */
const SECRETS = Object.fromEntries(
  [
    ...['GITHUB_TOKEN', 'GH_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_ID_TOKEN_REQUEST_URL'],
    ...[
      'INPUT_TOKEN',
      'INPUT_PASSWORD',
      'GITHUB_ENV',
      'GITHUB_OUTPUT',
      'NPM_TOKEN',
      'NODE_AUTH_TOKEN',
      'ANYTHING_ELSE',
    ],
    ...['AWS_SECRET_ACCESS_KEY', 'AZURE_CLIENT_SECRET', 'GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_AUTH_ACCESS_TOKEN'],
    ...['NODE_OPTIONS', 'LD_PRELOAD', 'LD_LIBRARY_PATH', 'BASH_ENV', 'ENV', 'GCC_EXEC_PREFIX', 'CPATH'],
    ...['TAR_OPTIONS', 'UMOCI_DEBUG', 'APT_CONFIG', 'PYTHONSTARTUP', 'GIT_ASKPASS', 'FLEDGE_GITHUB_TOKEN_FILE'],
  ].map((name) => [name, `secret of ${name}`]),
);

/** A value for each variable that some row passes on. */
const PASSED = Object.fromEntries(
  KINDS.flatMap((kind) => ENVIRONMENTS[kind].passed.map((name) => [name, `value of ${name}`])),
);

describe('the environment of a child', () => {
  it.each(KINDS)('the environment of a child has exactly the variables of its row: %s', (kind) => {
    const { passed, fixed } = ENVIRONMENTS[kind];
    const { variables } = environmentFor(kind, { ...SECRETS, ...PASSED });
    const expected = { ...Object.fromEntries(passed.map((name) => [name, `value of ${name}`])), ...fixed };
    expect(variables).toEqual(expected);
    expect(Object.values(environmentFor(kind, SECRETS).variables).join()).not.toContain('secret');
  });

  it('only the client of the cache gets the token of the job, which it needs', () => {
    const withToken = KINDS.filter((kind) => 'ACTIONS_RUNTIME_TOKEN' in environmentFor(kind, PASSED).variables);
    expect(withToken).toEqual(['toolkit']);
  });

  it('refuses variables of a run that the row does not list', () => {
    expect(environmentFor('gcc', { PATH: '/bin' }, { own: { TMPDIR: '/s' } }).variables).toEqual({
      PATH: '/bin',
      LC_ALL: 'C',
      TMPDIR: '/s',
    });
    expect(() => environmentFor('gcc', {}, { own: { CPATH: '/s' } })).toThrow(RangeError);
  });

  it('passes the variables of a credential helper only where that helper is named', () => {
    const env = { AWS_SECRET_ACCESS_KEY: 'k', AWS_REGION: 'r', AZURE_CLIENT_SECRET: 'z', AWSOME: 'no', HOME: '/h' };
    expect(environmentFor('skopeo', env, { helpers: ['ecr-login'] }).variables).toEqual({
      AWS_SECRET_ACCESS_KEY: 'k',
      AWS_REGION: 'r',
      HOME: '/h',
      LC_ALL: 'C',
    });
    for (const helpers of [[], ['desktop'], ['constructor'], ['ecr-login/../acr-env']]) {
      expect(environmentFor('skopeo', env, { helpers }).variables).toEqual({ HOME: '/h', LC_ALL: 'C' });
    }
    expect(environmentFor('umoci', env, { helpers: ['ecr-login'] }).variables).not.toHaveProperty('AWS_REGION');
  });

  it('passes the SSH agent only where the daemon is reached by SSH', () => {
    const env = { SSH_AUTH_SOCK: '/agent' };
    expect(environmentFor('engine', env).variables).toEqual({});
    expect(environmentFor('engine', { ...env, DOCKER_HOST: 'tcp://x' }).variables).not.toHaveProperty('SSH_AUTH_SOCK');
    expect(environmentFor('engine', { ...env, DOCKER_HOST: 'ssh://x' }).variables).toHaveProperty('SSH_AUTH_SOCK');
    expect(environmentFor('skopeo', { ...env, DOCKER_HOST: 'ssh://x' }).variables).toEqual({ LC_ALL: 'C' });
  });
});

it('no other module creates environments of children', () => {
  const root = join(repository, 'src');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const makers = files.filter((path) => /new ChildEnvironment\(/.test(readFileSync(join(root, path), 'utf8')));
  expect(makers).toEqual(['tools/environment.ts']);
});

describe('docs/tools.md', () => {
  const text = readFileSync(join(repository, 'docs/tools.md'), 'utf8');

  it.each(KINDS)('docs/tools.md has the row of %s', (kind) => {
    const { programs, passed, fixed, own, why } = ENVIRONMENTS[kind];
    const code = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(' ');
    const cells = [`${kind}: ${programs.join(', ')}`, code(passed), code(Object.keys(fixed)), code(own), why];
    expect(text).toContain(`| ${cells.join(' | ')} |`.replaceAll('|  |', '| |'));
  });

  it.each(Object.entries(HELPER_VARIABLES))('docs/tools.md has variables of docker-credential-%s', (helper, names) => {
    expect(text).toContain(`| \`${helper}\` | ${names.map((name) => `\`${name}\``).join(' ')} |`);
  });
});
