export const id = 191;
export const ids = [191];
export const modules = {

/***/ 621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ readDockerArchive),
  G: () => (/* binding */ readOciArchive)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(5326);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(975);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(5423);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(6471);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(288);
;// CONCATENATED MODULE: ./build/sources/image/archive-index.js



/** An archive of 100 images of 100 layers has 40,000 headers. */
const MAX_HEADERS = 500_000;
/** Of names and link targets, in characters. */
const MAX_NAME_CHARACTERS = 64 * 1024 * 1024;
/** Maximum size of a long name or a pax header. */
const MAX_HEADER_BYTES = 1024 * 1024;
/**
 * Reads the headers of an archive of a container image, but none of its data. Unlike `TarReader`, it accepts only the
 * entries of such archives: files, directories, links, pax headers and long names. Of several files with one name, the
 * last is used.
 *
 * @throws FledgeError `input`, calling the archive `label`, if it is damaged, truncated or has too many files.
 */
async function indexArchive(handle, label, signal) {
    const { size: end } = await handle.stat();
    const members = new Map();
    const block = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    let characters = 0;
    let overrides = {};
    const fail = (position, problem) => {
        throw new errors/* FledgeError */.aE('input', `${label}: not a valid archive of this type, or corrupted: at byte ${position}: ${problem}`, {
            fix: 'create the archive again with docker save or skopeo copy',
        });
    };
    let headers = 0;
    for (let position = 0; position < end;) {
        signal?.throwIfAborted();
        headers += 1;
        if (headers > MAX_HEADERS)
            return fail(position, `it has more than ${MAX_HEADERS} headers`);
        const { bytesRead } = await handle.read(block, 0, tar_format/* BLOCK_BYTES */.Yo, position);
        if (bytesRead < tar_format/* BLOCK_BYTES */.Yo)
            return fail(position, 'the archive ends inside a header');
        if ((0,tar_format/* isZeroBlock */.ei)(block))
            break;
        if (!(0,tar_format/* hasValidChecksum */.Qp)(block))
            return fail(position, 'the checksum of the header is wrong');
        const type = String.fromCharCode(block[tar_format/* FIELDS */.cJ.type.offset] ?? 0);
        const isExtension = type === 'x' || type === 'g' || type === 'L' || type === 'K';
        const size = (isExtension ? undefined : overrides.size) ?? (0,tar_format/* readNumber */.kz)(block, tar_format/* FIELDS */.cJ.size) ?? -1;
        const isFile = type === '0' || type === '\0' || type === '7';
        // Links, devices, directories and fifos have no data, whatever size their header declares.
        const hasData = !/[1-6]/.test(type);
        if (type === 'S')
            return fail(position, 'sparse files are not supported');
        const offset = position + tar_format/* BLOCK_BYTES */.Yo;
        if (size < 0)
            return fail(position, 'the size in the header is not a number');
        if (hasData && offset + size > end)
            return fail(position, `the archive ends ${offset + size - end} bytes too early`);
        position = offset + (hasData ? size + (0,tar_format/* paddingOf */.Zt)(size) : 0);
        if (isExtension) {
            if (size > MAX_HEADER_BYTES)
                return fail(offset, `an extended header has ${size} bytes; the limit is ${MAX_HEADER_BYTES}`);
            const data = Buffer.alloc(size);
            await handle.read(data, 0, size, offset);
            const problem = addOverrides(overrides, type, data);
            if (problem !== undefined)
                return fail(offset, problem);
            continue;
        }
        const name = normalise(overrides.path ?? (0,tar_format/* readName */.MQ)(block, (0,tar_format/* formatOf */.be)(block)));
        const target = overrides.target ?? (0,tar_format/* readText */.yR)(block, tar_format/* FIELDS */.cJ.linkName);
        overrides = {};
        const member = isFile ? { offset, length: size } : linkOf(type, name, target);
        if (member === undefined || name === undefined)
            continue;
        characters += name.length + ('link' in member ? member.link.length : 0);
        members.set(name, member);
        if (characters > MAX_NAME_CHARACTERS)
            return fail(position, `the names of the files have more than ${MAX_NAME_CHARACTERS} characters in total`);
    }
    return {
        find(wanted) {
            let member = members.get(wanted);
            for (let links = 0; member !== undefined && 'link' in member; links += 1) {
                if (links === linux_limits/* MAX_SYMLINKS */.oG)
                    throw new errors/* FledgeError */.aE('input', `${label}: the link ${JSON.stringify(wanted.slice(0, 300))} is part of a loop of links`);
                member = members.get(member.link);
            }
            return member;
        },
    };
}
/** Adds the values of an extended header to `overrides`. Returns a problem of the header, or undefined. */
function addOverrides(overrides, type, data) {
    const text = (0,tar_format/* readText */.yR)(data, { offset: 0, length: data.length });
    if (type === 'L')
        overrides.path = text;
    if (type === 'K')
        overrides.target = text;
    // A global header applies to no particular file.
    if (type !== 'x')
        return undefined;
    let problem;
    const count = (0,tar_format/* visitPaxRecords */.NG)(data, (keyword, value) => {
        const text = value.toString('latin1');
        if (keyword === 'path')
            overrides.path = text;
        else if (keyword === 'linkpath')
            overrides.target = text;
        else if (keyword === 'size') {
            if (!/^[0-9]{1,15}$/.test(text))
                problem ??= 'the size in the pax header is not a number';
            overrides.size = Number(text);
        }
        else if (keyword.startsWith('GNU.sparse.'))
            problem ??= 'sparse files are not supported';
    });
    return count === undefined ? 'the pax header is damaged' : problem;
}
function linkOf(type, name, target) {
    if (name === undefined || (type !== '1' && type !== '2'))
        return undefined;
    // The target of a hardlink is relative to the root of the archive, that of a symbolic link to its own directory.
    const directory = type === '2' && !target.startsWith('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
    const link = normalise(directory + target);
    return link === undefined ? undefined : { link };
}
/** A name without empty components, `.` and `..`; undefined if the name is empty or leads out of the archive. */
function normalise(name) {
    const components = [];
    for (const component of name.split('/')) {
        if (component === '' || component === '.')
            continue;
        if (component !== '..')
            components.push(component);
        else if (components.pop() === undefined)
            return undefined;
    }
    return components.length === 0 ? undefined : components.join('/');
}

// EXTERNAL MODULE: ./build/sources/image/image.js
var image_image = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/sources/image/image-json.js
var image_json = __webpack_require__(309);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var compression = __webpack_require__(6687);
// EXTERNAL MODULE: ./build/sources/image/layer/decompress.js + 1 modules
var decompress = __webpack_require__(6368);
// EXTERNAL MODULE: ./build/sources/image/layout.js
var layout = __webpack_require__(4321);
;// CONCATENATED MODULE: ./build/sources/image/archive.js














/** Maximum number of names in a message. */
const MAX_NAMES = 10;
const READ_BYTES = 1024 * 1024;
const OTHER_KIND = 'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save';
/** manifest.json of `docker save` (moby, image/spec/spec.md, "Combined Image JSON + Filesystem Changeset Format"). */
const savedImagesSchema = schemas/* array */.YOg((0,image_json/* goStruct */.cM)({
    Config: schemas/* string */.YjP(),
    RepoTags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    Layers: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
}));
/**
 * Reads an image from an OCI layout in a tar archive, in place where it is not compressed.
 *
 * @throws FledgeError `input` as `readLayout` does, or for a file that is not such an archive; `output` if the archive
 *   cannot be decompressed.
 */
function readOciArchive(request) {
    const { member, digest, platform, label, file } = request;
    return withArchive(request, async (archive) => {
        const files = {
            place: file,
            async document(name) {
                const slice = archive.index.find(name);
                if (slice === undefined)
                    throw otherKind(label, `there is no ${name} in it`);
                return archive.read(slice, name);
            },
            store: archiveBlobs(archive, (digest) => archive.index.find(`blobs/${digest.replace(':', '/')}`)),
        };
        return (0,layout/* readLayout */.T4)(files, { member, digest, platform, label, transport: 'oci-archive' });
    });
}
/**
 * Reads an image from an archive in the format of `docker save`. Its manifest is the one that skopeo generates for it:
 * in Docker's format, with uncompressed layers.
 *
 * @throws FledgeError as `readOciArchive` does.
 */
function readDockerArchive(request) {
    const { platform, label, member } = request;
    return withArchive(request, async (archive) => {
        const place = archive.index.find('manifest.json');
        if (place === undefined)
            throw otherKind(label, 'there is no manifest.json in it');
        const bytes = await archive.read(place, 'manifest.json');
        const images = (0,image_json/* parseDocument */.Tp)(bytes, savedImagesSchema, `manifest.json in ${request.file}`);
        const image = chooseImage(images, member, request);
        const configPlace = archive.find(image.Config, `the config of ${label}`);
        const config = await archive.read(configPlace, `the config of ${label}`);
        const { digest: configDigest } = (0,image_image/* documentOf */.lM)(config);
        requireNamedDigest(image.Config, configDigest, label);
        const diffIds = (0,image_json/* parseDocument */.Tp)(config, image_json/* configSchema */.Qn, `the config of ${label}`).rootfs.diff_ids ?? [];
        const layers = image.Layers ?? [];
        if (layers.length !== diffIds.length) {
            throw new errors/* FledgeError */.aE('input', `${label} has ${layers.length} layers, but its config lists ${diffIds.length}`);
        }
        const places = new Map([[configDigest, { path: archive.path, slice: configPlace }]]);
        const described = [];
        for (const [index, name] of layers.entries()) {
            const what = `layer ${index + 1} of ${layers.length} of ${label}`;
            const digest = diffIds[index] ?? '';
            const layer = places.get(digest) ?? (await archive.plain(archive.find(name, what), what, index));
            places.set(digest, layer);
            const mediaType = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
            described.push({ mediaType, size: layer.slice.length, digest });
        }
        const configType = 'application/vnd.docker.container.image.v1+json';
        // The keys are in the order of skopeo, because the digest of this manifest is recorded as the digest of the image.
        const manifest = {
            schemaVersion: 2,
            mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
            config: { mediaType: configType, size: config.length, digest: configDigest },
            layers: described,
        };
        const { digest } = (0,image_image/* documentOf */.lM)(Buffer.from(JSON.stringify(manifest)));
        const store = {
            pathOf: (wanted) => places.get(wanted)?.path ?? archive.path,
            sliceOf: (wanted) => places.get(wanted)?.slice,
        };
        return (0,image_image/* readImage */.AM)({ digest, manifest }, { platform, label }, store);
    });
}
async function withArchive(request, work) {
    const { label, scratchDirectory, maxUnpackedBytes, signal } = request;
    const budget = new support_budget/* Budget */._({ unpacked: maxUnpackedBytes });
    const given = await openArchive(request);
    let opened = { path: request.file, handle: given };
    const doing = `cannot read the image ${label}`;
    const unpack = async (slice, to, what) => {
        const compression = await compressionOf(opened.handle, slice, what);
        if (compression === 'none')
            return { path: opened.path, slice };
        const path = (0,external_node_path_.join)(scratchDirectory, to);
        const chunks = readSlice(opened.handle, slice, signal);
        const length = await decompressTo(path, { chunks, compression, budget, what });
        return { path, slice: { offset: 0, length } };
    };
    try {
        const whole = { offset: 0, length: (await given.stat()).size };
        const { path } = await unpack(whole, 'archive.tar', doing);
        if (path !== request.file)
            opened = { path, handle: await (0,promises_.open)(path, 'r') };
        const { handle } = opened;
        const index = await indexArchive(handle, doing, signal);
        return await work({
            path,
            index,
            find(name, what) {
                const slice = index.find(normalise(Buffer.from(name, 'utf8').toString('latin1')) ?? '');
                if (slice !== undefined)
                    return slice;
                const message = `${what} is missing: there is no ${JSON.stringify(name.slice(0, 300))} in ${request.file}`;
                throw new errors/* FledgeError */.aE('input', message, { fix: 'create the archive again with docker save or skopeo copy' });
            },
            async read({ offset, length }, what) {
                if (length > image_json/* MAX_DOCUMENT_BYTES */.bi) {
                    throw new errors/* FledgeError */.aE('input', `${what} in ${request.file} has ${length} bytes; the limit is ${image_json/* MAX_DOCUMENT_BYTES */.bi}`);
                }
                const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
                return buffer.subarray(0, bytesRead);
            },
            plain: (slice, what, number) => unpack(slice, `layer-${number}.tar`, what),
        });
    }
    finally {
        await opened.handle.close();
        if (opened.handle !== given)
            await given.close();
    }
}
async function openArchive({ file, label }) {
    const doing = `cannot read the image ${label}`;
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(file);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            const fix = 'use oci:PATH or dir:PATH for a directory; an archive is a file';
            throw new errors/* FledgeError */.aE('input', `${doing}: ${file} is ${error.kind}, not a regular file`, { fix });
        }
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'EACCES') {
            const fix = 'make it readable for the user who builds';
            throw new errors/* FledgeError */.aE('input', `${doing}: cannot read ${file}: permission denied`, { cause: error, fix });
        }
        const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : 'it cannot be opened';
        const fix = 'check the path; a relative path starts at the directory of fledge.toml';
        throw new errors/* FledgeError */.aE('input', `${doing}: ${reason}: ${code === 'ENOENT' ? file : (0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix,
        });
    }
}
function archiveBlobs({ path }, find) {
    return {
        // A blob that is not in the archive is reported as missing at this path.
        pathOf: (digest) => (find(digest) === undefined ? (0,external_node_path_.join)(path, 'blobs', ...digest.split(':')) : path),
        sliceOf: find,
    };
}
function chooseImage(images, member, { file, label }) {
    const named = images.map(({ RepoTags }, index) => ({ names: RepoTags ?? [], place: `@${index}` }));
    const listed = named.map(({ names, place }) => (names.length === 0 ? place : names.join(', ')));
    const list = `${listed.slice(0, MAX_NAMES).join(', ')}${listed.length > MAX_NAMES ? ', …' : ''}`;
    const [first] = images;
    if (first === undefined)
        throw new errors/* FledgeError */.aE('input', `${label}: there is no image in ${file}`);
    if (member === undefined) {
        const isOne = images.every(({ Config, Layers }) => Config === first.Config && JSON.stringify(Layers) === JSON.stringify(first.Layers));
        if (isOne)
            return first;
        throw new errors/* FledgeError */.aE('input', `${label}: there are several images in ${file}: ${list}`, {
            fix: 'append the name of one of them: docker-archive:PATH:NAME, or docker-archive:PATH:@0 for the first',
        });
    }
    const wanted = fullName(member);
    const found = member.startsWith('@')
        ? images[Number(member.slice(1))]
        : images.find(({ RepoTags }) => (RepoTags ?? []).some((tag) => fullName(tag) === wanted));
    if (found !== undefined)
        return found;
    throw new errors/* FledgeError */.aE('input', `${label}: there is no image ${JSON.stringify(member)} in ${file}; it has ${list}`, {
        fix: 'append the name of one of them: docker-archive:PATH:NAME',
    });
}
/** The name with its domain and tag; text that is not a valid name is returned unchanged. */
function fullName(text) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(text);
    const named = parsed.ok ? parsed.image.named : undefined;
    return named === undefined ? text : `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`;
}
/** Checks the digest of a config whose file name is a digest, as most tools write it. */
function requireNamedDigest(name, actual, label) {
    const [, hex] = /^(?:blobs\/sha256\/|sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(name) ?? [];
    if (hex === undefined || actual === `sha256:${hex}`)
        return;
    throw new errors/* FledgeError */.aE('input', `the config of ${label} is damaged: its digest is ${actual}, but its name has sha256:${hex}`, {
        fix: 'create the archive again with docker save or skopeo copy',
    });
}
function otherKind(label, problem) {
    return new errors/* FledgeError */.aE('input', `cannot read the image ${label}: not an archive of this type: ${problem}`, {
        fix: OTHER_KIND,
    });
}
async function compressionOf(handle, { offset, length }, what) {
    const head = Buffer.alloc(Math.min(tar_format/* BLOCK_BYTES */.Yo, length));
    const { bytesRead } = await handle.read(head, 0, head.length, offset);
    try {
        return (0,compression/* detectCompression */.I)(head.subarray(0, bytesRead));
    }
    catch (error) {
        throw explain(error, what);
    }
}
async function* readSlice(handle, { offset, length }, signal) {
    for (let done = 0; done < length;) {
        signal?.throwIfAborted();
        const chunk = Buffer.allocUnsafe(Math.min(READ_BYTES, length - done));
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, offset + done);
        if (bytesRead === 0)
            return;
        done += bytesRead;
        yield chunk.subarray(0, bytesRead);
    }
}
/** Decompresses to a file, and returns the length of the output in bytes. */
async function decompressTo(path, { chunks, compression, budget, what, }) {
    let length = 0;
    const writing = async (work) => work.catch((error) => {
        throw new errors/* FledgeError */.aE('output', `${what}: cannot decompress it to ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: 'free some space, or set TMPDIR to a directory on another disk',
        });
    });
    const handle = await writing((0,promises_.open)(path, 'wx', 0o600));
    try {
        for await (const chunk of (0,decompress/* decompress */.m)(chunks, compression)) {
            budget.spend('unpacked', chunk.length);
            for (let done = 0; done < chunk.length;) {
                done += (await writing(handle.write(chunk, done, chunk.length - done, length + done))).bytesWritten;
            }
            length += chunk.length;
        }
    }
    catch (error) {
        throw explain(error, what);
    }
    finally {
        await handle.close();
    }
    return length;
}
function explain(error, what) {
    if (!(error instanceof compression/* DecompressionError */.e))
        return error;
    const message = `${what}: not a valid archive of this type, or corrupted: ${error.message.replace(', but layers must be plain tar, or tar in gzip or zstd', '')}`;
    return new errors/* FledgeError */.aE('input', message, {
        cause: error,
        fix: 'create the archive again with docker save or skopeo copy',
    });
}


