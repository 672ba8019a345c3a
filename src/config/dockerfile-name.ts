import { basename } from 'node:path';

/** True if a file has a usual name of a Dockerfile. */
export function isDockerfileName(file: string): boolean {
  return /^(?:(?:Docker|Container)file(?:\.(?!toml$).*)?|.*\.(?:docker|container)file)$/i.test(basename(file));
}

/** The fix for a Dockerfile in place of a fledge.toml: the fledge.toml to write beside it. */
export function howToBegin(file: string): string {
  const dockerfile = `dockerfile = ${JSON.stringify(basename(file))}`;
  const example = ['version = "1"', 'strategy = "oci_rootfs"', '', '[source]', dockerfile];
  const lines = example.map((line) => (line === '' ? '' : `    ${line}`));
  return `write a fledge.toml beside it, and build that:\n${lines.join('\n')}`;
}
