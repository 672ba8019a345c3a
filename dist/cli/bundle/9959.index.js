export const id = 9959;
export const ids = [9959];
export const modules = {

/***/ 17646:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ chooseInit),
/* harmony export */   v: () => (/* binding */ compileProblem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/** Chooses the init (docs/fledge-toml.md, "[init]"): a host file first, then a path in the image. */
async function chooseInit(init, directory) {
    switch (init.mode) {
        case 'default':
            return { kind: 'c-init', exec: undefined, compile: init.compile };
        case 'none':
            return { kind: 'mapped' };
        case 'custom': {
            const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, init.path);
            if (await exists(path))
                return { kind: 'host-file', path };
            return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(init.path) ? { kind: 'c-init', exec: init.path, compile: init.compile } : { kind: 'missing' };
        }
    }
}
/** The problem of `[init] compile` where a file of this machine is the init, or undefined. */
function compileProblem(init, choice) {
    if (choice.kind !== 'host-file' || init.mode !== 'custom' || !init.compile)
        return undefined;
    return `compiles the C init, but path names a file of this machine: ${init.path}; remove one of them`;
}
async function exists(path) {
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 1357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ findInitFault),
/* harmony export */   q: () => (/* binding */ initKey)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _mapping_key_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82927);
/* harmony import */ var _programs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81948);



/** The key that selects the program of PID 1. */
function initKey({ init }) {
    return init.mode === 'default' ? ['init'] : ['init', init.mode === 'none' ? 'none' : 'path'];
}
/**
 * Finds the fault of the program of PID 1, at an absolute path of the tree: nothing provides it, or it cannot start. The
 * machine would power off at its first boot.
 */
async function findInitFault(tree, path, { config, directory, ...context }) {
    const name = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromText */ .dw)(path);
    if (tree.get(name) === undefined) {
        if (context.isIncomplete === true)
            return undefined;
        const hint = `"./my-program" = "${path}"`;
        const message = config.init.mode === 'custom'
            ? `${path} does not exist on the host, and no mapping provides it; map it: ${hint}`
            : `nothing provides ${path}; map a program to it: ${hint}`;
        return { path: initKey(config), message };
    }
    const message = await (0,_programs_js__WEBPACK_IMPORTED_MODULE_2__/* .findStartFault */ .GF)(tree, path, context);
    if (message === undefined)
        return undefined;
    const key = config.init.mode === 'default' ? undefined : (0,_mapping_key_js__WEBPACK_IMPORTED_MODULE_1__/* .mappingKey */ .Yt)(tree, name, { config, directory });
    return { path: key ?? initKey(config), message };
}


/***/ }),

