import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { type BuildRequest, build } from '../../src/recipe/build.ts';
import { againInContainer, buildInContainer } from '../../src/recipe/container/run.ts';
import { planBuilds } from '../../src/recipe/plan.ts';
import { againOnThisMachine, checkReproducible, type RunAgain } from '../../src/recipe/reproduce/check.ts';
import { type Reporter, silentReporter } from '../../src/support/report/reporter.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

// The only place where the number of calls matters: a file that is read twice may change in between.
vi.mock(import('../../src/config/load.ts'), async (original) => {
  const module = await original();
  return { ...module, loadConfig: vi.fn(module.loadConfig) };
});

const CLI = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const CONFIG = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
init.none = true
[mappings]
"init" = "/init"
`;

/** A docker whose containers are this machine: every path is the same in them. */
function hostAsContainer(): { readonly path: string; runs(): string[] } {
  const directory = testDirectory();
  const path = join(directory, 'docker');
  const log = join(directory, 'runs');
  writeFileSync(
    path,
    `#!/bin/sh
[ "$1" = run ] || exit 0
printf '%s\\n' "$*" >>'${log}'
echo 'Pulling from somewhere' >&2
shell=
while [ "$1" != image ]; do
  case $1 in
    --env) case $2 in *=*) export "$2" ;; esac ;;
    --workdir) cd "$2" ;;
    --entrypoint) shell=$2 ;;
  esac
  shift
done
shift
[ "$shell" = '' ] || exec "$shell" "$@"
exec fledge "$@"
`,
  );
  writeFileSync(join(directory, 'fledge'), `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
  for (const name of ['docker', 'fledge']) chmodSync(join(directory, name), 0o755);
  return { path, runs: () => readFileSync(log, 'utf8').trimEnd().split('\n') };
}

function requestFor(directory: string): Omit<BuildRequest, 'plugin' | 'output'> {
  return {
    platform: 'linux/amd64',
    verify: 'none',
    locked: false,
    workers: 1,
    env: { PATH: process.env['PATH'], FLEDGE_CACHE_DIR: join(directory, 'cache') },
    reporter: silentReporter,
  };
}

/** Two plugins, planned together as in the action. */
async function plan() {
  const files = { 'fledge.toml': CONFIG, init: '#!/bin/sh\n' };
  const directory = testDirectoryWith(
    Object.fromEntries(
      ['a', 'b'].flatMap((name) => Object.entries(files).map(([file, text]) => [`${name}/${file}`, text])),
    ),
  );
  for (const name of ['a', 'b']) {
    chmodSync(join(directory, name, 'init'), 0o755);
    mkdirSync(join(directory, 'dist', name), { recursive: true });
  }
  vi.mocked(loadConfig).mockClear();
  const plans = await planBuilds([join(directory, 'a'), join(directory, 'b')]);
  return { directory, plans };
}

describe('a run that builds every plugin twice', () => {
  it('loads each fledge.toml once when it builds in containers twice', { timeout: 120_000 }, async () => {
    const { directory, plans } = await plan();
    const engine = hostAsContainer();
    onTestFinished(() => void vi.unstubAllEnvs());
    vi.stubEnv('PATH', `${join(engine.path, '..')}:${process.env['PATH']}`);
    const options = { engine: { name: 'docker', path: engine.path }, image: 'image', workspace: directory } as const;
    const steps: string[] = [];
    const infos: string[] = [];
    const reporter: Reporter = {
      ...silentReporter,
      step: (title) => void steps.push(title),
      info: (message) => void infos.push(message),
    };
    for (const plugin of plans) {
      const output = join(directory, 'dist', plugin.directory, plugin.artifactFile);
      const request: BuildRequest = { ...requestFor(directory), env: { ...process.env }, plugin, output, reporter };
      const first = await buildInContainer(request, options);
      expect(first).toMatchObject({ name: plugin.name, artifact: { path: output } });
      expect(await checkReproducible(request, first, againInContainer(request, options))).toMatchObject({ ok: true });
    }
    expect(vi.mocked(loadConfig).mock.calls).toHaveLength(plans.length);
    expect(engine.runs()).toHaveLength(2 * plans.length);
    expect(steps).toEqual(expect.arrayContaining(['read the configuration', 'write plugin.cpio.gz']));
    expect(infos).toEqual(expect.arrayContaining(['Pulling from somewhere', 'again: write plugin.cpio.gz']));
  });

  it('loads each fledge.toml once when it builds on this machine twice', async () => {
    const { directory, plans } = await plan();
    const again: RunAgain = againOnThisMachine({ command: process.execPath, args: [CLI] });
    for (const plugin of plans) {
      const output = join(directory, 'dist', plugin.directory, plugin.artifactFile);
      const request: BuildRequest = { ...requestFor(directory), plugin, output };
      expect(await checkReproducible(request, await build(request), again)).toMatchObject({ ok: true });
    }
    expect(vi.mocked(loadConfig).mock.calls).toHaveLength(plans.length);
  });
});
