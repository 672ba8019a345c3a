export const id = 667;
export const ids = [667];
export const modules = {

/***/ 3929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nx: () => (/* binding */ findMissingAgent),
/* harmony export */   OW: () => (/* binding */ openSourcesOf),
/* harmony export */   Pq: () => (/* binding */ compareWithLock),
/* harmony export */   aY: () => (/* binding */ applyLock)
/* harmony export */ });
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9181);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1341);


/** The sources of a config that fledge.toml does not pin. */
function openSourcesOf(config) {
    const open = new Map();
    const localImages = [];
    for (const { reference, key } of (0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .fetchedImagesOf */ .Rc)(config)) {
        if (isLocalByTag(reference))
            localImages.push({ text: reference.text, key });
        const image = isOfRegistry(reference) ? openImage(reference.named) : undefined;
        if (image !== undefined)
            open.set(key, image);
    }
    const image = open.get('image');
    const busyboxImage = open.get('busybox_image');
    return {
        ...(image !== undefined && { image }),
        ...(busyboxImage !== undefined && { busyboxImage }),
        baseImages: openBaseImages((0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileOf */ .S9)(config)),
        localImages,
        ...openAgent(config.agent),
        ...openBusybox(config),
    };
}
function openBusybox(config) {
    if (config.strategy === 'oci_rootfs' || config.busybox.image !== undefined)
        return {};
    const { location, sha256 } = config.busybox;
    return location.kind === 'url' && sha256 === undefined ? { busybox: location.url } : {};
}
function openAgent(agent) {
    if (agent?.source === 'release')
        return { agentRelease: agent.version };
    return agent?.source === 'http' && agent.sha256 === undefined ? { agent: agent.url } : {};
}
function isOfRegistry({ transport }) {
    return transport === undefined || transport === 'docker';
}
/** True for an image of a daemon or a storage by its tag. An id is the digest of the config. */
function isLocalByTag({ transport, named, stored, id }) {
    if (transport !== 'docker-daemon' && transport !== 'containers-storage')
        return false;
    return id === undefined && (named ?? stored)?.digest === undefined;
}
function openImage(named) {
    if (named === undefined || named.digest !== undefined)
        return undefined;
    return { name: `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`, named };
}
function openBaseImages(dockerfile) {
    const all = _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P.flatMap((platform) => dockerfile?.bases[platform] ?? []);
    const open = all.flatMap(({ named }) => openImage(named) ?? []);
    return [...new Map(open.map((image) => [image.name, image])).values()];
}
/** Compares a config with its pins. `nameOf` returns a URL as it is in a lock file: without credentials. */
function compareWithLock(config, pins, nameOf) {
    const open = openSourcesOf(config);
    const checks = [
        check(['image'], 'name', open.image?.name, pins.image?.name),
        check(['busybox_image'], 'name', open.busyboxImage?.name, pins.busyboxImage?.name),
        ...checkBaseImages(open.baseImages, pins.baseImages ?? []),
        check(['agent_release'], 'version', open.agentRelease, pins.agentRelease?.version),
        check(['agent'], 'url', open.agent && nameOf(open.agent), pins.agent?.url),
        check(['busybox'], 'url', open.busybox && nameOf(open.busybox), pins.busybox?.url),
    ];
    return { stale: checks.flatMap(({ stale }) => stale ?? []), gaps: checks.flatMap(({ gap }) => gap ?? []) };
}
function check(table, key, asked, locked) {
    if (asked === locked)
        return {};
    const wanted = JSON.stringify(asked);
    if (locked === undefined)
        return { gap: { path: table, message: `missing; fledge.toml names ${wanted}` } };
    const instead = asked === undefined ? 'does not use it' : `names ${wanted}`;
    return { stale: { path: [...table, key], message: `pins ${JSON.stringify(locked)}, but fledge.toml ${instead}` } };
}
function checkBaseImages(open, pins) {
    const stale = pins.flatMap(({ name }, index) => {
        if (open.some((image) => image.name === name))
            return [];
        const message = `pins ${JSON.stringify(name)}, which the Dockerfile does not use`;
        return [{ stale: { path: ['base_images', index, 'name'], message } }];
    });
    const gaps = open.flatMap(({ name }) => {
        if (pins.some((pin) => pin.name === name))
            return [];
        return [{ gap: { path: ['base_images'], message: `does not pin ${JSON.stringify(name)} of the Dockerfile` } }];
    });
    return [...stale, ...gaps];
}
/** Reports a release that had no agent for the platform when it was pinned. */
function findMissingAgent({ agentRelease }, platform) {
    if (agentRelease === undefined || agentRelease.assets[platform] !== undefined)
        return [];
    const message = `missing; release ${agentRelease.tag} had no kestrel for ${platform} when it was pinned`;
    return [{ path: ['agent_release', platform], message }];
}
/** The config with its pins filled in. `compareWithLock` must have found no stale pins. */
function applyLock(config, { file, pins }, platform) {
    const agent = pinnedAgent(config.agent, pins, { file, platform });
    const dockerfile = (0,_config_images_js__WEBPACK_IMPORTED_MODULE_0__/* .dockerfileOf */ .S9)(config);
    const locked = {
        agent,
        ...(pins.image !== undefined && { imageLock: { file, digest: pins.image.digest } }),
    };
    const image = dockerfile && { ...dockerfile, bases: pinnedBases(dockerfile, pins.baseImages ?? [], file) };
    if (config.strategy === 'oci_rootfs')
        return { ...config, ...locked, image: image ?? config.image };
    return { ...config, ...locked, image: image ?? config.image, busybox: pinnedBusybox(config.busybox, pins, file) };
}
function pinnedBases({ bases }, pins, file) {
    const pinned = (base) => {
        const name = openImage(base.named)?.name;
        const pin = pins.find((candidate) => candidate.name === name);
        return pin === undefined ? base : { ...base, lock: { file, digest: pin.digest } };
    };
    return { 'linux/amd64': bases['linux/amd64'].map(pinned), 'linux/arm64': bases['linux/arm64'].map(pinned) };
}
function pinnedBusybox(busybox, { busybox: pin, busyboxImage }, file) {
    if (busybox.image === undefined) {
        return pin === undefined ? busybox : { ...busybox, sha256: pin.sha256, lockFile: file };
    }
    return busyboxImage === undefined ? busybox : { ...busybox, imageLock: { file, digest: busyboxImage.digest } };
}
function pinnedAgent(agent, { agentRelease, agent: pin }, { file, platform }) {
    if (agent?.source === 'release' && agentRelease !== undefined) {
        return { ...agent, lock: { file, tag: agentRelease.tag, asset: agentRelease.assets[platform] } };
    }
    if (agent?.source === 'http' && pin !== undefined)
        return { ...agent, sha256: pin.sha256, lockFile: file };
    return agent;
}