/***/ 61431:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ KNOWN_APPLETS)
/* harmony export */ });
const rootApplets = `
  linuxrc
`;
const binApplets = `
  arch ash base32 base64 busybox cat chattr chgrp chmod chown conspy cp cpio cttyhack date dd df dmesg dnsdomainname
  dumpkmap echo ed egrep false fatattr fdflush fgrep fsync getopt grep gunzip gzip hostname hush ionice iostat ipcalc
  kbd_mode kill link linux32 linux64 ln login ls lsattr lzop makemime mkdir mknod mktemp more mount mountpoint mpstat
  mt mv netstat nice nuke pidof ping ping6 pipe_progress printenv ps pwd reformime resume rev rm rmdir rpm run-parts
  scriptreplay sed setarch setpriv setserial sh sleep stat stty su sync tar touch true umount uname uncompress usleep
  vi vmstat watch zcat
`;
const sbinApplets = `
  acpid adjtimex arp blkid blockdev bootchartd depmod devmem fbsplash fdisk findfs freeramdisk fsck fsck.minix fstrim
  getty halt hdparm hwclock ifconfig ifdown ifenslave ifup init insmod ip ipaddr iplink ipneigh iproute iprule
  iptunnel klogd loadkmap logread losetup lsmod makedevs mdev mkdosfs mke2fs mkfs.ext2 mkfs.minix mkfs.vfat mkswap
  modinfo modprobe nameif pivot_root poweroff raidautorun reboot rmmod route run-init runlevel setconsole slattach
  start-stop-daemon sulogin swapoff swapon switch_root sysctl syslogd tc tunctl udhcpc uevent vconfig watchdog zcip
`;
const usrBinApplets = `
  [ [[ ar ascii awk basename bc beep blkdiscard bunzip2 bzcat bzip2 cal chpst chrt chvt cksum clear cmp comm crc32
  crontab cryptpw cut dc deallocvt diff dirname dos2unix dpkg dpkg-deb du dumpleases eject env envdir envuidgid expand
  expr factor fallocate fgconsole find flock fold free ftpget ftpput fuser getfattr groups hd head hexdump hexedit
  hostid id install ipcrm ipcs killall last less logger logname lpq lpr lsblk lsof lspci lsscsi lsusb lzcat lzma man
  md5sum mesg microcom mkfifo mkpasswd nc nl nmeter nohup nproc nsenter nslookup od openvt passwd paste patch pgrep
  pkill pmap printf pscan pstree pwdx readlink realpath renice reset resize rpm2cpio runsv runsvdir rx script seq
  setfattr setkeycodes setsid setuidgid sha1sum sha256sum sha384sum sha3sum sha512sum showkey shred shuf smemcap
  softlimit sort split ssl_client ssl_server strings sum sv svc svok tac tail taskset tcpsvd tee telnet test tftp time
  timeout top tr traceroute traceroute6 truncate ts tty ttysize udhcpc6 udpsvd unexpand uniq unix2dos unlink unlzma
  unshare unxz unzip uptime users uudecode uuencode uuidgen vlock volname w wall wc wget which who whoami whois xargs
  xxd xz xzcat yes
`;
const usrSbinApplets = `
  add-shell addgroup adduser arping brctl chat chpasswd chroot crond delgroup deluser dhcprelay dnsd ether-wake
  fakeidentd fbset fdformat fsfreeze ftpd httpd i2cdetect i2cdump i2cget i2cset i2ctransfer ifplugd inetd killall5
  loadfont lpd mim nanddump nandwrite nbd-client nologin ntpd partprobe popmaildir powertop rdate rdev readahead
  readprofile remove-shell rtcwake sendmail setfont setlogcons svlogd telnetd tftpd ubiattach ubidetach ubimkvol
  ubirename ubirmvol ubirsvol ubiupdatevol udhcpd
`;
/**
 * The directory of every applet that `busybox --list-full` prints, collected from Debian's busybox of bullseye,
 * bookworm, trixie and sid and from busybox 1.35.0 with everything in its default configuration. If they differ
 * (Debian moves readlink to /bin), the unpatched program is used.
 */
const KNOWN_APPLETS = new Map([
    ...inDirectory('', rootApplets),
    ...inDirectory('bin', binApplets),
    ...inDirectory('sbin', sbinApplets),
    ...inDirectory('usr/bin', usrBinApplets),
    ...inDirectory('usr/sbin', usrSbinApplets),
]);
function inDirectory(directory, names) {
    return names
        .trim()
        .split(/\s+/)
        .map((name) => [name, directory]);
}


/***/ }),

/***/ 13283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VE: () => (/* binding */ BUSYBOX_PATH),
  qI: () => (/* binding */ MAX_BUSYBOX_BYTES),
  hC: () => (/* binding */ downloadBusybox),
  Z9: () => (/* binding */ fetchBusybox),
  fy: () => (/* binding */ inspectBusybox),
  Rg: () => (/* binding */ requireBusyboxFor)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/sources/applet-directories.js
var applet_directories = __webpack_require__(61431);
;// CONCATENATED MODULE: ./build/sources/applets.js


/**
 * The applets of a busybox binary, in byte order. `busybox --list-full` is not used, because the binary may be for
 * another machine. The result may include `busybox` itself and `linuxrc`, whose directory is the root.
 *
 * The binary contains the names in byte order, each terminated by a NUL, and an empty name after the last one. If it
 * was built to install itself, it also contains the directories: one nibble per name, low nibble first on every
 * machine. Neither table has a header or a symbol, and either may follow other bytes without a gap. So both are
 * recognised by their content: the names are sorted and mostly known, and the nibbles agree with the directories of
 * known applets. The applets of a binary without nibbles are put into the usual directories.
 *
 * @throws FledgeError `input` if the binary has no such list; `path` is the file in the message.
 */
