import { describe, expect, it } from 'vitest';
import { validateConfigText } from '../../src/config/load.ts';
import { problemsOf } from '../../src/document/problems.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';

async function messageOf(check: Promise<unknown>): Promise<string> {
  try {
    await check;
  } catch (error) {
    const [problem, ...others] = problemsOf(error);
    expect(others).toEqual([]);
    return problem?.message ?? '';
  }
  throw new Error('the text was accepted');
}

const HEAD = 'version = "1"\nstrategy = "initramfs"\n';

describe('the message for a syntax error', () => {
  it.each<readonly [string, RegExp]>([
    ['version: "1"\nstrategy: initramfs\n', /looks like YAML/],
    ['# comment\n\n---\nversion: 1\n', /looks like YAML/],
    ['{\n  "version": "1"\n}\n', /looks like JSON/],
    ['<?xml version="1.0"?>\n', /looks like XML or HTML/],
    ['FROM nginx\nCOPY a /a\n', /looks like a Dockerfile/],
    ['#!/bin/sh\necho x\n', /looks like a script/],
    [`${HEAD}<<<<<<< HEAD\n`, /conflict marker of Git/],
    ['version = “1”\n', /straight quotation marks/],
    [`${HEAD}[init]\npath = "./init\n`, /closing quotation mark/],
    [`${HEAD}[init]\r\npath = "./init\r\n`, /closing quotation mark/],
    [`${HEAD}[mappings]\n"C:\\Users\\me" = "/app"\n`, /single quotes/],
    ['version = "1"\nstrategy = initramfs\n', /write a text in quotes: strategy = "initramfs"$/],
    [`${HEAD}init.none = True\n`, /write true in lower case$/],
    [`${HEAD}[filesystem]\nsize_buffer_mb = 100MB\n`, /without a unit/],
    [`${HEAD}version = "1"\n`, /each key and each \[table\] once$/],
  ])('names the mistake in the fledge.toml %j', async (text, hint) => {
    expect(await messageOf(validateConfigText(text, 'fledge.toml'))).toMatch(hint);
  });

  it.each<readonly [string, RegExp]>([
    ['name = "x"\n', /looks like TOML/],
    ['[workload]\ntype = "http"\n', /looks like TOML/],
    ["{'name': 'x'}", /double quotes/],
    ['{name: "x"}', /double quotes/],
  ])('names the mistake in the template manifest.json %j', async (text, hint) => {
    expect(await messageOf(validateTemplateText(text, 'manifest.json'))).toMatch(hint);
  });

  it.each([`${HEAD}[agent\n`, `${HEAD}x\n`, `${HEAD}x = \n`])(
    'has no hint where the mistake is not known: %j',
    async (text) => {
      expect(await messageOf(validateConfigText(text, 'fledge.toml'))).not.toContain(';');
    },
  );
});
