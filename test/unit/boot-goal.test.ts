import { describe, expect, it } from 'vitest';
import { describeGoal, type GoalOptions, goalOf, portOf } from '../../src/boot/goal.ts';

const MANIFEST = { workload: { base_url: 'http://127.0.0.1:3000' }, health_check: { endpoint: '/health' } };

describe('goalOf', () => {
  it.each<[GoalOptions, object | undefined, object]>([
    [{}, undefined, { kind: 'alive' }],
    [{}, MANIFEST, { kind: 'http', port: 3000, path: '/health' }],
    [{}, { ...MANIFEST, health_check: { endpoint: '' } }, { kind: 'alive' }],
    [{ http: true }, undefined, { kind: 'http', port: 80, path: '/' }],
    [{ http: true }, MANIFEST, { kind: 'http', port: 3000, path: '/health' }],
    [{ http: '/ready?full=1' }, MANIFEST, { kind: 'http', port: 3000, path: '/ready?full=1' }],
    [{ run: 'nginx -t' }, MANIFEST, { kind: 'run', command: 'nginx -t' }],
    [{ expect: '^ready$' }, MANIFEST, { kind: 'expect', pattern: /^ready$/m }],
    [{ interactive: true }, MANIFEST, { kind: 'shell' }],
  ])('the options %j with the manifest %j ask for %j', (options, manifest, goal) => {
    expect(goalOf(options, manifest)).toEqual(goal);
  });

  it.each<[GoalOptions, string]>([
    [{ expect: 'a', http: true }, '--expect and --http are mutually exclusive'],
    [{ run: 'a', interactive: true }, '--run and --interactive are mutually exclusive'],
    [{ expect: 'port (' }, '--expect is not a regular expression: /port (/m: Unterminated group'],
    [{ expect: 'a?' }, '--expect "a?" matches the empty text, so it would always succeed'],
    [{ run: ' ' }, '--run is empty, so it would always succeed'],
    [{ http: 'health' }, '--http needs a path, and "health" is not one'],
    [{ http: '/a b' }, '--http needs a path, and "/a b" is not one'],
  ])('refuses %j', (options, message) => {
    expect(() => goalOf(options, MANIFEST)).toThrow(
      expect.objectContaining({ code: 'usage', message, fix: expect.any(String) }),
    );
  });
});

describe('portOf', () => {
  it.each([
    [undefined, 80],
    ['http://127.0.0.1', 80],
    ['https://127.0.0.1', 443],
    ['http://127.0.0.1:8081/x', 8081],
    ['nonsense', 80],
  ])('the port of %s is %i', (url, port) => {
    expect(portOf(url)).toBe(port);
  });
});

describe('describeGoal', () => {
  it('describes each goal in words that follow "until"', () => {
    const goals = [{}, { http: '/x' }, { run: 'true' }, { expect: 'up' }, { interactive: true }];
    expect(goals.map((options) => describeGoal(goalOf(options, undefined), 2000))).toEqual([
      'the workload has been running for 2 s',
      'GET /x on port 80 is answered with 2xx',
      'the command "true" has ended with status 0',
      'the console shows up',
      'the shell has ended',
    ]);
  });
});