function readApplets(binary, path) {
    const list = findNameList(binary);
    if (list === undefined) {
        throw new errors/* FledgeError */.aE('input', `cannot read the applets of ${path}: it contains no list of applets; check that it is busybox`, {
            fix: 'set busybox_url in [source] to a busybox with more than a few applets',
        });
    }
    const readings = readingsOf(list).map((names) => ({ names, found: findDirectories(binary, names, list) }));
    const located = readings.filter(({ found }) => found !== undefined);
    const best = located.reduce((a, b) => (a?.found !== undefined && b.found !== undefined && a.found.misses <= b.found.misses ? a : b), undefined);
    const { names, found } = best ?? readings[0] ?? { names: list.names, found: undefined };
    return names.map((name, index) => ({
        name,
        directory: found?.directories[index] ?? applet_directories/* KNOWN_APPLETS */.M.get(name) ?? 'usr/bin',
    }));
}
/** Fewer known names than this may be a coincidence. */
const MIN_KNOWN_NAMES = 4;
const MAX_NAME_LENGTH = 32;
/** 1 for the bytes that names of applets consist of. */
const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => /[A-Za-z0-9_.+[-]/.test(String.fromCharCode(byte)) ? 1 : 0);
/** Names of almost every busybox. The search begins around them, to avoid a scan of megabytes of code. */
const LANDMARKS = ['cat', 'ls', 'mount', 'sh'];
/** More than the names of all applets need. */
const NAMES_BYTES = 16 * 1024;
function findNameList(binary) {
    const view = Buffer.from(binary.buffer, binary.byteOffset, binary.length);
    for (const landmark of LANDMARKS) {
        const at = view.indexOf(`\0${landmark}\0`, 0, 'latin1');
        const from = Math.max(0, at - NAMES_BYTES);
        const list = at < 0 ? undefined : bestNameList(binary, from, Math.min(binary.length, at + NAMES_BYTES));
        // A list at the start of the window may begin before the window.
        if (list !== undefined && list.start > from)
            return list;
    }
    return bestNameList(binary, 0, binary.length);
}
/** The name list with the most known names in a part of the binary. At least half of its names are known. */
function bestNameList(binary, from, to) {
    let best;
    for (const { start, end, before } of sortedRuns(binary, from, to)) {
        const names = latin1(binary, start, end - 1).split('\0');
        const known = names.filter((name) => applet_directories/* KNOWN_APPLETS */.M.has(name)).length;
        if (known < MIN_KNOWN_NAMES || known * 2 < names.length || known <= (best?.known ?? 0))
            continue;
        best = { known, list: { names, start, end, before } };
    }
    return best?.list;
}
/** Runs of at least MIN_KNOWN_NAMES plausible names in strict byte order with an empty name after them. */
function sortedRuns(binary, from, to) {
    const runs = [];
    /** The current run: its start, its number of names, and the start and end of its last name. */
    let runStart = from;
    let count = 0;
    let lastStart = 0;
    let lastEnd = 0;
    /** The current name: the start of its plausible part; true if that part begins right after the last NUL. */
    let nameStart = from;
    let isWhole = true;
    for (let at = from; at < to; at += 1) {
        const byte = binary[at] ?? 0;
        if (byte !== 0) {
            if (NAME_BYTES[byte] === 0) {
                nameStart = at + 1;
                isWhole = false;
            }
            continue;
        }
        const length = at - nameStart;
        if (length === 0 && isWhole) {
            if (count >= MIN_KNOWN_NAMES)
                runs.push({ start: runStart, end: at, before: tailBefore(binary, runStart) });
            count = 0;
        }
        else if (length === 0 || length > MAX_NAME_LENGTH) {
            count = 0;
        }
        else if (isWhole && count > 0 && isBefore(binary, lastStart, lastEnd, nameStart, at)) {
            count += 1;
        }
        else {
            runStart = nameStart;
            count = 1;
        }
        lastStart = nameStart;
        lastEnd = at;
        nameStart = at + 1;
        isWhole = true;
    }
    return runs;
}
/** True if the name at a is less than the name at b, by byte value. */
function isBefore(bytes, aStart, aEnd, bStart, bEnd) {
    const length = Math.min(aEnd - aStart, bEnd - bStart);
    for (let index = 0; index < length; index += 1) {
        const difference = (bytes[aStart + index] ?? 0) - (bytes[bStart + index] ?? 0);
        if (difference !== 0)
            return difference < 0;
    }
    return aEnd - aStart < bEnd - bStart;
}
/** The last plausible bytes before the NUL that precedes the run. */
function tailBefore(binary, runStart) {
    const end = runStart - 1;
    if (binary[end] !== 0)
        return '';
    let start = end;
    while (start > 0 && end - start < MAX_NAME_LENGTH && NAME_BYTES[binary[start - 1] ?? 0] === 1)
        start -= 1;
    return latin1(binary, start, end);
}
/**
 * The possible beginnings of a list, most likely first. Other data may be directly before the first name: it may look
 * like a part of the name, hide the name because both together are out of order, or look like one more name before it.
 */
