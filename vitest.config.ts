import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/sequencer.ts';

const project = (name: string, testTimeout: number, globalSetup: string[] = []) => ({
  test: {
    name,
    // Unit tests change nothing outside themselves, and loading src/ again for each file takes a third of their time.
    isolate: name !== 'unit',
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 120_000,
    globalSetup,
    setupFiles: ['test/setup.ts'],
    // A file system watcher's limit or a shared temp name must not couple test files: each has a process of its own.
    pool: 'forks' as const,
  },
});

export default defineConfig({
  test: {
    // A test that is skipped proves nothing, and one that is marked `only` hides the others.
    allowOnly: false,
    // Most of the time the tests wait for programs, so the one that starts them leaves enough of its CPU to another.
    maxWorkers: availableParallelism(),
    sequence: { sequencer: LongestFirst },
    projects: [
      project('unit', 10_000),
      project('integration', 60_000),
      project('e2e', 120_000, ['test/fresh-bundle.ts']),
    ],
  },
});
