import { openSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../src/action/report/annotations.ts';
import { bugReport, VERSION } from '../../src/support/about.ts';
import { explain, FledgeError } from '../../src/support/errors.ts';

const failureOf = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
};

const systemError = (code: string, syscall: string, path?: string): Error =>
  Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, ...(path !== undefined && { path }) });

describe('the description of an error', () => {
  it('describes a FledgeError by its message and fix', () => {
    const error = new FledgeError('input', 'cannot use it', { fix: 'use another' });
    expect(explain(error)).toEqual({ message: 'cannot use it', fix: 'use another', isBug: false });
  });

  it.each([
    ['write', systemError('ENOSPC', 'write'), 'cannot write: no space left on the disk', /free some space/],
    ['read', systemError('EACCES', 'open', '/x/y'), 'cannot read /x/y: permission denied', /permission/],
    ['create', systemError('EROFS', 'mkdir', '/x'), 'cannot write /x: the file system is read-only', /permission/],
    ['files', systemError('EMFILE', 'open', '/x'), 'cannot read /x: too many files are open', /ulimit -n/],
    ['name', systemError('ENAMETOOLONG', 'open', '/x'), 'cannot read /x: the name is too long', /shorter/],
    ['fork', systemError('ENOMEM', 'spawn gcc', 'gcc'), 'cannot start gcc: there is not enough memory', /memory/],
    ['disk', systemError('EIO', 'read'), 'cannot read: the disk reports an input/output error', /dmesg/],
    ['cwd', systemError('ENOENT', 'uv_cwd'), 'the current directory no longer exists', /change to a directory/],
    ['home', systemError('ERR_SYSTEM_ERROR', 'uv_os_homedir'), /^cannot find the home directory/, /set HOME/],
    ['worker', systemError('ERR_WORKER_OUT_OF_MEMORY', ''), 'there is not enough memory for this build', /memory/],
    ['buffer', new RangeError('Array buffer allocation failed'), /^there is not enough memory/, /--workers 1/],
  ])('describes a failed system call in words: %s', (_, error, message, fix) => {
    const told = explain(error);
    expect(told.isBug).toBe(false);
    expect(told.message).toMatch(message);
    expect(told.fix).toMatch(fix);
  });

  it('describes real errors of the system in words', () => {
    expect(explain(failureOf(() => readFileSync('/')))).toMatchObject({ message: 'cannot read: it is a directory' });
    expect(explain(failureOf(() => openSync('/proc/version/x', 'r')))).toMatchObject({
      message: 'cannot read /proc/version/x: a part of the path is not a directory',
    });
  });

  it.each([
    ['a TypeError', failureOf(() => JSON.parse('null').x)],
    ['a RangeError', new RangeError('Invalid array length')],
    ['a failed assertion', Object.assign(new Error('false'), { code: 'ERR_ASSERTION' })],
    ['an error of the system that a program must not make', systemError('EBADF', 'read')],
    ['a value that is not an error', 'a string'],
    ['an internal error of fledge', new FledgeError('internal', 'it is not sorted')],
  ])('asks for a bug report for %s', (_, error) => {
    expect(explain(error)).toMatchObject({ fix: undefined, isBug: true });
    const lines = describeFailure(error).split('\n');
    expect(lines[0]).toMatch(/^unexpected error: ./);
    expect(lines[1]).toBe(bugReport('the log of a run with debug logging'));
  });

  it('lists the details to send with a bug report', () => {
    const text = bugReport('its output with -v');
    for (const part of [VERSION, process.versions.node, process.arch, '/issues', 'the command', '-v']) {
      expect(text).toContain(part);
    }
  });
});
