/** A call of buildah, as root, with a storage of its own. */
export function buildah(
  storage: string,
  args: readonly string[],
): { readonly file: string; readonly args: readonly string[] } {
  const [command = '', ...rest] = args;
  const driver = process.env['FLEDGE_TEST_STORAGE'] ?? 'overlay';
  const all = [
    '--root',
    `${storage}/root`,
    '--runroot',
    `${storage}/run`,
    '--storage-driver',
    driver,
    command,
    ...rest,
  ];
  const [file = 'buildah', ...before] = process.getuid?.() === 0 ? ['buildah'] : ['sudo', '-n', 'buildah'];
  return { file, args: [...before, ...all] };
}