/***/ }),

/***/ 5432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   m0: () => (/* binding */ requireDigest),
/* harmony export */   tp: () => (/* binding */ readSmallBlob)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5423);



const READ_BYTES = 1024 * 1024;
/**
 * Number of buffers that are used in turn: two for the chunks that are read and hashed, the others for chunks that a
 * decompressor still uses.
 */
const BUFFERS = 6;
const HEX_DIGITS = { sha256: 64, sha512: 128 };
/**
 * The parts of a digest of an algorithm that the OCI image specification registers, or undefined. Only such a digest
 * may become part of a path.
 */
function parseDigest(digest) {
    const [, algorithm, hex] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
    if (hex === undefined || (algorithm !== 'sha256' && algorithm !== 'sha512'))
        return undefined;
    return hex.length === HEX_DIGITS[algorithm] ? { algorithm, hex } : undefined;
}
/** @throws FledgeError `input` if the digest is invalid or of another algorithm. */
function requireDigest(digest, label) {
    const parsed = parseDigest(digest);
    if (parsed !== undefined)
        return parsed;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has the digest ${JSON.stringify(digest.slice(0, 200))}; only sha256 and sha512 can be verified`);
}
/**
 * Reads a blob, one chunk ahead of the consumer. Its size and digest are verified at the end. A chunk stays unchanged
 * until the fifth one after it is requested.
 *
 * @throws FledgeError `input` if the blob is missing, or its size or digest differs.
 */
async function* readBlob(blob, signal) {
    const { algorithm } = requireDigest(blob.digest, blob.label);
    const handle = await openBlob(blob);
    try {
        const fileSize = (await handle.stat()).size;
        const { offset: start, length: present } = blob.slice ?? { offset: 0, length: fileSize };
        if (present !== blob.size)
            throw wrongSize(blob, present);
        // A file is read to its end: it may have grown.
        const end = blob.slice === undefined ? Number.POSITIVE_INFINITY : start + present;
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
        const buffers = [];
        let count = 0;
        const readChunk = async (position) => {
            const index = count++ % BUFFERS;
            buffers[index] ??= Buffer.allocUnsafeSlow(READ_BYTES);
            const length = Math.min(READ_BYTES, end - start - position);
            const { buffer, bytesRead } = await handle.read(buffers[index], 0, length, start + position);
            return buffer.subarray(0, bytesRead);
        };
        let size = 0;
        let next = readChunk(0);
        try {
            for (;;) {
                signal?.throwIfAborted();
                const chunk = await next;
                if (chunk.length === 0)
                    break;
                size += chunk.length;
                if (size > blob.size)
                    throw wrongSize(blob, size);
                next = readChunk(size);
                hash.update(chunk);
                yield chunk;
            }
        }
        finally {
            // An earlier error is thrown instead of this one.
            await next.catch(() => { });
        }
        if (size !== blob.size)
            throw wrongSize(blob, size);
        const actual = `${algorithm}:${hash.digest('hex')}`;
        if (actual !== blob.digest) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${blob.label} is damaged: its digest is ${actual}, but the image lists ${blob.digest}`, {
                fix: 'fetch or build the image again',
            });
        }
    }
    finally {
        await handle.close();
    }
}
/**
 * Reads and verifies a blob of at most `maxBytes`.
 *
 * @throws FledgeError `input` if it is larger, missing or damaged.
 */
async function readSmallBlob(blob, maxBytes) {
    if (blob.size > maxBytes) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
    }
    const chunks = [];
    for await (const chunk of readBlob(blob))
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
async function openBlob({ path, label, digest }) {
    try {
        return await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label}: ${path} is ${error.kind}, not a regular file`);
        }
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
        const message = code === 'ENOENT' || code === 'ENOTDIR'
            ? `${label} is missing: there is no blob ${digest} (${path})`
            : `cannot read ${label}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message, { cause: error, fix: 'fetch or build the image again' });
    }
}
function wrongSize({ label, size }, actual) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is damaged: it has ${actual} bytes, but the image lists ${size}`, {
        fix: 'fetch or build the image again',
    });
}


/***/ }),

/***/ 191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ fetchImage),
  A: () => (/* binding */ resolveImage)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(975);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(8068);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(1200);
// EXTERNAL MODULE: ./build/sources/image/archive.js + 1 modules
var image_archive = __webpack_require__(621);
// EXTERNAL MODULE: ./build/sources/image/image.js
var image_image = __webpack_require__(4526);
// EXTERNAL MODULE: ./build/sources/image/layout.js
var layout = __webpack_require__(4321);
// EXTERNAL MODULE: ./build/sources/image/media-types.js
var media_types = __webpack_require__(7079);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./build/support/files/make-directories.js
var make_directories = __webpack_require__(1874);
// EXTERNAL MODULE: ./build/support/files/remove-tree.js
var remove_tree = __webpack_require__(735);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(3486);
// EXTERNAL MODULE: ./build/sources/cache/origins.js
var origins = __webpack_require__(219);
// EXTERNAL MODULE: ./build/sources/cache/own-directory.js
var own_directory = __webpack_require__(7190);
// EXTERNAL MODULE: ./build/sources/cache/use.js
var cache_use = __webpack_require__(8387);
// EXTERNAL MODULE: ./build/sources/image/blob.js
var image_blob = __webpack_require__(5432);
// EXTERNAL MODULE: ./build/sources/image/image-json.js
var image_json = __webpack_require__(309);
;// CONCATENATED MODULE: ./build/sources/image/fetch/blob-cache.js
















/**
 * Opens the cache of blobs in fledge's cache directory. Missing directories are created.
 *
 * @throws FledgeError `output` if a directory cannot be created or is not owned by this user.
 */
function openBlobCache(cacheDirectory, { reporter, image, use }) {
    const directory = (0,external_node_path_.join)(cacheDirectory, 'blobs');
    const waiting = (0,external_node_path_.join)(cacheDirectory, 'tmp');
    (0,own_directory/* requireOwnCache */.sm)(cacheDirectory);
    try {
        for (const path of [directory, waiting])
            (0,make_directories/* makeDirectories */.K)(path, { mode: 0o700 });
    }
    catch (error) {
        throw cacheError(cacheDirectory, error);
    }
    for (const path of [directory, waiting])
        (0,own_directory/* requireOwnCache */.sm)(path);
    (0,scratch/* removeStaleScratch */.eO)(waiting);
    use?.begin();
    const added = (digests, kind, size) => {
        (0,origins/* recordOrigins */.tp)(cacheDirectory, digests.map((digest) => ({ digest, kind, origin: image })));
        use?.added(size);
    };
    const store = (0,layout/* ociBlobs */.Cj)(directory);
    const isIntact = async (blob, maxBytes = Number.POSITIVE_INFINITY) => {
        try {
            const handle = await (0,cache_use/* openForUse */.B3)(blob.path);
            await handle?.close();
            if (handle === undefined)
                return false;
            if (blob.size > maxBytes) {
                throw new errors/* FledgeError */.aE('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
            }
            for await (const _ of (0,image_blob/* readBlob */.gm)(blob))
                ;
            return true;
        }
        catch (error) {
            const code = (0,errors/* systemCodeOf */.c7)(error);
            if (code === 'ENOENT' || code === 'ENOTDIR')
                return false;
            reporter.warn(`${(0,errors/* messageOf */.bD)(error)}; it is removed from the cache and fetched again`, { code: 'cache' });
            (0,remove_tree/* removeAny */.Nu)(blob.path);
            return false;
        }
    };
    return {
        store,
        directory,
        has: (descriptor, label) => isIntact((0,image_image/* blobOf */.DE)(descriptor, label, store)),
        async findDocument(digest, label) {
            (0,image_blob/* requireDigest */.m0)(digest, label);
            const path = store.pathOf(digest);
            const size = (await (0,promises_.stat)(path).catch(() => undefined))?.size;
            if (size === undefined)
                return undefined;
            const blob = { digest, size, label, path };
            return (await isIntact(blob, image_json/* MAX_DOCUMENT_BYTES */.bi)) ? await (0,image_blob/* readSmallBlob */.tp)(blob, image_json/* MAX_DOCUMENT_BYTES */.bi) : undefined;
        },
        async put(digest, bytes, { kind, label }) {
            requireBytes(digest, bytes, label);
            const path = store.pathOf(digest);
            const isNew = !(0,external_node_fs_.existsSync)(path);
            try {
                (0,make_directories/* makeDirectories */.K)((0,external_node_path_.dirname)(path), { mode: 0o700 });
                // Each use verifies the digest, so a file that a crash has damaged is fetched again.
                (0,write_file/* placeFile */.af)(path, bytes, { scratchDirectory: waiting, mode: 0o600, isDurable: false });
            }
            catch (error) {
                throw cacheError(cacheDirectory, error);
            }
            if (isNew)
                added([digest], kind, bytes.length);
        },
        added,
        scratch: () => (0,scratch/* scratchDirectory */.wd)(waiting, 'image'),
    };
}
/** @throws FledgeError `download` if the bytes do not have the digest. */
function requireBytes(digest, bytes, label) {
    const { algorithm } = (0,image_blob/* requireDigest */.m0)(digest, label);
    const actual = `${algorithm}:${(0,external_node_crypto_.createHash)(algorithm).update(bytes).digest('hex')}`;
    if (actual === digest)
        return;
    throw new errors/* FledgeError */.aE('download', `digest mismatch: ${label} has the digest ${actual}, expected ${digest}`, {
        fix: 'find out which proxy or mirror changes the content before you continue',
    });
}
function cacheError(directory, error) {
    return new errors/* FledgeError */.aE('output', `cannot write to the image cache ${directory}: ${(0,errors/* messageOf */.bD)(error)}`, {
        cause: error,
        fix: 'set FLEDGE_CACHE_DIR to a writable directory on a disk with free space',
    });
}

// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(2285);
// EXTERNAL MODULE: ./build/support/report/reporter.js
var reporter = __webpack_require__(4618);
// EXTERNAL MODULE: ./build/sources/image/fetch/logins.js
var logins = __webpack_require__(5112);
;// CONCATENATED MODULE: ./build/sources/image/fetch/credential-store.js



/** Part of the name of a program: `docker-credential-NAME`. */
const HELPER_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/**
 * The credential store that holds the login of `docker login` for a registry. skopeo reads logins and `credHelpers` of
 * docker's config file, but not `credsStore`. Undefined if another file has a login, or docker's file has it in another
 * form.
 */
function findCredentialStore(registry, env) {
    if ((0,environment/* environmentValue */.a)(env, 'REGISTRY_AUTH_FILE') !== undefined)
        return undefined;
    const file = (0,logins/* dockerConfigFile */.dO)(env);
    // skopeo reports a file that cannot be read.
    const files = (0,logins/* readLogins */.rC)(env, reporter/* silentReporter */.P);
    if (files.some((other) => other.path !== file && hasLogin(other, registry)))
        return undefined;
    const docker = files.find(({ path }) => path === file);
    const name = docker?.credsStore ?? '';
    if (docker === undefined || !HELPER_NAME.test(name))
        return undefined;
    const isDockerHub = registry === 'docker.io';
    const key = isDockerHub ? 'https://index.docker.io/v1/' : registry;
    if (!Object.hasOwn(docker.auths, key) || docker.auths[key]?.['auth'])
        return undefined;
    if (Object.hasOwn(docker.credHelpers, registry))
        return undefined;
    const authFile = isDockerHub ? undefined : JSON.stringify({ credHelpers: { [registry]: name } });
    return { name, file, authFile };
}
/** True if a file has a login for a registry, or for a part of it. */
function hasLogin({ auths, credHelpers }, registry) {
    const names = [...Object.keys(auths), ...Object.keys(credHelpers)].map(logins/* canonicalRegistry */.i7);
    return names.some((name) => name === registry || name.startsWith(`${registry}/`));
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./build/sources/image/platform.js
var image_platform = __webpack_require__(2792);
;// CONCATENATED MODULE: ./build/sources/image/fetch/docker-daemon.js








const DEFAULT_SOCKET = '/var/run/docker.sock';
/** A daemon answers from memory, so this is generous. */
const TIMEOUT_MS = 5000;
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** The used part of `GET /images/NAME/json` (Docker Engine API, ImageInspect). */
const inspectSchema = schemas/* object */.Ikc({
    Id: schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/),
    Os: schemas/* string */.YjP(),
    Architecture: schemas/* string */.YjP(),
    Variant: schemas/* string */.YjP().nullish(),
    /** With the containerd store: the descriptor whose digest is the id. */
    Descriptor: schemas/* object */.Ikc({ digest: schemas/* string */.YjP() }).nullish(),
});
/**
 * The Docker daemon of this machine, or of `DOCKER_HOST` (`unix:` or `tcp:`). Undefined if there is no socket, or only
 * the docker command line can connect to it.
 */
function findDockerDaemon(context) {
    const host = (0,environment/* environmentValue */.a)(context.env, 'DOCKER_HOST') ?? `unix://${DEFAULT_SOCKET}`;
    if (host.startsWith('unix://')) {
        const socketPath = host.slice('unix://'.length);
        return isSocket(socketPath) ? { connection: { socketPath }, skopeoHost: host } : undefined;
    }
    const url = host.startsWith('tcp://') ? URL.parse(host.replace(/^tcp:/, 'http:')) : null;
    if (url === null || (0,environment/* environmentValue */.a)(context.env, 'DOCKER_TLS_VERIFY') !== undefined) {
        context.reporter.debug(`the Docker daemon at ${host} is not used; write docker-daemon: before the image to use it`);
        return undefined;
    }
    const port = url.port === '' ? '2375' : url.port;
    return { connection: { host: url.hostname, port }, skopeoHost: `http://${url.hostname}:${port}` };
}
/** True if a Docker daemon is asked first: for a name without a transport, a digest or a lock. */
function isAskedOfDaemon({ reference, lock }) {
    const { transport, named } = reference;
    return transport === undefined && named !== undefined && named.digest === undefined && lock === undefined;
}
/**
 * The Docker daemon that provides an image, for a build in a container that needs access to it. Undefined if the image
 * has another source. With docker-daemon: it is the running daemon, whether or not it has the image.
 */
