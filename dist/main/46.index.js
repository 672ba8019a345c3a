export const id = 46;
export const ids = [46];
export const modules = {

/***/ 78046:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ensureImage: () => (/* binding */ ensureImage),
/* harmony export */   findContainerEngine: () => (/* binding */ findContainerEngine),
/* harmony export */   z: () => (/* binding */ runContainer)
/* harmony export */ });
/* unused harmony export containerArguments */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_cleanup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73776);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36419);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(91200);





/**
 * docker or podman, whichever is on the PATH.
 *
 * @throws FledgeError `tool` if there is neither.
 */
async function findContainerEngine() {
    for (const name of ['docker', 'podman']) {
        const path = await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .findOnPath */ .aY)(name);
        if (path !== undefined)
            return { name, path };
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', 'neither docker nor podman is on the PATH', {
        fix: 'install one of them, or build on the host itself',
    });
}
/**
 * Fetches an image, unless it is there.
 *
 * @throws FledgeError `tool` with what the engine said of it.
 */
async function ensureImage({ name, path }, image, { env, reporter, signal }) {
    const options = { env, signal };
    try {
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, ['image', 'inspect', (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .engineImage */ .Sg)(image)], options);
        return;
    }
    catch (error) {
        signal?.throwIfAborted();
        if (error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE && error.code === 'usage')
            throw error;
    }
    reporter.step(`fetch ${image}`);
    const said = [];
    try {
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(path, ['pull', '--quiet', image], { ...options, onLine: (line) => said.push(line) });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `${name} cannot fetch ${image}: ${engineComplaint(said)}`, {
            cause: error,
            fix: `check that ${name} works here and that the image is there; log in with docker/login-action if it is private`,
        });
    }
}
/** What the engine ends with when it could not run the program (docker-run(1), podman-run(1)). */
const ENGINE_FAILED = [125, 126, 127];
/** A program that was killed: 128 and the number of SIGKILL. */
const KILLED = 137;
/** The time that a build has to tidy up, in seconds; a job that is cancelled has 7.5 before it is ended. */
const STOP_SECONDS = 3;
const STOP_TIMEOUT_MS = 5000;
/**
 * Runs a container once and returns what its program printed. It ends with this process, and when the signal aborts: the
 * client of the engine could be killed without the container noticing.
 *
 * @throws FledgeError `tool` if the container cannot be run, or its program ends with another status than 0.
 */
async function runContainer(engine, container, { env, onLine, signal }) {
    const name = `fledge-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex')}`;
    const stop = ['stop', '-t', String(STOP_SECONDS), name];
    const remove = ['rm', '--force', name];
    const forgetCleanup = (0,_support_cleanup_js__WEBPACK_IMPORTED_MODULE_1__/* .atExit */ .sz)(() => {
        for (const args of [stop, remove])
            (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .runAtExit */ .BJ)(engine.path, args, { env, timeoutMs: STOP_TIMEOUT_MS });
    });
    const said = [];
    try {
        return await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(engine.path, containerArguments(engine, { ...container, name }), {
            env,
            onLine: (line, stream) => {
                if (stream === 'stderr')
                    said.push(line);
                onLine?.(line, stream);
            },
            signal,
        });
    }
    catch (error) {
        if (signal?.aborted === true)
            await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(engine.path, stop, { env }).catch(() => { });
        await (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .run */ .eF)(engine.path, remove, { env }).catch(() => { });
        throw containerFailure(error, engine, container.image, said) ?? error;
    }
    finally {
        forgetCleanup();
    }
}
/** What kept the program from running, or from coming to its own end. */
function containerFailure(cause, { name }, image, said) {
    const status = (0,_support_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .statusOf */ .c2)(cause);
    if (status === undefined)
        return undefined;
    if (ENGINE_FAILED.includes(status)) {
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `${name} cannot run a container of ${image}: ${engineComplaint(said)}`, {
            cause,
            fix: `check that ${name} works here: ${name} run --rm ${image} version`,
        });
    }
    if (status !== KILLED)
        return undefined;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `the container of ${image} was killed`, {
        cause,
        fix: 'most likely there was not enough memory: use a larger machine, or build fewer things side by side',
    });
}
/** What an engine marks as its error, or the last that it said. */
function engineComplaint(said) {
    const lines = said.map((line) => line.trim()).filter((line) => line !== '');
    const complaint = lines.find((line) => /^(?:docker: |error\b)/i.test(line)) ?? lines.at(-1) ?? 'it does not say why';
    return complaint.replace(/^(?:docker: )?(?:Error: )?/, '');
}
/**
 * The arguments that run a container once and remove it. It has no capability, also where its user is root, and gets none by
 * running a program.
 */
function containerArguments({ name: engine }, container) {
    const { image, name, user, groups, mounts, workingDirectory, passedVariables, variables, args } = container;
    const { entrypoint } = container;
    return [
        ...['run', '--rm', '--init', '--name', name],
        ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'],
        // podman has a user namespace, in which the user of this machine would else be root; root's own has none.
        ...(engine === 'podman' && user.uid !== 0 ? ['--userns', 'keep-id'] : ['--user', `${user.uid}:${user.gid}`]),
        ...groups.flatMap((group) => ['--group-add', String(group)]),
        ...mounts.flatMap((mount) => ['--mount', mountOption(mount)]),
        ...['--workdir', workingDirectory],
        ...(entrypoint === undefined ? [] : ['--entrypoint', entrypoint]),
        ...passedVariables.flatMap((variable) => ['--env', variable]),
        ...Object.entries(variables).flatMap(([variable, value]) => ['--env', `${variable}=${value}`]),
        (0,_arguments_js__WEBPACK_IMPORTED_MODULE_4__/* .engineImage */ .Sg)(image),
        ...args,
    ];
}
/** A value of `--mount`, which is CSV: unlike `--volume` it takes paths with colons, and creates none. */
function mountOption({ source, target = source, access }) {
    const fields = ['type=bind', `source=${source}`, `target=${target}`, ...(access === 'read' ? ['readonly'] : [])];
    return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}


/***/ })

};
