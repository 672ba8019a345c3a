// Builds in a container according to the argument, and ends by signals like fledge.
import { buildInContainer } from '../../src/recipe/container/run.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { handleSignals } from '../../src/support/process/cleanup.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';

handleSignals(() => {});
const { engine, workspace, config, manifest, output } = JSON.parse(process.argv[2] ?? '');
await buildInContainer(
  {
    plugin: await loadPlugin(config, manifest),
    ...(output === undefined ? {} : { output }),
    platform: 'linux/amd64',
    verify: 'none',
    locked: false,
    workers: 1,
    env: process.env,
    reporter: silentReporter,
  },
  { engine: { name: 'docker', path: engine }, image: 'image', workspace },
);
