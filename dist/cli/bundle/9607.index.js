export const id = 9607;
export const ids = [9607];
export const modules = {

/***/ 31029:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ry: () => (/* binding */ blobBytes),
/* harmony export */   bx: () => (/* binding */ layersBySpool),
/* harmony export */   rz: () => (/* binding */ unpackLayers)
/* harmony export */ });
/* harmony import */ var _sources_image_unpack_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(74823);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_process_runtime_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95625);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62625);




/**
 * Unpacks the layers of an image into an empty tree, with the progress on the log.
 *
 * @throws FledgeError `input` if the build cannot write a file to a required place, with the layer that is the cause;
 *   otherwise as `unpackImage` does.
 */
async function unpackLayers(image, { scratchDirectory, sources, steps, software }, { tree, layers, budget, places: required }) {
    const { reporter, signal } = sources;
    const count = image.layers.length;
    steps.begin('unpack', `unpack ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .hS)(count, 'layer')}`);
    const total = blobBytes(image);
    const progress = reporter.progress('unpack', 'bytes');
    (0,_support_process_runtime_js__WEBPACK_IMPORTED_MODULE_2__/* .lowerPoolPriority */ .SE)();
    let done = 0;
    const places = required.map((place) => ({ ...place }));
    try {
        await (0,_sources_image_unpack_js__WEBPACK_IMPORTED_MODULE_0__/* .unpackImage */ .m6)(image, {
            tree,
            layers,
            spoolDirectory: scratchDirectory,
            budget,
            signal,
            onRead: (bytes) => {
                done += bytes;
                progress.update(done, total);
            },
            onLayer: async (layer) => {
                for (const place of places)
                    lookAt(place, tree, layer);
                const diffId = image.layers[layers.indexOf(layer)]?.diffId;
                if (diffId !== undefined)
                    await software?.afterLayer(tree, { spool: layer.spool, diffId });
            },
        });
    }
    finally {
        progress.end();
    }
    for (const { path, purpose, obstacle } of places) {
        if (obstacle === undefined)
            continue;
        const { error, label } = obstacle;
        const message = `cannot write /${path}, ${purpose}, into the image: ${error.message} (since ${label})`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message, {
            cause: error,
            fix: `change the image so that a file can be written to /${path}`,
        });
    }
}
/** The unpacked layers of an image, by the spools with their contents. */
function layersBySpool(image, layers) {
    return new Map(layers.flatMap(({ spool }, index) => {
        const blob = image.layers[index];
        if (blob === undefined)
            return [];
        const { digest, diffId, size } = blob;
        return [[spool, { index, digest, diffId, size }]];
    }));
}
/** The size of the fetched layers, in bytes. */
function blobBytes({ layers }) {
    return layers.reduce((sum, { size }) => sum + size, 0);
}
/** Checks if a layer has added an obstacle, or removed one. */
function lookAt(place, tree, { label }) {
    try {
        tree.requirePlaceForFile(place.path);
        place.obstacle = undefined;
    }
    catch (error) {
        if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
            throw error;
        // The layer that added the obstacle, not a later one that left it unchanged.
        if (place.obstacle?.error.message !== error.message)
            place.obstacle = { error, label };
    }
}


/***/ }),

/***/ 52523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ requireLayerVerifier),
  c: () => (/* binding */ verifyLayers)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/sources/image/layer/tar.js + 2 modules
var tar = __webpack_require__(17206);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/sources/image/blob.js
var blob = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var compression = __webpack_require__(16687);
// EXTERNAL MODULE: ./build/sources/image/layer/decompress.js + 1 modules
var decompress = __webpack_require__(76368);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/sources/image/layer/make-whiteout-layer.js


const WHITEOUT_PREFIX = '.wh.';
/** A member of GNU tar that contains the name of the next one, of any length (GNU tar manual, "Basic Tar Format"). */
const LONG_NAME = { name: '././@LongLink', type: 'L' };
const GNU_MAGIC = 'ustar  \0';
/** An uncompressed layer that contains only whiteouts for these paths, which have no slash at their ends. */
function whiteoutLayer(paths) {
    const members = paths.flatMap((path) => {
        const slash = path.lastIndexOf('/') + 1;
        const name = `${path.slice(0, slash)}${WHITEOUT_PREFIX}${path.slice(slash)}`;
        const bytes = Buffer.concat([(0,byte_string/* bytesOf */.$$)(name), Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo - (name.length % tar_format/* BLOCK_BYTES */.Yo))]);
        return [header(LONG_NAME.name, LONG_NAME.type, name.length + 1), bytes, header('', '0', 0)];
    });
    return Buffer.concat([...members, Buffer.alloc(2 * tar_format/* BLOCK_BYTES */.Yo)]);
}
function header(name, type, size) {
    const block = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    const put = ({ offset }, text) => {
        block.write(text, offset, 'latin1');
    };
    put(tar_format/* FIELDS */.cJ.name, name);
    for (const field of [tar_format/* FIELDS */.cJ.mode, tar_format/* FIELDS */.cJ.uid, tar_format/* FIELDS */.cJ.gid])
        put(field, '0000000');
    put(tar_format/* FIELDS */.cJ.size, size.toString(8).padStart(tar_format/* FIELDS */.cJ.size.length - 1, '0'));
    put(tar_format/* FIELDS */.cJ.mtime, '0'.repeat(tar_format/* FIELDS */.cJ.mtime.length - 1));
    put(tar_format/* FIELDS */.cJ.type, type);
    put(tar_format/* FIELDS */.cJ.magic, GNU_MAGIC);
    // The checksum is computed with spaces in its own field.
    block.fill(' ', tar_format/* FIELDS */.cJ.checksum.offset, tar_format/* FIELDS */.cJ.checksum.offset + tar_format/* FIELDS */.cJ.checksum.length);
    const sum = block.reduce((total, byte) => total + byte, 0);
    put(tar_format/* FIELDS */.cJ.checksum, `${sum.toString(8).padStart(6, '0')}\0 `);
    return block;
}

