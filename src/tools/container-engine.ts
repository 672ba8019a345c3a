import { FledgeError } from '../support/errors.ts';
import { findOnPath } from '../support/exec.ts';

/** What runs containers on this machine. */
export interface ContainerEngine {
  readonly name: 'docker' | 'podman';
  /** Absolute. */
  readonly path: string;
}

export interface Mount {
  /** Absolute, on this machine. */
  readonly source: string;
  /** Absolute, in the container; default: the same. */
  readonly target?: string;
  readonly access: 'read' | 'write';
}

export interface ContainerRun {
  readonly image: string;
  /** By this name it can be removed while it runs. */
  readonly name: string;
  readonly user: { readonly uid: number; readonly gid: number };
  /** Further groups, by number. */
  readonly groups: readonly number[];
  readonly mounts: readonly Mount[];
  /** Absolute, in the container. */
  readonly workingDirectory: string;
  /** Variables that the container gets as this process has them: their values are in nobody's list of processes. */
  readonly passedVariables: readonly string[];
  /** Variables with values that are no secrets. */
  readonly variables: Readonly<Record<string, string>>;
  /** What the image's entry point gets. */
  readonly args: readonly string[];
}

/**
 * docker or podman, whichever is on the PATH.
 *
 * @throws FledgeError `tool` if there is neither.
 */
export async function findContainerEngine(): Promise<ContainerEngine> {
  for (const name of ['docker', 'podman'] as const) {
    const path = await findOnPath(name);
    if (path !== undefined) return { name, path };
  }
  throw new FledgeError('tool', 'neither docker nor podman is on the PATH', {
    fix: 'install one of them, or build on the host itself',
  });
}

/** The arguments that run a container once and remove it, without a privilege that the user does not have. */
export function containerArguments({ name: engine }: ContainerEngine, container: ContainerRun): readonly string[] {
  const { image, name, user, groups, mounts, workingDirectory, passedVariables, variables, args } = container;
  return [
    ...['run', '--rm', '--init', '--name', name],
    // podman has a user namespace, in which the user of this machine would else be root.
    ...(engine === 'podman' ? ['--userns', 'keep-id'] : ['--user', `${user.uid}:${user.gid}`]),
    ...groups.flatMap((group) => ['--group-add', String(group)]),
    ...mounts.flatMap((mount) => ['--mount', mountOption(mount)]),
    ...['--workdir', workingDirectory],
    ...passedVariables.flatMap((variable) => ['--env', variable]),
    ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
    image,
    ...args,
  ];
}

/** A value of `--mount`, which is CSV: unlike `--volume` it takes paths with colons, and creates none. */
function mountOption({ source, target = source, access }: Mount): string {
  const fields = ['type=bind', `source=${source}`, `target=${target}`, ...(access === 'read' ? ['readonly'] : [])];
  return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
