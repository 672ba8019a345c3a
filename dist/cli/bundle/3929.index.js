export const id = 3929;
export const ids = [3929];
export const modules = {

/***/ 29181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ fetchedImagesOf),
/* harmony export */   S9: () => (/* binding */ dockerfileOf),
/* harmony export */   Vm: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** The images that a build itself fetches: the image, and that of busybox. The images of a Dockerfile are not included. */
function fetchedImagesOf(config) {
    const { image, imageLock: lock } = config;
    const main = image?.kind === 'reference' ? [{ reference: image, lock, key: 'image' }] : [];
    if (config.strategy === 'oci_rootfs' || config.busybox.image === undefined)
        return main;
    return [...main, { reference: config.busybox.image, lock: config.busybox.imageLock, key: 'busybox_image' }];
}
/** The Dockerfile of a config, if its image is built from one. */
function dockerfileOf({ image }) {
    return image?.kind === 'dockerfile' ? image : undefined;
}
/** The path of the context of a Dockerfile, relative to fledge.toml. */
function contextOf({ text, context }) {
    return context ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(text);
}


/***/ }),

/***/ 43929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applyLock: () => (/* binding */ applyLock),
/* harmony export */   compareWithLock: () => (/* binding */ compareWithLock),
/* harmony export */   findMissingAgent: () => (/* binding */ findMissingAgent),
/* harmony export */   openSourcesOf: () => (/* binding */ openSourcesOf)
/* harmony export */ });
/* harmony import */ var _config_images_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29181);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);


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
    const all = _support_platform_js__WEBPACK_IMPORTED_MODULE_1__/* .PLATFORMS */ .P4.flatMap((platform) => dockerfile?.bases[platform] ?? []);
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


/***/ })

};