// EXTERNAL MODULE: ./build/sources/image/media-types.js
var media_types = __webpack_require__(77079);
;// CONCATENATED MODULE: ./build/sources/image/link-layout.js













/** The name of the image in the layout. */
const LINKED_IMAGE = 'image';
const LAYER_TYPES = {
    none: 'application/vnd.oci.image.layer.v1.tar',
    gzip: 'application/vnd.oci.image.layer.v1.tar+gzip',
};
/** Copies share their blocks with the original where the file system supports it. */
const COPY_FLAGS = external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE;
/**
 * Creates an OCI layout (image-spec, image-layout.md) of an image, for programs that read no other format. Its blobs
 * are links to the blobs of the image, or copies of them. Layers in zstd, which older programs do not support, are
 * decompressed.
 *
 * @throws FledgeError `input` if a layer cannot be read.
 */
async function linkLayout({ rawConfig, layers }, directory, { blobs, signal, whiteouts = new Map() }) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'blobs'), { recursive: true });
    const placeOf = (digest) => {
        const { algorithm, hex } = (0,blob/* requireDigest */.m0)(digest, 'a blob');
        (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, 'blobs', algorithm), { recursive: true });
        return (0,external_node_path_.join)(directory, 'blobs', algorithm, hex);
    };
    const write = (mediaType, bytes) => {
        const digest = `sha256:${(0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex')}`;
        (0,external_node_fs_.writeFileSync)(placeOf(digest), bytes);
        return { mediaType, digest, size: bytes.length };
    };
    const linked = [];
    const diffIds = [];
    for (const [index, layer] of layers.entries()) {
        const paths = whiteouts.get(index + 1);
        if (paths !== undefined) {
            const added = write(LAYER_TYPES.none, whiteoutLayer(paths));
            linked.push(added);
            diffIds.push(added.digest);
        }
        linked.push(await linkLayer(layer, { placeOf, blobs, signal }));
        diffIds.push(layer.diffId);
    }
    const ownConfig = { architecture: 'amd64', os: 'linux', rootfs: { type: 'layers', diff_ids: diffIds } };
    const config = write(media_types/* CONFIG_TYPES */.li[0] ?? '', whiteouts.size === 0 ? rawConfig : json(ownConfig));
    const [mediaType = ''] = media_types/* MANIFEST_TYPES */._P;
    const manifest = write(mediaType, json({ schemaVersion: 2, mediaType, config, layers: linked }));
    const annotations = { 'org.opencontainers.image.ref.name': LINKED_IMAGE };
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'index.json'), json({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }));
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(directory, 'oci-layout'), json({ imageLayoutVersion: '1.0.0' }));
}
async function linkLayer(layer, options) {
    const { placeOf, blobs, signal } = options;
    const compression = await compressionOf(layer);
    if (compression !== 'zstd' && layer.slice !== undefined) {
        // A symbolic link cannot point to a part of an archive.
        await (0,external_node_stream_promises_.pipeline)((0,blob/* readBlob */.gm)(layer, signal), (0,external_node_fs_.createWriteStream)(placeOf(layer.digest)));
        return { mediaType: LAYER_TYPES[compression], digest: layer.digest, size: layer.size };
    }
    if (compression !== 'zstd') {
        const [from, to] = [(0,external_node_path_.resolve)(layer.path), placeOf(layer.digest)];
        const put = blobs === 'link' ? (0,promises_.symlink)(from, to) : (0,promises_.copyFile)(from, to, COPY_FLAGS);
        await put.catch((error) => {
            // An image may contain the same layer twice.
            if ((0,errors/* systemCodeOf */.c7)(error) !== 'EEXIST')
                throw error;
        });
        return { mediaType: LAYER_TYPES[compression], digest: layer.digest, size: layer.size };
    }
    let size = 0;
    const counted = async function* () {
        for await (const chunk of (0,decompress/* decompress */.m)((0,blob/* readBlob */.gm)(layer, signal), compression)) {
            size += chunk.length;
            // The memory of a chunk is reused when the next one is requested, possibly before the file has it.
            yield Buffer.from(chunk);
        }
    };
    await (0,external_node_stream_promises_.pipeline)(counted, (0,external_node_fs_.createWriteStream)(placeOf(layer.diffId)));
    return { mediaType: LAYER_TYPES.none, digest: layer.diffId, size };
}
async function compressionOf({ path, slice }) {
    const handle = await (0,regular_file/* openRegularFile */.ZU)(path);
    try {
        const length = Math.min(tar_format/* BLOCK_BYTES */.Yo, slice?.length ?? tar_format/* BLOCK_BYTES */.Yo);
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo), 0, length, slice?.offset ?? 0);
        return (0,compression/* detectCompression */.I)(buffer.subarray(0, bytesRead));
    }
    finally {
        await handle.close();
    }
}
function json(document) {
    return Buffer.from(JSON.stringify(document));
}

// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/files/remove-tree.js
var remove_tree = __webpack_require__(80735);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
;// CONCATENATED MODULE: ./build/tools/user-namespace.js

/** The command line (program and arguments) that runs a program with these rights. */
function commandWith({ unshare }, program, args) {
    if (unshare === undefined)
        return [program, args];
    return [unshare, ['--user', '--map-root-user', '--', (0,tools_arguments/* operandProgram */.EY)(program), ...args]];
}

;// CONCATENATED MODULE: ./build/tools/gnu-tar.js





/**
 * The arguments that write the content of a directory to stdout as a pax archive, with all metadata. Symbolic links are
 * not followed. Unreadable files are left out with a warning; the directory itself must be readable.
 */
function archiveArguments(source) {
    return [
        '--create',
        '--file=-',
        '--format=pax',
        '--xattrs',
        '--xattrs-include=*',
        '--numeric-owner',
        '--sort=name',
        '--ignore-failed-read',
        '--directory',
        (0,tools_arguments/* operandName */.lY)(source),
        '.',
    ];
}
/**
 * Archives the content of a directory.
 *
 * @throws FledgeError `tool` if tar fails, and errors of `onData`.
 */
async function archiveDirectory(tar, archiving) {
    const { directory, source, onData, rights = {}, signal } = archiving;
    const [program, args] = commandWith(rights, tar, archiveArguments(source));
    const env = (0,environment/* environmentFor */.DD)('tar', {});
    await (0,exec/* run */.eF)(program, args, { cwd: directory, env, user: rights.user, stdout: onData, signal });
}
/**
 * Whether GNU tar with these rights can read a directory whose mode denies access to its owner. This also tests whether
 * the kernel permits the user namespace, and whether tar and unshare can be started there.
 */
