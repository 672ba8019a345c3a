import { findOnPath } from '../support/exec.ts';

/** Where distributions keep programs to which only root's PATH leads. */
const SYSTEM_DIRECTORIES = ['/usr/sbin', '/sbin'] as const;

/** The path of a program for administrators, or undefined. */
export async function findSystemTool(name: string): Promise<string | undefined> {
  for (const candidate of [name, ...SYSTEM_DIRECTORIES.map((directory) => `${directory}/${name}`)]) {
    const path = await findOnPath(candidate);
    if (path !== undefined) return path;
  }
  return undefined;
}
