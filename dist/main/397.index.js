export const id = 397;
export const ids = [397];
export const modules = {

/***/ 68397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareBoots: () => (/* binding */ prepareBoots)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/boot/artifact/readable.js
var readable = __webpack_require__(38418);
// EXTERNAL MODULE: ./build/boot/kernel/find.js
var find = __webpack_require__(67096);
// EXTERNAL MODULE: ./build/boot/kernel/kernel.js + 1 modules
var kernel_kernel = __webpack_require__(30371);
// EXTERNAL MODULE: ./build/boot/kernel/machine-kernels.js
var machine_kernels = __webpack_require__(32693);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
// EXTERNAL MODULE: ./build/boot/accelerator.js
var accelerator = __webpack_require__(94798);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/action/install/root.js
var install_root = __webpack_require__(91955);
;// CONCATENATED MODULE: ./build/action/install/kvm.js




const RULE_FILE = '/etc/udev/rules.d/99-kvm4all.rules';
/** udev applies a rule asynchronously; `settle` waits for it. */
const OPEN = [
    'printf "%s\\n" "$1" >"$2"',
    'udevadm control --reload-rules',
    'udevadm trigger --name-match=kvm',
    'udevadm settle --timeout=10',
].join(' && ');
/**
 * Opens /dev/kvm for this user with a udev rule, if there is a device that this user cannot open. It is done on a runner of
 * GitHub only, because such a machine ends with the job. Without KVM, machines are emulated, so a failure is reported and is
 * not an error.
 */
async function openKvm(architecture, context) {
    const { env, reporter, signal, find = accelerator/* findAccelerator */.di } = context;
    const isDenied = () => {
        const accelerator = find(architecture);
        return accelerator.name === 'tcg' && accelerator.isDenied === true;
    };
    if (!isDenied() || (0,environment/* environmentValue */.a)(env, 'RUNNER_ENVIRONMENT') !== 'github-hosted')
        return;
    const failure = await runRule(signal);
    if (failure !== undefined)
        reporter.info(`cannot open /dev/kvm: ${failure}`);
    else if (isDenied())
        reporter.info(`cannot open /dev/kvm: the udev rule ${RULE_FILE} had no effect`);
    else
        reporter.info(`opened /dev/kvm to all users of this runner: ${RULE_FILE}`);
}
/** Adds the rule and applies it. Returns the reason of a failure. */
async function runRule(signal) {
    const root = await (0,install_root/* findRoot */.wg)();
    if (!root.allowed)
        return root.why;
    const [program = 'sh', ...args] = [...root.command, 'sh', '-c', OPEN, 'sh', accelerator/* UDEV_RULE */.Mk, RULE_FILE];
    const running = (0,install_root/* outputOf */.jH)([program, ...args], (0,tools_environment/* environmentFor */.DD)('sudo', process.env));
    const { exitCode, stderr } = await (0,install_root/* unlessAborted */.Wh)(running, signal);
    if (exitCode === 0)
        return undefined;
    return stderr.trim().split('\n').at(-1) || `the udev rule ${RULE_FILE} failed with status ${exitCode}`;
}

// EXTERNAL MODULE: ./build/action/install/tool-needs.js
var tool_needs = __webpack_require__(24313);
;// CONCATENATED MODULE: ./build/action/install/boot-needs.js








/**
 * Prepares the runner for boots, before anything is built: checks that there is a kernel, installs QEMU for the platform, and
 * opens /dev/kvm. Returns the directories of tools that must be searched before the PATH.
 *
 * @throws FledgeError `input` if there is no kernel, `tool` if QEMU is missing and cannot be installed.
 */
async function prepareBoots({ kernel }, { platform }, context) {
    const architecture = (0,readable/* architectureOf */.NJ)(platform);
    if (kernel !== undefined) {
        if (!(0,find/* isKernelUrl */.r)(kernel))
            await (0,kernel_kernel/* readKernel */.Q1)((0,external_node_path_.resolve)(kernel));
    }
    else if (architecture !== 'amd64') {
        // Volant's kernel, which is downloaded otherwise, is for amd64 only.
        const found = await (0,machine_kernels/* findMachineKernel */.W)(architecture);
        if (found.path === undefined)
            throw (0,machine_kernels/* noKernelError */.z)(architecture, found);
    }
    const directories = await (0,tool_needs/* installTools */.HG)({ needed: [table/* emulators */.FB[platform]], optional: [] }, context);
    await openKvm(architecture, context);
    return directories;
}


/***/ }),

/***/ 91955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   jH: () => (/* binding */ outputOf),
/* harmony export */   wg: () => (/* binding */ findRoot)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75260);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_process_search_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21430);
/* harmony import */ var _tools_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84705);




/** Finds a way to become root without a password. */
async function findRoot(isRoot = process.getuid?.() === 0) {
    if (isRoot)
        return { allowed: true, command: [] };
    const sudo = await (0,_support_process_search_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)('sudo');
    if (sudo === undefined)
        return { allowed: false, why: 'this user is not root, and there is no sudo' };
    const { exitCode } = await outputOf([sudo, '-n', 'true'], (0,_tools_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentFor */ .DD)('sudo', process.env));
    if (exitCode !== 0)
        return { allowed: false, why: 'this user is not root, and sudo asks for a password' };
    return { allowed: true, command: [sudo, '-n'] };
}
/**
 * Runs a program and returns its output. The output is not written to the log, where the runner would execute commands
 * in it. `onLine` gets each line of stdout and stderr in order. A program that cannot be started has the status 127, as
 * in a shell.
 */
async function outputOf([program, ...args], env, onLine = () => { }) {
    try {
        return await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(`"${program}"`, args, {
            env: { ...env.variables },
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdline: onLine, errline: onLine },
        });
    }
    catch (error) {
        return { exitCode: 127, stdout: '', stderr: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
    }
}
/**
 * Waits for a program, or throws the reason of an abort. The program then continues, because a process of root cannot
 * be killed.
 */
async function unlessAborted(running, signal) {
    if (signal === undefined)
        return running;
    signal.throwIfAborted();
    const { promise: aborted, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([running, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}


/***/ })

};
