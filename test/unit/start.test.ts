import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const text = readFileSync(`${root}src/cli/start.cjs`, 'utf8');
const { engines } = z
  .object({ engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));

/** What start.cjs does with a version of Node: its output and status, and whether it loads the command line. */
function start(version: string) {
  const written: string[] = [];
  const process = {
    versions: { node: version },
    exitCode: 0,
    stderr: { write: (message: string) => written.push(message) },
  };
  const loaded: string[] = [];
  const script = text.replace(/^#!.*/, '').replace(/\bimport\(/, 'load(');
  runInNewContext(script, { process, load: (path: string) => loaded.push(path) });
  return { status: process.exitCode, stderr: written.join(''), loaded };
}

describe('the first file of the command line', () => {
  const minimum = engines.node.replace('>=', '');
  const [major = 0, minor = 0] = minimum.split('.').map(Number);

  it.each(['10.24.1', '12.22.12', `${major - 1}.99.0`, `${major}.${minor - 1}.9`])(
    'start.cjs refuses Node %s with one message and a fix',
    (version) => {
      expect(start(version)).toEqual({
        status: 2,
        stderr: expect.stringMatching(
          new RegExp(
            `^error: fledge needs Node ${minimum} or newer, and this is Node ${version}\n  fix: install .*\n$`,
          ),
        ),
        loaded: [],
      });
    },
  );

  it.each([`${minimum}.0`, `${major}.99.0`, `${major + 1}.0.0`, '100.0.0'])(
    'start.cjs loads the command line with Node %s',
    (version) => {
      expect(start(version)).toEqual({ status: 0, stderr: '', loaded: ['./bundle/index.js'] });
    },
  );
});