async function daemonFor(image, platform, context) {
    const { transport, named } = image.reference;
    if (transport === 'docker-daemon')
        return findDockerDaemon(context);
    if (named === undefined || !isAskedOfDaemon(image))
        return undefined;
    const daemon = findDockerDaemon(context);
    const found = daemon && (await findInDaemon(daemon, named, platform, context));
    return found === undefined ? undefined : daemon;
}
/** The image if the daemon has it for the platform; undefined also if the daemon does not answer. */
async function findInDaemon(daemon, image, platform, context) {
    const name = nameOf(image);
    try {
        const found = await askDaemon(daemon, image, context);
        if (found === undefined || (0,image_platform/* isForPlatform */.b)(found, platform))
            return found;
        const present = (0,image_platform/* describePlatform */.d5)(found);
        context.reporter.info(`the Docker daemon has ${name} only for ${present}; ${platform} is fetched from the registry`);
    }
    catch (error) {
        context.signal?.throwIfAborted();
        context.reporter.debug(`cannot ask the Docker daemon for ${name}: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    return undefined;
}
/**
 * Asks the daemon for an image by its name or its id (`sha256:…`); undefined if the daemon does not have it.
 *
 * @throws Error if the request fails or the answer is invalid.
 */
async function askDaemon(daemon, image, { signal }) {
    const name = typeof image === 'string' ? image : nameOf(image);
    const answer = await getText({ ...daemon.connection, path: `/images/${encodeURI(name)}/json` }, signal);
    if (answer === undefined)
        return undefined;
    const { Id: id, Os: os, Architecture: architecture, Variant: variant, Descriptor, } = inspectSchema.parse(JSON.parse(answer));
    return { id, os, architecture, variant, isManifest: Descriptor?.digest === id };
}
/**
 * Saves an image of the daemon to a file, as `docker save` does.
 *
 * @throws FledgeError `download` if the daemon fails, `input` if the image is larger than `maxUnpackedBytes`, `output`
 *   if the disk is full.
 */
async function saveFromDaemon(daemon, id, to, { signal }) {
    const budget = new support_budget/* Budget */._({ unpacked: to.maxUnpackedBytes });
    const bounded = async function* (body) {
        for await (const chunk of body) {
            budget.spend('unpacked', chunk.length);
            yield chunk;
        }
    };
    try {
        const response = await new Promise((resolve, reject) => {
            const path = `/images/${encodeURI(id)}/get`;
            (0,external_node_http_.get)({ ...daemon.connection, path, ...(signal !== undefined && { signal }) }, resolve).on('error', reject);
        });
        if (response.statusCode !== 200) {
            response.destroy();
            throw new Error(`status ${response.statusCode}`);
        }
        await (0,external_node_stream_promises_.pipeline)(response, bounded, (0,external_node_fs_.createWriteStream)(to.file, { flags: 'wx', mode: 0o600 }));
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof errors/* FledgeError */.aE)
            throw error;
        const isFull = ['ENOSPC', 'EDQUOT'].includes((0,errors/* systemCodeOf */.c7)(error) ?? '');
        throw new errors/* FledgeError */.aE(isFull ? 'output' : 'download', `cannot copy the image ${to.label} from the Docker daemon: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: isFull
                ? 'free some space, or set TMPDIR to a directory on another disk'
                : 'try again, or restart the daemon',
        });
    }
}
function nameOf({ domain, repository, tag, digest }) {
    return `${domain}/${repository}${digest === undefined ? `:${tag ?? 'latest'}` : `@${digest}`}`;
}
/** Returns the body of an answer with status 200; undefined for 404. Rejects for any other status. */
function getText(options, signal) {
    return new Promise((resolve, reject) => {
        const request = (0,external_node_http_.get)({ ...options, timeout: TIMEOUT_MS, ...(signal !== undefined && { signal }) }, (response) => {
            const chunks = [];
            let bytes = 0;
            response.on('data', (chunk) => {
                bytes += chunk.length;
                if (bytes > MAX_ANSWER_BYTES)
                    request.destroy(new Error('the answer is too long'));
                else
                    chunks.push(chunk);
            });
            response.on('error', reject);
            response.on('end', () => {
                if (response.statusCode === 200)
                    resolve(Buffer.concat(chunks).toString('utf8'));
                else if (response.statusCode === 404)
                    resolve(undefined);
                else
                    reject(new Error(`status ${response.statusCode}`));
            });
        });
        request.on('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
        request.on('error', reject);
    });
}
function isSocket(path) {
    try {
        return (0,external_node_fs_.statSync)(path).isSocket();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/sources/image/fetch/growth.js
var growth = __webpack_require__(4481);
// EXTERNAL MODULE: ./build/net/context.js
var net_context = __webpack_require__(4963);
// EXTERNAL MODULE: ./build/net/http-failure.js
var http_failure = __webpack_require__(7381);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/support/retry.js
var retry = __webpack_require__(2682);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(4705);
// EXTERNAL MODULE: ./build/tools/find.js
var find = __webpack_require__(1313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(6384);
;// CONCATENATED MODULE: ./build/sources/image/fetch/rate-limit.js

/**
 * Reads the debug output of skopeo (containers/image, docker_client.go). After an answer with status 429, skopeo logs
 * the wait that the registry asks for, and then the time it sleeps: at most a minute, several times.
 */
class RateLimitWatch {
    #nowMs;
    #askedMs;
    #waitedMs = 0;
    constructor(nowMs = Date.now) {
        this.#nowMs = nowMs;
    }
    /** The wait in a line; undefined if the line has none. */
    read(line) {
        const [, header] = /Detected 'Retry-After' header \\"([^"\\]{1,100})\\"/.exec(line) ?? [];
        if (header !== undefined) {
            this.#askedMs = (0,http_failure/* parseRetryAfter */.mu)(header, this.#nowMs());
            return undefined;
        }
        const [, seconds] = /Too many requests to .*: sleeping for (\d{1,9}(?:\.\d+)?) seconds/.exec(line) ?? [];
        if (seconds === undefined)
            return undefined;
        const sleepMs = Number(seconds) * 1000;
        const askedMs = this.#askedMs ?? sleepMs;
        this.#askedMs = undefined;
        this.#waitedMs += sleepMs;
        return { askedMs, isTooLong: Math.max(askedMs, this.#waitedMs) > http_failure/* LONGEST_WAIT_MS */.u_ };
    }
}

// EXTERNAL MODULE: ./build/net/redact.js
var redact = __webpack_require__(3567);
;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo-failure.js


/** Patterns for messages of skopeo, containers/image, Go and registries. The first match is used. */
const FAILURES = [
    ['no-space', /no space left on device|disk quota exceeded/i],
    ['no-policy', /policy\.json: no such file/i],
    ['no-daemon', /cannot connect to the docker daemon/i],
    [
        'other-archive',
        /oci-archive:.*\/index\.json: no such file|docker-archive:.*component manifest\.json: file does not exist/i,
    ],
    ['missing-archive', /(?:docker|oci)-archive:.*: no such file or directory/i],
    // An archive for another platform has its own message.
    ['damaged-archive', /(?:docker|oci)-archive:.*(?:EOF|tar header|detecting compression|untarring|tar component)/i],
    ['rate-limited', /too ?many ?requests|\b429\b/i],
    ['altered', /digest did not match|digest \S+ does not match|does not match expected/i],
    ['plain-http', /server gave HTTP response to HTTPS client/i],
    ['untrusted-certificate', /x509:|certificate (?:signed|is not|has expired)|tls: (?!handshake timeout)/i],
    [
        'login',
        // "permission denied" is a message about a local file.
        /unauthorized|authentication required|invalid username\/password|(?<!permission )\bdenied\b|permission_denied|\b40[13]\b|forbidden/i,
    ],
    [
        'unknown-image',
        /manifest unknown|name unknown|no descriptor found|not known to registry|\b404\b|not found|no such image|does not exist/i,
    ],
    [
        'unreachable',
        /connection refused|connection reset|broken pipe|unexpected EOF|\bEOF\b|no such host|name resolution|server misbehaving|timeout|timed out|deadline exceeded|no route to host|network is unreachable|\b50[0234]\b|internal server error|bad gateway|service unavailable/i,
    ],
];
/** A failed run of skopeo. */
class SkopeoFailure extends Error {
    name = 'SkopeoFailure';
    kind;
    /** Default of `kind`: detected in the output. */
    constructor(output, kind) {
        const text = lastMessageOf(output);
        super(reasonOf(text));
        this.kind = kind ?? kindOfFailure(text);
    }
    /** The decision to retry or to give up. */
    get verdict() {
        return this.kind === 'unreachable' || this.kind === 'slow' ? { waitAtLeastMs: 0 } : 'give-up';
    }
    /** The error for users. */
    explain({ what, registry, isLocked = false, loginFix }) {
        const place = registry ?? 'the registry';
        const isGone = isLocked && this.kind === 'unknown-image';
        const [reason, standardFix] = isGone ? PINNED_AND_GONE : explanationOf(this.kind, place);
        const fix = this.kind === 'login' ? (loginFix ?? standardFix) : standardFix;
        const message = reason === undefined ? `cannot ${what}: ${this.message}` : `cannot ${what}: ${reason}: ${this.message}`;
        return new errors/* FledgeError */.aE(this.kind === 'no-space' ? 'output' : 'download', message, {
            cause: this,
            ...(fix !== undefined && { fix }),
        });
    }
}
const PINNED_AND_GONE = [
    'the image no longer exists',
    'run fledge lock to pin the current image: the registry may have removed the pinned one',
];
/** GitHub also answers DENIED for a package that does not exist. */
const GHCR_LOGIN = 'check the name, and log in with a token that has read:packages: skopeo login ghcr.io; in a workflow, give the job permissions: packages: read, and give the repository access in the settings of the package';
/** The kind of a failure, by the message of skopeo. */
function kindOfFailure(text) {
    return FAILURES.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other';
}
function explanationOf(kind, registry) {
    switch (kind) {
        case 'untrusted-certificate':
            return [
                `the certificate of ${registry} does not verify`,
                `put its CA certificate into ~/.config/containers/certs.d/${registry}/ca.crt, or set SSL_CERT_FILE to its path`,
            ];
        case 'plain-http':
            return [
                `${registry} does not speak TLS`,
                `if it is yours, write this into ~/.config/containers/registries.conf.d/insecure.conf: registry = [{ location = "${registry}", insecure = true }]`,
            ];
        case 'login':
            return [
                `${registry} refuses access: the image does not exist, or needs a login that allows it`,
                registry === 'ghcr.io'
                    ? GHCR_LOGIN
                    : `check the name, and log in: docker login ${registry}, or skopeo login ${registry}`,
            ];
        case 'unknown-image':
            return ['there is no such image', 'check the name and the tag'];
        case 'altered':
            return [
                `digest mismatch: ${registry} served different content than the manifest lists`,
                'find out which proxy or mirror changes the content before you continue',
            ];
        case 'rate-limited':
            return [undefined, `try again after that time; with a login more requests are allowed: skopeo login ${registry}`];
        case 'slow':
        case 'unreachable':
            return [
                `${registry} does not answer as it should`,
                'check the name of the registry and the network, or try again later',
            ];
        case 'no-daemon':
            return [
                'there is no Docker daemon',
                'start it, set DOCKER_HOST to its address, or remove docker-daemon: from the name',
            ];
        case 'missing-archive':
            return ['there is no such file', 'check the path; a relative path starts at the directory of fledge.toml'];
        case 'damaged-archive':
            return [
                'not a valid archive of this type, or corrupted',
                'create the archive again with docker save or skopeo copy',
            ];
        case 'other-archive':
            return [
                'not an archive of this type',
                'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save',
            ];
        case 'no-space':
            return ['no space is left', 'free some space, or set FLEDGE_CACHE_DIR and TMPDIR to directories on another disk'];
        case 'no-policy':
            return [
                'skopeo is not set up',
                'apt-get install golang-github-containers-common, or write /etc/containers/policy.json',
            ];
        case 'other':
            return [];
    }
}
/** The last message of skopeo. */
function lastMessageOf(output) {
    const quoted = [...output.matchAll(/level=(?:fatal|error) msg=("(?:[^"\\]|\\.)*")/g)].at(-1)?.[1];
    if (quoted !== undefined)
        return unquote(quoted);
    return output.replace(/^time="[^"]*" level=(?:debug|info) .*\n?/gm, '').trim();
}
/**
 * The message on one line, without the image's name at its start, which our own message has. URLs are redacted, because
 * redirects to storage contain signatures.
 */
function reasonOf(message) {
    const reason = message.replace(/^(?:(?:error )?parsing image name "[^"]*"|initializing source \S+?:*): /i, '');
    return (0,errors/* messageOf */.bD)(reason.replace(/https?:\/\/[^\s"\\]+/g, (url) => (0,redact/* redactUrl */.B)(url)));
}
function unquote(quoted) {
    try {
        return JSON.parse(quoted);
    }
    catch {
        return quoted.slice(1, -1);
    }
}

;// CONCATENATED MODULE: ./build/sources/image/fetch/skopeo.js















/** Limit of the output for a document: the document and the log of skopeo. */
const MAX_DOCUMENT_OUTPUT = 2 * image_json/* MAX_DOCUMENT_BYTES */.bi;
/** Attempts with a slow registry: one retry, because a single connection may be bad. */
const MAX_SLOW_ATTEMPTS = 2;
/**
 * Finds skopeo on the PATH.
 *
 * @throws FledgeError `tool` if it is missing or too old.
 */
async function findSkopeo(signal) {
    try {
        return await (0,find/* requireTool */.Y0)(table/* skopeo */._S, signal);
    }
    catch (error) {
        if (!(error instanceof errors/* FledgeError */.aE) || error.fix === undefined)
            throw error;
        throw new errors/* FledgeError */.aE('tool', `${error.message}, and it is needed to fetch images`, {
            cause: error,
            fix: error.fix,
        });
    }
}
/** Arguments that print the exact bytes of a manifest or an index. */
function inspectManifestArguments(source) {
    return ['inspect', '--raw', source];
}
/** Arguments that print the exact bytes of an image's config. */
function inspectConfigArguments(source) {
    return ['inspect', '--config', '--raw', source];
}
/**
 * Arguments that copy an image into an OCI layout with a shared directory of blobs. Existing blobs are not fetched.
 * Layers stay unchanged, also if they are not compressed.
 */
function copyToLayoutArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        '--dest-oci-accept-uncompressed-layers',
        '--dest-shared-blob-dir',
        to.blobs,
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'oci', layout: to.layout, image: 'image' }),
    ];
}
/** Arguments that copy an image into a directory, with unchanged bytes of manifest, config and layers. */
function copyToDirectoryArguments(source, to, platform) {
    return [
        ...globalArguments(platform, to.temporary),
        'copy',
        ...(to.daemonHost === undefined ? [] : ['--src-daemon-host', to.daemonHost]),
        source,
        (0,tools_arguments/* skopeoDestination */.YN)({ transport: 'dir', path: to.directory }),
    ];
}
/**
 * Arguments of every copy. Without --tmpdir, large temporary files are in /var/tmp and remain there when skopeo fails
 * or is killed.
 */
function globalArguments(platform, temporary) {
    const { os, architecture, variant } = (0,image_platform/* targetOf */.$r)(platform);
    const variants = architecture === 'arm64' ? ['--override-variant', variant] : [];
    // skopeo unpacks an archive there, and treats a colon in the path as its end.
    const directory = temporary.includes(':') ? [] : ['--tmpdir', temporary];
    return [...directory, '--override-os', os, '--override-arch', architecture, ...variants];
}
/**
 * Runs skopeo, with retries after temporary failures, and returns its stdout. skopeo reads logins, certificates and
 * registries.conf itself; its arguments contain none of them.
 *
 * @throws FledgeError `download` with the reason and the requested image.
 */
async function runSkopeo(skopeo, command, context) {
    const { reporter, signal, network } = context;
    const { args, cwd, what, registry, fetched = () => 0, excess, prints, authFile } = command;
    const variables = { ...context.env, ...(authFile !== undefined && { REGISTRY_AUTH_FILE: authFile }) };
    const env = (0,tools_environment/* environmentFor */.DD)(kindOfCommand(args), variables, { helpers: (0,logins/* credentialHelpersOf */.Yp)(variables) });
    const { registryStallMs, minBytesPerSecond } = { ...net_context/* DEFAULT_NETWORK */.R, ...network };
    const pace = { everyMs: registryStallMs, bytesPerSecond: minBytesPerSecond };
    const rateLimit = new RateLimitWatch();
    let slowAttempts = 0;
    const attempt = async () => {
        const supervisor = new growth/* Supervisor */.Dm([
            // skopeo has no timeout for a silent registry. Local sources need none.
            ...(registry === undefined ? [] : [(0,growth/* speedCheck */.AD)(fetched, pace, (bytes) => tooSlow(bytes, registryStallMs))]),
            ...(excess === undefined ? [] : [(0,growth/* growthCheck */.Uo)(excess)]),
        ]);
        const signals = [signal, supervisor.signal].filter((each) => each !== undefined);
        try {
            // Only the debug log shows that skopeo waits for a rate limit.
            const { stdout } = await (0,exec/* run */.eF)(skopeo.path, ['--debug', ...args], {
                cwd,
                env,
                signal: AbortSignal.any(signals),
                onLine(line, stream) {
                    const wait = stream === 'stderr' ? rateLimit.read(line) : undefined;
                    if (wait === undefined)
                        return;
                    const limited = `${registry ?? 'the registry'} has too many requests (429) and asks to wait ${(0,http_failure/* formatWait */.Du)(wait.askedMs)}`;
                    if (wait.isTooLong)
                        supervisor.fail(new SkopeoFailure(limited, 'rate-limited'));
                    else
                        reporter.info(`${what}: ${limited}`);
                },
                ...(prints === 'document' && { maxOutputBytes: MAX_DOCUMENT_OUTPUT }),
            });
            const problem = excess?.();
            if (problem !== undefined)
                throw problem;
            return stdout;
        }
        catch (error) {
            if (supervisor.failure !== undefined && signal?.aborted !== true)
                throw supervisor.failure;
            throw error instanceof errors/* FledgeError */.aE && error.fix === undefined ? new SkopeoFailure(error.message) : error;
        }
        finally {
            supervisor.end();
        }
    };
    const classify = (error) => {
        if (!(error instanceof SkopeoFailure))
            return 'give-up';
        if (error.kind === 'slow')
            slowAttempts += 1;
        return slowAttempts === MAX_SLOW_ATTEMPTS ? 'give-up' : error.verdict;
    };
    try {
        return await (0,retry/* retry */.L5)(attempt, {
            classify,
            onRetry({ error, attempt: number, attempts, waitMs }) {
                const next = `attempt ${number + 1} of ${attempts} in ${(waitMs / 1000).toFixed(1)} s`;
                reporter.info(`${what}: ${(0,errors/* messageOf */.bD)(error)}; ${next}`);
            },
            attempts: retry/* DEFAULT_ATTEMPTS */.li,
            signal,
            ...(network?.delay !== undefined && { delay: network.delay }),
        });
    }
    catch (error) {
        throw error instanceof SkopeoFailure ? error.explain(command) : error;
    }
}
function tooSlow(bytes, periodMs) {
    const received = bytes <= 0 ? 'nothing' : `only ${bytes} bytes`;
    return new SkopeoFailure(`timed out: ${received} arrived within ${periodMs / 1000} s`, 'slow');
}
/** The row of the table of environments for a run, by the source of its image. */
function kindOfCommand(args) {
    if (args.some((argument) => argument.startsWith('docker-daemon:')))
        return 'skopeo of docker-daemon';
    if (args.some((argument) => argument.startsWith('containers-storage:')))
        return 'skopeo of containers-storage';
    return 'skopeo';
}

;// CONCATENATED MODULE: ./build/sources/image/fetch/fetch.js
















/** Allowance for the documents of an image, and for bytes that a program writes between two checks. */
const SLACK_BYTES = 16 * units/* MEBIBYTE */.gJ;
/**
 * Fetches an image and returns its config and the paths of its blobs. OCI layouts, directories of skopeo and archives
 * are read in place. Blobs of a registry are stored in the cache, so that only missing ones are fetched. All other
 * images are copied to the scratch directory. Without a transport and a digest, the local Docker daemon is asked first.
 *
 * The manifest and the config are verified here; layers are verified when they are unpacked.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image, `output` for a full disk.
 */
async function fetchImage(request, context) {
    const image = await fetchFrom(request, context);
    const { reference, platform } = request;
    if (image.newerVariant !== undefined) {
        context.reporter.warn(`${reference.text} is for ${platform}/${image.newerVariant}: older machines of ${platform} cannot run its programs`, { code: 'platform' });
    }
    return image;
}
function fetchFrom(request, context) {
    const { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    const { transport, named, stored, id, path = '', member, text } = reference;
    const file = (0,external_node_path_.resolve)(context.baseDirectory, path);
    const archive = { file, member, platform, label: text, scratchDirectory, maxUnpackedBytes, signal: context.signal };
    switch (transport) {
        case 'oci':
            return (0,layout/* readOciLayout */.I$)({ directory: file, member, platform, label: text });
        case 'dir':
            return (0,layout/* readDirectoryImage */.h0)({ directory: file, platform, label: text });
        case 'docker-archive':
            return (0,image_archive/* readDockerArchive */.z)(archive);
        case 'oci-archive':
            return (0,image_archive/* readOciArchive */.G)(archive);
        case 'containers-storage':
            return fetchFromStorage({ name: stored, id }, request, context);
        case 'docker-daemon':
            return fetchFromDaemon(id === undefined ? named : `sha256:${id}`, request, context);
        case 'docker':
        case undefined:
            if (named === undefined)
                throw new errors/* FledgeError */.aE('internal', `${text} is not an image of a registry`);
            // A daemon cannot provide an image by the digest of its manifest.
            if (isAskedOfDaemon(request))
                return fetchFromDaemonOrRegistry(named, request, context);
            return fetchFromRegistry(named, request, context);
    }
}
async function fetchFromDaemonOrRegistry(named, request, context) {
    const daemon = findDockerDaemon(context);
    const found = daemon && (await findInDaemon(daemon, named, request.platform, context));
    if (daemon === undefined || found === undefined)
        return fetchFromRegistry(named, request, context);
    context.reporter.info(`${request.reference.text} is copied from the Docker daemon (${found.id})`);
    return copyFromDaemon(daemon, found, request, context);
}
/** Fetches an image from the Docker daemon only, by its name or by its id (`sha256:…`). */
async function fetchFromDaemon(wanted, request, context) {
    if (wanted === undefined)
        throw new errors/* FledgeError */.aE('internal', `${request.reference.text} is not an image of a Docker daemon`);
    const daemon = findDockerDaemon(context);
    if (typeof wanted !== 'string' && wanted.digest !== undefined)
        return fetchPinned(daemon, wanted, request, context);
    // skopeo may reach a daemon that cannot be asked here.
    const found = daemon && (await askDaemon(daemon, wanted, context).catch(() => undefined));
    if (daemon !== undefined && found !== undefined) {
        if (typeof wanted !== 'string' || found.id === wanted)
            return copyFromDaemon(daemon, found, request, context);
        throw otherImage(request, found.id, wanted);
    }
    const source = typeof wanted === 'string' ? { id: wanted.replace(/^sha256:/, '') } : { name: wanted };
    const copied = await copyImage({ transport: 'docker-daemon', ...source }, daemon?.skopeoHost, request, context);
    if (typeof wanted === 'string')
        requireConfig(copied, wanted, request);
    return copied;
}
/** Fetches an image by digest. A daemon has the manifest of a digest only with the containerd store. */
async function fetchPinned(daemon, named, request, context) {
    const found = daemon && (await findInDaemon(daemon, named, request.platform, context));
    if (daemon !== undefined && found?.isManifest && found.id === named.digest) {
        return copyFromDaemon(daemon, found, request, context);
    }
    const { text } = request.reference;
    const reason = found === undefined
        ? 'the Docker daemon does not have it'
        : 'the Docker daemon does not provide the manifest with this digest';
    throw new errors/* FledgeError */.aE('input', `cannot copy the image ${text}: ${reason}`, {
        fix: `use the id of the image, docker-daemon:sha256:…, or fetch it from its registry: ${text.replace(/^docker-daemon:/, 'docker://')}`,
    });
}
/** Copies the image with an id from the daemon, and verifies the id. */
async function copyFromDaemon(daemon, { id, isManifest }, request, context) {
    const { platform, reference, scratchDirectory, budget = new support_budget/* Budget */._() } = request;
    const maxUnpackedBytes = budget.limits.unpacked;
    if (isManifest) {
        // With the containerd store, the id is the digest of a manifest or an index, which skopeo does not read from the
        // archive.
        const file = (0,external_node_path_.join)(scratchDirectory, 'daemon.tar');
        await saveFromDaemon(daemon, id, { file, label: reference.text, maxUnpackedBytes }, context);
        const from = { file, scratchDirectory, maxUnpackedBytes, signal: context.signal };
        return (0,image_archive/* readOciArchive */.G)({ ...from, member: undefined, digest: id, platform, label: reference.text });
    }
    const source = { transport: 'docker-daemon', id: id.replace(/^sha256:/, '') };
    const image = await copyImage(source, daemon.skopeoHost, request, context);
    requireConfig(image, id, request);
    return image;
}
/** Copies an image from the storage of podman and buildah, and compares it with a given id or digest. */
async function fetchFromStorage({ name, id }, request, context) {
    const source = { transport: 'containers-storage', name, id };
    const image = await copyImage(source, undefined, request, context);
    if (id !== undefined)
        requireConfig(image, `sha256:${id}`, request);
    if (name?.digest === undefined)
        return image;
    // The copy has a different manifest, because the storage holds uncompressed layers.
    const { text } = request.reference;
    const args = inspectManifestArguments((0,tools_arguments/* skopeoSource */.VU)(source));
    const command = { args, cwd: context.baseDirectory, what: `read the manifest of ${text}` };
    const bytes = await runSkopeo(await findSkopeo(context.signal), command, context);
    requireBytes(name.digest, bytes, `the manifest of ${text}`);
    const manifest = (0,image_image/* parseManifestOrIndex */.yA)({ bytes, digest: name.digest }, text);
    if (!('layers' in manifest)) {
        throw new errors/* FledgeError */.aE('input', `${text}: the digest is that of an index, but the storage has the image of one platform only`, {
            fix: 'use the digest of the manifest for the platform, or the id of the image',
        });
    }
    requireConfig(image, manifest.config.digest, request);
    return image;
}
/** @throws FledgeError `input` if the image has another id than requested. */
function requireConfig({ configDigest }, id, request) {
    if (configDigest !== id)
        throw otherImage(request, configDigest, id);
}
function otherImage({ reference }, actual, wanted) {
    return new errors/* FledgeError */.aE('input', `${reference.text}: the copied image has the id ${actual}, expected ${wanted}`, {
        fix: 'find out why another image was provided before you continue, or use the image of a registry',
    });
}
/** Copies a local image that only skopeo can read. */
async function copyImage(source, daemonHost, { reference, platform, scratchDirectory, budget = new support_budget/* Budget */._() }, context) {
    const skopeo = await findSkopeo(context.signal);
    const directory = (0,external_node_path_.join)(scratchDirectory, 'image');
    const label = reference.text;
    const command = {
        args: copyToDirectoryArguments((0,tools_arguments/* skopeoSource */.VU)(source), { directory, daemonHost, temporary: scratchDirectory }, platform),
        cwd: context.baseDirectory,
        what: `copy the image ${label}`,
        excess: copyExcess({ scratchDirectory, directory, label }, budget),
    };
    // The total size is unknown in advance.
    const measure = () => ({ done: (0,growth/* bytesBelow */.bR)(scratchDirectory) });
    await (0,growth/* reportGrowth */.YB)(context.reporter.progress(label, 'bytes'), measure, () => runSkopeo(skopeo, command, context));
    return (0,layout/* readDirectoryImage */.h0)({ directory, platform, label });
}
/**
 * Returns a check that stops a copy that grows too large: the size is unknown in advance, and a small archive may
 * contain a large image. The limit of unpacked bytes applies to the copied layers, and to the archive that skopeo
 * unpacks first.
 */
function copyExcess({ scratchDirectory, directory, label }, budget) {
    const reserve = new disk_space/* DiskReserve */.Gs(scratchDirectory);
    const most = budget.limits.unpacked + SLACK_BYTES;
    return () => {
        const copied = (0,growth/* bytesBelow */.bR)(directory);
        const all = (0,growth/* bytesBelow */.bR)(scratchDirectory);
        if (copied > most || all - copied > most)
            return budget.excess('unpacked');
        const left = reserve.exceeded();
        if (left === undefined)
            return undefined;
        const sizes = `${(0,units/* formatBytes */.z3)(all)} are copied, and only ${(0,units/* formatBytes */.z3)(left.free)} are free`;
        return new errors/* FledgeError */.aE('output', `cannot copy the image ${label} to ${scratchDirectory}: ${sizes}`, {
            fix: 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it',
        });
    };
}
async function fetchFromRegistry(named, request, context) {
    const { platform, lock, budget } = request;
    const label = request.reference.text;
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, lock, label, budget }, context);
    const root = await fetcher.root();
    const read = (descriptor) => fetcher.manifest(descriptor);
    const selected = await (0,image_image/* selectManifest */.yY)(root, { platform, label }, read);
    await fetcher.fetchBlobs(selected, platform);
    return (0,image_image/* readImage */.AM)(selected, { platform, label }, fetcher.cache.store);
}
/**
 * Resolves an image of a registry to its current digest: of an index, or of a manifest if there is no index. `label` is its
 * name in messages.
 *
 * @throws FledgeError `download`, `tool` without skopeo, `input` for an unusable image.
 */
async function resolveImage(named, label, context) {
    const fetcher = new RegistryFetcher(await findSkopeo(context.signal), { named, label }, context);
    const root = await fetcher.root();
    (0,image_image/* parseManifestOrIndex */.yA)(root, label);
    return root.digest;
}
const MANIFEST = 'image index or manifest';
/**
 * Fetches an image of a registry into the cache. The manifest and the config are fetched separately: a copy into an OCI
 * layout converts both if they are in Docker's format, which changes their digests.
 */
class RegistryFetcher {
    cache;
    #skopeo;
    #named;
    #lock;
    #label;
    #budget;
    #context;
    constructor(skopeo, { named, lock, label, budget = new support_budget/* Budget */._() }, context) {
        const { cacheDirectory, cacheUse, reporter } = context;
        this.cache = openBlobCache(cacheDirectory, { reporter, image: label, use: cacheUse });
        this.#skopeo = skopeo;
        this.#named = named;
        this.#lock = lock;
        this.#label = lock === undefined ? label : `${label} as ${lock.file} pins it`;
        this.#budget = budget;
        this.#context = context;
    }
    /** The manifest or index of the tag or the digest. A digest in the cache needs no request. */
    async root() {
        const { tag } = this.#named;
        const digest = this.#lock?.digest ?? this.#named.digest;
        if (digest === undefined) {
            const bytes = await this.#inspect({ tag: tag ?? 'latest' });
            const document = (0,image_image/* documentOf */.lM)(bytes);
            await this.cache.put(document.digest, bytes, { kind: MANIFEST, label: `the manifest of ${this.#label}` });
            return document;
        }
        return { bytes: await this.#document(digest), digest };
    }
    async manifest({ digest, size }) {
        const bytes = await this.#document(digest);
        if (bytes.length === size)
            return bytes;
        throw new errors/* FledgeError */.aE('input', `the manifest of ${this.#label} has ${bytes.length} bytes, but the index lists ${size}`);
    }
    async fetchBlobs({ digest, manifest }, platform) {
        const { config, layers } = manifest;
        await this.#fetchLayers(digest, layers, platform);
        // The copy has fetched the config, unless the manifest is in Docker's format or no layer was missing.
        if (await this.cache.has(config, `the config of ${this.#label}`))
            return;
        const bytes = await this.#run(inspectConfigArguments(this.#source({ digest })), { prints: 'document' });
        await this.cache.put(config.digest, bytes, { kind: 'image config', label: `the config of ${this.#label}` });
    }
    async #fetchLayers(digest, layers, platform) {
        const missing = new Map();
        for (const [index, layer] of layers.entries()) {
            // Registries do not have foreign layers.
            if ((0,media_types/* layerKindOf */.pc)(layer.mediaType ?? '') === 'foreign')
                continue;
            const isThere = await this.cache.has(layer, `layer ${index + 1} of ${layers.length} of ${this.#label}`);
            if (!isThere)
                missing.set(layer.digest, layer.size);
        }
        const { reporter } = this.#context;
        if (missing.size === 0) {
            reporter.debug(`${this.#label}: all ${layers.length} layers are in the cache`);
            return;
        }
        const total = [...missing.values()].reduce((sum, size) => sum + size, 0);
        this.#budget.spend('fetched', total);
        (0,disk_space/* requireSpace */.MK)([
            {
                directory: this.#context.cacheDirectory,
                bytes: total,
                what: `the layers of ${this.#label}`,
                fix: 'set FLEDGE_CACHE_DIR to a directory on another disk',
            },
        ]);
        reporter.info(`fetch ${missing.size} of ${layers.length} layers of ${this.#label} (${(0,units/* formatBytes */.z3)(total)})`);
        const scratch = this.cache.scratch();
        const blobs = [...missing.keys()].map((missed) => this.cache.store.pathOf(missed));
        // The scratch directory holds partial blobs and some small documents. Complete blobs are counted first, so that a
        // blob that moves in between is not counted twice.
        const fetched = () => blobs.reduce((sum, path) => sum + (0,growth/* bytesOf */.$$)(path), 0) + (0,growth/* bytesBelow */.bR)(scratch.path);
        const excess = () => (0,growth/* bytesBelow */.bR)(scratch.path) > total + SLACK_BYTES ? this.#tooMuch(total) : undefined;
        const measure = () => ({ done: Math.min(fetched(), total), total });
        try {
            // The path is relative, because skopeo treats a colon in the path of a layout as its end.
            const to = { layout: 'layout', blobs: this.cache.directory, temporary: scratch.path };
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.join)(scratch.path, to.layout));
            const args = copyToLayoutArguments(this.#source({ digest }), to, platform);
            const progress = reporter.progress(this.#label, 'bytes');
            await (0,growth/* reportGrowth */.YB)(progress, measure, () => this.#run(args, { cwd: scratch.path, fetched, excess }));
            this.cache.added([...missing.keys()], 'image layer', total);
        }
        finally {
            scratch.dispose();
        }
    }
    #tooMuch(total) {
        const sizes = `more than the ${(0,units/* formatBytes */.z3)(total)} that the manifest lists`;
        return new errors/* FledgeError */.aE('download', `cannot fetch the image ${this.#label}: the registry sends ${sizes}`, {
            fix: 'do not trust the registry or the proxy before it; fetch the image from another registry',
        });
    }
    async #document(digest) {
        const label = `the manifest of ${this.#label}`;
        const cached = await this.cache.findDocument(digest, label);
        if (cached !== undefined)
            return cached;
        const bytes = await this.#inspect({ digest });
        requireBytes(digest, bytes, label);
        await this.cache.put(digest, bytes, { kind: MANIFEST, label });
        return bytes;
    }
    #inspect(version) {
        return this.#run(inspectManifestArguments(this.#source(version)), { prints: 'document' });
    }
    #source(version) {
        const { domain, repository } = this.#named;
        return (0,tools_arguments/* skopeoSource */.VU)({ transport: 'docker', name: { domain, repository, ...version } });
    }
    async #run(args, { cwd = this.#context.baseDirectory, ...others } = {}) {
        const pinned = this.#lock === undefined ? '' : `, ${this.#lock.digest}`;
        const what = `fetch the image ${this.#label}${pinned}`;
        const isLocked = this.#lock !== undefined;
        const registry = this.#named.domain;
        const command = { args, cwd, what, registry, isLocked, ...others };
        const store = findCredentialStore(registry, this.#context.env);
        if (store?.authFile === undefined) {
            const loginFix = store &&
                `log in with skopeo login ${registry}: skopeo cannot read the login of docker in the credential store ${JSON.stringify(store.name)} (credsStore in ${store.file})`;
            return runSkopeo(this.#skopeo, { ...command, loginFix }, this.#context);
        }
        const scratch = this.cache.scratch();
        try {
            const authFile = (0,external_node_path_.join)(scratch.path, 'auth.json');
            (0,external_node_fs_.writeFileSync)(authFile, store.authFile, { mode: 0o600 });
            const loginFix = `check the name, and that ${JSON.stringify(store.name)} (credsStore in ${store.file}) has a login that allows it: docker login ${registry}`;
            return await runSkopeo(this.#skopeo, { ...command, authFile, loginFix }, this.#context);
        }
        finally {
            scratch.dispose();
        }
    }
}


/***/ }),

/***/ 5112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yp: () => (/* binding */ credentialHelpersOf),
/* harmony export */   dO: () => (/* binding */ dockerConfigFile),
/* harmony export */   i7: () => (/* binding */ canonicalRegistry),
/* harmony export */   rC: () => (/* binding */ readLogins)
/* harmony export */ });
/* unused harmony exports authFilesOf, mergeLogins */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2311);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5921);
/* harmony import */ var _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4618);







