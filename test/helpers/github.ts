import { createHash } from 'node:crypto';
import { bytes, type LoopbackServer, type Responder, serveHttp } from './http-server.ts';

export interface FakeAsset {
  readonly name: string;
  readonly content: Uint8Array;
  /** What the API says of it; default: the true digest. */
  readonly digest?: string | null;
}

/**
 * GitHub's release API for one release of volantvm/volant, under its tag and as the latest. FLEDGE_GITHUB_API_URL is
 * the `origin`. `overrides` answer in the place of a path of the API, such as `/repos/volantvm/volant/releases/latest`.
 */
export async function serveGithub(
  release: { readonly tag: string; readonly assets: readonly FakeAsset[] },
  overrides: Readonly<Record<string, Responder>> = {},
): Promise<LoopbackServer> {
  const releases = '/repos/volantvm/volant/releases';
  const describe: Responder = (request, response) => {
    const origin = `http://${request.headers.host}`;
    const description = {
      id: 1,
      tag_name: release.tag,
      name: `Release ${release.tag}`,
      draft: false,
      assets: release.assets.map(({ name, content, digest }, index) => ({
        id: index + 1,
        name,
        size: content.length,
        state: 'uploaded',
        digest: digest === undefined ? sha256Digest(content) : digest,
        url: `${origin}${releases}/assets/${index + 1}`,
        browser_download_url: `${origin}/web/${release.tag}/${name}`,
      })),
    };
    bytes(JSON.stringify(description), { 'content-type': 'application/json' })(request, response);
  };
  const downloads = release.assets.flatMap(({ name, content }, index): [string, Responder][] => [
    [`/web/${release.tag}/${name}`, bytes(content)],
    [`${releases}/assets/${index + 1}`, bytes(content)],
  ]);
  return serveHttp({
    [`${releases}/latest`]: describe,
    [`${releases}/tags/${release.tag}`]: describe,
    ...Object.fromEntries(downloads),
    ...overrides,
  });
}

function sha256Digest(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