function readingsOf({ names, before }) {
    const [first = '', ...rest] = names;
    const readings = [];
    const hidden = knownTail(before);
    if (hidden !== undefined && hidden < first)
        readings.push([hidden, ...names]);
    const firstKnown = names.findIndex((name) => applet_directories/* KNOWN_APPLETS */.M.has(name));
    const tail = knownTail(first);
    if (firstKnown === 0)
        readings.push(names);
    else if (tail !== undefined)
        readings.push([tail, ...rest]);
    // A surplus name is an unused link; an omitted name is a missing command.
    else
        readings.push(names, names.slice(firstKnown));
    return readings;
}
/** The longest known name at the end of a text. */
function knownTail(text) {
    for (let start = 0; start < text.length; start += 1) {
        const tail = text.slice(start);
        if (applet_directories/* KNOWN_APPLETS */.M.has(tail))
            return tail;
    }
    return undefined;
}
/** The directory of each nibble value. */
const DIRECTORIES = ['', 'bin', 'sbin', 'usr/bin', 'usr/sbin'];
/** With fewer known names, any bytes might agree by chance, and the usual directories are as good. */
const MIN_EVIDENCE = 16;
/** The fraction of known applets that a builder may have moved to other directories. */
const MAX_MISSES = 0.1;
/** The compiler puts the nibbles near the names; the whole binary is searched if they are not there. */
const NEIGHBOURHOOD_BYTES = 16 * 1024;
function findDirectories(binary, names, near) {
    const expected = names.map((name) => {
        const directory = applet_directories/* KNOWN_APPLETS */.M.get(name);
        return directory === undefined ? -1 : DIRECTORIES.indexOf(directory);
    });
    const evidence = expected.filter((nibble) => nibble >= 0).length;
    if (evidence < MIN_EVIDENCE)
        return undefined;
    const limit = Math.floor(evidence * MAX_MISSES);
    const from = Math.max(0, near.start - NEIGHBOURHOOD_BYTES);
    const to = Math.min(binary.length, near.end + NEIGHBOURHOOD_BYTES);
    const place = bestPlace(binary, expected, { from, to, limit }) ??
        bestPlace(binary, expected, { from: 0, to: binary.length, limit });
    if (place === undefined)
        return undefined;
    return {
        misses: place.misses,
        directories: names.map((_, index) => DIRECTORIES[nibbleAt(binary, place.offset, index)] ?? 'usr/bin'),
    };
}
function bestPlace(binary, expected, { from, to, limit }) {
    let best;
    for (let offset = from; offset + Math.ceil(expected.length / 2) <= to; offset += 1) {
        const misses = missesAt(binary, offset, expected, best === undefined ? limit : best.misses - 1);
        if (misses !== undefined)
            best = { offset, misses };
        if (misses === 0)
            break;
    }
    return best;
}
/** The number of known applets that the nibbles at `offset` misplace; undefined if above `limit` or not nibbles. */
function missesAt(binary, offset, expected, limit) {
    let misses = 0;
    for (let index = 0; index < expected.length; index += 1) {
        const nibble = nibbleAt(binary, offset, index);
        if (nibble >= DIRECTORIES.length)
            return undefined;
        const wanted = expected[index] ?? -1;
        if (wanted < 0 || wanted === nibble)
            continue;
        misses += 1;
        if (misses > limit)
            return undefined;
    }
    return misses;
}
function nibbleAt(binary, offset, index) {
    const byte = binary[offset + (index >> 1)] ?? 0xff;
    return index % 2 === 0 ? byte & 0x0f : byte >> 4;
}
function latin1(bytes, start, end) {
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

// EXTERNAL MODULE: ./build/sources/download.js
var download = __webpack_require__(24789);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
;// CONCATENATED MODULE: ./build/sources/busybox.js








/** The path of busybox in an image and in an initramfs. */
const BUSYBOX_PATH = 'bin/busybox';
const LABEL = 'busybox';
/** A static busybox with all applets has about 2.5 MB. The whole file is read into memory. */
const MAX_BUSYBOX_BYTES = 64 * 1024 * 1024;
/**
 * Checks that the default busybox, if it is used, is for a platform. Does not fetch it.
 *
 * @throws FledgeError `input`.
 */
function requireBusyboxFor({ location }, platform) {
    if (location?.kind !== 'url' || location.url !== values/* DEFAULT_BUSYBOX_URL */.H9 || platform === 'linux/amd64')
        return;
    throw new errors/* FledgeError */.aE('input', `the default busybox is for linux/amd64, and the plugin is for ${platform}`, {
        fix: `in [source], set busybox_image to an image for ${platform}, such as "busybox:musl", or busybox_url to a static busybox for ${platform}: a URL, or a file of this machine`,
    });
}
/**
 * Fetches busybox from its source in fledge.toml, checks that it is a program for `platform`, and reads its applets.
 * Warns if it needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchBusybox(source, platform, context) {
    const pinAs = (sha256) => `busybox_sha256 = "${sha256}" below [source]`;
    const file = await (0,download/* fetchFile */.t2)({ ...requestFor(source), pinAs }, context).catch((error) => {
        throw suggestLocalBusybox(error);
    });
    return inspectBusybox(file, { platform, key: 'busybox_url' }, context);
}
/** Adds the way without a network to the fix of a failed download: most people do not know that a package has the file. */
function suggestLocalBusybox(error) {
    if (!(error instanceof errors/* FledgeError */.aE) || error.code !== 'download')
        return error;
    const { message, fix } = error.wording;
    const other = `set busybox_url = "/bin/busybox" below [source] after apt-get install busybox-static`;
    const fixes = fix === undefined ? other : (0,wording/* joinTexts */.B5)([fix, other], '; or ');
    return new errors/* FledgeError */.aE(error.code, message, { cause: error, fix: fixes });
}
/**
 * Checks that a file is a busybox for the platform, and reads its applets. Warns if it needs a dynamic loader. `key` is the
 * key of `[source]` that names it.
 *
 * @throws FledgeError `input`.
 */
