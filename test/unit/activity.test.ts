import { afterEach, expect, it } from 'vitest';
import { activityText } from '../../src/net/activity-text.ts';
import { type Activity, followActivities, noteActivity } from '../../src/support/report/activity.ts';

afterEach(() => followActivities(undefined));

it.each<readonly [Activity, string]>([
  [
    { kind: 'command', file: '/usr/bin/skopeo', args: ['copy', 'docker://ghcr.io/team/app:v1', 'dir:my layout'] },
    "$ /usr/bin/skopeo copy docker://ghcr.io/team/app:v1 'dir:my layout'",
  ],
  [
    { kind: 'command', file: 'buildah', args: ['build', '--build-arg', 'PASSWORD=hunter2\nhunter3', '.'] },
    "$ buildah build --build-arg 'PASSWORD=…' .",
  ],
  [
    { kind: 'command', file: 'curl', args: ['https://user:hunter2@example.com/x', 'ghp_0123456789abcdef0123'] },
    '$ curl https://example.com/x REDACTED',
  ],
  [{ kind: 'command', file: 'sh', args: ['-c', 'x'.repeat(1000)] }, expect.stringMatching(/^.{200,300}$/)],
  [{ kind: 'tool', name: 'umoci', version: '0.4.7', path: '/usr/bin/umoci' }, 'umoci 0.4.7 is /usr/bin/umoci'],
  [
    { kind: 'request', method: 'GET', url: 'https://u:p@example.com/kestrel?token=hunter2', status: 200 },
    'GET https://example.com/kestrel?token=REDACTED: 200',
  ],
])('an activity is a line without secrets (%j)', (activity, text) => {
  expect(activityText(activity)).toEqual(text);
});

it('only the last follower receives activities', () => {
  const seen: string[] = [];
  const activity: Activity = { kind: 'tool', name: 'gcc', version: '12', path: '/usr/bin/gcc' };
  noteActivity(activity);
  followActivities(() => seen.push('first'));
  followActivities(() => seen.push('second'));
  noteActivity(activity);
  followActivities(undefined);
  noteActivity(activity);
  expect(seen).toEqual(['second']);
});
