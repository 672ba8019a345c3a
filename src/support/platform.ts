/** A machine that a plugin can be built for. */
export type Platform = 'linux/amd64' | 'linux/arm64';