async function inspectBusybox(file, { platform, key }, context) {
    const advice = `set ${key} in [source] to a busybox for ${platform}`;
    const { interpreter } = await (0,elf/* checkElf */.Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or no applet can start`, { code: 'dynamic-program' });
    }
    const data = await readVerified(file);
    return { ...file, data, applets: readApplets(data, file.path) };
}
/**
 * Downloads the file that a URL serves as busybox now, to be pinned.
 *
 * @throws FledgeError `download` or `input`.
 */
function downloadBusybox(url, context) {
    return (0,download/* fetchFile */.t2)(requestFor({ location: { kind: 'url', url }, sha256: undefined }), context);
}
function requestFor({ location, sha256, lockFile }) {
    return {
        from: location,
        sha256,
        lockFile,
        kind: 'busybox',
        label: LABEL,
        maxBytes: MAX_BUSYBOX_BYTES,
        expect: 'elf',
    };
}
async function readVerified({ path, sha256 }) {
    const data = await readWhole(path);
    if ((0,external_node_crypto_.hash)('sha256', data) === sha256)
        return data;
    throw (0,regular_file/* fileChanged */.J8)(LABEL);
}
async function readWhole(path) {
    try {
        return await (0,regular_file/* readRegularFile */.XF)(path, MAX_BUSYBOX_BYTES);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot read ${LABEL} from ${path}: ${(0,errors/* messageOf */.bD)(error)}`, { cause: error });
    }
}


/***/ }),

/***/ 13202:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ readInitProgram)
/* harmony export */ });
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25423);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22236);
/* harmony import */ var _local_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64925);



const LABEL = 'the init';
/** The limit for a file that is hashed before the build; an init is a small program. */
const MAX_BYTES = 512 * 1024 * 1024;
const SCRIPT_MAGIC = '#!';
/**
 * Checks and hashes the host file that becomes /init: a script, or a program for `platform`.
 *
 * @throws FledgeError `input`.
 */
async function readInitProgram(path, platform) {
    const digest = await (0,_local_file_js__WEBPACK_IMPORTED_MODULE_2__/* .digestFile */ .T)(path, { label: LABEL, maxBytes: MAX_BYTES });
    if ((await firstBytes(path, SCRIPT_MAGIC.length)) !== SCRIPT_MAGIC) {
        const advice = `set path in [init] to a program for ${platform}, or a script that begins with ${SCRIPT_MAGIC}`;
        await (0,_elf_js__WEBPACK_IMPORTED_MODULE_1__/* .checkElf */ .Kg)(path, { platform, label: LABEL, advice });
    }
    return { path, ...digest };
}
async function firstBytes(path, count) {
    const file = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_0__/* .openRegularFile */ .ZU)(path);
    try {
        const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, 0);
        return buffer.toString('latin1', 0, bytesRead);
    }
    finally {
        await file.close();
    }
}


/***/ })

};
