/** What a build does outside of itself, as `--verbose` shows it. It can contain secrets: net/activity-text.ts removes them. */
export type Activity =
  | { readonly kind: 'command'; readonly file: string; readonly args: readonly string[] }
  | { readonly kind: 'tool'; readonly name: string; readonly version: string; readonly path: string }
  /** An answer; `status` is that of HTTP. */
  | { readonly kind: 'request'; readonly method: string; readonly url: string; readonly status: number };

// One for the process, so that the modules that start programs and send requests need no reporter.
let follower: ((activity: Activity) => void) | undefined;

/** Notes an activity. */
export function noteActivity(activity: Activity): void {
  follower?.(activity);
}

/** Passes each activity to `listener` from now on, in place of the earlier listener; undefined for none. */
export function followActivities(listener: ((activity: Activity) => void) | undefined): void {
  follower = listener;
}