/** The parts of a login file that skopeo and docker read (containers-auth.json(5)). */
const authFileSchema = zod__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ikc({
    auths: mapOf(mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5J())),
    credHelpers: mapOf(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP()),
    credsStore: zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP().nullish(),
});
/** Larger than the file of any login program. */
const MAX_BYTES = 1024 * 1024;
/** The login files that skopeo reads, in its order (containers-auth.json(5)). */
function authFilesOf(env) {
    const named = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'REGISTRY_AUTH_FILE');
    if (named !== undefined)
        return [(0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(named)];
    const runtime = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'XDG_RUNTIME_DIR');
    return [
        runtime === undefined
            ? `/run/containers/${process.getuid?.() ?? 0}/auth.json`
            : (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(runtime, 'containers/auth.json'),
        (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'XDG_CONFIG_HOME') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.config'), 'containers/auth.json'),
        dockerConfigFile(env),
    ];
}
/** The file that `docker login` writes to. */
function dockerConfigFile(env) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'DOCKER_CONFIG') ?? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(homeOf(env), '.docker'), 'config.json');
}
function homeOf(env) {
    return (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentValue */ .a)(env, 'HOME') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)();
}
/** The existing login files, in skopeo's order. A file that cannot be read is skipped with a warning. */
function readLogins(env, reporter) {
    return authFilesOf(env).flatMap((path) => readAuthFile(path, reporter) ?? []);
}
/**
 * The credential helpers in the login files, without `docker-credential-`. skopeo, docker and podman start no others.
 */
