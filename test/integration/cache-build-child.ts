import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cacheUse } from '../../src/sources/cache/use.ts';
import { openCache } from '../../src/sources/cache.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';

/*
 * Builds with the cache argv[2], argv[3] times one after the other: each looks all files up, adds those that are missing, and reads
 * all of them at its end. Prints the number of files that it added, and those that were missing when they were read.
 */
const [, , directory = '', builds = '1', fileCount = '1'] = process.argv;
let added = 0;
let missing = 0;
for (let build = 0; build < Number(builds); build++) {
  const use = cacheUse({ directory, limit: undefined, reporter: silentReporter });
  const cache = openCache(directory, silentReporter, use);
  const paths: string[] = [];
  for (let index = 0; index < Number(fileCount); index++) {
    const content = `file ${index}`;
    const found = await cache.find(createHash('sha256').update(content).digest('hex'));
    if (found === undefined) {
      const incoming = await cache.begin('a file');
      await incoming.write(Buffer.from(content));
      paths.push((await incoming.commit()).path);
      added += 1;
    } else paths.push(found.path);
  }
  for (const path of paths) {
    try {
      readFileSync(path);
    } catch {
      missing += 1;
    }
  }
  await use.end();
}
process.stdout.write(JSON.stringify({ added, missing }));
