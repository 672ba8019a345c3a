import { afterEach, describe, expect, it, vi } from 'vitest';
import { safeOnRunner } from '../../src/support/report/workflow-commands.ts';

const HOSTILE = '    ::add-mask::a\n  -::warning::b\n  \x20::stop-commands::x\n##[error]c\n';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('results that a runner of GitHub Actions reads', () => {
  it('a line of a diff is not a command', () => {
    vi.stubEnv('GITHUB_ACTIONS', 'true');
    expect(safeOnRunner(HOSTILE)).toBe('    : :add-mask::a\n  -::warning::b\n   : :stop-commands::x\n## [error]c\n');
  });

  it('elsewhere, the text stays as it is', () => {
    vi.stubEnv('GITHUB_ACTIONS', '');
    expect(safeOnRunner(HOSTILE)).toBe(HOSTILE);
  });
});