function credentialHelpersOf(env) {
    const files = readLogins(env, _support_report_reporter_js__WEBPACK_IMPORTED_MODULE_4__/* .silentReporter */ .P);
    const names = files.flatMap(({ credHelpers, credsStore }) => [...Object.values(credHelpers), credsStore ?? '']);
    return [...new Set(names)].filter((name) => name !== '');
}
/**
 * Merges a login, if there is one, and existing login files. The login replaces all others for its registry and for
 * paths below it. For other registries, the first file with a login wins, as if skopeo read the files in order.
 */
function mergeLogins(own, files) {
    const registry = own && canonicalRegistry(own.registry);
    const auths = own === undefined ? {} : { [own.registry]: { auth: own.auth } };
    const credHelpers = {};
    const known = new Set();
    const isFree = (key) => {
        const name = canonicalRegistry(key);
        const isOwn = registry !== undefined && (name === registry || name.startsWith(`${registry}/`));
        return !isOwn && !known.has(name);
    };
    for (const file of files) {
        const helpers = Object.entries(file.credHelpers).filter(([key]) => isFree(key));
        const logins = Object.entries(file.auths).filter(([key]) => isFree(key));
        for (const [key, value] of helpers)
            credHelpers[key] = value;
        for (const [key, value] of logins)
            auths[key] = value;
        for (const [key] of [...helpers, ...logins])
            known.add(canonicalRegistry(key));
    }
    return { auths, credHelpers };
}
/** The name of a registry without the API address that Docker writes, and with one name for the hosts of Docker Hub. */
function canonicalRegistry(key) {
    const name = key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
    return name.replace(/^(?:index|registry-1)\.docker\.io(?=$|\/)/, 'docker.io');
}
function readAuthFile(path, reporter) {
    try {
        const text = readSmallFile(path);
        if (text !== undefined)
            return { ...authFileSchema.parse(JSON.parse(text)), path };
        reporter.warn(`the logins in ${path} are ignored: it is not a login file`, { code: 'login' });
    }
    catch (error) {
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        // The parser quotes text that it cannot parse, so its message is not logged: the file may hold secrets.
        const why = code === undefined ? 'it is not a login file' : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(error);
        reporter.warn(`the logins in ${path} are ignored: ${why}`, { code: 'login' });
    }
    return undefined;
}
/**
 * Undefined if the file is not regular or is too large for a login file. O_NONBLOCK: opening a fifo must not wait for a
 * writer.
 */
function readSmallFile(path) {
    const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK);
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(descriptor);
        return stats.isFile() && stats.size <= MAX_BYTES ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(descriptor, 'utf8') : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(descriptor);
    }
}
/** Programs in Go write null for an empty map. */
function mapOf(values) {
    const map = zod__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_5__/* .string */ .YjP(), values).nullish();
    return map.transform((present) => present ?? {});
}


/***/ }),

/***/ 309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ foldFields),
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   bi: () => (/* binding */ MAX_DOCUMENT_BYTES),
/* harmony export */   cM: () => (/* binding */ goStruct),
/* harmony export */   mM: () => (/* binding */ layoutSchema),
/* harmony export */   me: () => (/* binding */ indexSchema),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2311);
/* harmony import */ var _document_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5460);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);



/** Limit of a document, which is read into memory. Registries refuse larger ones. */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
/**
 * Renames the keys of `value` that differ from a name in `fields` only in case to that name, as Go's encoding/json reads
 * them; most other tools for images use it. `twice` is the first name that `value` has more than once.
 */
function foldFields(value, fields) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return { value };
    const fieldOf = new Map(fields.map((field) => [foldCase(field), field]));
    const folded = new Map();
    let twice;
    for (const [key, item] of Object.entries(value)) {
        const name = fieldOf.get(foldCase(key)) ?? key;
        if (folded.has(name))
            twice ??= name;
        folded.set(name, item);
    }
    return { value: Object.fromEntries(folded), ...(twice !== undefined && { twice }) };
}
/** The form in which Go compares keys. It folds the long s (U+017F) to s, and the kelvin sign (U+212A) to k. */
function foldCase(key) {
    return key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}
/** The schema of an object with these fields, with keys in any case, as in a Go struct. */
function goStruct(shape) {
    const fields = Object.keys(shape);
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .preprocess */ .vkY((input, context) => {
        const { value, twice } = foldFields(input, fields);
        if (twice !== undefined)
            context.addIssue({ code: 'custom', message: `the key ${twice} is there twice` });
        return value;
    }, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc(shape));
}
/** OCI image specification, descriptor.md. */
const descriptorFields = {
    // Old tools omit it.
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    size: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    urls: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    annotations: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
};
const descriptorSchema = goStruct(descriptorFields);
const indexEntrySchema = goStruct({
    ...descriptorFields,
    platform: goStruct({
        architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        variant: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    }).nullish(),
});
/** A list. Go writes an empty list as null, or omits it. */
function listOf(item) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .preprocess */ .vkY((value) => value ?? [], zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item));
}
/** image-index.md, and Docker's manifest list. */
const indexSchema = goStruct({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(2),
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    manifests: listOf(indexEntrySchema),
});
/** manifest.md, and Docker's image manifest version 2, schema 2. */
const manifestSchema = goStruct({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(2),
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    config: descriptorSchema,
    layers: listOf(descriptorSchema),
});
const textList = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish();
/** Docker also accepts a single word, and null, which Go reads as the empty string. */
const word = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .nullable()
    .transform((text) => text ?? '');