/***/ }),

/***/ 565:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lock: () => (/* binding */ lock)
/* harmony export */ });
/* harmony import */ var _config_load_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(357);
/* harmony import */ var _document_problems_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(410);
/* harmony import */ var _sources_agent_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9988);
/* harmony import */ var _sources_busybox_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3283);
/* harmony import */ var _sources_context_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7270);
/* harmony import */ var _sources_image_fetch_fetch_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2356);
/* harmony import */ var _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5393);
/* harmony import */ var _support_concurrency_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8375);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5921);
/* harmony import */ var _support_files_write_file_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3486);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1341);
/* harmony import */ var _lock_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3818);
/* harmony import */ var _lock_rules_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3929);













/**
 * Resolves the open sources of a fledge.toml, for all platforms, and pins them in its lock file. Files that are pinned
 * by their SHA-256 are downloaded for it, and stay in the cache.
 *
 * @throws FledgeError; the lock file is then unchanged.
 */
async function lock(request) {
    const { reporter } = request;
    const loaded = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_0__/* .loadConfig */ .Z)(request.config);
    for (const { text: localImage } of (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_11__/* .openSourcesOf */ .OW)(loaded.config).localImages) {
        reporter.warn(`${localImage} refers to a local image by tag, which cannot be pinned; refer to it by digest`, {
            code: 'unpinned',
        });
    }
    const file = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .lockFileOf */ .LN)(loaded.file);
    const before = await readEarlier(loaded, request);
    const pins = await findPins(loaded, before?.kernel, request);
    const text = (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .renderLock */ .wC)(pins);
    const written = before === undefined || (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .renderLock */ .wC)(before) !== text;
    if (written)
        (0,_support_files_write_file_js__WEBPACK_IMPORTED_MODULE_8__/* .replaceFile */ .fR)(file, text);
    return { file, pins, before: before ?? {}, written };
}
async function findPins({ config, directory }, earlierKernel, request) {
    const open = (0,_lock_rules_js__WEBPACK_IMPORTED_MODULE_11__/* .openSourcesOf */ .OW)(config);
    const context = (0,_sources_context_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceContext */ .R)(request, directory);
    request.reporter.step('resolve the open sources');
    const [image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel] = await (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_12__/* .settleAll */ .j)(open.image === undefined ? undefined : pinImage(open.image, context), open.busyboxImage === undefined ? undefined : pinImage(open.busyboxImage, context), (0,_support_concurrency_js__WEBPACK_IMPORTED_MODULE_12__/* .settleAll */ .j)(...open.baseImages.map((image) => pinImage(image, context))), open.agentRelease === undefined ? undefined : pinRelease(open.agentRelease, context), open.agent === undefined ? undefined : (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .downloadAgent */ .Sh)(open.agent, context).then(pinOf), open.busybox === undefined ? undefined : pinBusybox(open.busybox, context), pinKernel(earlierKernel, open.agentRelease !== undefined, context));
    return { image, busyboxImage, baseImages, agentRelease, agent, busybox, kernel };
}
async function pinImage({ name, named }, context) {
    return { name, digest: await (0,_sources_image_fetch_fetch_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveImage */ .A)(named, name, context) };
}
async function pinRelease(version, context) {
    const { tag, assets } = await (0,_sources_agent_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchReleaseAgents */ .ix)(version, context);
    const pins = _support_platform_js__WEBPACK_IMPORTED_MODULE_9__/* .PLATFORMS */ .P.flatMap((platform) => {
        const file = assets[platform];
        return file === undefined ? [] : [[platform, pinOf(file)]];
    });
    return { version, tag, assets: Object.fromEntries(pins) };
}
async function pinBusybox(url, context) {
    return pinOf(await (0,_sources_busybox_js__WEBPACK_IMPORTED_MODULE_3__/* .downloadBusybox */ .hC)(url, context));
}
/**
 * The default kernel of `fledge boot`, if GitHub is asked anyway, or a boot has used it: a build does not need it. If GitHub does
 * not answer, the kernel stays what it was.
 */
