export const id = 4801;
export const ids = [4801];
export const modules = {

/***/ 34801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderSbom: () => (/* binding */ renderSbom)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/enums/index.js
var enums = __webpack_require__(84439);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/models/index.js
var models = __webpack_require__(50320);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/serialize/index.node.js
var index_node = __webpack_require__(51248);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spec/index.js
var spec = __webpack_require__(94321);
// EXTERNAL MODULE: ./build/support/about.js
var about = __webpack_require__(92089);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spdx.js
var spdx = __webpack_require__(61290);
;// CONCATENATED MODULE: ./build/sbom/licence.js



const acknowledgement = enums.LicenseAcknowledgement.Declared;
/** A licence as a package declares it: an SPDX identifier or expression if it is one, otherwise a name. */
function licenceOf(text) {
    if ((0,spdx.isSupportedSpdxId)(text))
        return new models.SpdxLicense(text, { acknowledgement });
    if (!isExpression(text))
        return new models.NamedLicense(text, { acknowledgement });
    const expression = new models.LicenseExpression(text);
    expression.acknowledgement = acknowledgement;
    return expression;
}
/** True for identifiers of SPDX with AND, OR and WITH between them, and brackets in pairs (SPDX 2.3, annex D). */
function isExpression(text) {
    let depth = 0;
    let expects = 'licence';
    for (const [token] of text.matchAll(/[()]|[^\s()]+/g)) {
        if (token === '(') {
            if (expects !== 'licence')
                return false;
            depth += 1;
        }
        else if (token === ')') {
            depth -= 1;
            if (expects !== 'operator' || depth < 0)
                return false;
        }
        else if (expects === 'operator') {
            if (!/^(?:AND|OR|WITH)$/.test(token))
                return false;
            expects = token === 'WITH' ? 'exception' : 'licence';
        }
        else {
            if (expects === 'licence' && !(0,spdx.isSupportedSpdxId)(token.replace(/\+$/, '')))
                return false;
            if (!/^[A-Za-z0-9.+-]+$/.test(token))
                return false;
            expects = 'operator';
        }
    }
    return expects === 'operator' && depth === 0;
}

// EXTERNAL MODULE: ./build/sbom/purl.js
var purl = __webpack_require__(41679);
;// CONCATENATED MODULE: ./build/sbom/document.js









const TYPES = {
    application: enums.ComponentType.Application,
    file: enums.ComponentType.File,
    library: enums.ComponentType.Library,
    'operating-system': enums.ComponentType.OperatingSystem,
};
/** The last second of the year 9999, which is the last one that RFC 3339 can write. */
const MAX_EPOCH = 253_402_300_799;
/**
 * The SBOM of an artifact: CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json) with two spaces of indent and a newline at the
 * end. It contains no clock, random number or path of this machine: its serial number is derived from its content.
 */
function renderSbom({ subject, components, unread }) {
    const root = rootOf(subject);
    const bom = new models.Bom({
        metadata: new models.Metadata({
            component: root,
            tools: new models.Tools({ components: new models.ComponentRepository([toolComponent()]) }),
            timestamp: timeOf(subject),
        }),
    });
    for (const { path, reason } of unread) {
        bom.metadata.properties.add(new models.Property('fledge:unread', `/${(0,byte_string/* displayByteString */.oO)(path)}: ${reason}`));
    }
    for (const found of components) {
        const component = componentOf(found);
        bom.components.add(component);
        root.dependencies.add(component.bomRef);
    }
    const serializer = new index_node.JsonSerializer(new index_node.JSON.Normalize.Factory(spec.Spec1dot6));
    const options = { sortLists: false, space: 2 };
    bom.serialNumber = `urn:uuid:${uuidOf(serializer.serialize(bom, options))}`;
    return `${serializer.serialize(bom, options)}\n`;
}
/** CycloneDX calls a thing that virtualization isolates a container, whatever its technology. */
function rootOf({ name, version, sha256 }) {
    return new models.Component(enums.ComponentType.Container, name, {
        bomRef: 'artifact',
        version,
        hashes: hashesOf(sha256),
    });
}
function toolComponent() {
    return new models.Component(enums.ComponentType.Application, 'fledge', {
        bomRef: 'tool',
        version: about/* VERSION */.x,
        purl: (0,purl/* purl */.E)({ type: 'npm', namespace: '@volantvm', name: 'fledge', version: about/* VERSION */.x }),
    });
}
function componentOf({ reference, type, group, name, version, purl: url, licence, sha256, paths, layers, }) {
    const component = new models.Component(TYPES[type], name, {
        bomRef: reference,
        ...{ group, version, purl: url },
        hashes: hashesOf(sha256),
    });
    if (licence !== undefined && licence !== '')
        component.licenses.add(licenceOf(licence));
    for (const path of paths)
        component.properties.add(new models.Property('fledge:path', path));
    for (const layer of layers)
        component.properties.add(new models.Property('fledge:layer:digest', layer));
    return component;
}
function hashesOf(sha256) {
    return new models.HashDictionary(sha256 === undefined ? [] : [[enums.HashAlgorithm['SHA-256'], sha256]]);
}
function timeOf({ sourceDateEpoch: epoch }) {
    const isTime = epoch !== undefined && Number.isInteger(epoch) && epoch >= 0 && epoch <= MAX_EPOCH;
    return isTime ? new Date(epoch * 1000) : undefined;
}
/** A UUID (RFC 9562, version 8) that is the same for the same text. */
function uuidOf(text) {
    const bytes = (0,external_node_crypto_.createHash)('sha256').update(text).digest().subarray(0, 16);
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
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
