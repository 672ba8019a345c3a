export const id = 7064;
export const ids = [7064];
export const modules = {

/***/ 47064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   composeComponents: () => (/* binding */ composeComponents)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _purl_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41679);


/** The file with the program that the C init starts. fledge writes it. */
const INIT_TARGET = '.volant_init';
/** The components of an artifact, sorted by their references. Equal packages at several places are one component. */
function composeComponents(collected, options) {
    const { distribution, packages, files } = collected;
    const programs = programsOf(collected, options);
    const ofPrograms = new Set(programs.map(({ path }) => path));
    const listed = files.filter(({ path, isListed }) => isListed && !ofPrograms.has(path) && path !== INIT_TARGET);
    return merge([
        ...(distribution === undefined ? [] : [systemOf(distribution)]),
        ...packages.map((found) => componentOf(found, distribution)),
        ...programs,
        ...listed.map(({ path, sha256, layer }) => ({
            type: 'file',
            name: `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`,
            path,
            sha256,
            layer,
        })),
    ]);
}
function systemOf({ id, version, path }) {
    return { type: 'operating-system', name: id, version, path };
}
function componentOf(found, distribution) {
    const { ecosystem, name, version, licence, path, layer, isProgram } = found;
    const slash = ecosystem === 'npm' ? name.indexOf('/') : -1;
    return {
        type: isProgram === true ? 'application' : 'library',
        ...(slash > 0 && { group: name.slice(0, slash) }),
        ...{ name: name.slice(slash + 1), version, licence, path, layer },
        purl: (0,_purl_js__WEBPACK_IMPORTED_MODULE_1__/* .purlOf */ .V)(found, distribution),
    };
}
/** The programs that a build adds, by the digests in its provenance, and each other busybox that no package owns. */
function programsOf({ files, busyboxes, packages }, options) {
    const { inputs, fledge } = options;
    const versionAt = new Map(busyboxes.map(({ path, version }) => [path, version]));
    const known = files.flatMap((file) => {
        const name = file.path.slice(file.path.lastIndexOf('/') + 1);
        const input = inputs.find((one) => one.name === name && one.digest === `sha256:${file.sha256}`);
        if (input === undefined)
            return [];
        const version = versionOfInput(input, file, { versionAt, fledge });
        return [programOf(input.name, file, { version, uri: input.uri })];
    });
    const knownPaths = new Set(known.map(({ path }) => path));
    const isPackaged = packages.some(({ ecosystem, name }) => ecosystem !== 'npm' && /^busybox(?:-|$)/.test(name));
    const others = files.flatMap((file) => {
        const version = versionAt.get(file.path);
        if (knownPaths.has(file.path))
            return [];
        if (version !== undefined && !isPackaged)
            return [programOf('busybox', file, { version })];
        return /(?:^|\/)kestrel$/.test(file.path) ? [programOf('kestrel', file, {})] : [];
    });
    return [...known, ...others];
}
function versionOfInput({ name, uri }, { path }, { versionAt, fledge }) {
    if (name === 'busybox')
        return versionAt.get(path);
    if (name === 'init')
        return uri.startsWith('fledge:') ? fledge : undefined;
    // https://github.com/OWNER/NAME/releases/download/TAG/FILE
    const [, tag] = /\/releases\/download\/([^/]+)\/[^/]+$/.exec(uri) ?? [];
    return tag?.replace(/^v(?=\d)/, '');
}
function programOf(role, { path, layer, sha256 }, { version, uri }) {
    const isOwn = uri?.startsWith('fledge:') === true;
    const name = isOwn ? 'fledge-init' : role;
    const download = uri !== undefined && /^https?:/.test(uri) ? uri : undefined;
    return {
        type: 'application',
        ...{ name, version, path, layer, sha256 },
        purl: (0,_purl_js__WEBPACK_IMPORTED_MODULE_1__/* .purl */ .E)({ type: 'generic', name, version }, { checksum: `sha256:${sha256}`, download_url: download }),
    };
}
function merge(components) {
    const merged = new Map();
    for (const component of components) {
        const reference = referenceOf(component);
        const known = merged.get(reference) ?? { first: component, paths: new Set(), layers: new Set() };
        known.paths.add(component.path);
        if (component.layer !== undefined)
            known.layers.add(component.layer);
        merged.set(reference, known);
    }
    return [...merged]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([reference, { first, paths, layers }]) => {
        const { path: _path, layer: _layer, ...rest } = first;
        return {
            ...rest,
            reference,
            paths: [...paths].sort(_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .compareByteStrings */ .eS).map((path) => `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`),
            layers: [...layers].sort(),
        };
    });
}
function referenceOf({ type, purl: url, group, name, version }) {
    if (url !== undefined)
        return url;
    const fullName = group === undefined ? name : `${group}/${name}`;
    return `${type}:${fullName}${version === undefined ? '' : `@${version}`}`;
}


/***/ }),

/***/ 41679:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ purl),
/* harmony export */   V: () => (/* binding */ purlOf)
/* harmony export */ });
/* harmony import */ var packageurl_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(87091);

/**
 * The package URL of a package (https://github.com/package-url/purl-spec, "PURL-TYPES"); undefined if the specification does
 * not permit its name. The namespace of an operating system's package is the distribution.
 */
function purlOf(found, distribution) {
    const { ecosystem, name, version } = found;
    switch (ecosystem) {
        case 'apk':
        case 'deb':
        case 'rpm':
            return purl({ type: ecosystem, namespace: vendorOf(found, distribution), name, version }, {
                arch: found.architecture,
                epoch: found.epoch === undefined ? undefined : String(found.epoch),
                upstream: found.source,
                distro: distribution && [distribution.id, distribution.version].filter(Boolean).join('-'),
            });
        case 'npm':
        case 'golang': {
            const slash = name.lastIndexOf('/');
            const namespace = slash === -1 ? undefined : name.slice(0, slash);
            return purl({ type: ecosystem, namespace, name: name.slice(slash + 1), version });
        }
        default:
            return purl({ type: ecosystem, name, version });
    }
}
/** The distribution of a package. Without an os-release, those that use the format most. */
function vendorOf({ ecosystem }, distribution) {
    if (distribution !== undefined)
        return distribution.id;
    return ecosystem === 'deb' ? 'debian' : ecosystem === 'apk' ? 'alpine' : undefined;
}
/** The text of a package URL; undefined if a part is not permitted. Qualifiers without a value are left out. */
function purl({ type, namespace, name, version }, qualifiers = {}) {
    const given = Object.entries(qualifiers).flatMap(([key, value]) => (value ? [[key, value]] : []));
    const sorted = Object.fromEntries(given.sort(([a], [b]) => (a < b ? -1 : 1)));
    try {
        const text = new packageurl_js__WEBPACK_IMPORTED_MODULE_0__.PackageURL(type, namespace, name, version || undefined, sorted, undefined).toString();
        // The library leaves a plus sign in a version as it is, which ECMA-427 does not permit, and some readers take for a space.
        return text.replaceAll('+', '%2B');
    }
    catch {
        return undefined;
    }
}


/***/ })

};