const command = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().transform((text) => [text]), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(word)]).nullish();
/** config.md; Docker's config has more keys. An image without a base image has no platform (`crane append`). */
const configSchema = goStruct({
    architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    variant: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    rootfs: goStruct({ type: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['layers', '']).nullish(), diff_ids: textList }),
    config: goStruct({
        Entrypoint: command,
        Cmd: command,
        Env: textList,
        WorkingDir: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        User: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        ExposedPorts: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()).nullish(),
        Labels: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    }).nullish(),
});
/** image-layout.md. */
const layoutSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ imageLayoutVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** Maximum length of a key in a message, in characters. */
const MAX_SHOWN_KEY = 100;
/** @throws FledgeError `input`, calling the document `label`, if it is not JSON or does not match the schema. */
function parseDocument(bytes, schema, label) {
    const parsed = schema.safeParse(parseJson(bytes, label));
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not valid: ${problems.join('; ')}`);
}
/**
 * @throws FledgeError `input`, calling the document `label`, if it is not JSON, or has a key twice in one object: tools
 *   differ in which of the two counts, so that one digest would stand for two images.
 */
function parseJson(bytes, label) {
    let text;
    let value;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not valid JSON`, { cause });
    }
    for (const path of (0,_document_json_js__WEBPACK_IMPORTED_MODULE_0__/* .repeatedKeys */ .fg)(text)) {
        const key = String(path.at(-1)).slice(0, MAX_SHOWN_KEY);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has the key ${JSON.stringify(key)} twice in one object`, {
            fix: 'do not trust the image',
        });
    }
    return value;
}


/***/ }),

/***/ 4526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   DE: () => (/* binding */ blobOf),
/* harmony export */   lM: () => (/* binding */ documentOf),
/* harmony export */   yA: () => (/* binding */ parseManifestOrIndex),
/* harmony export */   yY: () => (/* binding */ selectManifest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5921);
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5432);
/* harmony import */ var _image_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(309);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7079);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2792);






/** More than known tools generate. */
const MAX_INDEX_DEPTH = 4;
/** overlayfs supports 128 layers, and Docker 127. */
const MAX_LAYERS = 1000;
/** A document with its computed digest. */
function documentOf(bytes) {
    return { bytes, digest: `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}` };
}
/**
 * Selects the manifest for the platform, from a manifest or through nested indexes. `read` returns the verified
 * document of a descriptor.
 *
 * @throws FledgeError `input` if there is none (the message lists the platforms), or the document is not an image.
 */
async function selectManifest(root, request, read) {
    const { platform, label } = request;
    let document = root;
    for (let depth = 0; depth <= MAX_INDEX_DEPTH; depth += 1) {
        const parsed = parseManifestOrIndex(document, label);
        if ('layers' in parsed)
            return { digest: document.digest, manifest: parsed };
        const entry = (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .selectPlatform */ .md)(parsed.manifests, platform, label);
        document = { bytes: await read(entry), digest: entry.digest, mediaType: entry.mediaType };
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has indexes that are nested more than ${MAX_INDEX_DEPTH} deep`);
}
/** @throws FledgeError `input` if the document is not a supported manifest or index. */
function parseManifestOrIndex({ bytes, mediaType }, label) {
    const raw = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(bytes, `the manifest of ${label}`);
    const { value } = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .foldFields */ .Dm)(raw, ['schemaVersion', 'mediaType', 'config', 'layers', 'manifests']);
    const fields = typeof value === 'object' && value !== null ? value : {};
    const own = 'mediaType' in fields && typeof fields.mediaType === 'string' ? fields.mediaType : undefined;
    // The media type is optional in OCI documents and in descriptors. Without one, the keys decide.
    const byKeys = ('manifests' in fields ? _media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .INDEX_TYPES */ .V[0] : _media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TYPES */ ._P[0]) ?? '';
    const type = [own, mediaType].find((given) => !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnspecified */ .QN)(given)) ?? byKeys;
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .SCHEMA1_TYPE */ .a3.test(type) || ('schemaVersion' in fields && fields.schemaVersion === 1)) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has a manifest of Docker's schema 1, which cannot be verified`, {
            fix: 'push the image again with a tool that supports manifest schema 2',
        });
    }
    // Another program may read the document as the other type (CVE-2021-41190), so one digest would mean two images.
    if ('manifests' in fields && ('layers' in fields || 'config' in fields)) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `the manifest of ${label} is also an index, so one of the two must be a forgery`, {
            fix: 'do not trust the image',
        });
    }
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .INDEX_TYPES */ .V.includes(type))
        return (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDocument */ .Tp)(bytes, _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .indexSchema */ .me, `the index of ${label}`);
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TYPES */ ._P.includes(type))
        return (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDocument */ .Tp)(bytes, _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestSchema */ .rc, `the manifest of ${label}`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not a container image: its media type is ${JSON.stringify(type)}`);
}
/**
 * Reads the image of a manifest whose config and layers are in `store`.
 *
 * @throws FledgeError `input` if the config is missing or damaged, is not the config of an image, or is for another
 *   platform.
 */
async function readImage({ digest, manifest }, request, store) {
    const { platform, label } = request;
    const rawConfig = await (0,_blob_js__WEBPACK_IMPORTED_MODULE_2__/* .readSmallBlob */ .tp)(blobOf(manifest.config, `the config of ${label}`, store), _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_DOCUMENT_BYTES */ .bi);
    const config = parseConfig(manifest, rawConfig, label);
    (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .requirePlatform */ .Fj)(config, platform, label);
    const { config: run } = config;
    return {
        digest,
        platform,
        newerVariant: (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .newerVariantOf */ .Ie)(config, platform),
        configDigest: manifest.config.digest,
        entrypoint: run?.Entrypoint ?? [],
        cmd: run?.Cmd ?? [],
        env: run?.Env ?? [],
        workdir: run?.WorkingDir || undefined,
        user: run?.User || undefined,
        exposedPorts: Object.keys(run?.ExposedPorts ?? {}),
        labels: run?.Labels ?? {},
        rawConfig,
        layers: layersOf(manifest, config, { label, store }),
    };
}
function parseConfig(manifest, bytes, label) {
    const { mediaType } = manifest.config;
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnspecified */ .QN)(mediaType) && !_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .CONFIG_TYPES */ .li.includes(mediaType ?? '')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not a container image: its config has the media type ${JSON.stringify(mediaType)}`);
    }
    return (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDocument */ .Tp)(bytes, _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .configSchema */ .Qn, `the config of ${label}`);
}
function layersOf(manifest, config, from) {
    const diffIds = config.rootfs.diff_ids ?? [];
    const count = manifest.layers.length;
    if (count !== diffIds.length) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${from.label} has ${count} layers, but its config lists ${diffIds.length}`);
    }
    if (count > MAX_LAYERS)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${from.label} has ${count} layers; the limit is ${MAX_LAYERS}`);
    return manifest.layers.map((layer, index) => ({
        ...blobOf(layer, `layer ${index + 1} of ${count} of ${from.label}`, from.store),
        mediaType: layer.mediaType ?? '',
        diffId: diffIds[index] ?? '',
        urls: layer.urls ?? [],
    }));
}
/** A blob in a store. Its digest is checked before it becomes part of a path. */
function blobOf({ digest, size }, label, store) {
    (0,_blob_js__WEBPACK_IMPORTED_MODULE_2__/* .requireDigest */ .m0)(digest, label);
    const slice = store.sliceOf?.(digest);
    return { digest, size, label, path: store.pathOf(digest), ...(slice !== undefined && { slice }) };
}


/***/ }),

/***/ 6687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ detectCompression),
/* harmony export */   e: () => (/* binding */ DecompressionError)
/* harmony export */ });
/* harmony import */ var _tar_format_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(288);

/** The data is damaged, or cannot be decompressed; the message contains the reason. */
class DecompressionError extends Error {
    name = 'DecompressionError';
    /** The action for the user. */
    fix;
    constructor(message, fix) {
        super(message);
        this.fix = fix;
    }
}
/** Formats that layers sometimes have although no specification allows them. */
const FOREIGN_MAGICS = [
    ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
    ['bzip2', Buffer.from('BZh')],
    ['bzip3', Buffer.from('BZ3v1')],
    ['lzip', Buffer.from('LZIP')],
    ['lzop', Buffer.from([0x89, 0x4c, 0x5a, 0x4f, 0x00])],
    ['lrzip', Buffer.from('LRZI')],
    ['lz4', Buffer.from([0x04, 0x22, 0x4d, 0x18])],
    ['lz4 (legacy)', Buffer.from([0x02, 0x21, 0x4c, 0x18])],
    ['compress (.Z)', Buffer.from([0x1f, 0x9d])],
    ['lzh (.Z)', Buffer.from([0x1f, 0xa0])],
    ['pack (.z)', Buffer.from([0x1f, 0x1e])],
    ['snappy', Buffer.from([0xff, 0x06, 0x00, 0x00, 0x73, 0x4e, 0x61, 0x50, 0x70, 0x59])],
    ['zip', Buffer.from('PK\x03\x04')],
    ['7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
    ['rar', Buffer.from('Rar!\x1a\x07')],
    ['an ar archive', Buffer.from('!<arch>\n')],
    ['an rpm package', Buffer.from([0xed, 0xab, 0xee, 0xdb])],
    ['a cpio archive', Buffer.from('07070')],
    ['a squashfs image', Buffer.from('hsqs')],
];
/**
 * True if it may be the format of lzma(1), which has no magic: valid properties, a dictionary size of a power of two or
 * one and a half of it, and a size that is unknown or below 256 GiB. xz(1) uses the same rule.
 */
function isLzma(head) {
    if (head.length < 13 || (head[0] ?? 0) >= 9 * 5 * 5)
        return false;
    const dictionary = head.readUInt32LE(1);
    const power = 2 ** (31 - Math.clz32(dictionary));
    if (dictionary === 0 || (dictionary !== power && dictionary !== power * 1.5 && dictionary !== 0xffff_ffff))
        return false;
    const size = head.readBigUInt64LE(5);
    return size === 2n ** 64n - 1n || size < 2n ** 38n;
}
/** The first bytes of zlib's own format (RFC 1950), as opposed to gzip, with a window of 32 KiB and each level. */
const ZLIB_HEADERS = [0x7801, 0x785e, 0x789c, 0x78da];
function foreignFormatOf(head) {
    const known = FOREIGN_MAGICS.find(([, magic]) => head.subarray(0, magic.length).equals(magic));
    if (known !== undefined)
        return known[0];
    if (isLzma(head))
        return 'lzma';
    return head.length >= 2 && ZLIB_HEADERS.includes(head.readUInt16BE(0)) ? 'zlib' : undefined;
}
/**
 * Detects the compression of a layer from its first bytes (512, or all if it has fewer). As in containerd and skopeo,
 * the media type is ignored: Docker has pushed layers with the wrong one.
 *
 * @throws DecompressionError if layers may not have this format.
 */
function detectCompression(head) {
    if (head.length >= _tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Yo) {
        const block = head.subarray(0, _tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .BLOCK_BYTES */ .Yo);
        if ((0,_tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValidChecksum */ .Qp)(block) || (0,_tar_format_js__WEBPACK_IMPORTED_MODULE_0__/* .isZeroBlock */ .ei)(block))
            return 'none';
    }
    if (head[0] === 0x1f && head[1] === 0x8b)
        return 'gzip';
    const magic = head.length >= 4 ? head.readUInt32LE(0) : 0;
    if (magic === 0xfd2fb528 || (magic & 0xffff_fff0) >>> 0 === 0x184d2a50)
        return 'zstd';
    const foreign = foreignFormatOf(head);
    if (foreign !== undefined) {
        throw new DecompressionError(`it is ${foreign}, but layers must be plain tar, or tar in gzip or zstd`, 'build or push the image again with a tool that compresses its layers with gzip or zstd');
    }
    // The tar reader reports any problem.
    return 'none';
}


/***/ }),

/***/ 6368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ decompress)
});

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(5921);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var layer_compression = __webpack_require__(6687);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/sources/image/layer/zstd-frames.js


/** RFC 8878, "Frames": the first four bytes, little-endian. */
const MAGIC = 0xfd2fb528;
/** The magic number of a skippable frame, without its last four bits, which are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
/** The longest part that is read: a frame header with a window, a dictionary's number and a content size. */
const LONGEST_VALUE_BYTES = 1 + 4 + 8;
/** Maximum window, 512 MiB as `zstd --ultra -22 --long=29` uses it; the logarithm to base 2. */
const MAX_WINDOW_LOG = 29;
/**
 * Splits a zstd stream into frames. Node's decompressor stops at the end of a frame and drops the rest of the same
 * write (and, until Node 23, accepts a truncated frame as complete), while a layer may have many frames, as
 * zstd:chunked and pzstd write them.
 */