async function pinKernel(earlier, asksGithub, context) {
    const known = earlier ?? (await (0,_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_6__/* .findRecordedKernel */ .RF)(context));
    if (known === undefined && !asksGithub)
        return undefined;
    const found = await (0,_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_6__/* .findKernelToPin */ .dY)(context);
    if (!('unreachable' in found))
        return found;
    const message = known === undefined ? 'the kernel for fledge boot is not pinned' : 'the pin of the kernel is not updated';
    const { reporter } = context;
    reporter[known === undefined ? 'debug' : 'info'](`${message}: ${found.unreachable}`);
    return known;
}
function pinOf({ uri, sha256 }) {
    return { url: uri, sha256 };
}
/** The pins before this run. A damaged lock file is reported, and then replaced. */
async function readEarlier({ file }, { reporter }) {
    try {
        return (await (0,_lock_file_js__WEBPACK_IMPORTED_MODULE_10__/* .loadLockFor */ .FK)(file))?.pins;
    }
    catch (error) {
        if ((0,_document_problems_js__WEBPACK_IMPORTED_MODULE_1__/* .problemsOf */ .GW)(error).length === 0)
            throw error;
        reporter.warn(`${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .messageOf */ .bD)(error)}; the file is written again`, { code: 'lock' });
        return undefined;
    }
}


/***/ }),

/***/ 9988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ isAskedOfGithub),
/* harmony export */   EJ: () => (/* binding */ fetchAgent),
/* harmony export */   Sh: () => (/* binding */ downloadAgent),
/* harmony export */   ix: () => (/* binding */ fetchReleaseAgents)
/* harmony export */ });
/* unused harmony export assetNames */
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1341);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4789);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2236);





