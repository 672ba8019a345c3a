import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { type DocumentName, documentSchema } from '../../src/cli/json/documents.ts';
import { configWith } from '../helpers/bad-input.ts';
import { pluginHere, workspaceHere } from '../helpers/here.ts';
import { judgeDocuments } from '../helpers/json-schema.ts';

/*
 * What the commands print, judged by an independent validator with the schemas of the package. The tests use the strict forms,
 * which allow no other fields: a field that no schema describes is an error. test/e2e/boot-command.test.ts judges fledge boot.
 */

/** A command and the name of its document. */
const RUNS: readonly (readonly [DocumentName, readonly string[]])[] = [
  ['version', ['version']],
  ['init', ['init', 'web', '--image', 'nginx:alpine']],
  ['validate', ['validate']],
  ['lock', ['lock']],
  ['plan', ['plan', '--platform', 'linux/amd64', '--platform', 'linux/arm64']],
  ['build', ['build', '-o', 'out/plugin.cpio.gz']],
  ['inspect', ['inspect', 'out/plugin.cpio.gz']],
  ['inspect', ['inspect', 'out/plugin.cpio.gz', '/bin', '--no-verify']],
  ['inspect', ['inspect', 'out/plugin.cpio.gz', '--usage']],
  ['diff', ['diff', 'out', 'other']],
  ['diff', ['diff', 'out/SHA256SUMS', 'out']],
  ['error', ['build', '-c', 'broken.toml']],
  ['error', ['inspect', 'absent']],
  ['error', ['validate', '-c', 'strict.toml', '--strict', '-v']],
];

it('the results and errors of the commands are valid for their schemas', async () => {
  const place = pluginHere(configWith(), {
    'strict.toml': configWith('"absent" = "/srv/absent"'),
    'broken.toml': 'version = "1"\nstrategy = "initramfs"\ninit.nne = true\n',
    'out/extra': 'y',
    'other/extra': 'x',
    'other/SHA256SUMS': 'x',
  });
  const cases = [];
  for (const [name, args] of RUNS) {
    const { stdout, stderr } = await place.run([...args, '--json']);
    expect(stdout.includes('"error": {'), `${args.join(' ')}: ${stderr}`).toBe(name === 'error');
    cases.push({ schema: documentSchema(name, { strict: true }), document: JSON.parse(stdout), args });
  }
  const found = judgeDocuments(cases).map((problems, index) => [RUNS[index]?.[1].join(' '), problems]);
  expect(found).toEqual(RUNS.map(([, args]) => [args.join(' '), []]));
});

it('the lines of --log-format json are valid for schemas/log.schema.json', async () => {
  const place = workspaceHere({ 'fledge.toml': 'version = "1"\nstrategy = "initramfs"\ninit.nne = true\n' });
  const { stderr } = await place.run(['build', '--log-format=json']);
  const schema: unknown = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../schemas/log.schema.json', import.meta.url)), 'utf8'),
  );
  const lines = stderr.trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(judgeDocuments(lines.map((line) => ({ schema, document: JSON.parse(line) })))).toEqual([[], [], []]);
});

it('the validator refuses a document that has another type or an unknown field', async () => {
  const schema = documentSchema('version', { strict: true });
  const place = workspaceHere();
  const { stdout } = await place.run(['version', '--json']);
  const valid = JSON.parse(stdout);
  const answers = judgeDocuments([
    { schema, document: valid },
    { schema, document: { ...valid, version: 1 } },
    { schema, document: { ...valid, more: true } },
    { schema: documentSchema('version'), document: { ...valid, more: true } },
  ]);
  expect(answers.map(({ length }) => length)).toEqual([0, 1, 1, 0]);
});
