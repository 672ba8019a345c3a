import { describe, expect, it } from 'vitest';
import { Budget, type BudgetItem, DEFAULT_LIMITS } from '../../src/support/budget.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { Adjustments, describeAdjustment } from '../../src/support/report/adjustments.ts';

describe('a budget', () => {
  it.each(Object.keys(DEFAULT_LIMITS) as BudgetItem[])('allows %s up to its limit and refuses one more', (item) => {
    const budget = new Budget({ [item]: 10 });
    budget.spend(item, 10);
    expect(() => budget.spend(item, 1)).toThrow(FledgeError);
  });

  it('names the exceeded limit and the key that raises it', () => {
    const budget = new Budget({ unpacked: 1024 });
    expect(() => budget.spend('unpacked', 1025)).toThrow(
      expect.objectContaining({
        code: 'input',
        message: 'the image unpacks to more than max_unpacked_mb (1.0 KiB)',
        fix: 'if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it',
      }),
    );
  });

  it('returns released amounts to the budget', () => {
    const budget = new Budget({ nodes: 2 });
    budget.spend('nodes', 2);
    budget.spend('nodes', -1);
    budget.spend('nodes', 1);
    expect(budget.spent('nodes')).toBe(2);
  });
});

describe('adjustments', () => {
  it('counts adjustments by kind with the first example of each', () => {
    const adjustments = new Adjustments();
    for (const name of ['a', 'b']) adjustments.add('left out attributes', () => `user.x of /${name}`);
    adjustments.add('clamped times', () => '/c');
    expect(adjustments.list()).toEqual([
      { what: 'left out attributes', count: 2, example: 'user.x of /a' },
      { what: 'clamped times', count: 1, example: '/c' },
    ]);
    expect(adjustments.list().map(describeAdjustment)).toEqual([
      'left out attributes: 2, such as user.x of /a',
      'clamped times: /c',
    ]);
  });
});