async function readsClosedDirectory(tar, reading) {
    try {
        await archiveDirectory(tar, { ...reading, onData() { } });
        return true;
    }
    catch (error) {
        if (reading.signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        return false;
    }
}

// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/tools/umoci.js






/**
 * The arguments that unpack the layers of an image, without the runtime bundle that `umoci unpack` creates. With them,
 * umoci does not create devices or change owners, even as root.
 */
function unpackArguments({ layout, image, target }) {
    return ['raw', 'unpack', '--rootless', '--image', (0,tools_arguments/* umociImage */.B_)(layout, image), (0,tools_arguments/* operandName */.lY)(target)];
}
/**
 * Unpacks an image with umoci into a new directory.
 *
 * @throws FledgeError `tool` with umoci's output.
 */
async function unpackWithUmoci(umoci, unpacking) {
    const { directory, rights = {}, signal } = unpacking;
    // A relative name, because umoci parses a colon as the end of a path.
    const [program, args] = commandWith(rights, umoci, unpackArguments(unpacking));
    try {
        await (0,exec/* run */.eF)(program, args, {
            cwd: directory,
            env: (0,environment/* environmentFor */.DD)('umoci', {}, { own: { HOME: directory } }),
            user: rights.user,
            stdout: 'discard',
            signal,
        });
    }
    catch (error) {
        if (signal?.aborted || !(error instanceof errors/* FledgeError */.aE))
            throw error;
        throw new errors/* FledgeError */.aE('tool', `cannot unpack the layers with umoci to compare them: ${error.message}`, {
            cause: error,
            fix: (0,wording/* worded */.MH) `umoci refuses some valid images; build with ${(0,wording/* option */.uK)('verify', 'fsck')} if you trust the image`,
        });
    }
}

// EXTERNAL MODULE: ./build/tree/measure.js
var measure = __webpack_require__(31349);
// EXTERNAL MODULE: ./build/formats/adapt.js
var adapt = __webpack_require__(61059);
;// CONCATENATED MODULE: ./build/recipe/verify/umoci-rules.js

/*
 * The known differences between umoci and fledge when they unpack the same image. Any other difference is a defect of one of
 * them.
 */
/**
 * True if no layer contains the directory: its time in our tree is then the time of the tree. umoci gives it the current
 * time and the mode of the umask, and 1970 to the root. True also for a directory that a whiteout of its layer hides, and
 * that the layer needs as a parent: if the whiteout is after the children, umoci keeps the metadata of the lower directory.
 * fledge does not keep it, so that the order has no effect.
 */
function isCreatedDirectory({ kind, mtime }, treeTime) {
    return kind === 'directory' && isSameTime(mtime, treeTime);
}
/**
 * The additional whiteouts that umoci before 0.5 needs, by layer: one for each file of a lower layer that the layer replaces
 * with a directory. They have no effect in later versions.
 */
function whiteoutsFor({ buried }) {
    const paths = new Map();
    for (const { layer, path } of buried) {
        const ofLayer = paths.get(layer);
        if (ofLayer === undefined)
            paths.set(layer, [path]);
        else
            ofLayer.push(path);
    }
    return paths;
}
/** The coarse clocks of file systems are slow by less than this. */
const CLOCK_SLACK_SECONDS = 2;
/** True if umoci changed a directory after it had set its time, as it does for whiteouts and later layers. */
function isTouchedDirectory({ kind, mtime }, { since, until }) {
    const { seconds } = mtime;
    return kind === 'directory' && seconds >= since - CLOCK_SLACK_SECONDS && seconds <= until + CLOCK_SLACK_SECONDS;
}
/** The attributes that umoci does not set, because they are specific to the host (umoci, oci/layer/utils.go and xattr.go). */
const ATTRIBUTES_OF_THE_HOST = ['security.selinux', 'security.nfs4_acl', 'system.nfs4_acl'];
/** If umoci's directory is on an overlayfs, that hides these attributes or stores them under other names. */
const OVERLAY_ATTRIBUTE = 'trusted.overlay.';
/**
 * True if umoci sets an extended attribute on a file of that kind. Like Go's archive/tar, it treats an empty value as a
 * deleted attribute. It ignores ENOTSUP, which Linux returns for an unknown namespace.
 */
function isKeptAttribute(name, value, kind) {
    if (value.length === 0 || ATTRIBUTES_OF_THE_HOST.includes(name) || name.startsWith(OVERLAY_ATTRIBUTE))
        return false;
    return (0,adapt/* reasonToLeaveOut */.hw)(name, kind) === undefined;
}
/** The size of a `security.capability` of Linux 2.6.25 and later, without a namespace's root (VFS_CAP_REVISION_2). */
const CAPABILITY_BYTES = 20;
/**
 * True if the kernel lets root of a user namespace set an attribute that `isKeptAttribute`, and returns it unchanged. Not so
 * for `trusted.*` and most of `security.*` (xattr(7)).
 */
function isHeldInNamespace(name, value) {
    if (name === 'security.capability')
        return value.length === CAPABILITY_BYTES;
    return !name.startsWith('security.') && !name.startsWith('trusted.');
}
/** The permission bit that lets the owner change a file and its `user.*` attributes. */
const OWNER_WRITES = 0o200;
/** True if umoci may change the attributes of a file outside of a user namespace, including the recorded owner. */
function isWritable({ mode }) {
    return (mode & OWNER_WRITES) !== 0;
}
/** The range of times that Go's nanoseconds and the file systems of hosts can hold, in seconds. */
const MIN_KEPT_SECONDS = -(2 ** 31);
const MAX_KEPT_SECONDS = 9_223_372_035;
/** True if umoci can set a time on a file: it has 64 bits for nanoseconds, and the host's file system clamps times. */
function isKeptTime({ seconds }) {
    return seconds >= MIN_KEPT_SECONDS && seconds <= MAX_KEPT_SECONDS;
}
/** True if two times are equal, to the nanosecond. */
function isSameTime(a, b) {
    return a.seconds === b.seconds && a.nanoseconds === b.nanoseconds;
}
/** The attribute in which umoci records owners that it may not set. */
const ROOTLESS_OWNER = 'user.rootlesscontainers';
/** True if umoci can record the owner of such an entry: links and fifos have no `user.*` attributes; devices become files. */
function isOwnerNoted(kind) {
    return kind !== 'symlink' && kind !== 'fifo';
}
/** The ID for "unchanged": the owner is the user who unpacked, that is, root in the image. */
const NO_CHANGE = 0xffff_ffff;
/**
 * Decodes the owner in a value of that attribute: a protobuf message with the numbers `uid` (1) and `gid` (2), in which zeros
 * may be omitted (rootless-containers/proto). Undefined for a missing value, as on links and on file systems without
 * attributes, and for other data.
 */
function notedOwner(value) {
    if (value === undefined)
        return undefined;
    const owner = { uid: 0, gid: 0 };
    for (let at = 0; at < value.length;) {
        const tag = value[at++];
        let number = 0;
        for (let scale = 1;; scale *= 128) {
            const byte = value[at++];
            if (byte === undefined || scale > 128 ** 4)
                return undefined;
            number += (byte & 0x7f) * scale;
            if (byte < 0x80)
                break;
        }
        const id = number === NO_CHANGE ? 0 : number;
        if (tag === 0x08)
            owner.uid = id;
        else if (tag === 0x10)
            owner.gid = id;
        else
            return undefined;
    }
    return owner;
}

// EXTERNAL MODULE: ./build/formats/content-reader.js
var content_reader = __webpack_require__(13252);
// EXTERNAL MODULE: ./build/tree/layers.js
var tree_layers = __webpack_require__(85351);
// EXTERNAL MODULE: ./build/tree/tree.js
var tree = __webpack_require__(82581);
;// CONCATENATED MODULE: ./build/recipe/verify/unpacked-tree.js






const MAX_DIFFERENCES = 20;
/** Permission bits of an owner: to read a file, and to read a directory and reach what is in it. */
const OWNER_READS = 0o400;
const OWNER_ENTERS = 0o500;
const NO_ENTRY = 'missing';
/** umoci does not record the owner root. */
const NO_NOTE = { uid: 0, gid: 0 };
/** The owner in a record that cannot be decoded. */
const UNKNOWN_OWNER = { uid: '?', gid: '?' };
const USER_ATTRIBUTE = 'user.';
/** The maximum number of bytes of an attribute's value that a difference shows. */
const MAX_SHOWN_BYTES = 64;
/**
 * Compares our tree of an image's layers with an unpacking by umoci, which is read as a stream from a tar archive: kind, mode,
 * owner, time, attributes, link groups, targets, and all bytes of contents. Exclusions: see `umoci-rules.ts`.
 */
class UnpackedTreeComparison {
    #options;
    #opener = new content_reader/* ContentOpener */.n();
    #inodes = new Map();
    /** Paths of our entries that were not in the archive so far. */
    #awaited;
    /** The path under which the archive contained an inode of ours with its content. */
    #firstNames = new Map();
    /** Our inodes other than files and symbolic links, by umoci's inode number. */
    #byNumber = new Map();
    /** Paths of aufs files that umoci unpacked, and our inode for each. */
    #leftovers = new Map();
    #differences = [];
    #differenceCount = 0;
    /** Directories in the archive whose modes deny access to their owner. */
    #closed = new Set();
    /** Differences that count only if the disk supports `user.*` attributes. */
    #missingUserAttributes = [];
    #hasUserAttributes = false;
    #file;
    #buffer = Buffer.allocUnsafeSlow(64 * 1024);
    constructor(tree, options) {
        this.#options = options;
        for (const { path, inode } of tree.entries())
            this.#inodes.set(path, inode);
        this.#awaited = new Set(this.#inodes.keys());
    }
    entry(entry) {
        this.#closeFile();
        const path = pathOf(entry.path);
        if ((0,tree_layers/* isLeftover */.i)((0,tree/* splitPath */.Uf)(path))) {
            // umoci unpacks aufs files as regular files. Their other names are links to them in the archive.
            this.#leftovers.set(path, undefined);
            return;
        }
        if (entry.kind === 'directory' && isClosed(entry))
            this.#closed.add(path);
        const inode = this.#inodes.get(path);
        this.#awaited.delete(path);
        if (inode === undefined)
            this.#differ(path, 'entry', NO_ENTRY, describeKind(entry.kind));
        else if (entry.kind === 'hardlink')
            this.#compareLink(path, inode, pathOf(entry.target));
        else {
            this.#compareKind(path, inode, entry);
            this.#compareMetadata(path, inode, entry);
        }
    }
    data(bytes) {
        const file = this.#file;
        if (file === undefined)
            return;
        for (let at = 0; at < bytes.length;) {
            const theirs = bytes.subarray(at, at + this.#buffer.length);
            const ours = this.#buffer.subarray(0, theirs.length);
            file.content.read(ours, file.position);
            if (!ours.equals(theirs)) {
                const at = file.position + theirs.findIndex((byte, index) => byte !== ours[index]);
                this.#differ(file.path, 'content', 'the expected bytes', `different from byte ${at} on`);
                this.#closeFile();
                return;
            }
            file.position += theirs.length;
            at += theirs.length;
        }
    }
    /** Returns the result. To be called at the end of the archive. */
    finish() {
        this.#closeFile();
        if (this.#hasUserAttributes)
            for (const difference of this.#missingUserAttributes)
                this.#differ(...difference);
        let unreadableCount = 0;
        for (const path of this.#awaited) {
            if (this.#isUnreadable(path))
                unreadableCount += 1;
            else
                this.#differ(path, 'entry', describeKind(this.#inodes.get(path)?.kind ?? ''), NO_ENTRY);
        }
        return {
            differences: this.#differences,
            differenceCount: this.#differenceCount,
            entryCount: this.#inodes.size,
            unreadableCount,
            isWithoutUserAttributes: !this.#hasUserAttributes && this.#missingUserAttributes.length > 0,
        };
    }
    #compareKind(path, inode, entry) {
        if (inode.kind !== 'directory')
            this.#compareFirstName(path, inode);
        // With --rootless, umoci creates empty files instead of devices.
        const theirKind = isDevice(inode) && entry.kind === 'file' && entry.size === 0 ? inode.kind : entry.kind;
        if (inode.kind !== theirKind) {
            this.#differ(path, 'kind', describeKind(inode.kind), describeKind(entry.kind));
        }
        else if (entry.kind === 'symlink' && inode.kind === 'symlink') {
            this.#compare(path, 'target', (0,byte_string/* displayByteString */.oO)(inode.target), (0,byte_string/* displayByteString */.oO)(entry.target));
        }
        else if (entry.kind === 'file' && inode.kind === 'file') {
            const { content } = inode;
            this.#compare(path, 'size', String(content.size), String(entry.size));
            if (content.size !== entry.size)
                return;
            this.#file = { path, content: this.#opener.open(content), position: 0 };
        }
    }
    /** Compares an entry that is not a link in the archive: a file must not be a link to an earlier entry in our tree. */
    #compareFirstName(path, inode) {
        const first = this.#firstNames.get(inode);
        if (first === undefined)
            this.#firstNames.set(inode, path);
        const ours = first === undefined ? 'separate' : `the same as ${(0,byte_string/* displayByteString */.oO)(first)}`;
        if (inode.kind === 'file' || inode.kind === 'symlink') {
            if (first !== undefined)
                this.#differ(path, 'link group', ours, 'separate');
            return;
        }
        const number = this.#options.inodeNumberOf(path);
        if (number === undefined)
            return;
        const theirs = this.#byNumber.get(number);
        this.#byNumber.set(number, inode);
        const isSame = theirs === undefined ? first === undefined : theirs === inode;
        if (!isSame)
            this.#differ(path, 'link group', ours, theirs === undefined ? 'separate' : 'a different one');
    }
    #compareLink(path, inode, target) {
        if (inode.kind !== 'directory' && this.#inodeAt(target, inode) === inode)
            return;
        this.#differ(path, 'link group', 'a different one', `the same as ${(0,byte_string/* displayByteString */.oO)(target)}`);
    }
    /** Our inode at a path of the archive. For an aufs file, that of the first link to it. */
    #inodeAt(path, inode) {
        if (!this.#leftovers.has(path))
            return this.#inodes.get(path);
        const known = this.#leftovers.get(path) ?? inode;
        this.#leftovers.set(path, known);
        return known;
    }
    #compareMetadata(path, inode, entry) {
        const { treeTime, period } = this.#options;
        if (isCreatedDirectory(inode, treeTime))
            return;
        this.#compare(path, 'mode', octal(inode.mode), octal(entry.mode));
        if (isKeptTime(inode.mtime) && !isSameTime(inode.mtime, entry.mtime) && !isTouchedDirectory(entry, period)) {
            this.#differ(path, 'mtime', describeTime(inode.mtime), describeTime(entry.mtime));
        }
        // A file that umoci may not change keeps the attributes of a lower layer (xattr(7)).
        if (this.#options.unpackedBy === 'owner' && !isWritable(inode))
            return;
        this.#compareOwner(path, inode, entry);
        this.#compareAttributes(path, inode, entry);
    }
    #compareOwner(path, inode, entry) {
        if (!isOwnerNoted(inode.kind))
            return;
        const value = entry.xattrs.get(ROOTLESS_OWNER);
        const { uid, gid } = value === undefined ? NO_NOTE : (notedOwner(value) ?? UNKNOWN_OWNER);
        const difference = [path, 'owner', `${inode.uid}:${inode.gid}`, `${uid}:${gid}`];
        if (value === undefined)
            this.#missAttribute(ROOTLESS_OWNER, difference);
        else
            this.#compare(...difference);
    }
    #compareAttributes(path, inode, entry) {
        for (const name of new Set([...inode.xattrs.keys(), ...entry.xattrs.keys()])) {
            if (name.startsWith(USER_ATTRIBUTE))
                this.#hasUserAttributes ||= entry.xattrs.has(name);
            if (name === ROOTLESS_OWNER)
                continue;
            const ours = attributeOf(inode, name, inode.kind);
            const theirs = attributeOf(entry, name, inode.kind);
            if (ours !== undefined && !isHeldInNamespace(name, ours) && this.#options.unpackedBy === 'root')
                continue;
            const difference = [path, (0,byte_string/* displayByteString */.oO)(name), describeValue(ours), describeValue(theirs)];
            if (theirs === undefined)
                this.#missAttribute(name, difference);
            else
                this.#compare(...difference);
        }
    }
    /** Handles an attribute that umoci did not set. It is not a difference if umoci may not set it, or the disk cannot hold it. */
    #missAttribute(name, difference) {
        const [, , ours, theirs] = difference;
        if (this.#options.unpackedBy === 'owner' || ours === theirs)
            return;
        if (name.startsWith(USER_ATTRIBUTE))
            this.#missingUserAttributes.push(difference);
        else
            this.#differ(...difference);
    }
    #compare(path, what, ours, theirs) {
        if (ours !== theirs)
            this.#differ(path, what, ours, theirs);
    }
    #differ(path, what, ours, theirs) {
        this.#differenceCount += 1;
        if (this.#differences.length === MAX_DIFFERENCES)
            return;
        this.#differences.push(`/${(0,byte_string/* displayByteString */.oO)(path)}: ${what}: fledge: ${ours}, umoci: ${theirs}`);
    }
    /** True if modes explain why an entry is not in the archive: the archiving program could not read or reach it. */
    #isUnreadable(path) {
        const { readBy, treeTime } = this.#options;
        if (readBy === 'root')
            return false;
        const inode = this.#inodes.get(path);
        if (inode !== undefined && (inode.kind === 'file' || isDevice(inode)) && (inode.mode & OWNER_READS) === 0)
            return true;
        if (inode?.kind === 'directory') {
            if (isClosed(inode) || this.#closed.has(path))
                return true;
            // umoci may have kept the mode of a lower layer, and GNU tar omits directories that it cannot open.
            if (this.#awaited.has(path) && isCreatedDirectory(inode, treeTime))
                return true;
        }
        return path !== '' && this.#isUnreadable(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
    }
    #closeFile() {
        this.#file?.content.close();
        this.#file = undefined;
    }
}
/** Removes the `./` that GNU tar writes for the directory itself and before each name. */
function pathOf(path) {
    return path.replace(/^\.\/?/, '').replace(/\/$/, '');
}
function attributeOf({ xattrs }, name, kind) {
    const value = xattrs.get(name);
    return value !== undefined && isKeptAttribute(name, value, kind) ? value : undefined;
}
function describeValue(value) {
    if (value === undefined)
        return NO_ENTRY;
    const shown = Buffer.from(value.subarray(0, MAX_SHOWN_BYTES)).toString('hex');
    if (value.length <= MAX_SHOWN_BYTES)
        return `0x${shown}`;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(value).digest('hex').slice(0, 16);
    return `0x${shown}… (${value.length} bytes, SHA-256 ${digest}…)`;
}
function describeKind(kind) {
    return `a ${kind.replace('-', ' ')}`;
}
function octal(mode) {
    return mode.toString(8).padStart(4, '0');
}
function describeTime({ seconds, nanoseconds }) {
    return `${seconds}.${String(nanoseconds).padStart(9, '0')}`;
}
/** True if the mode of a directory does not let its owner list or enter it. */
function isClosed({ mode }) {
    return (mode & OWNER_ENTERS) !== OWNER_ENTERS;
}
/** True for devices: umoci creates empty files instead, and records their owners, too. */
function isDevice({ kind }) {
    return kind === 'char-device' || kind === 'block-device';
}

;// CONCATENATED MODULE: ./build/recipe/verify/layers.js



















/**
 * The programs for the comparison with umoci; undefined if the build does not compare layers.
 *
 * @throws FledgeError `tool` if one of them is missing.
 */
async function requireLayerVerifier({ verify, sources }) {
    if (verify !== 'full')
        return undefined;
    return {
        umoci: await (0,find/* requireTool */.Y0)(table/* umoci */.AT, sources.signal),
        tar: await (0,find/* requireTool */.Y0)(table/* gnuTar */.oI, sources.signal),
        unshare: await (0,find/* findProgram */.Kp)('unshare'),
    };
}
/** The user and group `nobody` of Linux distributions. */
const NOBODY = { uid: 65_534, gid: 65_534 };
/** Names in the directory where umoci runs. */
const LAYOUT = 'layout';
const UNPACKED = 'rootfs';
/** An empty directory that only root can read, not its owner. */
const CLOSED = 'closed';
/** The permission bit that lets other users enter a directory. */
const OTHERS_ENTER = 0o001;
/** The interval of disk space checks while umoci writes. */
const LOOK_MS = 250;
const WITHOUT_NAMESPACE = 'umoci cannot unpack this image in a user namespace on this machine: attributes and owners were compared only for files whose modes let umoci set them';
const TEMPORARY_FIX = (0,wording/* worded */.MH) `set TMPDIR to a directory on another disk, or build with ${(0,wording/* option */.uK)('verify', 'fsck')}`;
/**
 * Unpacks the layers of an image a second time, with umoci into a temporary directory, and compares the result with the tree,
 * which must contain the layers only.
 *
 * On the host, umoci runs as the user `nobody` if root builds, and otherwise as the user of the build. It also runs as root if
 * that root may not change owners, or is root of a user namespace without `nobody`. It always runs with `--rootless`: it
 * creates no devices, and records owners in an attribute. If the kernel permits, it runs as root of a new user namespace, so
 * that modes do not prevent it from changing files of lower layers. Without a namespace, less is compared.
 *
 * umoci writes holes as zeros, so the disk must have space for them. All files are removed at the end.
 *
 * @throws FledgeError `internal` with the entries that differ; `tool` if umoci cannot unpack the image; `output` if the disk
 *   has no space for it.
 */
async function verifyLayers(image, tree, verifier, { mtime, sources, steps }) {
    const { reporter, signal } = sources;
    steps.begin('verify-layers', 'compare the layers with an unpacking by umoci');
    const scratch = (0,files_scratch.temporaryDirectory)('umoci');
    const watch = new AbortController();
    const stopping = AbortSignal.any([watch.signal, ...(signal === undefined ? [] : [signal])]);
    const reserve = new disk_space/* DiskReserve */.Gs(scratch.path);
    const timer = setInterval(() => {
        if (reserve.exceeded() !== undefined)
            watch.abort();
    }, LOOK_MS);
    try {
        const since = seconds();
        const directory = (0,external_node_path_.join)(scratch.path, 'work');
        (0,external_node_fs_.mkdirSync)(directory, { mode: 0o700 });
        const user = process.geteuid?.() === 0 && giveAway(directory) ? NOBODY : undefined;
        // `nobody` can enter the directory, because umoci may use absolute paths, but cannot list it.
        if (user !== undefined)
            (0,external_node_fs_.chmodSync)(scratch.path, 0o711);
        requireRoom(image, tree, { directory: scratch.path, isCopied: user !== undefined });
        let rights;
        try {
            await linkLayout(image, (0,external_node_path_.join)(directory, LAYOUT), {
                blobs: user === undefined ? 'link' : 'copy',
                signal: stopping,
                whiteouts: whiteoutsFor(tree),
            });
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(directory, CLOSED), { mode: 0 });
            if (user !== undefined)
                giveAllAway(directory);
            rights = await unpack(verifier, { directory, user, signal: stopping });
        }
        catch (error) {
            if (!watch.signal.aborted || signal?.aborted === true)
                throw error;
            throw new errors/* FledgeError */.aE('output', `umoci was stopped: the image would fill the disk of ${scratch.path}`, {
                cause: error,
                fix: (0,wording/* worded */.MH) `free some space, or ${TEMPORARY_FIX}`,
            });
        }
        const period = { since, until: seconds() };
        const isInNamespace = rights.unshare !== undefined;
        const comparison = new UnpackedTreeComparison(tree, {
            treeTime: mtime,
            period,
            unpackedBy: isInNamespace ? 'root' : 'owner',
            readBy: isInNamespace || user !== undefined ? 'root' : 'owner',
            inodeNumberOf: (path) => inodeNumberOf((0,external_node_path_.join)(directory, UNPACKED), path),
        });
        const archive = new tar/* TarReader */.R(comparison, 'the archive of the files from umoci');
        const onData = (bytes) => archive.push(bytes);
        // Without a namespace, tar runs as the user of the build: root can read files that `nobody` cannot.
        const tarRights = isInNamespace ? rights : {};
        await archiveDirectory(verifier.tar.path, { directory, source: UNPACKED, onData, rights: tarRights, signal });
        archive.finish();
        const result = comparison.finish();
        requireEqual(result);
        reporter.info(`umoci unpacks the same ${result.entryCount} entries; device numbers were not compared`);
        if (!isInNamespace)
            reporter.info(WITHOUT_NAMESPACE);
        if (result.isWithoutUserAttributes) {
            reporter.info(`owners and user.* attributes were not compared: the file system of ${(0,external_node_os_.tmpdir)()} does not support them`);
        }
        if (result.unreadableCount > 0) {
            reporter.info(`${result.unreadableCount} of them were not compared: their modes deny access even to their owner`);
        }
    }
    finally {
        clearInterval(timer);
        scratch.dispose();
    }
}
/** Unpacks the layout in `directory` with umoci, with the first rights that are sufficient, and returns these. */
async function unpack({ umoci, tar, unshare }, { directory, user, signal, }) {
    const program = user === undefined ? umoci.path : reachableProgram(umoci.path, directory);
    const names = { layout: LAYOUT, image: LINKED_IMAGE, target: UNPACKED };
    if (unshare !== undefined) {
        const rights = { user, unshare };
        if (await readsClosedDirectory(tar.path, { directory, source: CLOSED, rights, signal })) {
            try {
                await unpackWithUmoci(program, { ...names, directory, rights, signal });
                return rights;
            }
            catch (error) {
                if (signal.aborted || !(error instanceof errors/* FledgeError */.aE))
                    throw error;
                // An ACL may name a user that the namespace does not have. If that is not the reason, umoci fails again below.
                removeUnpacked((0,external_node_path_.join)(directory, UNPACKED));
            }
        }
    }
    await unpackWithUmoci(program, { ...names, directory, rights: { user }, signal });
    return { user };
}
function removeUnpacked(path) {
    const identity = (0,remove_tree/* identityOf */.cu)(path);
    if (identity !== undefined)
        (0,remove_tree/* removeDirectory */.q)(path, identity);
}
/** The inode number of a file; undefined if only root of a user namespace can enter its directory. */
function inodeNumberOf(directory, path) {
    try {
        return (0,external_node_fs_.lstatSync)(Buffer.concat([Buffer.from(`${directory}/`), (0,byte_string/* bytesOf */.$$)(path)]), { bigint: true }).ino;
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) === 'EACCES')
            return undefined;
        throw error;
    }
}
/**
 * Checks the space for the final state of the directory. Layers that replace files need more space in between.
 *
 * @throws FledgeError `output` with the missing space.
 */