class ZstdFrameSplitter {
    #onWindow;
    #part = 'magic';
    #partLeft = MAGIC_BYTES;
    /** The bytes of the part, if its value is needed. */
    #value = Buffer.alloc(LONGEST_VALUE_BYTES);
    #valueBytes = 0;
    #descriptor = 0;
    #isLastBlock = false;
    /** True if the frame may still be skipped: it has no content so far, and no part of it was returned. */
    #isIdle = true;
    /**
     * `onWindow` is called with the size of the decompressor's window when the header of a frame is complete, before the
     * frame is decompressed. It may throw.
     */
    constructor(onWindow = () => { }) {
        this.#onWindow = onWindow;
    }
    /** True if the stream may end here. */
    get isBetweenFrames() {
        return this.#part === 'magic' && this.#valueBytes === 0;
    }
    /**
     * Splits a chunk into pieces that belong to one frame each. Skippable frames are dropped, and so are empty frames
     * within one chunk: each piece is a call of the decompressor, so a few bytes cost as much as a megabyte.
     *
     * @throws DecompressionError if it is not a zstd stream, or needs too large a window or a dictionary.
     */
    *split(chunk) {
        let start = 0;
        let at = 0;
        while (at < chunk.length) {
            const used = Math.min(this.#partLeft, chunk.length - at);
            if (this.#valueBytes + used <= this.#value.length) {
                chunk.copy(this.#value, this.#valueBytes, at, at + used);
                this.#valueBytes += used;
            }
            at += used;
            this.#partLeft -= used;
            // A part may have no bytes.
            while (this.#partLeft === 0) {
                if (!this.#endPart())
                    continue;
                if (!this.#isIdle)
                    yield chunk.subarray(start, at);
                start = at;
                this.#isIdle = true;
            }
        }
        if (start === at || (this.#isIdle && this.#isSkippable))
            return;
        // A frame that is empty so far may have content in the next chunk.
        this.#isIdle = false;
        yield chunk.subarray(start);
    }
    /** Advances to the next part. Returns true if this part was the last of its frame. */
    #endPart() {
        const value = this.#value;
        switch (this.#part) {
            case 'magic': {
                const magic = value.readUInt32LE(0);
                if (magic === MAGIC)
                    this.#begin('descriptor', 1);
                else if ((magic & 0xffff_fff0) >>> 0 === SKIPPABLE_MAGIC)
                    this.#begin('skip-size', 4);
                else
                    throw new layer_compression/* DecompressionError */.e('it contains data that is not a zstd frame');
                return false;
            }
            case 'descriptor': {
                this.#descriptor = value[0] ?? 0;
                const { windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
                this.#begin('frame-header', windowBytes + dictionaryBytes + contentSizeBytes);
                return false;
            }
            case 'frame-header':
                this.#takeFrameHeader();
                this.#begin('block-header', BLOCK_HEADER_BYTES);
                return false;
            case 'block-header': {
                const header = value.readUIntLE(0, BLOCK_HEADER_BYTES);
                const type = (header >> 1) & 0x03;
                this.#isLastBlock = (header & 0x01) !== 0;
                // Only raw blocks can be empty.
                if (type !== 0 || header >> 3 > 0)
                    this.#isIdle = false;
                // An RLE block is one repeated byte.
                this.#begin('block', type === 1 ? 1 : header >> 3);
                return false;
            }
            case 'block':
                if (!this.#isLastBlock)
                    this.#begin('block-header', BLOCK_HEADER_BYTES);
                else if ((this.#descriptor & CHECKSUM_FLAG) !== 0)
                    this.#begin('checksum', CHECKSUM_BYTES);
                else
                    return this.#endFrame();
                return false;
            case 'checksum':
                return this.#endFrame();
            case 'skip-size':
                this.#begin('skipped', value.readUInt32LE(0));
                return false;
            case 'skipped':
                return this.#endFrame();
        }
    }
    get #isSkippable() {
        return this.#part === 'skip-size' || this.#part === 'skipped';
    }
    #takeFrameHeader() {
        const { isSingleSegment, windowBytes, dictionaryBytes, contentSizeBytes } = fieldsOf(this.#descriptor);
        const value = this.#value;
        const dictionaryAt = windowBytes;
        if (value.subarray(dictionaryAt, dictionaryAt + dictionaryBytes).some((byte) => byte !== 0)) {
            throw new layer_compression/* DecompressionError */.e('it was compressed with a dictionary', 'compress the layer again without one');
        }
        const contentSize = readContentSize(value, dictionaryAt + dictionaryBytes, contentSizeBytes);
        const window = isSingleSegment ? (contentSize ?? 0) : windowOf(value[0] ?? 0);
        if (window > 2 ** MAX_WINDOW_LOG) {
            throw new layer_compression/* DecompressionError */.e(`its zstd window is ${(0,units/* formatBytes */.z3)(window)}; the limit is 512 MiB`, 'compress the layer again with a smaller window (zstd without --long)');
        }
        const isEmpty = contentSize === undefined || contentSize === 0;
        const isPlain = (this.#descriptor & (CHECKSUM_FLAG | RESERVED_FLAG)) === 0;
        this.#isIdle &&= isEmpty && isPlain;
        this.#onWindow(Math.min(window, contentSize ?? window));
    }
    #endFrame() {
        this.#begin('magic', MAGIC_BYTES);
        return true;
    }
    #begin(part, length) {
        this.#part = part;
        this.#partLeft = length;
        this.#valueBytes = 0;
    }
}
const SINGLE_SEGMENT_FLAG = 0x20;
const RESERVED_FLAG = 0x08;
const CHECKSUM_FLAG = 0x04;
/** The lengths of the fields of a frame header, in their order; RFC 8878, "Frame_Header_Descriptor". */
function fieldsOf(descriptor) {
    const isSingleSegment = (descriptor & SINGLE_SEGMENT_FLAG) !== 0;
    const contentSizeFlag = (descriptor >> 6);
    return {
        isSingleSegment,
        windowBytes: isSingleSegment ? 0 : 1,
        dictionaryBytes: DICTIONARY_ID_BYTES[(descriptor & 0x03)],
        contentSizeBytes: contentSizeFlag === 0 && isSingleSegment ? 1 : CONTENT_SIZE_BYTES[contentSizeFlag],
    };
}
/** RFC 8878, "Window_Descriptor": a power of two and eighths of it. */
function windowOf(descriptor) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 0x07);
}
/** RFC 8878, "Frame_Content_Size"; undefined if the frame has none. */
function readContentSize(value, at, bytes) {
    switch (bytes) {
        case 0:
            return undefined;
        case 2:
            return 256 + value.readUInt16LE(at);
        case 8:
            return Number(value.readBigUInt64LE(at));
        default:
            return value.readUIntLE(at, bytes);
    }
}

;// CONCATENATED MODULE: ./build/sources/image/layer/decompress.js




/** Maximum output of one call of the decompressor: it runs in another thread, and each call costs a context switch. */
const OUTPUT_BYTES = 512 * 1024;
/** Number of outputs that may be queued, so that the decompressor works while they are consumed. */
const WAITING_OUTPUTS = 8;
/**
 * Decompresses a stream while it is still being read. gzip may have several members followed by zeros, zstd several
 * frames and skippable ones. The memory of an output is reused when the next one is requested. The resources of zstd
 * frames are charged to `spend`.
 *
 * @throws DecompressionError if the stream is damaged, truncated, or followed by other data.
 */
async function* decompress(chunks, compression, spend = () => { }) {
    if (compression === 'none') {
        yield* chunks;
        return;
    }
    const options = { chunkSize: OUTPUT_BYTES, readableObjectMode: true, readableHighWaterMark: WAITING_OUTPUTS };
    const params = { [external_node_zlib_.constants.ZSTD_d_windowLogMax]: MAX_WINDOW_LOG };
    const stream = compression === 'gzip' ? (0,external_node_zlib_.createGunzip)(options) : (0,external_node_zlib_.createZstdDecompress)({ ...options, params });
    let failure;
    const pieces = compression === 'gzip' ? chunks : zstdFrames(chunks, spend);
    const feeding = feed(stream, pieces).catch((error) => {
        failure = error;
        stream.destroy();
    });
    try {
        for await (const output of stream) {
            yield output;
            giveBack(output);
        }
        await feeding;
    }
    catch (error) {
        // A stream that was destroyed because of its input reports only that it was destroyed.
        failure ??= isZlibError(error) ? new layer_compression/* DecompressionError */.e(describeZlibError(error, compression)) : error;
    }
    finally {
        stream.destroy();
        await feeding;
    }
    if (failure !== undefined)
        throw failure;
}
/**
 * Frees the memory of an output at once. Otherwise a gigabyte of output causes fifty garbage collections, each of which
 * walks all objects of the image. The stream allocates a new buffer after it has filled one, so a buffer that was read
 * to its end is unused.
 */
function giveBack({ buffer, byteOffset, byteLength }) {
    const isWhole = buffer.byteLength === OUTPUT_BYTES;
    if (isWhole && byteOffset + byteLength === OUTPUT_BYTES && buffer instanceof ArrayBuffer)
        buffer.transfer(0);
}
/** A frame without content. The decompressor reports a stream without any frame as truncated. */
const EMPTY_FRAME = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x00, 0x01, 0x00, 0x00]);
async function* zstdFrames(chunks, spend) {
    // The decompressor reuses the memory of a frame for the next one.
    let charged = 0;
    let isFed = false;
    const frames = new ZstdFrameSplitter((windowBytes) => {
        if (windowBytes <= charged)
            return;
        const more = windowBytes - charged;
        charged = windowBytes;
        spend('memory', more);
    });
    try {
        for await (const chunk of chunks) {
            for (const piece of frames.split(chunk)) {
                spend('frames', 1);
                isFed = true;
                yield piece;
            }
        }
        if (!frames.isBetweenFrames)
            throw new layer_compression/* DecompressionError */.e('it is truncated');
        if (!isFed)
            yield EMPTY_FRAME;
    }
    finally {
        spend('memory', -charged);
    }
}
/**
 * Writes the pieces one by one, and one ahead so that the decompressor never waits. A gunzip stops before a zero that
 * follows a member; the rest is then read and must be zeros.
 */
async function feed(stream, pieces) {
    let hasEnded = false;
    stream.once('end', () => {
        hasEnded = true;
    });
    let previous = Promise.resolve();
    let fed = 0;
    let recent = [];
    const requireZeros = () => {
        for (const { piece, start } of recent) {
            const unused = piece.subarray(Math.max(0, stream.bytesWritten - start));
            if (unused.some((byte) => byte !== 0))
                throw new layer_compression/* DecompressionError */.e('data follows its end');
        }
        recent = [];
    };
    for await (const piece of pieces) {
        // At most two pieces are in flight at a time; this is a third.
        recent = [...recent.slice(-2), { piece, start: fed }];
        fed += piece.length;
        if (hasEnded)
            requireZeros();
        else if (stream.destroyed)
            return;
        else {
            const written = write(stream, piece);
            await previous;
            previous = written;
        }
    }
    await previous;
    if (hasEnded)
        requireZeros();
    else if (!stream.destroyed)
        stream.end();
}
/** Resolves when the chunk is consumed, or the stream ends: after its end, the callback of a chunk is never called. */
function write(stream, chunk) {
    return new Promise((resolve) => {
        const settle = () => {
            stream.off('end', settle);
            stream.off('close', settle);
            resolve();
        };
        if (stream.destroyed || stream.readableEnded)
            return resolve();
        stream.once('end', settle);
        stream.once('close', settle);
        stream.write(chunk, settle);
    });
}
function isZlibError(error) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    return code !== undefined && /^(?:Z_|ZSTD_|ERR_ZLIB)/.test(code);
}
function describeZlibError(error, compression) {
    return (0,errors/* systemCodeOf */.c7)(error) === 'Z_BUF_ERROR'
        ? 'it is truncated'
        : `it is not valid ${compression}: ${(0,errors/* messageOf */.bD)(error)}`;
}


/***/ }),

/***/ 288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LV: () => (/* binding */ GNU_FIELDS),
/* harmony export */   MQ: () => (/* binding */ readName),
/* harmony export */   NG: () => (/* binding */ visitPaxRecords),
/* harmony export */   Qp: () => (/* binding */ hasValidChecksum),
/* harmony export */   YP: () => (/* binding */ readTimeField),
/* harmony export */   Yo: () => (/* binding */ BLOCK_BYTES),
/* harmony export */   Zt: () => (/* binding */ paddingOf),
/* harmony export */   be: () => (/* binding */ formatOf),
/* harmony export */   cJ: () => (/* binding */ FIELDS),
/* harmony export */   ei: () => (/* binding */ isZeroBlock),
/* harmony export */   f$: () => (/* binding */ GNU_SPARSE_PIECE),
/* harmony export */   kz: () => (/* binding */ readNumber),
/* harmony export */   sR: () => (/* binding */ GNU_SPARSE_FIELDS),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
/** The size of a block. A tar archive consists of whole blocks. */
const BLOCK_BYTES = 512;
/** The header block of POSIX.1-1988 ustar (pax, "ustar Interchange Format"). v7 headers have the first nine fields. */
const FIELDS = {
    name: { offset: 0, length: 100 },
    mode: { offset: 100, length: 8 },
    uid: { offset: 108, length: 8 },
    gid: { offset: 116, length: 8 },
    size: { offset: 124, length: 12 },
    mtime: { offset: 136, length: 12 },
    checksum: { offset: 148, length: 8 },
    type: { offset: 156, length: 1 },
    linkName: { offset: 157, length: 100 },
    magic: { offset: 257, length: 8 },
    major: { offset: 329, length: 8 },
    minor: { offset: 337, length: 8 },
    prefix: { offset: 345, length: 155 },
};
/** Fields of GNU tar instead of the prefix (GNU tar manual, "Basic Tar Format", `struct oldgnu_header`). */
const GNU_FIELDS = {
    accessTime: { offset: 345, length: 12 },
    changeTime: { offset: 357, length: 12 },
    sparse: { offset: 386, length: 4 * 24 },
    isExtended: { offset: 482, length: 1 },
    realSize: { offset: 483, length: 12 },
};
/** A block that continues the map of a sparse file (`struct sparse_header`). */
const GNU_SPARSE_FIELDS = {
    sparse: { offset: 0, length: 21 * 24 },
    isExtended: { offset: 504, length: 1 },
};
/** One piece of data in such a map: two numbers. */
const GNU_SPARSE_PIECE = { bytes: 24, numberBytes: 12 };
/** star stores times in the last bytes of the prefix, and marks this at the end of the header. */
const STAR_PREFIX_BYTES = 131;
const STAR_TRAILER = { offset: 508, text: 'tar\0' };
/** The format of a header block. As in GNU tar and Go's archive/tar, a magic that only resembles ustar's is ignored. */
function formatOf(block) {
    const { offset, length } = FIELDS.magic;
    const magic = block.toString('latin1', offset, offset + length);
    if (magic === 'ustar  \0')
        return 'gnu';
    if (!magic.startsWith('ustar\0'))
        return 'v7';
    const trailer = block.toString('latin1', STAR_TRAILER.offset, STAR_TRAILER.offset + STAR_TRAILER.text.length);
    return trailer === STAR_TRAILER.text ? 'star' : 'ustar';
}
/** Reads a text field up to a NUL or its end. */
function readText(block, { offset, length }) {
    const nul = block.indexOf(0, offset);
    const end = nul === -1 || nul > offset + length ? offset + length : nul;
    return block.toString('latin1', offset, end);
}
/** The name in a header block, with its prefix in formats that have one. */
function readName(block, format) {
    const name = readText(block, FIELDS.name);
    if (!hasPrefix(block, format))
        return name;
    const length = format === 'star' ? STAR_PREFIX_BYTES : FIELDS.prefix.length;
    const prefix = readText(block, { offset: FIELDS.prefix.offset, length });
    return prefix === '' ? name : `${prefix}/${name}`;
}
function hasPrefix(block, format) {
    if (format !== 'gnu')
        return format !== 'v7';
    // Until 2016, Go, and so Docker, wrote headers with GNU's magic and a ustar prefix (golang/go#12594). GNU tar has two
    // times at that place. Go distinguishes them with the same rule.
    if (isTime(block, GNU_FIELDS.accessTime) && isTime(block, GNU_FIELDS.changeTime))
        return false;
    return !/[\x80-\xff]/.test(readText(block, FIELDS.prefix));
}
function isTime(block, field) {
    return block[field.offset] === 0 || readTimeField(block, field) !== undefined;
}
const SPACE = 0x20;
const ZERO = 0x30;
/**
 * Reads a number field: octal digits with spaces or NULs around them, or GNU's base-256 (two's complement, big-endian,
 * marked by the first bit). Blanks only are 0. Undefined if it is neither, or is not a safe integer.
 */