const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times the size of the agent, in bytes; a server cannot write more to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
/**
 * Fetches the kestrel agent from its source in fledge.toml, and checks that it is a program for `platform`. Warns if it
 * needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .checkElf */ .Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or it cannot start`, { code: 'dynamic-program' });
    }
    return { ...file, version };
}
/** True if the agent may have to be looked up with GitHub's API, which may need a token. */
function isAskedOfGithub(source) {
    return source?.source === 'release';
}
async function fetchFrom(source, platform, context) {
    switch (source.source) {
        case 'local': {
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `set path in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const { sha256, lockFile } = source;
            const from = { kind: 'url', url: source.url };
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, sha256, lockFile, pinAs }, context);
            return { file, version: undefined, advice: `set url in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const { file, tag } = await fetchFromRelease(source, platform, context);
            const advice = `build a ${LABEL} for ${platform} and use it with source_strategy = "local": release ${tag} has none`;
            return { file, version: tag, advice };
        }
    }
}
/** Looks up a release of the agent. Loads GitHub's client lazily: most builds find their agent in the cache. */
async function findRelease(version, context) {
    const github = await __webpack_require__.e(/* import() */ 26).then(__webpack_require__.bind(__webpack_require__, 1026));
    return github.findRelease(REPOSITORY, version, context);
}
/** Sends no request if the cache has the locked digest. */
async function fetchFromRelease({ version, lock }, platform, context) {
    const pin = lock?.asset;
    if (lock !== undefined && pin !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .findDownloaded */ .dv)({ sha256: pin.sha256, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: lock.tag };
    }
    const release = await findRelease(lock?.tag ?? version, context);
    const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(publicUrl) === pin.url);
    const asset = pinned ?? chooseAsset(release, platform);
    if (lock !== undefined && pin !== undefined)
        requireLocked(asset, pin, { lock, release });
    const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
    return { file: pin === undefined ? file : { ...file, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: release.tag };
}
/** Refuses a file before its download if the API has another digest for it than the lock file. */
function requireLocked({ name, sha256 }, pin, { lock, release }) {
    if (sha256 === undefined || sha256 === pin.sha256)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} pins ${pin.sha256}`, { fix: _download_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_FIX */ .WP });
}
async function fetchAsset({ name, url, headers, publicUrl, sha256 }, release, context, pin) {
    const from = { kind: 'url', url };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
    if (sha256 === undefined && pin === undefined) {
        context.reporter.warn(`GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`, { code: 'unpinned' });
    }
    return file;
}
/**
 * Fetches the agents of a release for all platforms, to find out for which platforms it has one.
 *
 * @throws FledgeError `download`, also if the release has no agent.
 */
async function fetchReleaseAgents(version, context) {
    const release = await findRelease(version, context);
    const assets = {};
    const seen = new Map();
    for (const platform of _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P) {
        const asset = findAsset(release, platform);
        if (asset === undefined)
            continue;
        const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
        seen.set(asset, file);
        const program = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .inspectProgram */ .JS)(file.path, LABEL);
        if (program.kind === 'elf' && program.machine === platform)
            assets[platform] = file;
    }
    const [any] = _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P;
    if (Object.keys(assets).length === 0)
        throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
    return { tag: release.tag, assets };
}
/**
 * Downloads the file that a URL serves as the agent now, to be pinned.
 *
 * @throws FledgeError `download`.
 */
function downloadAgent(url, context) {
    return (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'url', url } }, context);
}
function chooseAsset(release, platform) {
    const asset = findAsset(release, platform);
    if (asset === undefined)
        throw noAgent(release, `${LABEL} for ${platform}`, assetNames(platform));
    return asset;
}
function findAsset({ assets }, platform) {
    for (const name of assetNames(platform)) {
        const asset = assets.find((candidate) => candidate.name === name);
        if (asset !== undefined)
            return asset;
    }
    return undefined;
}
function noAgent({ tag, assets }, what, wanted) {
    const available = assets.map(({ name }) => name).join(', ') || 'none';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The possible names of a platform's agent among the assets of a release, best first. Plain `kestrel` is for amd64; for
 * another platform it is the last choice, and its ELF header is checked later.
 */
function assetNames(platform) {
    const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
    return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}
const ARCHITECTURES = {
    'linux/amd64': ['amd64', 'x86_64'],
    'linux/arm64': ['arm64', 'aarch64'],
};


/***/ }),

