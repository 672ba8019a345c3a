export const id = 3232;
export const ids = [3232];
export const modules = {

/***/ 93232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   contentPieces: () => (/* binding */ contentPieces),
/* harmony export */   entriesOfTree: () => (/* binding */ entriesOfTree)
/* harmony export */ });
/* harmony import */ var _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13252);

const PIECE_BYTES = 128 * 1024;
/**
 * The entries of a tree in memory in the form of those of an artifact. `layers` has the layers whose spools the tree
 * uses. The contents can be read in any order while the spools are open.
 *
 * @throws FledgeError `input` from `content()` if a host file cannot be read or has changed.
 */
async function* entriesOfTree(tree, layers = new Map()) {
    const links = new Map();
    for (const { inode } of tree.leaves())
        links.set(inode, (links.get(inode) ?? 0) + 1);
    const numbers = new Map();
    const opener = new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n();
    for (const { path, inode } of tree.entries()) {
        const ino = numbers.get(inode) ?? numbers.size + 1;
        numbers.set(inode, ino);
        const { kind, mode, uid, gid, mtime, xattrs } = inode;
        const source = kind === 'file' ? inode.content : undefined;
        const layer = source?.kind === 'spool' ? layers.get(source.spool) : undefined;
        yield {
            ...{ path, kind, mode, uid, gid, mtime, ino },
            size: kind === 'symlink' ? inode.target.length : (source?.size ?? 0),
            links: links.get(inode) ?? 1,
            ...(kind === 'symlink' && { target: inode.target }),
            ...((kind === 'char-device' || kind === 'block-device') && {
                device: { major: inode.major, minor: inode.minor },
            }),
            ...(source !== undefined && { source }),
            ...(layer !== undefined && { layer }),
            xattrs: () => Promise.resolve(buffersOf(xattrs)),
            content: () => contentPieces(source, opener),
        };
    }
}
function buffersOf(xattrs) {
    return new Map(Array.from(xattrs, ([name, value]) => [name, Buffer.from(value)]));
}
/**
 * The data of a content without the holes.
 *
 * @throws FledgeError `input` if it is a host file that cannot be read or has changed.
 */
async function* contentPieces(source, opener = new _formats_content_reader_js__WEBPACK_IMPORTED_MODULE_0__/* .ContentOpener */ .n()) {
    if (source === undefined || source.size === 0)
        return;
    const reader = opener.open(source);
    try {
        const extents = source.kind === 'spool' ? source.extents : [{ offset: 0, length: source.size }];
        for (const { offset, length } of extents) {
            for (let at = offset; at < offset + length; at += PIECE_BYTES) {
                const bytes = Buffer.allocUnsafe(Math.min(PIECE_BYTES, offset + length - at));
                reader.read(bytes, at);
                yield { offset: at, bytes };
            }
        }
    }
    finally {
        reader.close();
    }
}


/***/ })

};
