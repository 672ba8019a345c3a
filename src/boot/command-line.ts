import { gzipSync } from 'node:zlib';
import { FledgeError } from '../support/errors.ts';
import type { Architecture, Bootable } from './artifact.ts';
import { consoleOf, GUEST_NETWORK, hasNetwork, type VmmName } from './vmm/vmm.ts';

/** The generations of Volant, whose command lines differ. */
export type VolantGeneration = '0.6' | 'next';

/** The boot that a command line is for. */
export interface CommandLineBoot {
  readonly bootable: Pick<Bootable, 'kind' | 'fileSystem' | 'manifest'>;
  readonly architecture: Architecture;
  readonly accelerator: { readonly name: 'kvm' | 'tcg' };
  readonly vmm: { readonly name: VmmName };
}

export interface CommandLineOptions {
  readonly volant: VolantGeneration;
  /** Words of the user, separated by spaces. */
  readonly append?: string | undefined;
}

export interface CommandLine {
  readonly text: string;
  /** The length in bytes of the command line that volantd would write. */
  readonly volantBytes: number;
  /** What this boot does and Volant does not, for people. */
  readonly remarks: readonly string[];
}

/** COMMAND_LINE_SIZE of x86 and arm64, with the NUL. */
export const MAX_COMMAND_LINE = 2047;

/** The path of the companion, which is the first program of every boot. */
const COMPANION = '/.fledge/boot';

/** The longest addresses in volantd's default subnet. */
const VOLANT_NETWORK = { address: '192.168.127.254', netmask: '255.255.255.0', gateway: '192.168.127.1' };
const API_PORT = '7777';

/**
 * The kernel's command line, as volantd writes it (buildKernelCmdline and its callers), with the addresses of this machine, and
 * the words that start the companion.
 *
 * @throws FledgeError `usage` for words of the user that cannot be used; `input` if the line is too long for the kernel.
 */
export function commandLineOf(boot: CommandLineBoot, { volant, append }: CommandLineOptions): CommandLine {
  const { architecture, accelerator, vmm, bootable } = boot;
  const remarks: string[] = [];
  const own = wordsOf(append);
  const given = [...own, ...fileSystemHint(bootable, volant, own, remarks)];
  const line = (network: Network | undefined): string[] => [
    ...baseWords(volant, architecture),
    ...(network === undefined ? [] : [ipWord(network, hostnameOf(bootable))]),
    ...given,
    ...volantWords(boot, volant, network ?? GUEST_NETWORK),
  ];
  const volantBytes = lengthOf(line(VOLANT_NETWORK));
  if (volantBytes > MAX_COMMAND_LINE) throw tooLong(volantBytes, bootable);
  const started = [...line(hasNetwork(vmm) ? GUEST_NETWORK : undefined), `rdinit=${COMPANION}`];
  // An emulated timer on a busy machine is too slow for the kernel's check of it, which would cause a panic.
  const isEmulated = accelerator.name === 'tcg' && architecture === 'amd64';
  const words = isEmulated ? [...started, 'no_timer_check'] : started;
  const kept = lengthOf(words) > MAX_COMMAND_LINE ? started : words;
  if (lengthOf(kept) > MAX_COMMAND_LINE) throw tooLong(lengthOf(kept), bootable);
  return { text: kept.join(' '), volantBytes, remarks };
}

interface Network {
  readonly address: string;
  readonly netmask: string;
  readonly gateway: string;
}

function baseWords(volant: VolantGeneration, architecture: Architecture): string[] {
  const words = [`console=${consoleOf(architecture)}`, 'reboot=k', 'panic=1'];
  if (volant === '0.6') return words;
  return [...words, 'quiet', 'loglevel=1', 'i8042.noaux', 'i8042.nokbd', 'pci=lastbus=0'];
}

function ipWord({ address, gateway, netmask }: Network, hostname: string): string {
  return `ip=${address}::${gateway}:${netmask}:${hostname}:eth0:off`;
}

