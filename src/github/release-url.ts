/**
 * Where a release's asset will be, known before it is there. As in GitHub's own addresses the slashes of a tag are
 * percent-encoded too.
 */
export function releaseAssetUrl(where: {
  readonly serverUrl: string;
  readonly repository: string;
  readonly tag: string;
  readonly name: string;
}): string {
  const { serverUrl, repository, tag, name } = where;
  const file = `${encodeURIComponent(tag)}/${encodeURIComponent(name)}`;
  return `${serverUrl.replace(/\/+$/, '')}/${repository}/releases/download/${file}`;
}