function readNumber(block, { offset, length }) {
    const end = offset + length;
    if (((block[offset] ?? 0) & 0x80) !== 0)
        return readBase256(block, offset, end);
    let at = offset;
    while (at < end && isBlank(block[at]))
        at += 1;
    let value = 0;
    for (; at < end; at += 1) {
        const byte = block[at] ?? 0;
        if (isBlank(byte))
            return value;
        const digit = byte - ZERO;
        if (digit < 0 || digit > 7)
            return undefined;
        value = value * 8 + digit;
    }
    return value;
}
/** Reads a number field with a time in seconds. A number that is not a safe integer becomes the nearest one. */
function readTimeField(block, field) {
    const number = readNumber(block, field);
    const first = block[field.offset] ?? 0;
    if (number !== undefined || (first & 0x80) === 0)
        return number;
    return (first & 0x40) === 0 ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER;
}
function isBlank(byte) {
    return byte === 0 || byte === SPACE;
}
function readBase256(block, offset, end) {
    const first = block[offset] ?? 0;
    // A negative number is read as its complement: -1 - ~value.
    const flip = (first & 0x40) === 0 ? 0 : 0xff;
    let value = (first ^ flip) & 0x7f;
    for (let at = offset + 1; at < end; at += 1) {
        value = value * 256 + ((block[at] ?? 0) ^ flip);
        if (value > Number.MAX_SAFE_INTEGER)
            return undefined;
    }
    return flip === 0 ? value : -1 - value;
}
/** True if the checksum matches the block: the sum of its bytes, as unsigned or (old tars) as signed numbers. */
function hasValidChecksum(block) {
    const { offset, length } = FIELDS.checksum;
    let sum = length * SPACE;
    let negative = 0;
    for (let at = 0; at < offset; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    for (let at = offset + length; at < BLOCK_BYTES; at += 1) {
        const byte = block[at] ?? 0;
        sum += byte;
        negative += byte >> 7;
    }
    const declared = readNumber(block, FIELDS.checksum);
    return declared === sum || (negative > 0 && declared === sum - 256 * negative);
}
const ZERO_BLOCK = Buffer.alloc(BLOCK_BYTES);
/** True if all bytes of the block are 0. */
function isZeroBlock(block) {
    return block[0] === 0 && block.equals(ZERO_BLOCK);
}
/** The number of padding bytes after `size` bytes of data. */
function paddingOf(size) {
    const rest = size % BLOCK_BYTES;
    return rest === 0 ? 0 : BLOCK_BYTES - rest;
}
const EQUALS = 0x3d;
const NEWLINE = 0x0a;
/**
 * Calls `visit` for each record of a pax header (pax, "pax Extended Header": `LENGTH KEYWORD=VALUE\n`), in order, with
 * a view of its value. Returns the number of records, or undefined if one is malformed; earlier records were visited.
 */
function visitPaxRecords(header, visit) {
    let count = 0;
    for (let start = 0; start < header.length; count += 1) {
        let at = start;
        let length = 0;
        for (; header[at] !== SPACE; at += 1) {
            const digit = (header[at] ?? 0) - ZERO;
            if (digit < 0 || digit > 9 || length > header.length)
                return undefined;
            length = length * 10 + digit;
        }
        const end = start + length;
        const equals = end > header.length ? -1 : header.indexOf(EQUALS, at + 1);
        if (equals <= at + 1 || equals >= end - 1 || header[end - 1] !== NEWLINE)
            return undefined;
        const keyword = header.toString('latin1', at + 1, equals);
        if (keyword.includes('\0'))
            return undefined;
        visit(keyword, header.subarray(equals + 1, end - 1));
        start = end;
    }
    return count;
}


/***/ }),

/***/ 4321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ ociBlobs),
/* harmony export */   I$: () => (/* binding */ readOciLayout),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   h0: () => (/* binding */ readDirectoryImage)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5423);
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5432);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4526);
/* harmony import */ var _image_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(309);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7079);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2792);









/** The annotation for names of images (image-spec, annotations.md). */
const REF_NAME = 'org.opencontainers.image.ref.name';
/**
 * The annotation of containerd, and of Docker with the containerd store, for the full name. `REF_NAME` then holds the
 * tag only.
 */
const CONTAINERD_NAME = 'io.containerd.image.name';
/** Maximum number of names in a message. */
const MAX_NAMES = 10;
/** The blobs of an OCI layout: `ALGORITHM/HEX` in the directory. The caller must have checked the digest. */
function ociBlobs(directory) {
    return { pathOf: (digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ...digest.split(':')) };
}
/**
 * Reads an image from an OCI layout (image-spec, image-layout.md), in place.
 *
 * @throws FledgeError `input` if there is no layout, or it has no such image or none for the platform, or it is
 *   damaged.
 */
function readOciLayout({ directory, ...request }) {
    const problem = `${request.label}: ${directory} is not an OCI layout`;
    const files = {
        place: directory,
        document: (name) => readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), problem),
        store: ociBlobs((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs')),
    };
    return readLayout(files, { ...request, transport: 'oci' });
}
/**
 * Reads an image from an OCI layout in a directory or an archive.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
async function readLayout(files, request) {
    const { platform, label } = request;
    const { place, store } = files;
    const layout = await files.document('oci-layout');
    const { imageLayoutVersion } = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDocument */ .Tp)(layout, _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .layoutSchema */ .mM, `oci-layout in ${place}`);
    if (!imageLayoutVersion.startsWith('1.')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${place} is an OCI layout of the unsupported version ${imageLayoutVersion}`);
    }
    const index = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDocument */ .Tp)(await files.document('index.json'), _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .indexSchema */ .me, `index.json in ${place}`);
    const root = rootOf(index, { ...request, place });
    const read = (descriptor) => (0,_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .readSmallBlob */ .tp)((0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .blobOf */ .DE)(descriptor, `the manifest of ${label}`, store), _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_DOCUMENT_BYTES */ .bi);
    return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .readImage */ .AM)(await (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .selectManifest */ .yY)(root, { platform, label }, read), { platform, label }, store);
}
/**
 * The entries of a layout's index that are the image, as an index of their own: there may be one for each of several
 * platforms.
 */
function rootOf(index, choice) {
    const { member, digest, label, place, transport } = choice;
    const { manifests: all } = index;
    if (all.length === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${label}: there is no image in ${place}`);
    const manifests = digest === undefined ? matching(all, member) : all.filter((entry) => entry.digest === digest);
    if (manifests.length === 0) {
        const wanted = digest ?? JSON.stringify(member);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${label}: there is no image ${wanted} in ${place}; it has ${listNames(all, all)}`);
    }
    if (digest === undefined && !isOneImage(manifests)) {
        const what = member === undefined ? 'several images' : `several images ${JSON.stringify(member)}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${label}: there are ${what} in ${place}: ${listNames(manifests, all)}`, {
            fix: `append the name of one of them: ${transport}:PATH:NAME`,
        });
    }
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .INDEX_TYPES */ .V[0], manifests }));
    return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .documentOf */ .lM)(bytes);
}
function matching(entries, member) {
    if (member === undefined)
        return entries;
    const place = /^@(\d+)$/.exec(member)?.[1];
    if (place !== undefined)
        return entries.slice(Number(place), Number(place) + 1);
    return entries.filter(({ annotations }) => annotations?.[REF_NAME] === member || annotations?.[CONTAINERD_NAME] === member);
}
/** True if all entries are one image: the same one, or one for each of several platforms. */
function isOneImage(entries) {
    const byDigest = new Map(entries.map((entry) => [entry.digest, entry]));
    const names = new Set(entries.map(({ annotations }) => annotations?.[CONTAINERD_NAME] ?? annotations?.[REF_NAME]));
    if (byDigest.size === 1)
        return true;
    const images = [...byDigest.values()].filter((entry) => !(0,_platform_js__WEBPACK_IMPORTED_MODULE_7__/* .isAttestation */ .H3)(entry));
    const platforms = new Set(images.map(({ platform }) => platform && (0,_platform_js__WEBPACK_IMPORTED_MODULE_7__/* .describePlatform */ .d5)(platform)));
    return names.size === 1 && !platforms.has(undefined) && !platforms.has(null) && platforms.size === images.length;
}
/** The text that selects each entry: its name, or `@` and its index. */
function listNames(entries, all) {
    const refNames = all.map(({ annotations }) => annotations?.[REF_NAME]);
    const names = entries.map((entry) => {
        const name = entry.annotations?.[REF_NAME];
        const isUnique = refNames.indexOf(name) === refNames.lastIndexOf(name);
        return (isUnique ? name : entry.annotations?.[CONTAINERD_NAME]) ?? `@${all.indexOf(entry)}`;
    });
    const distinct = [...new Set(names)];
    return `${distinct.slice(0, MAX_NAMES).join(', ')}${distinct.length > MAX_NAMES ? ', …' : ''}`;
}
/**
 * Reads an image from a directory in the format of skopeo (containers-transports(5), `dir:`): the unchanged manifest,
 * with the blobs in the same directory.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
async function readDirectoryImage({ directory, platform, label, }) {
    const bytes = await readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'manifest.json'), `${label}: ${directory} is not an image in skopeo's dir: format`);
    const store = { pathOf: (digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, hexOf(digest)) };
    const manifests = { pathOf: (digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, `${hexOf(digest)}.manifest.json`) };
    const read = (descriptor) => (0,_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .readSmallBlob */ .tp)((0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .blobOf */ .DE)(descriptor, `the manifest of ${label}`, manifests), _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_DOCUMENT_BYTES */ .bi);
    return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .readImage */ .AM)(await (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .selectManifest */ .yY)((0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .documentOf */ .lM)(bytes), { platform, label }, read), { platform, label }, store);
}
function hexOf(digest) {
    const { algorithm, hex } = (0,_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(digest) ?? { algorithm: 'sha256', hex: '' };
    return algorithm === 'sha256' ? hex : `${algorithm}-${hex}`;
}
/** Reads a small file without a digest from the directory of an image. */
async function readDocument(path, problem) {
    try {
        return await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(path, _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_DOCUMENT_BYTES */ .bi);
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .FileTooLarge */ .Sv)
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', error.message);
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .NotRegularFile */ .k1) {
            const fix = 'write the image again with an image tool, such as skopeo copy';
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${problem}: ${error.message}`, { fix });
        }
        throw unreadable(path, problem, error);
    }
}
function unreadable(path, problem, cause) {
    const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(cause);
    if (code === 'EACCES') {
        const fix = 'make it readable for the user who builds';
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${path}: permission denied`, { cause, fix });
    }
    if (code === 'ENOTDIR' && isFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))) {
        const fix = 'use oci-archive:PATH, or docker-archive:PATH for the output of docker save';
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${problem}: it is a file`, { cause, fix });
    }
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no ${path}` : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause);
    const fix = 'check the path; a relative path starts at the directory of fledge.toml';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${problem}: ${reason}`, { cause, fix });
}
function isFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 7079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ isUnspecified),
/* harmony export */   V: () => (/* binding */ INDEX_TYPES),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   a3: () => (/* binding */ SCHEMA1_TYPE),
/* harmony export */   li: () => (/* binding */ CONFIG_TYPES),
/* harmony export */   pc: () => (/* binding */ layerKindOf)
/* harmony export */ });
/** Media types of the OCI image specification (media-types.md) and of Docker's image manifest version 2, schema 2. */
const INDEX_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const CONFIG_TYPES = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** Media types without information, which early registries and tools used for configs and layers. */
const UNSPECIFIC_TYPES = [
    '',
    'application/octet-stream',
    'text/html',
    'text/plain',
    'application/json',
];
/** True if a media type has no information about the content, as in moby (distribution/registry.go). */
function isUnspecified(mediaType) {
    return UNSPECIFIC_TYPES.includes((mediaType ?? '').replace(/;.*$/s, '').trim().toLowerCase());
}
/** Docker's manifest schema 1, which has no digests to verify. */
const SCHEMA1_TYPE = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;
const LAYER_TYPE = /^application\/vnd\.(?:oci\.image\.layer\.(?<oci>nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?<docker>foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)(?<encrypted>\+encrypted)?$/;
/** A `foreign` layer may be missing in registries: its publisher provides it at a URL. */
function layerKindOf(mediaType) {
    if (isUnspecified(mediaType))
        return 'layer';
    const groups = LAYER_TYPE.exec(mediaType)?.groups;
    if (groups === undefined)
        return 'unknown';
    if (groups['encrypted'] !== undefined)
        return 'encrypted';
    return groups['oci'] === undefined && groups['docker'] === undefined ? 'layer' : 'foreign';
}


/***/ }),

/***/ 2792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Fj: () => (/* binding */ requirePlatform),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   Ie: () => (/* binding */ newerVariantOf),
/* harmony export */   b: () => (/* binding */ isForPlatform),
/* harmony export */   d5: () => (/* binding */ describePlatform),
/* harmony export */   md: () => (/* binding */ selectPlatform)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1720);


const TARGETS = {
    'linux/amd64': { os: 'linux', architecture: 'amd64', variant: 'v1', newer: ['v2', 'v3', 'v4'] },
    'linux/arm64': {
        ...{ os: 'linux', architecture: 'arm64', variant: 'v8' },
        newer: [
            'v8.0',
            'v8.1',
            'v8.2',
            'v8.3',
            'v8.4',
            'v8.5',
            'v8.6',
            'v8.7',
            'v8.8',
            'v8.9',
            'v9',
            'v9.0',
            'v9.1',
            'v9.2',
        ],
    },
};
/** Operating system, architecture and variant of the platform, as skopeo names them. */
function targetOf(platform) {
    return TARGETS[platform];
}
/**
 * Rank of an image on the platform: 0 if it runs on all machines, higher the fewer machines it runs on, undefined if it
 * is for another platform. Missing fields match every platform.
 */
function rankOf({ os, architecture, variant }, platform) {
    const target = TARGETS[platform];
    if ((os && os !== target.os) || (architecture && architecture !== target.architecture))
        return undefined;
    if (!variant || variant === target.variant)
        return 0;
    const newer = target.newer.indexOf(variant);
    return newer === -1 ? undefined : newer + 1;
}
/** True if the image runs on some or all machines of the platform. */
function isForPlatform(fields, platform) {
    return rankOf(fields, platform) !== undefined;
}
/** The variant of an image, if some machines of the platform are too old for it. */
function newerVariantOf(fields, platform) {
    return (rankOf(fields, platform) ?? 0) > 0 ? (fields.variant ?? undefined) : undefined;
}
/** The platform as text, such as `linux/arm64/v8`; `?` replaces a missing field. */
function describePlatform({ os, architecture, variant }) {
    return [os || '?', architecture || '?', ...(variant ? [variant] : [])].join('/');
}
function hasPlatform({ platform }) {
    return Boolean(platform?.os || platform?.architecture);
}
/**
 * Selects the image for the platform from the entries of an index: the one that runs on most machines, and the first of
 * several. Attestations (platform `unknown/unknown`) are skipped. An entry without a platform is used only if there is
 * no other match; its config is checked later.
 *
 * @throws FledgeError `input` that lists the available platforms.
 */
function selectPlatform(entries, platform, label) {
    const images = entries.filter((entry) => !isAttestation(entry));
    const withPlatform = images.filter(hasPlatform);
    const [best] = withPlatform
        .flatMap((entry) => {
        const rank = rankOf(entry.platform ?? {}, platform);
        return rank === undefined ? [] : [{ entry, rank }];
    })
        .sort((a, b) => a.rank - b.rank);
    if (best !== undefined)
        return best.entry;
    // Duplicates count once.
    const withoutPlatform = [
        ...new Map(images.filter((entry) => !hasPlatform(entry)).map((entry) => [entry.digest, entry])).values(),
    ];
    if (withoutPlatform.length === 1 && withoutPlatform[0] !== undefined)
        return withoutPlatform[0];
    if (withoutPlatform.length > 1) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has ${withoutPlatform.length} images, and none of them has a platform`, {
            fix: 'select one of them by its digest, as in name@sha256:…',
        });
    }
    const present = withPlatform.map((entry) => describePlatform(entry.platform ?? {}));
    if (present.length === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is an index without an image in it`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose one of these with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}
/** True if an entry of an index is an attestation of an image instead of an image. */
function isAttestation({ platform, annotations }) {
    return ((platform?.os === 'unknown' && platform.architecture === 'unknown') ||
        annotations?.['vnd.docker.reference.type'] === 'attestation-manifest');
}
/** @throws FledgeError `input` if the image's config is for another platform. */
function requirePlatform(config, platform, label) {
    if (isForPlatform(config, platform))
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose its platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}


/***/ })

};
