import { createRequire } from 'node:module';
import { fetchFile } from '../../src/sources/download.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';

/**
 * Downloads argv[2] into the cache argv[3], with the digest argv[4] if there is one and through the proxy CHILD_PROXY.
 * Prints `started` when a part has arrived, and at the end one line of JSON: the digest and whether the HTTP library
 * was loaded, or the error.
 */
const [, , url = '', cacheDirectory = '', sha256] = process.argv;
let told = false;
const reporter = {
  ...silentReporter,
  progress: () => ({
    update(done: number, total: number | undefined) {
      if (done === 0 || done === total || told) return;
      told = true;
      process.stdout.write('started\n');
    },
    end() {},
  }),
};

try {
  const env = { HTTPS_PROXY: process.env['CHILD_PROXY'] };
  const context = { baseDirectory: '/', cacheDirectory, reporter, env };
  const request = { from: { kind: 'url', url }, sha256, label: 'kestrel', maxBytes: 1e7, expect: 'elf' } as const;
  const file = await fetchFile(request, context);
  const modules = Object.keys(createRequire(import.meta.url).cache);
  print({ sha256: file.sha256, loadedUndici: modules.some((path) => path.includes('/undici/')) });
} catch (error) {
  if (!(error instanceof FledgeError)) throw error;
  const { code, message, fix } = error;
  print({ code, message, fix });
}

function print(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
