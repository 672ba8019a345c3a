/**
 * Writes an SBOM of the bundles in dist/ to stdout, as CycloneDX 1.5: the npm packages that their licenses.txt name, in
 * the versions of package-lock.json, and the C libraries in their wasm. The result is reproducible from the commit.
 *
 *   SOURCE_DATE_EPOCH=<seconds> node scripts/release/sbom.ts
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const componentSchema = z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() });
const npmSchema = z.object({
  specVersion: z.literal('1.5'),
  metadata: z.object({ component: componentSchema }),
  components: z.array(componentSchema),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
const packageSchema = z.object({ name: z.string() });

type Component = z.infer<typeof componentSchema>;

/** C libraries that are compiled to wasm. The script that builds one names its version, in Debian's spelling. */
const LIBRARIES = [
  { script: 'scripts/build-libdeflate.sh', source: 'libdeflate', repository: 'ebiggers/libdeflate', license: 'MIT' },
  { script: 'scripts/build-zstd.sh', source: 'libzstd', repository: 'facebook/zstd', license: 'BSD-3-Clause' },
] as const;

const ENTRY = /^(?:@[^/\s]+\/)?[^@/\s]+@\d+\.\d+\.\d+\S*$/;

/** The packages that a licenses.txt lists, as `name@version`. Each entry follows an empty line. */
export function packagesOf(licenses: string): string[] {
  return licenses.split('\n').filter((line, index, lines) => ENTRY.test(line) && !lines[index - 1]);
}

/** The SBOM of the bundles below `root`, a checkout. `epoch` is its time, in seconds; without it, it has none. */
export function productSbom(root: string, epoch?: number): object {
  const read = (path: string): string => readFileSync(join(root, path), 'utf8');
  // All packages of the lock file: --omit=dev also omits packages that dev packages share with ours.
  const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'];
  const npm = npmSchema.parse(
    JSON.parse(execFileSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })),
  );

  const bundles = readdirSync(join(root, 'dist')).filter((name) => name !== 'man');
  const bundled = new Set(bundles.flatMap((bundle) => packagesOf(read(`dist/${bundle}/licenses.txt`))));
  const packages = npm.components.filter((component) => bundled.has(component['bom-ref']));
  const components = unique([...packages, ...LIBRARIES.map((library) => libraryOf(read(library.script), library))]);
  const missing = [...bundled].filter((ref) => !packages.some((component) => component['bom-ref'] === ref));
  if (missing.length > 0) throw new Error(`npm sbom does not list ${missing.join(', ')}`);

  // npm uses the name of the checkout's directory.
  const { name } = packageSchema.parse(JSON.parse(read('package.json')));
  const product = { ...npm.metadata.component, name, type: 'application' };
  const refs = new Set(components.map((component) => component['bom-ref']));
  const dependencies = dependenciesAmong(npm.dependencies, product['bom-ref'], refs);
  const content = { components, dependencies };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: npm.specVersion,
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([product, content]))}`,
    version: 1,
    metadata: {
      ...(epoch === undefined ? {} : { timestamp: new Date(epoch * 1000).toISOString() }),
      lifecycles: [{ phase: 'build' }],
      component: product,
    },
    ...content,
  };
}

function libraryOf(script: string, { source, repository, license }: (typeof LIBRARIES)[number]): Component {
  const [, version] = new RegExp(`^unpack_source ${source} (\\d[\\d.]*)`, 'm').exec(script) ?? [];
  if (version === undefined) throw new Error(`no script says which version of ${source} it builds`);
  const name = repository.replace(/.*\//, '');
  return {
    'bom-ref': `${name}@${version}`,
    type: 'library',
    name,
    version,
    scope: 'required',
    purl: `pkg:github/${repository}@v${version}`,
    licenses: [{ license: { id: license } }],
  };
}

function unique(components: readonly Component[]): Component[] {
  const byRef = new Map(components.map((component) => [component['bom-ref'], component]));
  return [...byRef.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, component]) => component);
}

/** The edges between what is there. The product depends on what nothing else of it needs, too. */
function dependenciesAmong(
  edges: z.infer<typeof npmSchema>['dependencies'],
  product: string,
  refs: ReadonlySet<string>,
): object[] {
  const targets = new Map(edges.map(({ ref, dependsOn }) => [ref, dependsOn.filter((target) => refs.has(target))]));
  const needed = new Set([...refs].flatMap((ref) => targets.get(ref) ?? []));
  const direct = new Set([...(targets.get(product) ?? []), ...[...refs].filter((ref) => !needed.has(ref))]);
  return [
    { ref: product, dependsOn: [...direct].sort() },
    ...[...refs].map((ref) => ({ ref, dependsOn: [...new Set(targets.get(ref))].sort() })),
  ];
}

/** A UUID (RFC 9562, version 8) that is the same for the same text. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

if (import.meta.main) {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  const sbom = productSbom(fileURLToPath(new URL('../../', import.meta.url)), epoch ? Number(epoch) : undefined);
  process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
}