function requireRoom({ layers }, tree, { directory, isCopied }) {
    const { apparent, stored, sparsest } = (0,measure/* measureTree */.J)(tree);
    const copied = isCopied ? layers.reduce((sum, { size }) => sum + size, 0) : 0;
    const holes = sparsest === undefined
        ? ''
        : `, which writes ${(0,units/* formatBytes */.z3)(apparent - stored)} of holes as zeros, such as those of ${sparsest.path} (${(0,units/* formatBytes */.z3)(sparsest.size)})`;
    const what = `an unpacking by umoci${holes}`;
    (0,disk_space/* requireSpace */.MK)([{ directory, bytes: apparent + copied, what, fix: TEMPORARY_FIX }]);
}
/** Changes the owner to `nobody`. Returns false if root has no right to do so, or is in a namespace without that user. */
function giveAway(path) {
    try {
        (0,external_node_fs_.lchownSync)(path, NOBODY.uid, NOBODY.gid);
        return true;
    }
    catch {
        return false;
    }
}
/** The path of the program if `nobody` can reach it; otherwise that of a copy in `directory`, the working directory. */
function reachableProgram(path, directory) {
    const real = (0,external_node_fs_.realpathSync)(path);
    for (let above = (0,external_node_path_.dirname)(real); ((0,external_node_fs_.statSync)(above).mode & OTHERS_ENTER) !== 0; above = (0,external_node_path_.dirname)(above)) {
        if (above === (0,external_node_path_.dirname)(above))
            return path;
    }
    const copy = (0,external_node_path_.join)(directory, 'umoci');
    (0,external_node_fs_.copyFileSync)(real, copy, external_node_fs_.constants.COPYFILE_EXCL | external_node_fs_.constants.COPYFILE_FICLONE);
    (0,external_node_fs_.lchownSync)(copy, NOBODY.uid, NOBODY.gid);
    // A relative path, because `nobody` may not be able to enter the directories above.
    return './umoci';
}
/** Changes the owner of the layout to `nobody`, who may not read the cache. */
function giveAllAway(directory) {
    for (const entry of (0,external_node_fs_.readdirSync)(directory, { recursive: true, withFileTypes: true })) {
        (0,external_node_fs_.lchownSync)((0,external_node_path_.join)(entry.parentPath, entry.name), NOBODY.uid, NOBODY.gid);
    }
}
function requireEqual({ differences, differenceCount }) {
    if (differenceCount === 0)
        return;
    const more = differenceCount - differences.length;
    const lines = [...differences, ...(more > 0 ? [`and ${more} more`] : [])];
    throw new errors/* FledgeError */.aE('internal', `fledge and umoci unpack the layers differently:\n${lines.join('\n')}`, {
        fix: (0,wording/* worded */.MH) `please report this with the name of the image, because one of the two has a defect, or build with ${(0,wording/* option */.uK)('verify', 'fsck')}`,
    });
}
function seconds() {
    return Math.floor(Date.now() / 1000);
}


/***/ })

};
