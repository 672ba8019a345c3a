/** The marks before and after the module information of a Go program (cmd/go/internal/modload/build.go). */
const BEGIN = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex');
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex');

/**
 * An ELF file with the build information of a Go program, as the linker writes it since Go 1.18 (debug/buildinfo). `before` are
 * bytes before it.
 */
export function goProgram(version: string, modules: string, before: Buffer = Buffer.alloc(0)): Buffer {
  const header = Buffer.alloc(32);
  header.write('\xff Go buildinf:\x08\x02', 'latin1');
  const parts = Buffer.concat([Buffer.alloc(64), before]);
  parts.write('\x7fELF\x02\x01\x01', 'latin1');
  const padding = Buffer.alloc((16 - (parts.length % 16)) % 16);
  const information = Buffer.concat([BEGIN, Buffer.from(modules), END]);
  return Buffer.concat([
    ...[parts, padding, header, lengthOf(Buffer.from(version)), Buffer.from(version)],
    ...[lengthOf(information), information, Buffer.alloc(100)],
  ]);
}

/** The length of a text as a variable-length integer. */
function lengthOf(text: Buffer): Buffer {
  const bytes: number[] = [];
  let left = text.length;
  for (; left >= 0x80; left >>= 7) bytes.push((left & 0x7f) | 0x80);
  return Buffer.from([...bytes, left]);
}
