/** An input of an artifact. */
export interface BuildInput {
  /** Its role in the build, such as `busybox` or `mapping ./myapp`. */
  readonly name: string;
  /** Its source: a URL without credentials, or a path relative to fledge.toml. */
  readonly uri: string;
  /** `sha256:` and hexadecimal digits. */
  readonly digest: string;
  /** For an image, from the bottom up: the digests of its uncompressed layers, which another compression does not change. */
  readonly layers?: readonly string[];
}

/** The destinations of a host path of `[mappings]`. */
export interface MappingRecord {
  /** The host path as written; undefined for an absolute one, because the record contains no path of the builder. */
  readonly source: string | undefined;
  /** The paths in the artifact of the mapped file, or of the mapped directory with a slash at the end. */
  readonly destinations: readonly string[];
}

export interface ProvenanceFacts {
  readonly artifact: { readonly name: string; readonly sha256: string };
  readonly strategy: string;
  readonly platform: string;
  /** The time of the files, in seconds since 1970. */
  readonly sourceDateEpoch: number;
  readonly version: string;
  readonly inputs: readonly BuildInput[];
  /** In the order of fledge.toml. */
  readonly mappings: readonly MappingRecord[];
  /** The list of the installed tools, if the runner image contains one. */
  readonly toolchain?: BuildInput | undefined;
}

/**
 * The provenance of an artifact: an in-toto Statement v1 with a SLSA Provenance v1 predicate (slsa.dev/spec/v1.0), as
 * JSON with two spaces of indent and a newline at the end. It contains no time and no host name, so that equal builds
 * have equal provenance; a signature identifies the builder.
 */
export function renderProvenance(facts: ProvenanceFacts): string {
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: facts.artifact.name, digest: { sha256: facts.artifact.sha256 } }],
    predicateType: 'https://slsa.dev/provenance/v1',
    predicate: {
      buildDefinition: {
        buildType: 'https://github.com/volantvm/fledge-action/blob/v1/docs/provenance.md',
        externalParameters: {
          strategy: facts.strategy,
          platform: facts.platform,
          sourceDateEpoch: facts.sourceDateEpoch,
          mappings: facts.mappings.map(({ source, destinations }) => ({ source, destinations })),
        },
        resolvedDependencies: facts.inputs.map(descriptorOf),
      },
      runDetails: {
        builder: {
          id: 'https://github.com/volantvm/fledge-action',
          version: { fledge: facts.version },
          ...(facts.toolchain && { builderDependencies: [descriptorOf(facts.toolchain)] }),
        },
      },
    },
  };
  return `${JSON.stringify(statement, null, 2)}\n`;
}

/** A ResourceDescriptor of in-toto. */
function descriptorOf({ name, uri, digest, layers }: BuildInput) {
  return { name, uri, digest: digestSet(digest), ...(layers !== undefined && { annotations: { layers } }) };
}

function digestSet(digest: string): Record<string, string> {
  const colon = digest.indexOf(':');
  return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}
