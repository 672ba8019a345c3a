import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { job } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

const CHECK = { ...LOCAL, reproducible: 'check' };
const COMPILED =
  'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.compile = true\n[agent]\nsource_strategy = "local"\npath = "/bin/busybox"\n';

describe('reproducible: check', () => {
  it('reproducible: check builds a second time and reports identical files', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: CHECK });
    expect(step.log.annotations).toEqual([]);
    expect(step).toMatchObject({ status: 0, outputs: { reproducible: 'true' } });
    expect(step.log.lines).toContain('> build again in a different environment');
    expect(step.summary).toContain('✅ built twice');
    await step.post();
    expect(place.leftovers()).toEqual([]);
  });

  it('reproducible: check fails when a byte differs and uploads nothing', async () => {
    const tools = testDirectory();
    const compiler = join(tools, 'gcc');
    const script =
      'cat > "$TMPDIR/source.$$"\n/usr/bin/gcc "$@" < "$TMPDIR/source.$$" || exit\nrm "$TMPDIR/source.$$"\nfor last; do :; done\nwhile [ $# -gt 0 ]; do [ "$1" = -o ] && head -c 8 /dev/urandom >> "$2"; shift; done';
    writeFileSync(compiler, `#!/bin/sh\n${script}\n`);
    chmodSync(compiler, 0o755);
    const place = job(pluginFiles('hello', '', COMPILED));
    const step = await place.run({
      inputs: { ...CHECK, upload: 'artifact' },
      env: { PATH: `${tools}:${SYSTEM_PATH}`, ACTIONS_RESULTS_URL: 'http://127.0.0.1:1/', ACTIONS_RUNTIME_TOKEN: 'x' },
    });
    expect(step).toMatchObject({ status: 1, outputs: { reproducible: 'false', name: 'hello' } });
    const errors = step.log.annotations.filter(({ level }) => level === 'error');
    expect(errors.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^hello is not reproducible: init \(fledge:init\.c\) was sha256:[0-9a-f]+ and then sha256:[0-9a-f]+$/,
      ),
    ]);
    expect(step.summary).toContain('❌');
    expect(existsSync(join(place.plugin, 'dist/plugin.cpio.gz'))).toBe(true);
  });
});
