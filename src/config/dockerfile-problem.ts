/** A Dockerfile that cannot be built, or that builders read differently. */
export class DockerfileProblem extends Error {
  override readonly name = 'DockerfileProblem';
  /** From 1; undefined for a problem of the whole file. */
  readonly line: number | undefined;

  /** `message` is a sentence after the line; without a line, it is the end of a sentence that begins with the file. */
  constructor(line: number | undefined, message: string) {
    super(message);
    this.line = line;
  }
}