/***/ 1431:
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

/***/ 3283:
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
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(3017);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(5423);
// EXTERNAL MODULE: ./build/sources/applet-directories.js
var applet_directories = __webpack_require__(1431);
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
var download = __webpack_require__(4789);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(2236);
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
    const file = await (0,download/* fetchFile */.t2)({ ...requestFor(source), pinAs }, context);
    return inspectBusybox(file, { platform, key: 'busybox_url' }, context);
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
    return { from: location, sha256, lockFile, label: LABEL, maxBytes: MAX_BUSYBOX_BYTES, expect: 'elf' };
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

/***/ 975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget)
/* harmony export */ });
/* unused harmony export DEFAULT_LIMITS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


const GIBIBYTE = 1024 ** 3;
/** Far above real images, and low enough for a machine with 4 GiB of memory and a few minutes of work. */
const DEFAULT_LIMITS = {
    fetched: 64 * GIBIBYTE,
    unpacked: 64 * GIBIBYTE,
    metadata: GIBIBYTE,
    // Two layers are unpacked in parallel, and each can have a window of 512 MiB.
    memory: 1.5 * GIBIBYTE,
    apparent: 1024 * GIBIBYTE,
    // A directory needs a kilobyte until it is in the image, and its path is in memory twice at most.
    nodes: 1_500_000,
    pathBytes: GIBIBYTE / 4,
    steps: 100_000_000,
    headers: 20_000_000,
    frames: 2_000_000,
};
/** The messages for exceeded limits, by item. */
const EXCESS = {
    fetched: (limit) => `the layers of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} compressed`,
    unpacked: (limit) => `the image unpacks to more than max_unpacked_mb (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)})`,
    metadata: (limit) => `the image has more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of file names and attributes`,
    memory: (limit) => `the headers, attributes and zstd windows of the image need more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of memory`,
    apparent: (limit) => `the files of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together, holes included`,
    nodes: (limit) => `the image has more than ${limit} files and directories`,
    pathBytes: (limit) => `the paths in the image are longer than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together`,
    steps: (limit) => `the paths and links of the image need more than ${limit} steps to resolve`,
    headers: (limit) => `the image has more than ${limit} records of extended headers`,
    frames: (limit) => `the layers of the image have more than ${limit} zstd frames`,
};
const UNPACKED_FIX = 'if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it';
/**
 * The limits for the image of one build. All layers share one budget. Layers are unpacked in parallel, and it is random
 * which one exceeds a limit; therefore messages name no layer.
 */
class Budget {
    limits;
    #spent;
    /** `limits` replace the default ones. */
    constructor(limits = {}) {
        this.limits = { ...DEFAULT_LIMITS, ...limits };
        this.#spent = {
            fetched: 0,
            unpacked: 0,
            metadata: 0,
            memory: 0,
            apparent: 0,
            nodes: 0,
            pathBytes: 0,
            steps: 0,
            headers: 0,
            frames: 0,
        };
    }
    /**
     * Charges an amount of an item. A negative amount is a refund, for example for nodes that leave the tree. `culprit`
     * names the cause, as in `the last of them is /swapfile with 4.0 TiB`.
     *
     * @throws FledgeError `input` when the limit is exceeded.
     */
    spend(item, amount, culprit) {
        this.#spent[item] += amount;
        if (amount > 0 && this.#spent[item] > this.limits[item])
            throw this.excess(item, culprit);
    }
    /** The error for an exceeded limit, for work that is stopped before it is charged. */
    excess(item, culprit) {
        const fix = item === 'unpacked'
            ? UNPACKED_FIX
            : 'if the image is really that large, make it smaller; otherwise do not trust it';
        const message = EXCESS[item](this.limits[item]);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', culprit === undefined ? message : `${message}; ${culprit()}`, { fix });
    }
    /** The amount of an item that has been charged so far. */
    spent(item) {
        return this.#spent[item];
    }
}


/***/ })

};