/** The words that volantd adds for its agent, in their order: sorted by name. */
function volantWords({ bootable }: CommandLineBoot, volant: VolantGeneration, network: Network): string[] {
  const { manifest, kind, fileSystem } = bootable;
  const words: Record<string, string> = {
    'volant.runtime': manifest?.fields.runtime ?? manifest?.fields.name ?? 'boot',
    'volant.api_host': network.gateway,
    'volant.api_port': API_PORT,
  };
  if (manifest !== undefined) {
    words[volant === '0.6' ? 'volant.plugin' : 'volant.image'] = manifest.fields.name;
    words['volant.manifest'] = encodeManifest(manifest.document);
  }
  if (volant === 'next') {
    words['volant.dns_server'] = network.gateway;
    words['volant.dns_search'] = 'volant';
  }
  if (kind === 'image') {
    words['volant.rootfs_device'] = 'vda';
    words['volant.rootfs_fstype'] = volant === '0.6' ? 'ext4' : (fileSystem ?? 'ext4');
    if (volant === 'next') {
      words['root'] = '/dev/vda';
      words['rootfstype'] = fileSystem ?? 'ext4';
      if (fileSystem === 'squashfs') words['overlay_size'] = '1G';
    }
  }
  return Object.entries(words)
    .map(([name, value]) => `${name}=${value.replace(/[\s"]+/g, '-')}`)
    .sort();
}

/** volantd 0.6 always names ext4. Its agent uses the first word of a name, which is that of the user. */
function fileSystemHint(
  { kind, fileSystem }: CommandLineBoot['bootable'],
  volant: VolantGeneration,
  own: readonly string[],
  remarks: string[],
): string[] {
  const isNamed = own.some((word) => word.startsWith('volant.rootfs_fstype='));
  if (volant === 'next' || kind !== 'image' || fileSystem === undefined || fileSystem === 'ext4' || isNamed) return [];
  const word = `volant.rootfs_fstype=${fileSystem}`;
  remarks.push(
    `Volant 0.6 mounts every root image as ext4; this boot adds ${word}, as volar vms create --kernel-cmdline ${word} does`,
  );
  return [word];
}

/** base64url of gzip of JSON. */
function encodeManifest(document: unknown): string {
  return gzipSync(JSON.stringify(document)).toString('base64url');
}

/** The name of the machine, as volantd changes it for a host name. */
function hostnameOf({ manifest }: CommandLineBoot['bootable']): string {
  const name = manifest?.fields.name.toLowerCase().replace(/[^a-z0-9-]/g, '') ?? '';
  return name === '' ? 'vm' : name;
}

/**
 * The words of `--append`.
 *
 * @throws FledgeError `usage` for words that cannot be used.
 */
export function wordsOf(append = ''): string[] {
  const words = append.split(/ +/).filter((word) => word !== '');
  for (const word of words) {
    const shown = JSON.stringify(word);
    if (/[^!-~]/.test(word)) {
      throw new FledgeError('usage', `cannot append ${shown}: the kernel reads printable ASCII characters only`, {
        fix: 'remove the other characters from --append',
      });
    }
    if (/^rdinit=/.test(word) || word === '--') {
      throw new FledgeError('usage', `cannot append ${shown}: fledge chooses the first program of the machine`, {
        fix: 'remove it from --append; to run a command in the machine, use --run',
      });
    }
  }
  return words;
}

function lengthOf(words: readonly string[]): number {
  return Buffer.byteLength(words.join(' '));
}

function tooLong(length: number, { manifest }: CommandLineBoot['bootable']): FledgeError {
  const message = `the kernel's command line has ${length} bytes, and the kernel reads ${MAX_COMMAND_LINE}`;
  return new FledgeError('input', `${message}; the machine would stop before it prints anything`, {
    fix:
      manifest === undefined
        ? 'shorten --append'
        : `shorten ${manifest.path}, which takes ${encodeManifest(manifest.document).length} of them`,
  });
}
