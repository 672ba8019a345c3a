export const id = 4541;
export const ids = [4541];
export const modules = {

/***/ 44541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bootFailure: () => (/* binding */ bootFailure),
  bootPlugin: () => (/* binding */ bootPlugin)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
;// CONCATENATED MODULE: ./build/boot/console.js


const LIMITS = { first: 64 * 1024, last: 1024 * 1024, file: 64 * 1024 * 1024 };
/** Escape sequences of terminals (ECMA-48: CSI, OSC, and those of one character). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences begin with a control character
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are removed
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;
/**
 * The text of a console. A guest can print without end: in memory are the first and the last part, and the file has at most
 * 64 MiB.
 */
class Console {
    #limits;
    #first = '';
    #last = '';
    #left = 0;
    #descriptor;
    #fileBytes = 0;
    #fileFailure;
    /**
     * @param file the path of a file for the text, if it is wanted.
     * @throws FledgeError `output` if the file cannot be created.
     */
    constructor(file, limits = {}) {
        this.#limits = { ...LIMITS, ...limits };
        if (file === undefined)
            return;
        try {
            this.#descriptor = (0,external_node_fs_.openSync)(file, 'w');
        }
        catch (error) {
            throw new errors/* FledgeError */.aE('output', `cannot write the console to ${file}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
                cause: error,
                fix: 'name another file for the console',
            });
        }
    }
    /** Adds text, without the lines of events. */
    add(text) {
        const { first, last } = this.#limits;
        this.#write(text);
        const room = first - this.#first.length;
        this.#first += text.slice(0, Math.max(0, room));
        this.#last += text.slice(Math.max(0, room));
        // Not at each piece, because a cut copies the text.
        if (this.#last.length <= 2 * last)
            return;
        this.#left += this.#last.length - last;
        this.#last = this.#last.slice(-last);
    }
    /** The text, without its middle if it is long. */
    get text() {
        const gap = this.#left === 0 ? '' : `\n[${this.#left} characters left out]\n`;
        return `${this.#first}${gap}${this.#last}`;
    }
    /** The last lines that are not empty, for people: without escape sequences and control characters. */
    lastLines(count) {
        return plainText(this.text)
            .split('\n')
            .filter((line) => line.trim() !== '')
            .slice(-count);
    }
    /** The reason why the file is incomplete; undefined if it is complete. */
    get fileFailure() {
        return this.#fileFailure;
    }
    /** Closes the file. */
    close() {
        if (this.#descriptor !== undefined)
            (0,external_node_fs_.closeSync)(this.#descriptor);
        this.#descriptor = undefined;
    }
    #write(text) {
        if (this.#descriptor === undefined || this.#fileFailure !== undefined)
            return;
        const bytes = Buffer.from(text);
        const room = this.#limits.file - this.#fileBytes;
        if (bytes.length > room)
            this.#fileFailure = `the console has more than ${this.#limits.file} bytes`;
        try {
            for (let done = 0; done < Math.min(bytes.length, room);) {
                done += (0,external_node_fs_.writeSync)(this.#descriptor, bytes, done, Math.min(bytes.length, room) - done);
            }
            this.#fileBytes += Math.min(bytes.length, room);
        }
        catch (error) {
            this.#fileFailure = (0,errors/* writeFailureOf */.PI)(error);
        }
    }
}
/** Text of a console without escape sequences and control characters, except line breaks and tabs. */
function plainText(text) {
    return text.replace(ESCAPES, '').replace(CONTROLS, '');
}
/** In characters: a longer line is cut. */
const MAX_LINE = 4096;
/** In characters: the log of a program gets no more of a console that floods. */
const MAX_PRINTED = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
/**
 * Calls `print` with each complete line of a console that arrives in pieces, as plain text, until 4 MiB are printed. A line that
 * does not end is printed in parts.
 */
function linesTo(print) {
    let rest = '';
    let printed = 0;
    return (text) => {
        if (printed >= MAX_PRINTED)
            return;
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > MAX_LINE) {
            lines.push(rest);
            rest = '';
        }
        for (const line of lines) {
            printed += line.length + 1;
            print(plainText(line));
            if (printed < MAX_PRINTED)
                continue;
            print('[the console has more text, which is not printed; --console FILE keeps it]');
            return;
        }
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/report/elapsed.js
var elapsed = __webpack_require__(52835);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
;// CONCATENATED MODULE: ./build/boot/diagnosis/programs.js

/** Error numbers of Linux, as the kernel and the companion print them. */
const ERRNO = { ENOENT: 2, ENOEXEC: 8, EACCES: 13, ENODEV: 19, ENOTDIR: 20, EINVAL: 22, ELIBBAD: 80 };
/** The diagnosis for a program that the kernel did not execute. */
function programNotExecuted(path, errno, { prepared: { bootable, kernel } }) {
    const inspect = `fledge inspect ${(0,support_text/* shellWord */.r7)(bootable.path)}`;
    switch (errno) {
        case ERRNO.ENOEXEC:
        case ERRNO.ELIBBAD:
            return {
                code: 'wrong-architecture',
                message: `the kernel cannot execute ${path}: it is for another architecture than ${kernel.architecture}, or is not a program`,
                fix: `build the artifact for linux/${kernel.architecture}, or boot it with a kernel for its own architecture`,
            };
        case ERRNO.ENOENT:
            if (path === '/init' && bootable.hasInit === false)
                return withoutInit(bootable.path);
            return {
                code: 'missing-loader',
                message: `the kernel cannot execute ${path}: the file is missing, or it is there and its loader or interpreter is not`,
                fix: `link it statically, or add its loader and libraries; to see the files: ${inspect}`,
            };
        case ERRNO.EACCES:
            return {
                code: 'not-executable',
                message: `the kernel cannot execute ${path}: permission denied`,
                fix: 'make the file executable: chmod +x',
            };
        default:
            return {
                code: 'init-failed',
                message: `the kernel cannot execute ${path}: error ${errno}`,
                fix: `see its files: ${inspect}`,
            };
    }
}
function withoutInit(path) {
    return {
        code: 'no-init',
        message: `the kernel found no program to start: ${path} has no /init`,
        fix: 'add a program as /init, or remove [init] from fledge.toml to use the one of fledge',
    };
}

;// CONCATENATED MODULE: ./build/boot/diagnosis/space.js
/** The diagnosis if a program in the machine reported that it cannot write for lack of space; undefined if none did. */
function noSpace({ prepared: { bootable, memoryMiB } }, text) {
    if (!/no space left on device|ENOSPC/i.test(text))
        return undefined;
    if (bootable.kind === 'initramfs') {
        return {
            code: 'disk-full',
            message: 'a program cannot write: no space left on a file system of the machine, which is in its memory',
            fix: `give the machine more memory: --memory ${2 * memoryMiB}, and memory_mb in [resources] of manifest.toml`,
        };
    }
    return {
        code: 'disk-full',
        message: `a program in the machine cannot write: no space left, probably in ${bootable.path}`,
        fix: 'increase size_buffer_mb in [filesystem] of fledge.toml, and build the image again',
    };
}

;// CONCATENATED MODULE: ./build/boot/diagnosis/agent-messages.js


/** The port of Volant's agent. */
const AGENT_PORT = 8080;
/** Error numbers by their texts in Go, which the agent is written in. */
const GO_ERRORS = {
    'exec format error': ERRNO.ENOEXEC,
    'no such file or directory': ERRNO.ENOENT,
    'permission denied': ERRNO.EACCES,
};
/**
 * The diagnosis by the messages of Volant's agent, and by those of servers that cannot listen; undefined if there are none.
 * As PID 1, the agent prints `fatal error in pid1 (STEP): REASON` and halts.
 */
function diagnoseAgent(facts, text) {
    const taken = portTaken(facts, text);
    if (taken !== undefined)
        return taken;
    const [, step, reason] = /fatal error in pid1 \(([^)\n]*)\): (.*)/.exec(text) ?? [];
    if (step === undefined || reason === undefined)
        return undefined;
    const [, program, error] = /(?:fork\/exec|exec:) "?(\/[^\s":]+)"?: (.+)/.exec(reason) ?? [];
    const errno = error === undefined ? undefined : GO_ERRORS[error.trim()];
    if (program !== undefined && errno !== undefined)
        return programNotExecuted(program, errno, facts);
    const full = noSpace(facts, reason);
    if (full !== undefined)
        return full;
    if (/health/i.test(reason)) {
        return {
            code: 'health-check',
            message: `the agent stopped the workload: ${reason}`,
            fix: 'let the workload answer with 2xx, or set endpoint in [health_check] of manifest.toml; "" turns the probe off',
        };
    }
    return {
        code: 'agent-failed',
        message: `the agent stopped in the step "${step}": ${reason}`,
        fix: /read-only file system/i.test(reason)
            ? 'build the image with type = "ext4" in [filesystem]: the agent of Volant 0.6 writes a copy of itself to it'
            : 'correct the manifest or the workload; see docs/manifest.md for what the agent needs',
    };
}
const TAKEN = /address already in use|EADDRINUSE/i;
function portTaken({ prepared: { bootable } }, text) {
    const line = text.split('\n').find((candidate) => TAKEN.test(candidate));
    if (line === undefined)
        return undefined;
    const port = /:(\d{1,5})\b(?!.*:\d{1,5}\b)/.exec(line)?.[1];
    const url = bootable.manifest?.fields.workload?.base_url;
    const isAgent = port === String(AGENT_PORT) || (url !== undefined && URL.parse(url)?.port === String(AGENT_PORT));
    return {
        code: 'port-taken',
        message: isAgent
            ? `two programs in the machine listen on port ${AGENT_PORT}, which is the port of the agent`
            : `two programs in the machine listen on the same port${port === undefined ? '' : `, ${port}`}`,
        fix: 'let the workload listen on another port, and set base_url in [workload] of manifest.toml',
    };
}

;// CONCATENATED MODULE: ./build/boot/diagnosis/events.js

/** The diagnosis by a failure that the companion reported; undefined if it reported none. */
function diagnoseEvents(facts) {
    for (const { name, values } of facts.events) {
        const diagnosis = diagnoseEvent(name, values, facts);
        if (diagnosis !== undefined)
            return diagnosis;
    }
    return undefined;
}
function diagnoseEvent(name, values, facts) {
    const { bootable, kernel } = facts.prepared;
    const errno = Number(values['errno'] ?? 0);
    switch (name) {
        case 'no-disk':
            return {
                code: 'no-root-device',
                message: `the kernel ${kernel.version ?? kernel.path} shows no disk /dev/vda`,
                fix: modulesFix(facts, 'virtio_blk'),
            };
        case 'root-failed':
            return rootFailed(errno, values['fstype'] ?? bootable.fileSystem ?? 'its file system', facts);
        case 'exec-failed':
            return programNotExecuted(values['path'] ?? '/init', errno, facts);
        case 'agent-failed':
            return {
                code: 'agent-failed',
                message: `the agent of ${bootable.path} cannot be copied into the memory of the machine: error ${errno}`,
                fix: 'give the machine more memory (--memory), or name an agent with --agent',
            };
        case 'mount-failed':
            return mountFailed(values['path'] ?? '', errno, bootable.path);
        case 'plan-failed':
        case 'watch-failed':
            return {
                code: 'companion-failed',
                message: `the first program of the boot failed: ${name} ${values['reason'] ?? `error ${errno}`}`,
                fix: 'try another kernel with --kernel; if it fails as well, report this as a bug in fledge',
            };
        default:
            return undefined;
    }
}
function mountFailed(target, errno, image) {
    return {
        code: 'companion-failed',
        message: `the first program of the boot cannot mount a file system on ${target} of ${image}: error ${errno}`,
        fix: errno === ERRNO.ENOTDIR
            ? `make ${target} a directory in the image, or remove it`
            : 'try another kernel with --kernel; if it fails as well, report this as a bug in fledge',
    };
}
function rootFailed(errno, fileSystem, facts) {
    const { bootable, kernel } = facts.prepared;
    if (errno === ERRNO.ENODEV) {
        return {
            code: 'unknown-file-system',
            message: `the kernel ${kernel.version ?? kernel.path} does not support ${fileSystem}`,
            fix: modulesFix(facts, fileSystem),
        };
    }
    return {
        code: 'damaged-file-system',
        message: `the kernel cannot mount ${bootable.path} as ${fileSystem}: error ${errno}`,
        fix: 'it has features that the kernel does not support, or is damaged: see the console, and try a newer kernel with --kernel',
    };
}
function modulesFix({ prepared: { kernel } }, module) {
    return kernel.modules === undefined
        ? `name the directory of the kernel's modules, which has ${module}: --modules /lib/modules/VERSION`
        : `use a kernel that has ${module}, built in or in ${kernel.modules}`;
}

// EXTERNAL MODULE: ./build/manifest/memory.js
var memory = __webpack_require__(7141);
;// CONCATENATED MODULE: ./build/boot/diagnosis/kernel-messages.js


/** In MiB. */
const STEP = 64;
/** The diagnosis by the kernel's own messages; undefined if it did not report a failure. */
function diagnoseKernel(facts, text) {
    return (damagedInitramfs(facts, text) ??
        notExecuted(facts, text) ??
        noRoot(facts, text) ??
        initEnded(text) ??
        otherPanic(text) ??
        diskFull(text));
}
const MEMORY_MESSAGES = /Out of memory: Killed process \d+ \((?<program>[^)]*)\)|System is deadlocked on memory|Initramfs unpacking failed: write error|Out of memory and no killable processes/;
/** The diagnosis if the kernel had too little memory, whatever ended then. */
function outOfMemory({ prepared }, text) {
    const match = MEMORY_MESSAGES.exec(text);
    if (match === null)
        return undefined;
    const { memoryMiB, bootable } = prepared;
    const program = match.groups?.['program'];
    const victim = program === undefined ? 'the kernel ran out of memory' : `the kernel ended ${program}: out of memory`;
    const { unpackedBytes } = bootable;
    const size = unpackedBytes === undefined ? 0 : (0,memory/* requiredMemory */.DY)({ compressed: bootable.bytes, unpacked: unpackedBytes });
    // If the archive fits, it is the workload that needs more.
    const needed = size > memoryMiB ? Math.ceil(size / STEP) * STEP : 2 * memoryMiB;
    const why = size > memoryMiB ? `; the initramfs needs about ${needed} MiB` : '';
    return {
        code: 'out-of-memory',
        message: `${victim}, with ${memoryMiB} MiB${why}`,
        fix: `give the machine more memory: --memory ${needed}, and memory_mb in [resources] of manifest.toml`,
    };
}
function damagedInitramfs({ prepared: { bootable } }, text) {
    const reason = /Initramfs unpacking failed: (.+)/.exec(text)?.[1];
    // Kernels complain about bytes after an archive, and go on.
    if (reason === undefined || !/Kernel panic/.test(text))
        return undefined;
    return {
        code: 'damaged-initramfs',
        message: `the kernel cannot unpack ${bootable.kind === 'initramfs' ? bootable.path : 'the initramfs'}: ${reason.trim()}`,
        fix: 'the file is damaged or incomplete, or this kernel does not support its compression: build or download it again',
    };
}
function notExecuted(facts, text) {
    // The name of this message is that of the program; the errors are negative.
    const [, kernelPath, kernelError] = /(?:Failed to execute|Starting init:) (\/\S+?)(?: exists but couldn't execute it)? \(error -(\d+)\)/.exec(text) ??
        [];
    if (kernelPath !== undefined)
        return programNotExecuted(kernelPath, Number(kernelError), facts);
    const [, path, errno] = /fledge-init: cannot run (\S+): .*?errno (\d+)/.exec(text) ?? [];
    if (path !== undefined)
        return programNotExecuted(path, Number(errno), facts);
    return undefined;
}
function noRoot({ prepared: { bootable } }, text) {
    const device = /Unable to mount root fs on (?:"[^"]*" or )?(\S+)/.exec(text)?.[1];
    const hasNoInit = /No working init found/.test(text);
    if (device === undefined && !hasNoInit)
        return undefined;
    if (bootable.kind === 'initramfs' || hasNoInit)
        return withoutInit(bootable.path);
    return {
        code: 'no-root-device',
        message: `the kernel cannot mount the root file system: ${device} is not there`,
        fix: 'use a kernel with virtio_blk and the file system, or name its modules with --modules',
    };
}
function initEnded(text) {
    const code = /Attempted to kill init! exitcode=0x([0-9a-f]+)/.exec(text)?.[1];
    if (code === undefined)
        return undefined;
    const value = Number.parseInt(code, 16);
    const signal = value & 0x7f;
    const how = signal === 0 ? `ended with status ${(value >> 8) & 0xff}` : `was ended by signal ${signal}`;
    return {
        code: 'init-failed',
        message: `the first program of the machine ${how}, and the kernel stopped`,
        fix: signal === 4
            ? 'it has instructions that this processor does not have: compile it for an older processor, or boot with KVM'
            : 'see its last lines on the console; PID 1 must not end',
    };
}
function otherPanic(text) {
    const reason = /Kernel panic - not syncing: (.+)/.exec(text)?.[1];
    if (reason === undefined)
        return undefined;
    return {
        code: 'panic',
        message: `the kernel stopped: ${reason.trim()}`,
        fix: 'see the console, or try another kernel with --kernel',
    };
}
function diskFull(text) {
    if (!/(?:I\/O error|critical space allocation error), dev vda, sector \d+ op 0x[19]:\(WRITE/.test(text))
        return undefined;
    return {
        code: 'disk-full',
        message: 'the machine cannot write to its disk: the disk of this machine is probably full',
        fix: 'free some space, or set TMPDIR to a directory on another disk',
    };
}

;// CONCATENATED MODULE: ./build/boot/diagnosis.js





/**
 * A line after which a machine does nothing more: the kernel has stopped, or Volant's agent as PID 1 has halted. A boot that
 * shows it need not wait for its time limit.
 */
const HALTED = /Kernel panic - not syncing|pid1 cannot exit; halting/;
/**
 * Explains why a boot failed, from the console, the events of the companion, and the facts of the boot. The most certain
 * evidence comes first: the VMM, the kernel, the companion, the workload, and then what is missing.
 */
function diagnose(facts) {
    const text = plainText(facts.console.text);
    return (diagnoseVmm(facts, text) ??
        diagnoseSilence(facts, text) ??
        outOfMemory(facts, text) ??
        diagnoseAgent(facts, text) ??
        diagnoseKernel(facts, text) ??
        diagnoseEvents(facts) ??
        noSpace(facts, text) ??
        diagnoseWorkload(facts) ??
        diagnoseEnd(facts, text));
}
/** The VMM complained and started nothing. */
function diagnoseVmm({ prepared, events, outcome, end }, text) {
    if (text.trim() !== '' || events.length > 0)
        return undefined;
    const hasFailed = outcome.reason === 'machine-ended' && end.status !== undefined && end.status !== 0;
    const failure = hasFailed ? `it ended with status ${end.status} and printed nothing` : undefined;
    const complaint = end.complaints.split('\n').find((line) => line.trim() !== '') ?? failure;
    if (complaint === undefined)
        return undefined;
    const message = `${prepared.vmm.name} cannot start the machine: ${complaint.trim()}`;
    if (/kvm/i.test(complaint)) {
        return { code: 'vmm-failed', message, fix: 'check the permissions of /dev/kvm: ls -l /dev/kvm' };
    }
    if (/allocate memory|ENOMEM|out of memory/i.test(complaint)) {
        return { code: 'vmm-failed', message, fix: `use less memory than ${prepared.memoryMiB} MiB: --memory` };
    }
    if (/lock/i.test(complaint)) {
        return { code: 'vmm-failed', message, fix: 'end the machine that has opened the image for writing' };
    }
    return { code: 'vmm-failed', message, fix: 'see the message of the VMM; -v shows its command line' };
}
/** A kernel can need this time to print its first line in an emulated machine. */
const HASTY_MS = 20_000;
/** Below this, kernels of distributions print nothing. */
const LEAST_MEMORY_MIB = 64;
function diagnoseSilence({ prepared, events, outcome, commandLine, timeoutMs }, text) {
    if (text.trim() !== '' || events.length > 0)
        return undefined;
    const { memoryMiB } = prepared;
    if (memoryMiB < LEAST_MEMORY_MIB) {
        return {
            code: 'out-of-memory',
            message: `the kernel printed nothing: ${memoryMiB} MiB of memory are probably too little for it`,
            fix: `give the machine more memory: --memory ${2 * LEAST_MEMORY_MIB}`,
        };
    }
    const console = /(?:^| )console=(\S+)(?!.* console=)/.exec(commandLine ?? '')?.[1];
    const isOther = console !== undefined && !/^tty(?:S0|AMA0)/.test(console);
    const isHasty = outcome.reason === 'timeout' && timeoutMs < HASTY_MS;
    return {
        code: 'silent',
        message: outcome.reason === 'machine-ended'
            ? 'the machine ended before it printed anything on its console'
            : `the machine printed nothing on its console within ${timeoutMs / 1000} s`,
        fix: isOther
            ? `remove console=${console} from --append: the machine has a serial console only`
            : `${isHasty ? 'allow more time: --timeout 60; then ' : ''}check that the kernel has a driver for the serial console, and fits the machine; shorten the command line if it is long`,
    };
}
function diagnoseWorkload({ prepared, events, outcome, lastAnswer, timeoutMs }) {
    const { goal } = prepared;
    const { event } = outcome;
    if (outcome.reason === 'command-failed') {
        return {
            code: 'command-failed',
            message: `the command of --run ${endOf(event?.values)}`,
            fix: 'see its output on the console',
        };
    }
    if (outcome.reason === 'nothing-to-start') {
        return {
            code: 'no-init',
            message: `nothing was started: ${prepared.bootable.path} has no agent, and there is no manifest with an entrypoint`,
            fix: 'name an agent with --agent, put manifest.json beside the image, or run a command in it: --run',
        };
    }
    const ended = event ?? events.find(({ name }) => name === 'workload-ended');
    if (ended !== undefined)
        return workloadEnded(ended.values, events);
    if (outcome.reason !== 'timeout' || goal.kind !== 'http')
        return undefined;
    if (!events.some(({ name }) => name === 'workload'))
        return undefined;
    const hasNoNetwork = events.some(({ name }) => name === 'network-failed');
    const answer = hasNoNetwork ? 'the machine has no network' : (lastAnswer?.reason ?? 'it did not answer');
    const message = `GET ${goal.path ?? '/'} on port ${goal.port ?? 80} failed for ${timeoutMs / 1000} s: ${answer}`;
    if (hasNoNetwork) {
        return {
            code: 'health-check',
            message,
            fix: 'use a kernel that has virtio_net, or name its modules with --modules',
        };
    }
    return {
        code: 'health-check',
        message,
        fix: lastAnswer?.status === undefined
            ? 'let the workload listen on this port at 0.0.0.0, or set base_url in [workload] of manifest.toml'
            : 'let the workload answer this path with 2xx, or set endpoint in [health_check] of manifest.toml',
    };
}
function workloadEnded(values, events) {
    const program = events.find(({ name }) => name === 'workload')?.values['program'] ?? 'the workload';
    const { status, signal } = values;
    const message = `${program} ${endOf(values)}`;
    if (signal === '4') {
        return { code: 'workload-ended', message, fix: 'compile it for an older processor, or boot with KVM' };
    }
    if (status === '126' || status === '127') {
        return { code: 'workload-ended', message, fix: 'a program that it starts is missing: see the console' };
    }
    return { code: 'workload-ended', message, fix: 'see its last lines on the console' };
}
const SIGNALS = {
    '4': 'SIGILL, an instruction that this processor does not have',
    '6': 'SIGABRT',
    '9': 'SIGKILL',
    '11': 'SIGSEGV',
    '15': 'SIGTERM',
};
function endOf({ status, signal } = {}) {
    if (signal !== undefined)
        return `was ended by signal ${signal} (${SIGNALS[signal] ?? 'see signal(7)'})`;
    return status === undefined ? 'ended' : `ended with status ${status}`;
}
/** What is missing at the end, if nothing went wrong before. */
function diagnoseEnd({ prepared, events, outcome, end, timeoutMs }, text) {
    const { goal } = prepared;
    const init = /fledge-init: (.*); powering off/.exec(text)?.[1];
    if (init !== undefined) {
        return { code: 'init-failed', message: `the init of the artifact failed: ${init}`, fix: 'see docs/init.md' };
    }
    if (outcome.reason === 'machine-ended') {
        const how = /reboot: (Power down|Restarting system|System halted)/.test(text)
            ? 'the machine powered itself off'
            : `the machine ended with status ${end.status ?? 'unknown'}${end.complaints === '' ? '' : `: ${end.complaints}`}`;
        return {
            code: 'machine-ended',
            message: `${how} before it did what was asked`,
            fix: 'see its last lines on the console',
        };
    }
    const last = events.at(-1)?.name;
    const reached = last === undefined ? 'the kernel printed messages, but no program started' : `its last event was ${last}`;
    const missing = goal.kind === 'expect' ? 'the console did not show what --expect asks for' : 'the boot did not end';
    return {
        code: goal.kind === 'expect' && last !== undefined ? 'not-shown' : 'timeout',
        message: `${missing} within ${timeoutMs / 1000} s; ${reached}`,
        fix: 'see its last lines on the console; if it is only slow, allow more time: --timeout',
    };
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
;// CONCATENATED MODULE: ./build/boot/probe.js


/** The time between the beginnings of two attempts grows: most servers answer soon, and attempts take time from a slow one. */
const FIRST_INTERVAL_MS = 20;
const INTERVAL_MS = 100;
const GROWTH = 1.1;
/** The time for one answer. An attempt at a closed port ends at once. */
const ATTEMPT_MS = 10_000;
/**
 * User networking accepts a connection before the guest has done so, and repeats its own attempt after seconds. So an attempt
 * that waits must not delay the next one.
 */
const MAX_OPEN = 32;
/** The bytes of a body that are read. */
const MAX_BODY = 64 * 1024;
/**
 * Sends GET requests until one is answered with a status of 2xx, and returns this status.
 *
 * @throws the reason of `signal` when it aborts.
 */
function untilHealthy({ port, path, signal, onFailure }) {
    return new Promise((resolve, reject) => {
        const ending = new AbortController();
        let open = 0;
        let timer;
        let interval = FIRST_INTERVAL_MS;
        const finish = (settle) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', onAbort);
            ending.abort();
            settle();
        };
        const onAbort = () => finish(() => reject(signal.reason));
        const attempt = () => {
            timer = setTimeout(attempt, interval);
            interval = Math.min(INTERVAL_MS, interval * GROWTH);
            if (open >= MAX_OPEN)
                return;
            open += 1;
            get(port, path, ending.signal)
                .then((status) => {
                if (status >= 200 && status < 300)
                    finish(() => resolve(status));
                else
                    onFailure?.({ status, reason: `it answered with status ${status}` });
            })
                .catch((error) => {
                if (!ending.signal.aborted)
                    onFailure?.({ reason: failureOf(error) });
            })
                .finally(() => {
                open -= 1;
            });
        };
        if (signal.aborted) {
            onAbort();
            return;
        }
        signal.addEventListener('abort', onAbort, { once: true });
        attempt();
    });
}
/** The status of one answer. Its body is read so that the server sees no error, but neither a long nor a slow one to its end. */
function get(port, path, signal) {
    return new Promise((resolve, reject) => {
        const headers = { connection: 'close' };
        const sent = (0,external_node_http_.request)({ host: '127.0.0.1', port, path, headers, agent: false, signal, maxHeaderSize: 16 * 1024 });
        let status;
        const end = () => {
            if (status === undefined)
                reject(new Error(`it did not answer within ${ATTEMPT_MS / 1000} s`));
            else
                resolve(status);
            sent.destroy();
        };
        const timer = setTimeout(end, ATTEMPT_MS);
        sent.on('close', () => clearTimeout(timer));
        sent.on('response', (response) => {
            let bytes = 0;
            status = response.statusCode;
            response.on('data', (piece) => {
                bytes += piece.length;
                if (bytes >= MAX_BODY)
                    end();
            });
            response.on('end', end);
            response.on('error', reject);
        });
        sent.on('error', reject);
        sent.end();
    });
}
function failureOf(error) {
    switch ((0,errors/* systemCodeOf */.c7)(error)) {
        case 'ECONNRESET':
            return 'it closed the connection without an answer';
        case 'ECONNREFUSED':
            return 'the connection was refused';
        default:
            return (0,errors/* systemCodeOf */.c7)(error)?.startsWith('HPE_') === true ? 'it does not speak HTTP' : (0,errors/* messageOf */.bD)(error);
    }
}

;// CONCATENATED MODULE: ./build/boot/goal-probe.js


/** Probes the port of a goal, if it has one. */
class GoalProbe {
    #goal;
    #machine;
    #onAnswer;
    #ending = new AbortController();
    #isStarted = false;
    /** The result of the last attempt that failed. */
    lastFailure;
    constructor(goal, machine, onAnswer) {
        this.#goal = goal;
        this.#machine = machine;
        this.#onAnswer = onAnswer;
    }
    /** Only the first call has an effect. */
    start() {
        if (this.#isStarted || this.#goal.kind !== 'http')
            return;
        this.#isStarted = true;
        const { path, port } = this.#goal;
        const onFailure = (failure) => {
            this.lastFailure = failure;
        };
        const { signal } = this.#ending;
        untilHealthy({ port: portTo(this.#machine, port), path, signal, onFailure }).then(this.#onAnswer, () => {
            // It was stopped.
        });
    }
    stop() {
        this.#ending.abort();
    }
}
/** The port of this machine that leads to a port of the guest. */
function portTo({ forwards }, guestPort) {
    const forward = forwards.find((candidate) => candidate.guestPort === guestPort);
    if (forward === undefined)
        throw new errors/* FledgeError */.aE('internal', `port ${guestPort} of the machine is not forwarded`);
    return forward.hostPort;
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/formats/byte-sink.js
var byte_sink = __webpack_require__(19353);
// EXTERNAL MODULE: ./build/formats/cpio.js
var cpio = __webpack_require__(43252);
// EXTERNAL MODULE: ./build/formats/cpio-format.js
var cpio_format = __webpack_require__(79902);
// EXTERNAL MODULE: ./build/init/binary.js
var binary = __webpack_require__(7042);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/tree/root-owned.js
var root_owned = __webpack_require__(30489);
;// CONCATENATED MODULE: ./build/boot/guest/binary.js

/** The companion as scripts/build-guest.sh compiles it. ncc recognises these expressions, and copies the files. */
const BINARIES = {
    'linux/amd64': __webpack_require__.ab + "companion-amd64.elf",
    'linux/arm64': __webpack_require__.ab + "companion-arm64.elf",
};
/** The companion for a platform: a static ELF executable, PID 1 until it starts the artifact's own init. */
function readCompanion(platform) {
    return (0,promises_.readFile)(BINARIES[platform]);
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/boot/guest/plan.js


/** The companion's limits (companion/plan.h and companion/plan.c). */
const MAX_BYTES = 512 * 1024 - 1;
const plan_LIMITS = { filesystem: 16, module: 512, argument: 4096, variable: 4096, run: 4096 };
const MAX_SETTLE_MS = 24 * 60 * 60 * 1000;
/**
 * Encodes a plan for the companion: records `key=value`, each ended by NUL. `modules` are the names of the modules in load
 * order.
 *
 * @throws FledgeError `input` if a value is not valid, or exceeds a limit of the companion.
 */
function encodePlan(plan, modules = []) {
    const { token, root, fileSystems, workload, network, run = [], settleMs, isInteractive } = plan;
    if (!/^[0-9a-f]{16}$/.test(token))
        throw refusal('its token does not have 16 hexadecimal digits');
    if (root !== 'initramfs' && fileSystems.length === 0)
        throw refusal('it names no file system for the disk');
    if (!Number.isInteger(settleMs) || settleMs < 0 || settleMs > MAX_SETTLE_MS) {
        throw refusal(`the settle time of ${settleMs} ms is not between 0 and ${MAX_SETTLE_MS} ms`);
    }
    const fields = [
        ['token', token],
        ['root', root],
        ...listOf('filesystem', fileSystems),
        ...listOf('module', modules),
        ...(workload === undefined ? [] : workloadFields(workload)),
        ...(network === undefined ? [] : networkFields(network)),
        ...listOf('run', run),
        ['settle', String(settleMs)],
        ['interactive', isInteractive ? '1' : '0'],
    ];
    for (const [key, value] of fields) {
        if (value.includes('\0'))
            throw refusal(`a value of ${key} contains a NUL byte`);
    }
    const records = ['fledge-plan 1', ...fields.map(([key, value]) => `${key}=${value}`), 'end'];
    const bytes = Buffer.from(records.map((record) => `${record}\0`).join(''), 'utf8');
    if (bytes.length > MAX_BYTES)
        throw refusal(`it has ${bytes.length} bytes, and the limit is ${MAX_BYTES}`);
    return bytes;
}
function listOf(key, values) {
    if (values.length > plan_LIMITS[key]) {
        throw refusal(`it has ${values.length} values of ${key}, and the limit is ${plan_LIMITS[key]}`);
    }
    return values.map((value) => [key, value]);
}
function workloadFields({ argv, env, workdir }) {
    const variables = Object.entries(env).map(([name, value]) => {
        if (name === '' || name.includes('='))
            throw refusal(`"${name}" is not a name of a variable`);
        return `${name}=${value}`;
    });
    if (workdir !== undefined && !workdir.startsWith('/'))
        throw refusal(`the directory ${workdir} is not absolute`);
    return [
        ...listOf('argument', argv),
        ...listOf('variable', variables),
        ...(workdir === undefined ? [] : [['directory', workdir]]),
    ];
}
function networkFields({ address, prefix, gateway }) {
    for (const text of [address, gateway]) {
        if (!(0,external_node_net_.isIPv4)(text))
            throw refusal(`${text} is not an IPv4 address`);
    }
    if (!Number.isInteger(prefix) || prefix < 0 || prefix > 32)
        throw refusal(`the prefix ${prefix} is not 0 to 32`);
    return [
        ['address', address],
        ['prefix', String(prefix)],
        ['gateway', gateway],
    ];
}
function refusal(reason) {
    return new errors/* FledgeError */.aE('input', `cannot encode the plan for the machine: ${reason}`);
}

;// CONCATENATED MODULE: ./build/boot/guest/archive.js










/** The path of the companion in the machine, for the word `rdinit=` of the kernel's command line. */
const COMPANION_PATH = '/.fledge/boot';
/**
 * Writes the initramfs of a machine to a new file: the companion, its plan, the modules, and for a disk the bundled init, which
 * starts the agent. The kernel unpacks archives that follow each other one after the other. After an error, the file can exist.
 *
 * @throws FledgeError `input` if a file cannot be read, or the plan is not valid; `output` if the archive cannot be written.
 */
async function writeGuestArchive(path, files, options = {}) {
    const entries = await entriesOf(files);
    if (options.before !== undefined)
        await copyArtifact(options.before, path);
    try {
        const file = await (0,promises_.open)(path, options.before === undefined ? 'wx' : 'r+', 0o600);
        try {
            const { size } = await file.stat();
            const sink = new FileSink(file, size);
            // The kernel looks for a further archive at multiples of four only, and skips zeros before it.
            await (0,byte_sink/* writeBytes */.N)(sink, new Uint8Array((0,cpio_format/* paddingTo4 */.dw)(size)));
            await (0,cpio/* writeCpio */.t)(entries, sink);
            await sink.flush();
        }
        finally {
            await file.close();
        }
    }
    catch (error) {
        if (error instanceof errors/* FledgeError */.aE)
            throw error;
        throw notWritten(path, error);
    }
}
async function entriesOf({ plan, platform, modules, agentFile }) {
    const names = modules.map(({ name }) => name);
    const companion = await readCompanion(platform);
    const entries = [
        directory('.fledge'),
        file('.fledge/boot', 0o755, contentOf(companion)),
        directory('.fledge/modules'),
        ...modules.map(({ bytes }, index) => file(`.fledge/modules/${index}.ko`, 0o644, contentOf(bytes))),
        file('.fledge/plan', 0o600, contentOf(encodePlan(plan, names))),
    ];
    if (plan.root === 'initramfs')
        return entries;
    entries.push(file('init', 0o755, contentOf(await (0,binary/* readInitBinary */.S)(platform))));
    if (agentFile !== undefined) {
        entries.push(directory('bin'), file('bin/kestrel', 0o755, await hostFile(agentFile)));
    }
    return entries;
}
const EPOCH = { seconds: 0, nanoseconds: 0 };
function directory(path) {
    return { ...named(path), inode: { ...(0,root_owned/* rootOwned */.g2)(0o755, EPOCH), kind: 'directory' } };
}
function file(path, mode, content) {
    return { ...named(path), inode: { ...(0,root_owned/* rootOwned */.g2)(mode, EPOCH), kind: 'file', content } };
}
function named(path) {
    return { path: (0,byte_string/* byteStringFromText */.dw)(path), name: (0,byte_string/* byteStringFromText */.dw)(path.slice(path.lastIndexOf('/') + 1)) };
}
function contentOf(data) {
    return { kind: 'bytes', size: data.length, data };
}
async function hostFile(path) {
    try {
        const { size } = await (0,promises_.stat)(path);
        return { kind: 'host-file', size, path: Buffer.from(path), label: `the agent ${path}` };
    }
    catch (error) {
        throw notRead(`the agent ${path}`, error);
    }
}
/** A file system with shared extents copies no bytes. */
async function copyArtifact(from, to) {
    try {
        await (0,promises_.access)(from, promises_.constants.R_OK);
    }
    catch (error) {
        throw notRead(`the artifact ${from}`, error);
    }
    try {
        await (0,promises_.copyFile)(from, to, promises_.constants.COPYFILE_EXCL | promises_.constants.COPYFILE_FICLONE);
    }
    catch (error) {
        throw notWritten(to, error);
    }
}
function notRead(what, cause) {
    return new errors/* FledgeError */.aE('input', `cannot read ${what}: ${(0,errors/* messageOf */.bD)(cause)}`, {
        cause,
        fix: 'name a file that exists and that you may read',
    });
}
function notWritten(path, cause) {
    return new errors/* FledgeError */.aE('output', `cannot write the initramfs of the machine to ${path}: ${(0,errors/* writeFailureOf */.PI)(cause)}`, {
        cause,
        fix: 'free some space, or set TMPDIR to a directory on another disk',
    });
}
/** Writes to a file from a position on. */
class FileSink {
    #file;
    #buffer = Buffer.alloc(256 * 1024);
    #position;
    #filled = 0;
    constructor(file, position) {
        this.#file = file;
        this.#position = position;
    }
    reserve() {
        return this.#buffer.subarray(this.#filled);
    }
    commit(length) {
        this.#filled += length;
        return this.#filled === this.#buffer.length ? this.flush() : undefined;
    }
    async flush() {
        let written = 0;
        while (written < this.#filled) {
            const { bytesWritten } = await this.#file.write(this.#buffer, written, this.#filled - written, this.#position + written);
            written += bytesWritten;
        }
        this.#position += this.#filled;
        this.#filled = 0;
    }
}

;// CONCATENATED MODULE: ./build/boot/guest/events.js
/**
 * The events of the companion, with the keys of their values. After those that are marked with *, the companion powers the machine
 * off.
 */
const EVENT_NAMES = [
    // The companion runs and has read its plan. plan-failed (reason) *: the plan is damaged.
    ...['init', 'plan-failed'],
    // modules (count): so many modules are loaded. module-failed (name, errno).
    ...['modules', 'module-failed'],
    // network (name): the interface has an address. network-failed (reason: no-interface, socket, address, prefix, up, gateway; errno).
    ...['network', 'network-failed'],
    // disk: /dev/vda is there. no-disk *: it did not appear.
    ...['disk', 'no-disk'],
    // root (fstype, access: read-write, read-only, overlay): the disk is the root of a plain machine. root-failed (errno, fstype) *: once
    // for each file system that was tried. mount-failed (path, errno): a file system that programs expect is missing.
    ...['root', 'root-failed', 'mount-failed'],
    // no-agent: the disk has none. agent-failed (errno) *: it cannot be copied. agent (pid, exe): PID 1 has become the agent.
    ...['no-agent', 'agent-failed', 'agent'],
    // exec-failed (path, errno): a program or its directory cannot be used; * if the path is /init. watch-failed (errno): no events follow.
    ...['exec-failed', 'watch-failed'],
    // workload (pid, program): a child of the agent runs this program; without an agent, PID 1 does. It can come again after
    // workload-ended (pid, and status or signal if known). alive (pid): it is alive after the settle time.
    ...['workload', 'workload-ended', 'alive'],
    // The command of the plan, after `alive`: run-ended (status or signal).
    ...['run-started', 'run-ended'],
    // The shell on the console: shell-ended (status or signal).
    ...['shell', 'shell-ended'],
];
/** In characters. No event is longer, so a longer beginning of a line is text. */
const events_MAX_LINE = 4096;
/**
 * Separates the events of one boot from the other text of the console. Only lines with the token of the boot are events, so that
 * a workload cannot write one. A line that is damaged, such as by a message of the kernel in its middle, is text.
 */
class GuestEvents {
    #marker;
    /** The beginning of a line that may become an event. */
    #rest = '';
    /** True if the last text that was passed on does not end a line. */
    #isInLine = false;
    /** An empty line that is not passed on yet: the companion writes a line break before each event. */
    #emptyLine = '';
    constructor(token) {
        this.#marker = `@fledge ${token} `;
    }
    /** Takes the next piece of the console. The beginning of a line that may become an event is kept until the next call. */
    take(piece) {
        const events = [];
        const lines = (this.#rest + piece).split('\n');
        const last = lines.pop() ?? '';
        let text = '';
        for (const line of lines) {
            const [before, event] = this.#split(line);
            if (event === undefined)
                text += this.#passOn(`${line}\n`);
            else {
                events.push(event);
                // A message of the kernel can be between the companion's line break and its event.
                if (before !== '')
                    text += this.#passOn(before);
                this.#emptyLine = '';
            }
        }
        this.#rest = this.#canBecomeEvent(last) ? last : '';
        if (this.#rest === '' && last !== '')
            text += this.#passOn(last);
        return { events, text };
    }
    /** Returns the text that was kept, at the end of the console. */
    end() {
        const text = this.#emptyLine + this.#rest;
        this.#emptyLine = '';
        this.#rest = '';
        return text;
    }
    /** The text to pass on for this text: an empty line waits for the next one. */
    #passOn(text) {
        const isEmptyLine = !this.#isInLine && /^\r?\n$/.test(text);
        const before = this.#emptyLine;
        this.#emptyLine = isEmptyLine ? text : '';
        this.#isInLine = !text.endsWith('\n');
        return before + (isEmptyLine ? '' : text);
    }
    /** The text before the event, and the event, if there is one. */
    #split(line) {
        const start = line.indexOf(this.#marker);
        if (start === -1)
            return [line, undefined];
        return [line.slice(0, start), parseEvent(line.slice(start + this.#marker.length).replace(/\r$/, ''))];
    }
    #canBecomeEvent(line) {
        if (line.length > events_MAX_LINE)
            return false;
        // A line break can be two characters, and the event may begin after the second one.
        if (line === '\r' || line.includes(this.#marker))
            return true;
        const start = line.lastIndexOf('@');
        return start !== -1 && this.#marker.startsWith(line.slice(start));
    }
}
function parseEvent(text) {
    const [name, ...pairs] = text.split(' ');
    const known = EVENT_NAMES.find((candidate) => candidate === name);
    if (known === undefined)
        return undefined;
    const values = Object.create(null);
    for (const pair of pairs) {
        const [, key, value] = /^([a-z]+)=((?:[A-Za-z0-9/._:+-]|%[0-9A-F]{2})*)$/.exec(pair) ?? [];
        if (key === undefined || value === undefined)
            return undefined;
        values[key] = decode(value);
    }
    return { name: known, values };
}
/** Bytes that are not valid UTF-8 become U+FFFD. */
function decode(value) {
    const latin1 = value.replace(/%(..)/g, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
    return Buffer.from(latin1, 'latin1').toString('utf8');
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/support/process/exec.js
var exec = __webpack_require__(1453);
// EXTERNAL MODULE: ./build/tools/contained.js
var contained = __webpack_require__(20129);
// EXTERNAL MODULE: ./build/tools/environment.js
var environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/tools/arguments.js
var tools_arguments = __webpack_require__(91200);
// EXTERNAL MODULE: ./build/formats/qcow2/format.js
var format = __webpack_require__(47021);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
;// CONCATENATED MODULE: ./build/boot/vmm/overlay.js





/*
 * An empty qcow2 image over another one (QEMU, docs/interop/qcow2.rst): the header with the path of the backing file, the
 * refcount table, one refcount block, and an empty L1 table.
 */
/** Bytes of the disk that one entry of the L1 table covers. */
const L1_COVERAGE = format/* CLUSTER_SIZE */.zc * format/* ENTRIES_PER_CLUSTER */.e1;
/** The path of the overlay of a machine, which must exist before its start. */
function overlayOf({ scratch }) {
    return (0,external_node_path_.join)(scratch, 'overlay.qcow2');
}
/**
 * Creates an overlay at `path`, which takes the writes to `disk`.
 *
 * @throws FledgeError `output` if it cannot be written; `input` for a path that qcow2 cannot store.
 */
function writeOverlay(path, disk) {
    const backing = Buffer.from(disk.path);
    if (backing.length > format/* MAX_BACKING_PATH */.VH) {
        throw new errors/* FledgeError */.aE('input', `cannot boot ${disk.path}: its path is longer than ${format/* MAX_BACKING_PATH */.VH} bytes`, {
            fix: 'move it to a shorter path',
        });
    }
    const l1Size = Math.max(1, Math.ceil(disk.bytes / L1_COVERAGE));
    const clusters = 3 + Math.ceil(l1Size / format/* ENTRIES_PER_CLUSTER */.e1);
    const header = (0,format/* encodeHeader */.YS)({
        size: Math.ceil(disk.bytes / format/* SECTOR_SIZE */.t4) * format/* SECTOR_SIZE */.t4,
        compression: undefined,
        l1Position: 3 * format/* CLUSTER_SIZE */.zc,
        l1Size,
        refcountTablePosition: format/* CLUSTER_SIZE */.zc,
        refcountTableClusters: 1,
    });
    (0,format/* writeBackingFile */.BN)(header, backing, disk.format);
    const refcountTable = Buffer.alloc(format/* CLUSTER_SIZE */.zc);
    (0,format/* writeNumber */.zv)(refcountTable, 2 * format/* CLUSTER_SIZE */.zc, 0);
    const refcounts = Buffer.alloc(format/* CLUSTER_SIZE */.zc);
    // Each used cluster has a refcount of 1.
    for (let index = 0; index < clusters; index++)
        refcounts.writeUInt16BE(1, index * format/* REFCOUNT_SIZE */.xF);
    const image = Buffer.concat([header, refcountTable, refcounts]);
    try {
        const descriptor = (0,external_node_fs_.openSync)(path, 'wx', 0o600);
        try {
            (0,write_file/* writeFully */.KM)(descriptor, image, 0);
            // The L1 table is a hole.
            (0,external_node_fs_.ftruncateSync)(descriptor, clusters * format/* CLUSTER_SIZE */.zc);
        }
        finally {
            (0,external_node_fs_.closeSync)(descriptor);
        }
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('output', `cannot create the overlay of the disk in ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: 'free some space, or set TMPDIR to a directory on another disk',
        });
    }
}

;// CONCATENATED MODULE: ./build/boot/vmm/cloud-hypervisor.js



/**
 * The arguments of cloud-hypervisor for a machine with a serial console on its standard input and output. It has no network
 * card: cloud-hypervisor has no user networking, and a tap device needs root.
 *
 * @throws FledgeError `usage` if the machine needs a forwarded port; `output` for a scratch directory whose path
 *   cloud-hypervisor would parse.
 */
function cloudHypervisorArguments(spec) {
    const { cpus, memoryMiB, kernel, initrd, commandLine, disk, forwards } = spec;
    const [forward] = forwards;
    if (forward !== undefined) {
        throw new errors/* FledgeError */.aE('usage', `cannot reach port ${forward.guestPort} of a machine of cloud-hypervisor: it has no user networking, and a tap device needs root`, { fix: 'use --vmm qemu, or check the console instead: --expect REGEX' });
    }
    return [
        ...['--kernel', (0,tools_arguments/* operandPath */.x8)(kernel.path)],
        ...(initrd === undefined ? [] : ['--initramfs', (0,tools_arguments/* operandPath */.x8)(initrd)]),
        ...['--cmdline', commandLine],
        ...['--cpus', `boot=${cpus}`, '--memory', `size=${memoryMiB}M`],
        ...['--serial', 'tty', '--console', 'off'],
        ...(disk === undefined ? [] : ['--disk', `path=${plainPath(overlayOf(spec))},image_type=qcow2,backing_files=on`]),
    ];
}
/** A path in a list of `KEY=VALUE`, in which commas, brackets and quotes have a meaning. */
function plainPath(path) {
    if (!/[,"[\]]/.test(path))
        return (0,tools_arguments/* operandPath */.x8)(path);
    throw new errors/* FledgeError */.aE('output', `cannot use ${path} with cloud-hypervisor: its name has a comma, bracket or quote`, {
        fix: 'set TMPDIR to another directory, or use --vmm qemu',
    });
}

;// CONCATENATED MODULE: ./build/boot/vmm/vmm.js
/** The network of every machine, as QEMU's user networking provides it. */
const GUEST_NETWORK = {
    address: '10.0.2.15',
    prefix: 24,
    netmask: '255.255.255.0',
    gateway: '10.0.2.2',
};
/** Whether the machines of a VMM have a network card. cloud-hypervisor has no user networking, and a tap device needs root. */
function hasNetwork({ name }) {
    return name === 'qemu';
}
/** The device of the console that both VMMs connect to their standard output. */
function consoleOf(architecture) {
    return architecture === 'amd64' ? 'ttyS0' : 'ttyAMA0';
}

;// CONCATENATED MODULE: ./build/boot/vmm/qemu.js



/**
 * QEMU itself may not start programs or gain rights, so that a guest that breaks out of it cannot either. Some builds of
 * QEMU have no seccomp.
 */
const SANDBOX = ['-sandbox', 'on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny'];
/**
 * The arguments of QEMU for a machine with a serial console on its standard input and output. The guest is not trusted:
 * its network reaches neither this machine nor others (`restrict`), not even the loopback addresses of this machine, which
 * user networking shows at 10.0.2.2 otherwise. The forwarded ports are open on 127.0.0.1 only.
 */
function qemuArguments(spec) {
    const { cpus, memoryMiB, kernel, initrd, commandLine, accelerator } = spec;
    return [
        ...['-nodefaults', '-no-user-config', '-name', 'fledge-boot'],
        ...machineOf(spec),
        ...['-accel', accelerator, '-smp', String(cpus), '-m', `${memoryMiB}M`],
        ...['-display', 'none', '-chardev', 'stdio,id=console,signal=off', '-serial', 'chardev:console'],
        // A reboot, also that after a panic, ends QEMU.
        '-no-reboot',
        ...SANDBOX,
        ...diskOf(spec),
        ...networkOf(spec),
        ...['-kernel', (0,tools_arguments/* operandPath */.x8)(kernel.path)],
        ...(initrd === undefined ? [] : ['-initrd', (0,tools_arguments/* operandPath */.x8)(initrd)]),
        ...['-append', commandLine],
    ];
}
/** q35 and not microvm: it is as fast with PCI devices, which the kernels of distributions and of Volant have. */
function machineOf({ architecture, accelerator }) {
    if (architecture === 'amd64')
        return ['-machine', 'q35', '-cpu', accelerator === 'kvm' ? 'host' : 'max'];
    // The emulation of pointer authentication with its real algorithm triples the time of a boot.
    return ['-machine', 'virt', '-cpu', accelerator === 'kvm' ? 'host' : 'max,pauth-impdef=on'];
}
/**
 * The disk is opened for reading, below an overlay that takes the writes; `backing: null` keeps QEMU from opening a file that
 * a qcow2 image names. If the disk of this machine is full, the guest gets an error instead of being paused. Writes need not
 * survive a crash of this machine (`no-flush`).
 */
function diskOf({ disk, scratch }) {
    if (disk === undefined)
        return [];
    const base = {
        driver: disk.format,
        'node-name': 'base',
        'read-only': true,
        file: { driver: 'file', filename: (0,tools_arguments/* operandPath */.x8)(disk.path) },
        ...(disk.format === 'qcow2' && { backing: null }),
    };
    const overlay = {
        driver: 'qcow2',
        'node-name': 'disk',
        cache: { 'no-flush': true },
        file: { driver: 'file', filename: (0,tools_arguments/* operandPath */.x8)(overlayOf({ scratch })) },
        backing: 'base',
    };
    return [
        ...['-blockdev', JSON.stringify(base), '-blockdev', JSON.stringify(overlay)],
        ...['-device', 'virtio-blk-pci,drive=disk,werror=report,rerror=report'],
    ];
}
function networkOf({ forwards }) {
    const rules = forwards.map(({ hostPort, guestPort }) => `,hostfwd=tcp:127.0.0.1:${hostPort}-${GUEST_NETWORK.address}:${guestPort}`);
    return [
        ...['-netdev', `user,id=net,ipv6=off,restrict=on${rules.join('')}`],
        // Without a ROM, the firmware does not try to boot from the network.
        ...['-device', 'virtio-net-pci,netdev=net,romfile='],
    ];
}

;// CONCATENATED MODULE: ./build/boot/machine.js










const MAX_ATTEMPTS = 4;
/** An emulated serial port delivers single bytes. In batches they are cheap. */
const BATCH_MS = 5;
/** A VMM that does not start ends within this time; one that starts prints something soon. */
const START_MS = 1000;
/**
 * Starts a machine. Everything that it leaves on the disk is in `spec.scratch`. It ends when this process ends, or the signal
 * aborts; with the prefix of `vmm`, also if this process is killed.
 *
 * @throws FledgeError `tool` if the VMM cannot be started, or a port is in use; `usage` and `output` as the functions for
 *   its arguments.
 */
async function startMachine(vmm, spec, signal) {
    if (vmm.name === 'cloud-hypervisor') {
        const args = cloudHypervisorArguments(spec);
        createOverlay(spec);
        return (await attempt(vmm, args, spec, signal)).machine;
    }
    createOverlay(spec);
    let hasSandbox = true;
    for (let attempts = 1;; attempts++) {
        const concrete = { ...spec, forwards: await withPorts(spec.forwards) };
        const args = qemuArguments(concrete);
        const { machine, end } = await attempt(vmm, hasSandbox ? args : withoutSandbox(args), concrete, signal);
        if (end === undefined || signal?.aborted === true)
            return machine;
        if (/host forwarding rule/i.test(end.stderr)) {
            // Another process has taken the port in the meantime.
            if (attempts < MAX_ATTEMPTS && spec.forwards.some(({ hostPort }) => hostPort === 0))
                continue;
            throw machine_portTaken(end.stderr);
        }
        if (hasSandbox && /seccomp|sandbox/i.test(end.stderr)) {
            hasSandbox = false;
            continue;
        }
        return machine;
    }
}
function createOverlay(spec) {
    if (spec.disk !== undefined)
        writeOverlay(overlayOf(spec), spec.disk);
}
/** Starts a VMM; `end` is set if it has ended before it printed anything. */
async function attempt(vmm, args, spec, signal) {
    const env = (0,environment/* environmentFor */.DD)('machine', {}, { own: { TMPDIR: spec.scratch } });
    const program = await (0,exec/* start */.ni)(...(0,contained/* prefixed */.g)(vmm.prefix ?? [], vmm.path, args), { cwd: spec.scratch, env, signal });
    const pieces = machine_consoleOf(program, !spec.interactive);
    const first = pieces.next();
    const timer = Promise.withResolvers();
    const timeout = setTimeout(() => timer.resolve(undefined), START_MS);
    const printed = first.then(({ done }) => (done === true ? program.ended : undefined));
    const end = await Promise.race([printed, timer.promise]).finally(() => clearTimeout(timeout));
    const machine = {
        console: startingWith(first, pieces),
        forwards: spec.forwards,
        write: (bytes) => program.write(bytes),
        async stop() {
            program.kill();
            await program.ended;
        },
        ended: program.ended.then(({ status, signal: name, stderr }) => ({
            ...(status !== undefined && { status }),
            ...(name !== undefined && { signal: name }),
            complaints: stderr,
        })),
    };
    return { machine, end };
}
async function* startingWith(first, rest) {
    try {
        const { done, value } = await first;
        if (done === true)
            return;
        yield value;
        yield* rest;
    }
    finally {
        await rest.return();
    }
}
/** Decodes UTF-8. Without carriage returns if `isPlain`. It ends without an error when the program is killed. */
async function* machine_consoleOf({ stdout }, isPlain) {
    const decoder = new external_node_string_decoder_.StringDecoder('utf8');
    try {
        for await (const bytes of stdout) {
            const text = decoder.write(bytes);
            const piece = isPlain ? text.replaceAll('\r', '') : text;
            if (piece !== '')
                yield piece;
            await (0,external_node_timers_promises_.setTimeout)(BATCH_MS);
        }
    }
    catch {
        // The pipe was closed by the end of the program.
    }
}
function withoutSandbox(args) {
    const at = args.indexOf(SANDBOX[0]);
    return args.filter((_, index) => index !== at && index !== at + 1);
}
/** Chooses a free port for each 0. */
async function withPorts(forwards) {
    const chosen = [];
    for (const { hostPort, guestPort } of forwards) {
        chosen.push({ hostPort: hostPort === 0 ? await freePort() : hostPort, guestPort });
    }
    return chosen;
}
function freePort() {
    return new Promise((resolve, reject) => {
        const server = (0,external_node_net_.createServer)();
        server.on('error', reject);
        server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
        });
    });
}
function machine_portTaken(stderr) {
    const port = /127\.0\.0\.1:(\d+)-/.exec(stderr)?.[1];
    return new errors/* FledgeError */.aE('tool', `cannot forward port ${port ?? ''} of 127.0.0.1 to the machine: it is in use`, {
        fix: 'end the process that uses it: ss -ltnp shows its name',
    });
}

;// CONCATENATED MODULE: ./build/boot/observer.js

/** The time for the lines after a panic. */
const HALT_MS = 1500;
/** Characters at the end of the console in which a pattern is looked for. */
const SEARCHED = 64 * 1024;
const STAGE_OF = {
    init: 'init',
    agent: 'agent',
    workload: 'workload',
};
/** Follows a boot by what the machine shows, and decides when its goal is reached or cannot be reached any more. */
class BootObserver {
    outcome;
    #decide;
    #goal;
    #stages;
    #recent = '';
    #halt;
    constructor(goal, stages) {
        const { promise, resolve } = Promise.withResolvers();
        this.outcome = promise;
        this.#decide = (outcome) => {
            clearTimeout(this.#halt);
            resolve(outcome);
        };
        this.#goal = goal;
        this.#stages = stages;
    }
    /** Text of the console, without the lines of events. */
    takeText(text) {
        this.#stages.reach('kernel');
        // A halt is shown in one line, so its beginning is in the last line at most.
        const lines = this.#recent.slice(this.#recent.lastIndexOf('\n') + 1) + text;
        this.#recent = (this.#recent + text).slice(-SEARCHED);
        if (this.#goal.kind === 'expect' && this.#goal.pattern.test(withoutCommandLine(this.#recent)))
            this.#succeed();
        if (this.#halt === undefined && HALTED.test(lines)) {
            // The lines after a panic name its cause. Not every machine ends by itself.
            this.#halt = setTimeout(() => this.end('machine-ended'), HALT_MS);
        }
    }
    takeEvent(event) {
        this.#stages.reach('kernel');
        const stage = STAGE_OF[event.name];
        if (stage !== undefined)
            this.#stages.reach(stage);
        const { kind } = this.#goal;
        if (event.name === 'shell-ended' && kind === 'shell')
            this.#succeed();
        if (event.name === 'alive' && kind === 'alive')
            this.#succeed();
        if (event.name === 'run-ended' && kind === 'run') {
            if (event.values['status'] === '0')
                this.#succeed();
            else
                this.#decide({ ok: false, reason: 'command-failed', event });
        }
        // A server may go on in the background after the program that was started has ended with status 0.
        const isOver = kind === 'alive' || (kind === 'http' && failed(event));
        if (event.name === 'workload-ended' && isOver)
            this.#decide({ ok: false, reason: 'workload-ended', event });
    }
    /** The user has ended the machine. */
    leave() {
        this.#succeed();
    }
    /** The port of the goal has answered with a status of 2xx. */
    takeAnswer() {
        this.#succeed();
    }
    /** The machine has ended, the time is over, or the image has no program to start. */
    end(reason) {
        this.#decide({ ok: false, reason });
    }
    #succeed() {
        this.#stages.reach('answer');
        this.#decide({ ok: true });
    }
}
/** Whether a program is known to have ended by a signal or with another status than 0. */
function failed({ values }) {
    const { status = '0', signal } = values;
    return signal !== undefined || status !== '0';
}
/**
 * The text without the lines in which the kernel repeats its command line: that contains the name of the plugin and the words of
 * --append, which a pattern of the user may match.
 */
function withoutCommandLine(text) {
    return text.includes('ommand line') ? text.replace(/^.*(?:[Kk]ernel command line|Command line:).*$/gm, '') : text;
}

;// CONCATENATED MODULE: ./build/boot/options.js
/** The time limit of a boot in seconds, by the accelerator. */
const DEFAULT_TIMEOUT_S = { kvm: 60, tcg: 300 };
const DEFAULT_SETTLE_S = 2;
/** The time in milliseconds for which the workload must run. */
function settleMsOf({ settle = DEFAULT_SETTLE_S }) {
    return Math.round(settle * 1000);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/sources/context.js
var context = __webpack_require__(67270);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
// EXTERNAL MODULE: ./build/support/platform.js
var platform = __webpack_require__(61341);
// EXTERNAL MODULE: ./build/boot/accelerator.js
var boot_accelerator = __webpack_require__(94798);
// EXTERNAL MODULE: ./build/boot/artifact/architecture.js
var artifact_architecture = __webpack_require__(67713);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/inside/beside/names.js
var names = __webpack_require__(7060);
;// CONCATENATED MODULE: ./build/inside/beside/manifest.js






const media = schemas/* object */.Ikc({ url: schemas/* string */.YjP(), checksum: schemas/* string */.YjP().optional(), format: schemas/* string */.YjP().optional() });
/** The keys of Volant's manifest that fledge reads again. Other keys are in the document only. */
const manifestSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().min(1),
    version: schemas/* string */.YjP().optional(),
    runtime: schemas/* string */.YjP().optional(),
    resources: schemas/* object */.Ikc({ cpu_cores: schemas/* int */.Whr().min(1).optional(), memory_mb: schemas/* int */.Whr().min(1).optional() }).optional(),
    workload: schemas/* object */.Ikc({
        type: schemas/* string */.YjP().optional(),
        base_url: schemas/* string */.YjP().optional(),
        entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        args: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
        env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
        workdir: schemas/* string */.YjP().optional(),
    })
        .optional(),
    health_check: schemas/* object */.Ikc({ endpoint: schemas/* string */.YjP().optional(), timeout_ms: schemas/* number */.aig().optional() }).optional(),
    rootfs: media.optional(),
    initramfs: media.optional(),
    labels: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
});
const MANIFEST_FILE = 'manifest.json';
/** Far above the size of a manifest that fits on a kernel's command line. */
const MAX_MANIFEST_BYTES = 1024 * 1024;
/**
 * The manifest beside an artifact that names it: `ARTIFACT.manifest.json`, `STEM.manifest.json` or `manifest.json`;
 * undefined if there is none. A manifest that cannot be read is not used.
 */
function manifestBeside(path) {
    const { name, stem } = (0,names/* nameAndStem */.y)(path);
    const files = new Set([`${name}.${MANIFEST_FILE}`, `${stem}.${MANIFEST_FILE}`, MANIFEST_FILE]);
    return firstManifest((0,external_node_path_.dirname)(path), files, (manifest) => mediaNames(manifest).includes(name));
}
/**
 * The manifest beside an artifact that has its digest, which is 64 lower-case hexadecimal digits; undefined if there is none. A
 * manifest that cannot be read is not used.
 */
function manifestWithDigest(path, sha256) {
    return firstManifest(dirname(path), namesBeside(path, MANIFEST_FILE), ({ fields: { rootfs, initramfs } }) => [rootfs, initramfs].some((medium) => medium?.checksum === `sha256:${sha256}`));
}
async function firstManifest(directory, files, isWanted) {
    for (const file of files) {
        try {
            const manifest = await readManifest((0,external_node_path_.join)(directory, file));
            if (manifest !== undefined && isWanted(manifest))
                return manifest;
        }
        catch (error) {
            if (!(error instanceof errors/* FledgeError */.aE))
                throw error;
        }
    }
    return undefined;
}
/**
 * Reads a manifest; undefined if the file does not exist.
 *
 * @throws FledgeError `input` if it cannot be read, or is not a manifest.
 */
async function readManifest(path) {
    let text;
    try {
        text = (await (0,regular_file/* readRegularFile */.XF)(path, MAX_MANIFEST_BYTES)).toString('utf8');
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) === 'ENOENT' || (0,errors/* systemCodeOf */.c7)(error) === 'ENOTDIR')
            return undefined;
        const reason = (0,errors/* systemCodeOf */.c7)(error) === undefined ? (0,errors/* messageOf */.bD)(error) : (0,errors/* readFailureOf */.Og)(error);
        throw new errors/* FledgeError */.aE('input', `cannot read ${path}: ${reason}`, { cause: error });
    }
    const document = parseJson(text, path);
    const parsed = manifestSchema.safeParse(document);
    if (parsed.success && isObject(document))
        return { path, fields: parsed.data, document };
    const where = parsed.error?.issues[0]?.path.join('.') ?? '';
    throw new errors/* FledgeError */.aE('input', `cannot use ${path}: ${where === '' ? 'it' : where} is not what a manifest has there`, {
        fix: `build the plugin again, or use the artifact without ${(0,support_text/* shellWord */.r7)(path)}`,
    });
}
function parseJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new errors/* FledgeError */.aE('input', `cannot use ${path}: it is not valid JSON`, {
            cause: error,
            fix: 'build the plugin again',
        });
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The file names of the media of a manifest: the last components of their URLs or paths. */
function mediaNames({ fields: { rootfs, initramfs } }) {
    return [rootfs, initramfs].flatMap((entry) => (entry === undefined ? [] : [lastComponent(entry.url)]));
}
/** The digest that a manifest has for the medium of this name: 64 lower-case hexadecimal digits, if it has one. */
function mediaDigest({ fields: { rootfs, initramfs } }, name) {
    const medium = [rootfs, initramfs].find((entry) => entry !== undefined && lastComponent(entry.url) === name);
    return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(medium?.checksum ?? '')?.[1]?.toLowerCase();
}
function lastComponent(url) {
    const parsed = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
    const path = parsed === null ? url : parsed.pathname;
    const last = path.slice(path.lastIndexOf('/') + 1);
    try {
        return parsed === null ? last : decodeURIComponent(last);
    }
    catch {
        return last;
    }
}

// EXTERNAL MODULE: ./build/inside/damage.js
var damage = __webpack_require__(57408);
// EXTERNAL MODULE: ./build/inside/disk.js
var inside_disk = __webpack_require__(90696);
// EXTERNAL MODULE: ./build/inside/file-system.js
var file_system = __webpack_require__(31865);
// EXTERNAL MODULE: ./build/inside/magic.js
var magic = __webpack_require__(93830);
// EXTERNAL MODULE: ./build/inside/qcow2-disk.js
var qcow2_disk = __webpack_require__(72943);
// EXTERNAL MODULE: ./build/sources/content-kind.js
var content_kind = __webpack_require__(13307);
;// CONCATENATED MODULE: ./build/boot/artifact/directory.js




/**
 * The artifact of a directory with a manifest.json: the file that its rootfs or initramfs names, in this directory.
 *
 * @throws FledgeError `input` if there is no usable manifest, or its artifact is not in the directory.
 */
async function artifactOfDirectory(directory) {
    const file = (0,external_node_path_.join)(directory, 'manifest.json');
    const manifest = await readManifest(file);
    if (manifest === undefined) {
        throw new errors/* FledgeError */.aE('input', `cannot boot ${directory}: it is a directory without a manifest.json`, {
            fix: 'name an artifact, or the directory of a build',
        });
    }
    const names = mediaNames(manifest);
    const [name] = names;
    if (name === undefined) {
        throw new errors/* FledgeError */.aE('input', `cannot boot ${directory}: ${file} has neither a rootfs nor an initramfs`, {
            fix: 'build the plugin again',
        });
    }
    for (const candidate of names) {
        const path = await fileInside(directory, candidate);
        if (path !== undefined)
            return { path, manifest };
    }
    throw new errors/* FledgeError */.aE('input', `cannot boot ${directory}: ${file} names ${name}, which is not in the directory`, {
        fix: 'build the plugin again, or name the artifact itself',
    });
}
/** The path of a file of the directory; undefined if it is missing, or a link out of the directory. */
async function fileInside(directory, name) {
    if (name === '' || name === '.' || name === '..' || /[/\0]/.test(name))
        return undefined;
    try {
        const real = await (0,promises_.realpath)((0,external_node_path_.join)(directory, name));
        return (0,external_node_path_.dirname)(real) === (await (0,promises_.realpath)(directory)) ? (0,external_node_path_.join)(directory, name) : undefined;
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) === 'ENOENT' || (0,errors/* systemCodeOf */.c7)(error) === 'ENOTDIR')
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./build/formats/cpio-reader.js
var cpio_reader = __webpack_require__(56098);
// EXTERNAL MODULE: ./build/inside/stream.js
var stream = __webpack_require__(56433);
;// CONCATENATED MODULE: ./build/boot/artifact/initramfs.js





/** The programs that start a machine, as fledge and other tools place them. */
const PROGRAMS = new Set(['init', 'sbin/init', 'bin/kestrel', 'bin/busybox', 'bin/sh', 'usr/bin/kestrel', 'usr/bin/busybox'].flatMap((path) => [path, `/${path}`, `./${path}`]));
/** The number of unpacked bytes that are read at most: enough for an agent, and less than half a second of work. */
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const ELF_HEADER_BYTES = 64;
/**
 * Reads the beginning of an initramfs, until its /init and a program have been found.
 *
 * @throws FledgeError `input` if the archive is damaged, or has programs for another machine.
 */
async function readInitramfs(file, path, isCompressed) {
    const gunzip = isCompressed ? (0,stream/* gunzipOf */.v)(file) : undefined;
    let architecture;
    let hasInit = false;
    let hasEntries = false;
    let isComplete = true;
    async function* limited() {
        let bytes = 0;
        for await (const piece of gunzip ?? (0,stream/* piecesOf */.X)(file)) {
            yield piece;
            bytes += piece.length;
            if (bytes >= MAX_UNPACKED_BYTES) {
                isComplete = false;
                return;
            }
        }
    }
    try {
        for await (const entry of (0,cpio_reader/* readCpio */.Q)(limited(), path, { beginningBytes: ELF_HEADER_BYTES })) {
            hasEntries = true;
            if (!PROGRAMS.has(entry.path))
                continue;
            if (/^(?:\.?\/)?init$/.test(entry.path))
                hasInit = true;
            if (entry.beginning !== undefined)
                architecture ??= architectureOf(entry.beginning, path);
            if (hasInit && architecture !== undefined)
                break;
        }
        return { architecture, hasInit: hasInit || !isComplete ? hasInit || undefined : false };
    }
    catch (error) {
        // After a gzip member, an archive in another format can follow, which the kernel unpacks as well.
        if (!isComplete || (hasEntries && isNoGzipHeader(error)))
            return { architecture, hasInit: hasInit || undefined };
        if (error instanceof errors/* FledgeError */.aE)
            throw error;
        throw new errors/* FledgeError */.aE('input', `cannot boot ${path}: its gzip data is damaged: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix: 'build or download it again',
        });
    }
    finally {
        gunzip?.destroy();
    }
}
/** True if zlib found other data where a gzip member must begin. */
function isNoGzipHeader(error) {
    return (0,errors/* systemCodeOf */.c7)(error) === 'Z_DATA_ERROR' && (0,errors/* messageOf */.bD)(error) === 'incorrect header check';
}
/** The architecture of a program; undefined if it is not an ELF file, such as a script. */
function architectureOf(beginning, path) {
    const header = (0,elf/* parseElfHeader */.Ki)(beginning);
    if (header === undefined)
        return undefined;
    if (header.machine === 'linux/amd64')
        return 'amd64';
    if (header.machine === 'linux/arm64')
        return 'arm64';
    throw new errors/* FledgeError */.aE('input', `cannot boot ${path}: its programs are for ${header.machine}`, {
        fix: `build it for linux/amd64 or linux/arm64; to see its files: fledge inspect ${(0,support_text/* shellWord */.r7)(path)}`,
    });
}

// EXTERNAL MODULE: ./build/inside/beside/provenance.js
var provenance = __webpack_require__(45389);
;// CONCATENATED MODULE: ./build/boot/artifact/provenance-architecture.js

/** The architecture of an artifact by the provenance.json beside it; undefined if that does not name the artifact. */
async function architectureByProvenance(path) {
    const platform = (await (0,provenance/* provenanceBeside */.a6)(path))?.platform;
    if (platform === 'linux/amd64')
        return 'amd64';
    return platform === 'linux/arm64' ? 'arm64' : undefined;
}

;// CONCATENATED MODULE: ./build/boot/artifact.js














const QCOW2_MAGIC = 0x51_46_49_fb;
const WHAT_BOOTS = 'name an initramfs (.cpio.gz), an ext4, xfs, btrfs or squashfs image, or a directory with manifest.json';
/**
 * Recognises an artifact by its bytes. `path` is a file, or a directory with a manifest.json. It reads the beginning of the
 * file only. `manifest` is the path of the manifest of a file; default: see `manifestBeside`.
 *
 * @throws FledgeError `input` for anything that cannot be booted.
 */
async function openBootable(path, manifest) {
    const isDirectory = await (0,promises_.stat)(path).then((stats) => stats.isDirectory(), (error) => {
        throw unreadable(path, error);
    });
    if (!isDirectory) {
        return recognise(path, manifest === undefined ? await manifestBeside(path) : await readManifest(manifest));
    }
    const artifact = await artifactOfDirectory(path);
    return recognise(artifact.path, artifact.manifest);
}
async function recognise(path, manifest) {
    const file = await openFile(path);
    try {
        const { size } = await file.stat();
        const disk = (0,inside_disk/* diskOf */.FG)(file, size);
        const head = await disk.read(0, 4096);
        if (size === 0)
            throw cannotBoot(path, 'it is empty', damage/* BUILD_AGAIN */.iW);
        const isCompressed = (0,magic/* isGzip */.bf)(head);
        const common = { path, bytes: size, ...(manifest !== undefined && { manifest }) };
        if (isCompressed || /^07070[12]/.test(head.toString('latin1', 0, 6))) {
            const { hasInit, architecture } = await readInitramfs(file, path, isCompressed);
            const found = architecture ?? (await architectureByProvenance(path));
            return {
                ...common,
                kind: 'initramfs',
                format: 'cpio',
                unpackedBytes: isCompressed ? await sizeInGzip(disk) : size,
                ...(found !== undefined && { architecture: found }),
                ...(hasInit !== undefined && { hasInit }),
            };
        }
        const isQcow2 = head.length >= 4 && head.readUInt32BE(0) === QCOW2_MAGIC;
        const image = isQcow2 ? await openQcow2Image(path, disk) : disk;
        const found = await inImage(path, () => (0,file_system/* findFileSystem */.D)(image));
        if (found === undefined)
            throw await unknownContent(path, image, head, isQcow2);
        const { type: fileSystem, bytes } = found;
        if (bytes > image.size) {
            const actual = `${isQcow2 ? 'the disk' : 'the file'} has ${(0,units/* formatBytes */.z3)(image.size)}`;
            throw cannotBoot(path, `its ${fileSystem} file system has ${(0,units/* formatBytes */.z3)(bytes)}, and ${actual}`, damage/* BUILD_AGAIN */.iW);
        }
        const architecture = await architectureByProvenance(path);
        return {
            ...common,
            kind: 'image',
            format: isQcow2 ? 'qcow2' : 'raw',
            fileSystem,
            diskBytes: image.size,
            ...(architecture !== undefined && { architecture }),
        };
    }
    finally {
        await file.close();
    }
}
/** The last four bytes of a gzip file: the size of its content, for less than 4 GiB. */
async function sizeInGzip(disk) {
    const end = await disk.read(disk.size - 4, 4);
    return end.length < 4 ? 0 : end.readUInt32LE(0);
}
async function openFile(path) {
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(path);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1)
            throw cannotBoot(path, `it is ${error.kind}`, WHAT_BOOTS);
        throw unreadable(path, error);
    }
}
function openQcow2Image(path, disk) {
    return inImage(path, () => (0,qcow2_disk/* openQcow2 */.Z$)(disk));
}
/** Runs a part that reads a qcow2 image. */
async function inImage(path, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof qcow2_disk/* UnusableQcow2 */.ap))
            throw error;
        throw cannotBoot(path, error.message, (0,qcow2_disk/* fixOfQcow2 */.v8)(error, path));
    }
}
async function unknownContent(path, image, head, isQcow2) {
    const disk = await (0,file_system/* describeDisk */.v)(image);
    if (disk !== undefined) {
        return cannotBoot(path, `it is ${disk}, not an initramfs or a file system`, WHAT_BOOTS);
    }
    if (isQcow2)
        return cannotBoot(path, 'its disk has no file system that fledge knows', WHAT_BOOTS);
    return cannotBoot(path, `it is ${(0,content_kind/* describeContent */.X)(head)}`, WHAT_BOOTS);
}
function unreadable(path, error) {
    const missing = (0,errors/* systemCodeOf */.c7)(error) === 'ENOENT';
    return new errors/* FledgeError */.aE('input', `cannot read ${path}: ${(0,errors/* readFailureOf */.Og)(error)}`, {
        cause: error,
        ...(missing && { fix: 'build it first: fledge build' }),
    });
}
function cannotBoot(path, reason, fix) {
    return new errors/* FledgeError */.aE('input', `cannot boot ${path}: ${reason}`, { fix });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/boot/command-line.js



/** COMMAND_LINE_SIZE of x86 and arm64, with the NUL. */
const MAX_COMMAND_LINE = 2047;
/** The path of the companion, which is the first program of every boot. */
const COMPANION = '/.fledge/boot';
/** The longest addresses in volantd's default subnet. */
const VOLANT_NETWORK = { address: '192.168.127.254', netmask: '255.255.255.0', gateway: '192.168.127.1' };
const API_PORT = '7777';
/**
 * The kernel's command line, as volantd writes it (buildKernelCmdline and its callers), with the addresses of this machine, and
 * the words that start the companion.
 *
 * @throws FledgeError `usage` for words of the user that cannot be used; `input` if the line is too long for the kernel.
 */
function commandLineOf(boot, { volant, append }) {
    const { architecture, accelerator, vmm, bootable } = boot;
    const remarks = [];
    const own = wordsOf(append);
    const given = [...own, ...fileSystemHint(bootable, volant, own, remarks)];
    const line = (network) => [
        ...baseWords(volant, architecture),
        ...(network === undefined ? [] : [ipWord(network, hostnameOf(bootable))]),
        ...given,
        ...volantWords(boot, volant, network ?? GUEST_NETWORK),
    ];
    const volantBytes = lengthOf(line(VOLANT_NETWORK));
    if (volantBytes > MAX_COMMAND_LINE)
        throw tooLong(volantBytes, bootable);
    const started = [...line(hasNetwork(vmm) ? GUEST_NETWORK : undefined), `rdinit=${COMPANION}`];
    // An emulated timer on a busy machine is too slow for the kernel's check of it, which would cause a panic.
    const isEmulated = accelerator.name === 'tcg' && architecture === 'amd64';
    const words = isEmulated ? [...started, 'no_timer_check'] : started;
    const kept = lengthOf(words) > MAX_COMMAND_LINE ? started : words;
    if (lengthOf(kept) > MAX_COMMAND_LINE)
        throw tooLong(lengthOf(kept), bootable);
    return { text: kept.join(' '), volantBytes, remarks };
}
function baseWords(volant, architecture) {
    const words = [`console=${consoleOf(architecture)}`, 'reboot=k', 'panic=1'];
    if (volant === '0.6')
        return words;
    return [...words, 'quiet', 'loglevel=1', 'i8042.noaux', 'i8042.nokbd', 'pci=lastbus=0'];
}
function ipWord({ address, gateway, netmask }, hostname) {
    return `ip=${address}::${gateway}:${netmask}:${hostname}:eth0:off`;
}
/** The words that volantd adds for its agent, in their order: sorted by name. */
function volantWords({ bootable }, volant, network) {
    const { manifest, kind, fileSystem } = bootable;
    const words = {
        'volant.runtime': manifest?.fields.runtime ?? manifest?.fields.name ?? 'boot',
        'volant.api_host': network.gateway,
        'volant.api_port': API_PORT,
    };
    if (manifest !== undefined) {
        words[volant === '0.6' ? 'volant.plugin' : 'volant.image'] = manifest.fields.name;
        words['volant.manifest'] = encodeManifest(manifest.document);
    }
    if (volant === 'next') {
        words['volant.dns_server'] = network.gateway;
        words['volant.dns_search'] = 'volant';
    }
    if (kind === 'image') {
        words['volant.rootfs_device'] = 'vda';
        words['volant.rootfs_fstype'] = volant === '0.6' ? 'ext4' : (fileSystem ?? 'ext4');
        if (volant === 'next') {
            words['root'] = '/dev/vda';
            words['rootfstype'] = fileSystem ?? 'ext4';
            if (fileSystem === 'squashfs')
                words['overlay_size'] = '1G';
        }
    }
    return Object.entries(words)
        .map(([name, value]) => `${name}=${value.replace(/[\s"]+/g, '-')}`)
        .sort();
}
/** volantd 0.6 always names ext4. Its agent uses the first word of a name, which is that of the user. */
function fileSystemHint({ kind, fileSystem }, volant, own, remarks) {
    const isNamed = own.some((word) => word.startsWith('volant.rootfs_fstype='));
    if (volant === 'next' || kind !== 'image' || fileSystem === undefined || fileSystem === 'ext4' || isNamed)
        return [];
    const word = `volant.rootfs_fstype=${fileSystem}`;
    remarks.push(`Volant 0.6 mounts every root image as ext4; this boot adds ${word}, as volar vms create --kernel-cmdline ${word} does`);
    return [word];
}
/** base64url of gzip of JSON. */
function encodeManifest(document) {
    return (0,external_node_zlib_.gzipSync)(JSON.stringify(document)).toString('base64url');
}
/** The name of the machine, as volantd changes it for a host name. */
function hostnameOf({ manifest }) {
    const name = manifest?.fields.name.toLowerCase().replace(/[^a-z0-9-]/g, '') ?? '';
    return name === '' ? 'vm' : name;
}
/**
 * The words of `--append`.
 *
 * @throws FledgeError `usage` for words that cannot be used.
 */
function wordsOf(append = '') {
    const words = append.split(/ +/).filter((word) => word !== '');
    for (const word of words) {
        const shown = JSON.stringify(word);
        if (/[^!-~]/.test(word)) {
            throw new errors/* FledgeError */.aE('usage', `cannot append ${shown}: the kernel reads printable ASCII characters only`, {
                fix: 'remove the other characters from --append',
            });
        }
        if (/^rdinit=/.test(word) || word === '--') {
            throw new errors/* FledgeError */.aE('usage', `cannot append ${shown}: fledge chooses the first program of the machine`, {
                fix: 'remove it from --append; to run a command in the machine, use --run',
            });
        }
    }
    return words;
}
function lengthOf(words) {
    return Buffer.byteLength(words.join(' '));
}
function tooLong(length, { manifest }) {
    const message = `the kernel's command line has ${length} bytes, and the kernel reads ${MAX_COMMAND_LINE}`;
    return new errors/* FledgeError */.aE('input', `${message}; the machine would stop before it prints anything`, {
        fix: manifest === undefined
            ? 'shorten --append'
            : `shorten ${manifest.path}, which takes ${encodeManifest(manifest.document).length} of them`,
    });
}

;// CONCATENATED MODULE: ./build/boot/console-file.js


/**
 * Checks that the text of a console can be written to a path without harm. Writing empties the file, so it must not be an input of
 * the boot; a block device would lose its content, and a fifo can block for ever.
 *
 * @throws FledgeError `usage`.
 */
function checkConsoleFile(path, inputs) {
    const found = statsOf(path);
    if (found === undefined)
        return;
    const input = inputs.find((candidate) => isSame(found, statsOf(candidate.path)));
    const problem = input?.what ?? (found.isFile() || found.isCharacterDevice() ? undefined : kindOf(found));
    if (problem === undefined)
        return;
    throw new errors/* FledgeError */.aE('usage', `cannot write the console to ${path}: it is ${problem}`, {
        fix: 'name another file with --console',
    });
}
/** Undefined if there is no such file, or it cannot be examined: opening it reports why. */
function statsOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch {
        return undefined;
    }
}
function isSame({ dev, ino }, other) {
    return dev === other?.dev && ino === other.ino;
}
function kindOf(found) {
    if (found.isDirectory())
        return 'a directory';
    return found.isBlockDevice() ? 'a block device' : 'neither a file nor a terminal';
}

;// CONCATENATED MODULE: ./build/boot/goal.js

/**
 * The goal of a boot: what the user asks for, otherwise the health check of the manifest, otherwise that the workload
 * stays alive.
 *
 * @throws FledgeError `usage` if more than one goal is given, or an option has a bad value.
 */
function goalOf(options, manifest) {
    const given = ['expect', 'http', 'run', 'interactive'].filter((name) => options[name] !== undefined);
    if (given.length > 1) {
        const names = given.map((name) => `--${name}`).join(' and ');
        throw new errors/* FledgeError */.aE('usage', `${names} are mutually exclusive`, { fix: 'give the one that decides' });
    }
    const { expect, http, run, interactive } = options;
    if (interactive === true)
        return { kind: 'shell' };
    if (expect !== undefined)
        return { kind: 'expect', pattern: patternOf(expect) };
    if (run !== undefined)
        return { kind: 'run', command: commandOf(run) };
    const endpoint = manifest?.health_check?.endpoint ?? '';
    if (http !== undefined)
        return httpGoal(http === true ? endpoint || '/' : http, manifest);
    return endpoint === '' ? { kind: 'alive' } : httpGoal(endpoint, manifest);
}
function commandOf(run) {
    if (run.trim() !== '')
        return run;
    throw new errors/* FledgeError */.aE('usage', '--run is empty, so it would always succeed', { fix: 'give a command to run' });
}
function patternOf(source) {
    const pattern = compile(source);
    if (!pattern.test(''))
        return pattern;
    throw new errors/* FledgeError */.aE('usage', `--expect ${JSON.stringify(source)} matches the empty text, so it would always succeed`, {
        fix: 'give an expression that needs at least one character',
    });
}
function compile(source) {
    try {
        return new RegExp(source, 'm');
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
        throw new errors/* FledgeError */.aE('usage', `--expect is not a regular expression: ${reason}`, {
            cause: error,
            fix: 'write a \\ before each of the characters . * + ? ( ) [ ] { } ^ $ | \\ that is meant literally',
        });
    }
}
function httpGoal(path, manifest) {
    if (!path.startsWith('/') || /[\s\p{Cc}]/u.test(path)) {
        throw new errors/* FledgeError */.aE('usage', `--http needs a path, and ${JSON.stringify(path)} is not one`, {
            fix: 'give a path that begins with / and contains no space, such as --http /health',
        });
    }
    return { kind: 'http', port: portOf(manifest?.workload?.base_url), path };
}
/** The TCP port of a URL; 80 for none. */
function portOf(url) {
    if (url === undefined || !URL.canParse(url))
        return 80;
    const { port, protocol } = new URL(url);
    return port !== '' ? Number(port) : protocol === 'https:' ? 443 : 80;
}
/** The goal in words, after "until". */
function describeGoal(goal, settleMs) {
    switch (goal.kind) {
        case 'expect':
            return `the console shows ${goal.pattern.source}`;
        case 'http':
            return `GET ${goal.path} on port ${goal.port} is answered with 2xx`;
        case 'run':
            return `the command ${JSON.stringify(goal.command)} has ended with status 0`;
        case 'alive':
            return `the workload has been running for ${settleMs / 1000} s`;
        case 'shell':
            return 'the shell has ended';
    }
}

// EXTERNAL MODULE: ./build/sources/volant-kernel.js
var volant_kernel = __webpack_require__(25393);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
;// CONCATENATED MODULE: ./build/boot/kernel/abilities.js



/** The file systems that the configuration of Volant's kernel (ch_defconfig) leaves out. It has no modules. */
const VOLANT_LACKS = ['xfs', 'btrfs', 'squashfs'];
/** True for the kernel of Volant's installer, also if a user named it as a file. */
function isVolantKernel({ origin, version, modules, }) {
    return origin === 'volant' || (modules === undefined && version?.replace(/\+$/, '') === volant_kernel/* VOLANT_KERNEL */.Ji.version);
}
/** The error if a kernel cannot start an artifact, as far as it is known before the start; otherwise undefined. */
function kernelProblem(kernel, { path, architecture, fileSystem }) {
    if (architecture !== undefined && architecture !== kernel.architecture) {
        return new errors/* FledgeError */.aE('input', `cannot boot ${path}: it is for ${architecture}, and the kernel ${kernel.path} is for ${kernel.architecture}`, { fix: (0,wording/* worded */.MH) `name a kernel for ${architecture} with ${(0,wording/* option */.uK)('kernel')}` });
    }
    if (fileSystem !== undefined && isVolantKernel(kernel) && VOLANT_LACKS.includes(fileSystem)) {
        return new errors/* FledgeError */.aE('input', `cannot boot ${path}: Volant's kernel ${kernel.version ?? volant_kernel/* VOLANT_KERNEL */.Ji.version} does not support ${fileSystem}`, {
            fix: (0,wording/* worded */.MH) `name a kernel that supports it with ${(0,wording/* option */.uK)('kernel')}, and its modules with --modules; with Volant, use ext4`,
        });
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/boot/kernel/find.js
var find = __webpack_require__(67096);
// EXTERNAL MODULE: ./build/lock/lock-file.js
var lock_file = __webpack_require__(63818);
;// CONCATENATED MODULE: ./build/boot/kernel/locked-kernel.js


/**
 * The default kernel as a lock file pins it; undefined if there is no lock file, or it pins no kernel. The lock file is that of
 * `configFile` if the artifact was built from it. Otherwise it is fledge.lock in the directory of the artifact, or in the
 * current directory, because artifacts are often built into a directory of their own.
 *
 * @throws FledgeError `config` for a damaged lock file.
 */
async function lockedKernelFor(artifact, configFile) {
    const beside = [(0,external_node_path_.join)((0,external_node_path_.dirname)(artifact), 'fledge.toml'), 'fledge.toml'];
    for (const config of new Set(configFile === undefined ? beside : [configFile])) {
        const lock = await (0,lock_file/* loadLockFor */.FK)(config);
        if (lock !== undefined)
            return lock.pins.kernel && { ...lock.pins.kernel, lockFile: lock.file };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/boot/modules/load-order.js

/**
 * The wanted modules and everything that they depend on, each after what it requires. `dependenciesOf` is called once for each
 * module, and returns undefined for one that does not exist, which is left out.
 *
 * @throws FledgeError `input` if modules require each other.
 */
async function loadOrder(wanted, dependenciesOf) {
    const graph = await collect(wanted, dependenciesOf);
    const before = new Map([...graph].map(([name, { required }]) => [name, new Set(required.filter((other) => graph.has(other)))]));
    sorted(before);
    for (const [name, { preferred }] of graph) {
        for (const other of preferred) {
            if (graph.has(other) && !reaches(before, other, name))
                before.get(name)?.add(other);
        }
    }
    return sorted(before);
}
async function collect(wanted, dependenciesOf) {
    const graph = new Map();
    const seen = new Set(wanted);
    // A set yields what is added while it is iterated.
    for (const name of seen) {
        const dependencies = await dependenciesOf(name);
        if (dependencies === undefined)
            continue;
        graph.set(name, dependencies);
        for (const other of [...dependencies.required, ...dependencies.preferred])
            seen.add(other);
    }
    return graph;
}
/** True if `to` must be before `from`, or is it. */
function reaches(before, from, to) {
    const seen = new Set([from]);
    for (const name of seen) {
        for (const other of before.get(name) ?? [])
            seen.add(other);
    }
    return seen.has(to);
}
/** All names, each after those that are before it. A chain can be as long as the graph, so there is no recursion. */
function sorted(before) {
    const order = [];
    const done = new Set();
    for (const first of before.keys()) {
        const path = [];
        const open = new Set();
        const enter = (name) => {
            if (done.has(name))
                return;
            if (open.has(name))
                throw cycle([...path.map((step) => step.name), name]);
            open.add(name);
            path.push({ name, rest: (before.get(name) ?? new Set()).values() });
        };
        enter(first);
        for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
            const next = top.rest.next();
            if (next.done !== true) {
                enter(next.value);
                continue;
            }
            path.pop();
            done.add(top.name);
            order.push(top.name);
        }
    }
    return order;
}
const SHOWN_MODULES = 10;
function cycle(path) {
    const names = path.slice(path.indexOf(path.at(-1) ?? ''), -1).slice(0, SHOWN_MODULES);
    return new errors/* FledgeError */.aE('input', `cannot order the kernel modules: they require each other: ${names.join(', ')}`, {
        fix: 'unpack the package of the kernel again: its modules are damaged',
    });
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/tools/find.js
var tools_find = __webpack_require__(11313);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
;// CONCATENATED MODULE: ./build/boot/modules/module-file.js








/** The largest module of Debian has 8 MiB, and with debugging information some have 100 MiB. */
const MAX_MODULE_BYTES = 256 * 1024 * 1024;
const gunzipAsync = (0,external_node_util_.promisify)(external_node_zlib_.gunzip);
const zstdDecompressAsync = (0,external_node_util_.promisify)(external_node_zlib_.zstdDecompress);
const DECOMPRESSORS = {
    '.ko': (bytes) => Promise.resolve(bytes),
    '.ko.gz': (bytes) => gunzipAsync(bytes, { maxOutputLength: MAX_MODULE_BYTES }),
    '.ko.zst': (bytes) => zstdDecompressAsync(bytes, { maxOutputLength: MAX_MODULE_BYTES }),
    '.ko.xz': decompressXz,
};
/** The name and the suffix of a module file; undefined for another file. */
function splitModuleFile(fileName) {
    const suffixes = Object.keys(DECOMPRESSORS);
    const suffix = suffixes.find((candidate) => fileName.endsWith(candidate));
    return suffix === undefined ? undefined : { name: fileName.slice(0, -suffix.length), suffix };
}
/**
 * The decompressed content of a module file.
 *
 * @throws FledgeError `input` if it cannot be read, is damaged or too large; `tool` if it needs a program that is missing.
 */
async function readModuleFile(path, signal) {
    const file = splitModuleFile(path);
    if (file === undefined)
        throw new RangeError(`not a module file: ${path}`);
    try {
        const bytes = await (0,regular_file/* readRegularFile */.XF)(path, MAX_MODULE_BYTES);
        return await DECOMPRESSORS[file.suffix](bytes, signal);
    }
    catch (error) {
        if (error instanceof errors/* FledgeError */.aE && !(error instanceof exec/* ProgramError */.Zj))
            throw error;
        throw new errors/* FledgeError */.aE('input', `cannot read the kernel module ${path}: ${(0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix: 'unpack the package of the kernel again, and name its directory',
        });
    }
}
/** Node.js has no decompressor for xz. */
async function decompressXz(bytes, signal) {
    const { path } = await (0,tools_find/* requireTool */.Y0)(table.xz, signal);
    const args = ['--decompress', '--stdout', '--format=xz'];
    const options = { env: (0,environment/* environmentFor */.DD)('xz', process.env), input: bytes, maxOutputBytes: MAX_MODULE_BYTES, signal };
    return (await (0,exec/* run */.eF)(path, args, options)).stdout;
}

;// CONCATENATED MODULE: ./build/boot/modules/module-info.js

/** The fields of a section header that are read, in bytes from its start (elf(5), Elf64_Shdr). */
const SECTION_HEADER = { name: 0, offset: 24, size: 32, bytes: 64 };
/** e_shstrndx of a 64-bit header. */
const NAMES_INDEX_OFFSET = 62;
const SECTION_NAME = Buffer.from('.modinfo\0');
/** Real ones have a few hundred bytes, and up to 200 KB with many aliases of devices. */
const MAX_INFO_BYTES = 4 * 1024 * 1024;
/** The name of a module as the kernel has it: `-` and `_` are the same. */
function moduleName(name) {
    return name.replaceAll('-', '_');
}
/** Reads the `.modinfo` section of a module; undefined if the bytes are not an intact 64-bit module. */
function parseModuleInfo(bytes) {
    const section = findInfo(bytes);
    if (section === undefined)
        return undefined;
    const fields = section
        .toString('latin1')
        .split('\0')
        .map((field) => {
        const end = field.indexOf('=');
        return [field.slice(0, end), field.slice(end + 1)];
    });
    const valuesOf = (key) => fields.filter(([name]) => name === key).map(([, value]) => value);
    return {
        depends: valuesOf('depends').flatMap((value) => value.split(',').filter((name) => name !== '')),
        softDepends: valuesOf('softdep').flatMap(modulesBefore),
        aliases: valuesOf('alias'),
        kernelVersion: valuesOf('vermagic')[0]?.split(' ', 1)[0],
    };
}
/** The modules of `pre: a b post: c` that are loaded before (modprobe.d(5)). */
function modulesBefore(value) {
    const [, before = ''] = /(?:^|\s)pre:(.*?)(?:\spost:|$)/.exec(value) ?? [];
    return before.split(/\s+/).filter((name) => name !== '');
}
function findInfo(bytes) {
    const header = (0,elf/* parseElfHeader */.Ki)(bytes);
    const table = header?.sectionHeaders;
    if (header === undefined || table === undefined || header.bits !== 64 || !header.littleEndian)
        return undefined;
    if (table.entrySize < SECTION_HEADER.bytes)
        return undefined;
    const sectionAt = (index) => {
        const start = table.offset + index * table.entrySize;
        if (index >= table.count || start + SECTION_HEADER.bytes > bytes.length)
            return undefined;
        const from = Number(bytes.readBigUInt64LE(start + SECTION_HEADER.offset));
        const size = Number(bytes.readBigUInt64LE(start + SECTION_HEADER.size));
        return from + size <= bytes.length ? bytes.subarray(from, from + size) : undefined;
    };
    const names = sectionAt(bytes.readUInt16LE(NAMES_INDEX_OFFSET));
    if (names === undefined)
        return undefined;
    for (let index = 0; index < table.count; index++) {
        const start = table.offset + index * table.entrySize;
        if (start + SECTION_HEADER.bytes > bytes.length)
            return undefined;
        const name = bytes.readUInt32LE(start + SECTION_HEADER.name);
        if (!names.subarray(name, name + SECTION_NAME.length).equals(SECTION_NAME))
            continue;
        const section = sectionAt(index);
        return section !== undefined && section.length <= MAX_INFO_BYTES ? section : undefined;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/boot/modules/module-aliases.js



/** The aliases in the text of `modules.alias`, which depmod writes: lines `alias ALIAS MODULE`. */
function parseAliases(text) {
    const aliases = new Map();
    for (const line of text.split('\n')) {
        const [keyword, alias, name] = line.split(' ');
        if (keyword === 'alias' && alias !== undefined && name !== undefined)
            add(aliases, alias, name);
    }
    return aliases;
}
/**
 * The aliases of the modules in directories that are named `crypto`, read from the modules. The file systems name algorithms by
 * alias, and the package of a kernel has no `modules.alias` before it is installed.
 *
 * @throws FledgeError as `readModuleFile`.
 */
async function readCryptoAliases(files) {
    const aliases = new Map();
    for (const [name, path] of files) {
        if ((0,external_node_path_.basename)((0,external_node_path_.dirname)(path)) !== 'crypto')
            continue;
        const info = parseModuleInfo(await readModuleFile(path));
        for (const alias of info?.aliases ?? [])
            add(aliases, alias, name);
    }
    return aliases;
}
function add(aliases, alias, name) {
    const names = aliases.get(alias);
    if (names === undefined)
        aliases.set(alias, [name]);
    else
        names.push(name);
}

;// CONCATENATED MODULE: ./build/boot/modules/module-directory.js








/** A kernel of a distribution has up to 7,000 modules. */
const MAX_FILES = 100_000;
const MAX_DEPTH = 16;
/** modules.alias has about 2 MB. */
const MAX_LIST_BYTES = 64 * 1024 * 1024;
/** Directories whose modules replace those of `kernel` (depmod.d(5), the default of `search`). */
const FIRST = ['updates', 'extra'];
/**
 * Reads a directory of modules: `lib/modules/VERSION`, its parent, the root of an unpacked package, or any directory with module
 * files. Links are not followed.
 *
 * @throws FledgeError `input` if it cannot be read, or contains no modules or those of several versions.
 */
async function openModuleDirectory(directory, kernelVersion) {
    const path = await findVersion(directory, kernelVersion);
    const files = new Map();
    for (const file of listFiles(path)) {
        const name = splitModuleFile((0,external_node_path_.basename)(file))?.name;
        if (name !== undefined && !files.has(moduleName(name)))
            files.set(moduleName(name), file);
    }
    const names = await readList((0,external_node_path_.join)(path, 'modules.builtin'));
    const builtIn = new Set([
        ...names.split('\n').map((line) => moduleName((0,external_node_path_.basename)(line).replace(/\.ko$/, ''))),
        ...aliasesOfBuiltIn(await readList((0,external_node_path_.join)(path, 'modules.builtin.modinfo'))),
    ]);
    builtIn.delete('');
    if (files.size === 0 && builtIn.size === 0)
        throw module_directory_refusal(directory, 'it contains no kernel modules');
    // The list is large, and few modules need it.
    let aliases;
    return {
        path,
        files,
        builtIn,
        async modulesOfAlias(alias) {
            aliases ??= readList((0,external_node_path_.join)(path, 'modules.alias')).then((text) => text === '' ? readCryptoAliases(files) : parseAliases(text));
            return (await aliases).get(alias) ?? [];
        },
    };
}
async function findVersion(directory, kernelVersion) {
    const places = [directory, (0,external_node_path_.join)(directory, 'lib/modules'), (0,external_node_path_.join)(directory, 'usr/lib/modules')];
    const versions = [];
    for (const place of places) {
        const names = await listDirectory(place, place === directory);
        if (names.some((name) => name === 'kernel' || name.startsWith('modules.') || splitModuleFile(name) !== undefined)) {
            return place;
        }
        for (const name of names) {
            const found = await listDirectory((0,external_node_path_.join)(place, name), false);
            if (found.some((entry) => entry === 'kernel' || entry === 'modules.builtin'))
                versions.push((0,external_node_path_.join)(place, name));
        }
    }
    const wanted = versions.filter((path) => kernelVersion === undefined || (0,external_node_path_.basename)(path) === kernelVersion);
    const [only] = wanted;
    if (only !== undefined && wanted.length === 1)
        return only;
    const shown = versions.map((path) => (0,external_node_path_.basename)(path)).join(', ');
    if (versions.length === 0)
        throw module_directory_refusal(directory, 'it contains no kernel modules');
    throw module_directory_refusal(directory, kernelVersion === undefined
        ? `it has the modules of several kernels: ${shown}`
        : `it has the modules of ${shown}, and the kernel is ${kernelVersion}`);
}
/** The names in a directory; none if it does not exist and is not required. */
async function listDirectory(path, isRequired) {
    try {
        return await (0,promises_.readdir)(path);
    }
    catch (error) {
        const isAbsent = ['ENOENT', 'ENOTDIR'].includes((0,errors/* systemCodeOf */.c7)(error) ?? '');
        if (isAbsent && !isRequired)
            return [];
        throw module_directory_refusal(path, (0,errors/* messageOf */.bD)(error), error);
    }
}
/**
 * All files, those of `updates` and `extra` first, otherwise in the order of their names. Hundreds of small directories are read
 * faster without a thread for each.
 */
function listFiles(root) {
    const files = [];
    const walk = (path, depth) => {
        if (depth > MAX_DEPTH)
            throw module_directory_refusal(root, `its directories are more than ${MAX_DEPTH} levels deep`);
        const entries = readEntries(path);
        const order = (name) => `${depth === 0 && FIRST.includes(name) ? 0 : 1}${name}`;
        for (const entry of entries.sort((a, b) => (order(a.name) < order(b.name) ? -1 : 1))) {
            if (entry.isDirectory())
                walk((0,external_node_path_.join)(path, entry.name), depth + 1);
            else if (entry.isFile())
                files.push((0,external_node_path_.join)(path, entry.name));
            if (files.length > MAX_FILES)
                throw module_directory_refusal(root, `it has more than ${MAX_FILES} files`);
        }
    };
    walk(root, 0);
    return files;
}
function readEntries(path) {
    try {
        return (0,external_node_fs_.readdirSync)(path, { withFileTypes: true });
    }
    catch (error) {
        throw module_directory_refusal(path, (0,errors/* messageOf */.bD)(error), error);
    }
}
/** The text of a list beside the modules; empty if it does not exist. */
async function readList(path) {
    try {
        return (await (0,regular_file/* readRegularFile */.XF)(path, MAX_LIST_BYTES)).toString('latin1');
    }
    catch (error) {
        if ((0,errors/* systemCodeOf */.c7)(error) === 'ENOENT')
            return '';
        throw module_directory_refusal(path, (0,errors/* messageOf */.bD)(error), error);
    }
}
/** Fields `name.alias=ALIAS`, each ended by NUL. */
function aliasesOfBuiltIn(text) {
    return text.split('\0').flatMap((field) => {
        const [, alias] = /^[^.=]+\.alias=(.*)$/s.exec(field) ?? [];
        return alias === undefined ? [] : [alias];
    });
}
function module_directory_refusal(path, reason, cause) {
    return new errors/* FledgeError */.aE('input', `cannot use the kernel modules in ${path}: ${reason}`, {
        cause,
        fix: 'name the directory lib/modules/VERSION of the kernel that is booted',
    });
}

;// CONCATENATED MODULE: ./build/boot/modules/modules.js






/**
 * Finds kernel modules and everything that they depend on in a directory of modules, without depmod: dependencies are read from
 * the modules themselves.
 *
 * @param directory `lib/modules/VERSION`, its parent, or the root of an unpacked package.
 * @param wanted Names of modules. Those that are compiled into the kernel are left out.
 * @param kernelVersion The version of the kernel that is booted (`uname -r`); undefined if it is not known.
 * @throws FledgeError `input` if a module cannot be read, is damaged, or is for another kernel; `tool` if xz is needed and missing.
 */
async function modulesFor(directory, wanted, kernelVersion, signal) {
    const found = await openModuleDirectory(directory, kernelVersion);
    const loaded = new Map();
    const missing = new Set();
    const order = await loadOrder(wanted.map(moduleName), async (name) => {
        const path = found.files.get(name);
        if (path === undefined) {
            if (!found.builtIn.has(name))
                missing.add(name);
            return undefined;
        }
        signal?.throwIfAborted();
        const bytes = await readModuleFile(path, signal);
        const info = parseModuleInfo(bytes);
        if (info === undefined)
            throw damaged(path);
        requireVersion(path, info, kernelVersion);
        loaded.set(name, { name, path, bytes });
        return { required: info.depends.map(moduleName), preferred: await preferredOf(found, info) };
    });
    return { modules: order.flatMap((name) => loaded.get(name) ?? []), missing: [...missing] };
}
/** The existing modules for the soft dependencies of a module, which are names or aliases. */
async function preferredOf(directory, { softDepends }) {
    const { files, builtIn } = directory;
    const found = [];
    for (const alias of softDepends) {
        const name = moduleName(alias);
        if (builtIn.has(name) || builtIn.has(alias))
            continue;
        const names = files.has(name) ? [name] : (await directory.modulesOfAlias(alias)).map(moduleName);
        const present = names.filter((candidate) => files.has(candidate));
        // Several modules can implement an algorithm. The generic one works with every processor.
        const chosen = present.find((candidate) => candidate.endsWith('_generic')) ?? present[0];
        if (chosen !== undefined)
            found.push(chosen);
    }
    return found;
}
function requireVersion(path, info, kernelVersion) {
    if (kernelVersion === undefined || info.kernelVersion === undefined || info.kernelVersion === kernelVersion)
        return;
    throw new errors/* FledgeError */.aE('input', `cannot use the kernel module ${path}: it is for the kernel ${info.kernelVersion}, and ${kernelVersion} is booted`, { fix: `name the directory with the modules of ${kernelVersion}` });
}
function damaged(path) {
    return new errors/* FledgeError */.aE('input', `cannot read the kernel module ${path}: ${(0,external_node_path_.basename)(path)} is not an intact module`, {
        fix: 'unpack the package of the kernel again, and name its directory',
    });
}

// EXTERNAL MODULE: ./build/tools/version.js
var tools_version = __webpack_require__(61832);
;// CONCATENATED MODULE: ./build/boot/vmm/choose.js







/**
 * Chooses the VMM. `auto` is cloud-hypervisor if it is installed, there is KVM, and no port is needed; otherwise QEMU.
 *
 * @throws FledgeError `tool` if it is missing, with the command that installs it; `usage` if it cannot do what is needed.
 */
async function chooseVmm(needs, signal) {
    const [vmm, prefix] = await (0,concurrency/* settleAll */.j3)(findVmm(needs, signal), (0,contained/* containment */.R)({ env: (0,environment/* environmentFor */.DD)('machine', {}), signal, mounts: false }));
    return { ...vmm, prefix };
}
async function findVmm(needs, signal) {
    const { choice, architecture, accelerator, needsForwards } = needs;
    if (choice === 'cloud-hypervisor') {
        if (accelerator.name !== 'kvm') {
            throw new errors/* FledgeError */.aE('tool', `cannot start cloud-hypervisor: it needs KVM, and ${accelerator.reason}`, {
                fix: accelerator.fix === undefined ? 'use --vmm qemu' : `${accelerator.fix}; or use --vmm qemu`,
            });
        }
        return required(choice, await (0,tools_find/* findTool */.SG)(table/* cloudHypervisor */.LI, signal));
    }
    if (choice === 'auto' && accelerator.name === 'kvm' && !needsForwards) {
        const finding = await (0,tools_find/* findTool */.SG)(table/* cloudHypervisor */.LI, signal);
        if (finding.state === 'found')
            return required('cloud-hypervisor', finding);
    }
    return required('qemu', await (0,tools_find/* findTool */.SG)(table/* emulators */.FB[`linux/${architecture}`], signal));
}
function required(name, finding) {
    if (finding.state === 'found') {
        const { path, version } = finding;
        return { name, path, version: version && (0,tools_version/* formatVersion */.qh)(version) };
    }
    throw new errors/* FledgeError */.aE('tool', `cannot start a machine: ${(0,tools_find/* describeFinding */.jb)(finding)}`, { fix: (0,tools_find/* howToFix */.Nv)([finding]) });
}

;// CONCATENATED MODULE: ./build/boot/prepare.js




















const DEFAULT_MEMORY_MIB = 512;
/**
 * Finds out what a boot needs: the artifact, a kernel and its modules, a VMM, and what decides about success.
 *
 * @throws FledgeError `input` if artifact and kernel do not fit together; as the functions for each of them do.
 */
async function prepareBoot({ path, manifestFile, configFile }, options, user) {
    const { reporter, signal } = user;
    const bootable = await openBootable(path, manifestFile);
    const manifest = bootable.manifest?.fields;
    const goal = goalOf(options, manifest);
    if (options.settle !== undefined && goal.kind !== 'alive' && goal.kind !== 'run') {
        reporter.warn(`--settle has no effect: the boot has succeeded when ${describeGoal(goal, 0)}`, {
            code: 'no-effect',
        });
    }
    const architecture = bootable.architecture ?? (0,artifact_architecture/* architectureOf */.N)((0,platform/* hostPlatform */.ol)());
    if (options.agent !== undefined)
        await checkAgent(options.agent, bootable, architecture);
    const needsForwards = goal.kind === 'http' || options.keep === true;
    const emulatorFor = (guest) => findEmulator(guest, options, needsForwards, signal);
    // The emulator prints its version while the kernel is read, if the architecture is known before that. If both are missing, the
    // error is the emulator's, because a user without one has not booted anything yet.
    const [early, { kernel, modules }] = await (0,concurrency/* settleAll */.j3)(bootable.architecture === undefined ? undefined : emulatorFor(architecture), findMatchingKernel({ bootable, architecture, configFile }, options, user));
    const { accelerator, vmm } = early ?? (await emulatorFor(kernel.architecture));
    const ports = goal.kind === 'http' ? [goal.port] : options.keep === true ? [portOf(manifest?.workload?.base_url)] : [];
    return {
        bootable: { ...bootable, path: (0,external_node_path_.resolve)(bootable.path) },
        commandLine: commandLineOf({ bootable, architecture: kernel.architecture, accelerator, vmm }, options),
        architecture: kernel.architecture,
        accelerator,
        kernel,
        modules,
        vmm,
        goal,
        cpus: options.cpus ?? manifest?.resources?.cpu_cores ?? 1,
        memoryMiB: options.memory ?? manifest?.resources?.memory_mb ?? DEFAULT_MEMORY_MIB,
        ports,
    };
}
async function findEmulator(architecture, { vmm: choice }, needsForwards, signal) {
    const accelerator = (0,boot_accelerator/* findAccelerator */.di)(architecture);
    return { accelerator, vmm: await chooseVmm({ choice, architecture, accelerator, needsForwards }, signal) };
}
/** Finds a kernel that can start an artifact, and its modules for the machine. */
async function findMatchingKernel({ bootable, architecture, configFile }, options, user) {
    const usesPin = options.kernel === undefined && architecture === 'amd64';
    const pin = usesPin ? await lockedKernelFor(bootable.path, configFile) : undefined;
    // The use of the cache ends with the process: a machine may be started again.
    const sources = (0,context/* sourceContext */.R)(user, process.cwd());
    const kernel = await (0,find/* findKernel */.l)({ given: options.kernel, sha256: options.kernelSha256, architecture, pin }, sources);
    await sources.cacheUse.trim();
    const problem = kernelProblem(kernel, bootable);
    if (problem !== undefined)
        throw problem;
    if (options.console !== undefined)
        checkConsoleFile(options.console, inputsOf(bootable, kernel, options));
    const directory = options.modules === undefined ? kernel.modules : (0,external_node_path_.resolve)(options.modules);
    if (directory === undefined)
        return { kernel, modules: [] };
    const { modules, missing } = await modulesFor(directory, wantedModules(bootable), kernel.version, user.signal);
    if (missing.length > 0) {
        user.reporter.info(`the kernel ${kernel.version ?? kernel.path} has no ${missing.join(', ')} in ${directory}`);
    }
    return { kernel, modules };
}
/**
 * Checks that the agent of `--agent` can run in the machine.
 *
 * @throws FledgeError `usage` for an initramfs, which has its own; `input` if it is not a program for the architecture.
 */
async function checkAgent(agent, { kind, path }, architecture) {
    if (kind === 'initramfs') {
        throw new errors/* FledgeError */.aE('usage', `--agent has no effect: ${path} is an initramfs, which starts its own agent`, {
            fix: 'remove --agent; to use another agent, set path in [agent] of fledge.toml, and build again',
        });
    }
    const platform = `linux/${architecture}`;
    await (0,elf/* checkElf */.Kg)(agent, { platform, label: 'the agent', advice: `name an agent for ${platform} with --agent` });
}
/** The files that a boot reads. */
function inputsOf({ path, manifest }, kernel, { agent }) {
    return [
        { path, what: 'the artifact' },
        { path: kernel.path, what: 'the kernel' },
        ...(manifest === undefined ? [] : [{ path: manifest.path, what: 'the manifest of the artifact' }]),
        ...(agent === undefined ? [] : [{ path: agent, what: 'the agent' }]),
    ];
}
/** The drivers for the devices of the machine, and the file systems of the artifact. */
function wantedModules({ kind, fileSystem }) {
    const drivers = ['virtio_pci', 'virtio_net'];
    if (kind === 'initramfs')
        return drivers;
    // An overlay makes a read-only root writable.
    const overlay = fileSystem === 'squashfs' ? ['overlay'] : [];
    return [...drivers, 'virtio_blk', ...(fileSystem === undefined ? [] : [fileSystem]), ...overlay];
}
/** The orders for the companion of one boot. */
function guestPlanOf({ bootable, goal, vmm }, options) {
    const { workload } = bootable.manifest?.fields ?? {};
    const argv = [...(workload?.entrypoint ?? []), ...(workload?.args ?? [])];
    const { address, prefix, gateway } = GUEST_NETWORK;
    return {
        token: (0,external_node_crypto_.randomBytes)(8).toString('hex'),
        root: bootable.kind === 'initramfs' ? 'initramfs' : 'disk-agent',
        fileSystems: bootable.fileSystem === undefined ? [] : [bootable.fileSystem],
        ...(argv.length > 0 && {
            workload: {
                argv,
                env: workload?.env ?? {},
                ...(workload?.workdir?.startsWith('/') === true && { workdir: workload.workdir }),
            },
        }),
        ...(hasNetwork(vmm) && { network: { address, prefix, gateway } }),
        ...(goal.kind === 'run' && { run: ['/bin/sh', '-c', goal.command] }),
        settleMs: settleMsOf(options),
        isInteractive: options.interactive === true,
    };
}

;// CONCATENATED MODULE: ./build/boot/stages.js
/** The stages of a boot, in their order. A boot need not reach all. */
const STAGES = (/* unused pure expression or super */ null && (['kernel', 'init', 'agent', 'workload', 'answer']));
/** Measures when a machine reaches its stages. */
class StageClock {
    #stages = new Map();
    #since;
    #now;
    #onStage;
    /** `now` returns milliseconds; `onStage` is called once for each stage. */
    constructor(onStage, now = () => performance.now()) {
        this.#now = now;
        this.#since = now();
        this.#onStage = onStage;
    }
    /** The machine has reached a stage. Only the first call for a stage counts. */
    reach(name) {
        if (this.#stages.has(name))
            return;
        const ms = this.elapsed();
        this.#stages.set(name, ms);
        this.#onStage({ name, ms });
    }
    /** When the machine has reached a stage; undefined if it has not. */
    timeOf(name) {
        return this.#stages.get(name);
    }
    /** Milliseconds since the start. */
    elapsed() {
        return Math.round(this.#now() - this.#since);
    }
    /** The stages so far, in the order in which the machine reached them. */
    get stages() {
        return [...this.#stages].map(([name, ms]) => ({ name, ms }));
    }
}
/** Median, minimum and maximum of at least one time in milliseconds. The median of an even number is the mean of two. */
function timesOf(milliseconds) {
    const sorted = milliseconds.toSorted((a, b) => a - b);
    const [min = 0] = sorted;
    const middle = sorted.length / 2;
    const low = sorted[Math.ceil(middle) - 1] ?? min;
    const high = sorted[Math.floor(middle)] ?? low;
    return { median: Math.round((low + high) / 2), min, max: sorted.at(-1) ?? min };
}

;// CONCATENATED MODULE: ./build/boot/terminal.js
/** Ctrl-], as in telnet and virsh. Ctrl-C belongs to the programs of the machine. */
const ESCAPE = 0x1d;
/** Types what a user types on the console of a machine. Ctrl-] calls `onEscape` instead. */
function connectTerminal({ input, output }, machine, onEscape) {
    const type = (chunk) => {
        const bytes = Buffer.from(chunk);
        const end = bytes.indexOf(ESCAPE);
        if (end !== 0)
            machine.write(end < 0 ? bytes : bytes.subarray(0, end));
        if (end >= 0)
            onEscape();
    };
    const isTerminal = input.isTTY === true;
    if (isTerminal)
        input.setRawMode?.(true);
    input.on('data', type);
    input.resume();
    return {
        show(text) {
            output.write(text);
        },
        disconnect() {
            input.off('data', type);
            input.pause();
            if (isTerminal)
                input.setRawMode?.(false);
        },
    };
}

;// CONCATENATED MODULE: ./build/boot/boot.js













/**
 * Boots an artifact once, until its goal is reached or it has failed. When it resolves or rejects, the machine has ended and
 * its temporary files are removed.
 *
 * @throws FledgeError if the machine cannot be started. A machine that does not do what was asked is a result.
 */
async function bootOnce(prepared, options, listener) {
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('boot');
    try {
        const log = new Console(options.console);
        try {
            const plan = guestPlanOf(prepared, options);
            const initrd = (0,external_node_path_.join)(scratch.path, 'initrd');
            await writeInitrd(initrd, plan, prepared, options);
            const stages = new StageClock((stage) => listener.onStage(stage));
            const spec = boot_machineOf(prepared, options, { initrd, scratch: scratch.path });
            const machine = await startMachine(prepared.vmm, spec, listener.signal);
            listener.onStarted?.();
            try {
                return await follow({ machine, plan, stages, log }, prepared, options, listener);
            }
            finally {
                await machine.stop();
            }
        }
        finally {
            log.close();
            if (log.fileFailure !== undefined)
                listener.onIncompleteConsole?.(log.fileFailure);
        }
    }
    finally {
        scratch.dispose();
    }
}
/** Follows a machine until its goal is reached or it has failed, and then stops it. */
async function follow({ machine, plan, stages, log }, prepared, options, listener) {
    const observer = new BootObserver(prepared.goal, stages);
    const probe = new GoalProbe(prepared.goal, machine, () => observer.takeAnswer());
    const terminal = listener.terminal && connectTerminal(listener.terminal, machine, () => observer.leave());
    const timeoutMs = (options.timeout ?? DEFAULT_TIMEOUT_S[prepared.accelerator.name]) * 1000;
    // A user at the terminal decides when it is over.
    const timer = terminal === undefined ? setTimeout(() => observer.end('timeout'), timeoutMs) : undefined;
    const events = [];
    try {
        const reading = read(machine, new GuestEvents(plan.token), {
            text(text) {
                log.add(text);
                listener.onConsole?.(text);
                terminal?.show(text);
                observer.takeText(text);
            },
            event(event) {
                events.push(event);
                observer.takeEvent(event);
                if (PROBED_AFTER.has(event.name))
                    probe.start();
                if (event.name === 'root' && hasNothingToStart(plan))
                    observer.end('nothing-to-start');
            },
        }).finally(() => observer.end('machine-ended'));
        const outcome = await observer.outcome;
        const ms = stages.timeOf('answer') ?? stages.elapsed();
        clearTimeout(timer);
        probe.stop();
        terminal?.disconnect();
        if (outcome.ok)
            await listener.onReached?.(machine);
        await machine.stop();
        await reading;
        const result = { ms, stages: stages.stages, console: log.lastLines(CONSOLE_LINES) };
        if (outcome.ok)
            return { ok: true, ...result };
        const diagnosis = diagnose({
            prepared,
            outcome,
            events,
            end: await machine.ended,
            timeoutMs,
            lastAnswer: probe.lastFailure,
            console: log,
            commandLine: prepared.commandLine.text,
        });
        return { ok: false, ...result, diagnosis };
    }
    finally {
        clearTimeout(timer);
        probe.stop();
        terminal?.disconnect();
    }
}
/** Whether a disk without an agent is mounted, and then nothing is done. */
function hasNothingToStart({ workload, run, isInteractive }) {
    return workload === undefined && run === undefined && !isInteractive;
}
/** Lines at the end of the console that are shown after a failure. */
const CONSOLE_LINES = 50;
/**
 * The events after which a port is probed. User networking repeats a connection that comes too early after seconds, so earlier
 * probes would delay the answer.
 */
const PROBED_AFTER = new Set(['workload', 'watch-failed']);
function writeInitrd(path, plan, { architecture, bootable, modules }, { agent }) {
    const files = {
        plan,
        platform: `linux/${architecture}`,
        modules,
        ...(agent !== undefined && { agentFile: agent }),
    };
    return writeGuestArchive(path, files, bootable.kind === 'initramfs' ? { before: bootable.path } : {});
}
function boot_machineOf({ bootable, architecture, accelerator, cpus, memoryMiB, kernel, ports, commandLine }, { interactive }, files) {
    const { path, format, bytes, diskBytes = bytes } = bootable;
    return {
        architecture,
        cpus,
        memoryMiB,
        kernel,
        ...files,
        ...(format !== 'cpio' && { disk: { path, format, bytes: diskBytes } }),
        commandLine: commandLine.text,
        accelerator: accelerator.name,
        forwards: ports.map((guestPort) => ({ hostPort: 0, guestPort })),
        interactive: interactive === true,
    };
}
/** Reads the console of a machine to its end. */
async function read({ console }, events, reader) {
    for await (const piece of console) {
        const found = events.take(piece);
        if (found.text !== '')
            reader.text(found.text);
        for (const event of found.events)
            reader.event(event);
    }
    const rest = events.end();
    if (rest !== '')
        reader.text(rest);
}

;// CONCATENATED MODULE: ./build/boot/check-options.js



/**
 * Refuses options that contradict each other, or have a bad value, whatever artifact is booted: before anything is built.
 *
 * @throws FledgeError `usage`.
 */
function check_options_checkOptions(options) {
    goalOf(options, undefined);
    wordsOf(options.append);
    for (const { isGiven, message, fix } of contradictionsOf(options)) {
        if (isGiven)
            throw new errors/* FledgeError */.aE('usage', message, { fix });
    }
}
function contradictionsOf({ kernel, kernelSha256, interactive, keep, repeat, timeout, }) {
    const isInteractive = interactive === true;
    return [
        {
            isGiven: kernelSha256 !== undefined && kernel === undefined,
            message: '--kernel-sha256 has no effect without --kernel',
            fix: 'name the kernel with --kernel; to pin the default kernel, run fledge lock',
        },
        {
            isGiven: kernelSha256 !== undefined && /^https?:.*#/i.test(kernel ?? ''),
            message: '--kernel-sha256 and a checksum in the URL of --kernel are mutually exclusive',
            fix: 'remove one of them',
        },
        {
            isGiven: isInteractive && keep === true,
            message: '--interactive and --keep are mutually exclusive',
            fix: 'give --interactive only: the machine runs until you leave the shell',
        },
        {
            isGiven: isInteractive && repeat !== undefined,
            message: '--interactive and --repeat are mutually exclusive',
            fix: 'give the one that you need',
        },
        {
            isGiven: isInteractive && timeout !== undefined,
            message: '--timeout has no effect with --interactive',
            fix: 'remove --timeout: the machine runs until you leave the shell',
        },
        {
            isGiven: keep === true && repeat !== undefined,
            message: '--keep and --repeat are mutually exclusive',
            fix: 'give the one that you need',
        },
    ];
}

;// CONCATENATED MODULE: ./build/boot/repeat.js










/**
 * Boots an artifact once, or as often as `options.repeat` says, until a boot fails. `subject` is an artifact, a directory with
 * a manifest.json, or a fledge.toml, which is built first; default: the fledge.toml or manifest.json of the working directory.
 *
 * @throws FledgeError as `build` and `prepareBoot` do, and if a machine cannot be started.
 */
async function bootRepeatedly(subject, options, user) {
    checkOptions(options);
    return bootBuilt(await subjectOf(subject, user), options, user);
}
/** `bootRepeatedly` for an artifact that is there. */
async function bootBuilt(subject, options, user) {
    const { reporter } = user;
    check_options_checkOptions(options);
    reporter.step(`prepare the boot of ${subject.path}`);
    const prepared = await prepareBoot(subject, options, user);
    reportChoices(prepared, user);
    const goal = describeGoal(prepared.goal, settleMsOf(options));
    const boots = [];
    for (let count = options.repeat ?? 1; count > 0; count--) {
        reporter.step(`boot until ${goal}`);
        const boot = () => bootOnce(prepared, options, {
            onStage: ({ name, ms }) => reporter.info(`${name.padEnd(8)} ${(0,units/* formatMilliseconds */.MH)(ms)}`),
            ...(user.onConsole !== undefined && { onConsole: user.onConsole }),
            ...(user.onReached !== undefined && { onReached: user.onReached }),
            ...(user.terminal !== undefined && { terminal: user.terminal }),
            onIncompleteConsole: (reason) => reporter.warn(`the file ${options.console} is incomplete: ${reason}`),
            // A failure is reported by the second call.
            onStarted: () => void prepared.kernel.digest().catch(() => { }),
            signal: user.signal,
        });
        // A machine that the user works with has the terminal for itself, or runs until Ctrl-C.
        const isOpen = user.terminal !== undefined || user.onReached !== undefined;
        const result = await (isOpen ? boot() : (0,elapsed/* whileReportingElapsed */.C)(reporter, `boot until ${goal}`, boot));
        boots.push(result);
        if (!result.ok)
            break;
    }
    return summaryOf(prepared, goal, boots, await prepared.kernel.digest());
}
/** The artifact to boot; built first if a fledge.toml is given. */
async function subjectOf(subject, user) {
    const config = await configOf(subject);
    if (config === undefined)
        return { path: subject ?? '.' };
    // Most boots are of an artifact, and start sooner without the code for builds.
    const [{ beginBuild, build }, { completeBuildCommand }, { loadPlugin }] = await Promise.all([
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6698)),
        __webpack_require__.e(/* import() */ 3483).then(__webpack_require__.bind(__webpack_require__, 33483)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 60039)),
    ]);
    const { env, reporter, signal } = user;
    const { platform, verify, workers, locked } = completeBuildCommand({ config });
    const steps = beginBuild(reporter);
    const plugin = await loadPlugin(config);
    const { artifact } = await build({ plugin, platform, verify, workers, locked, env, reporter, steps, signal });
    return { path: artifact.path, configFile: plugin.loaded.file };
}
/** The fledge.toml that is built first; undefined if an artifact is given. */
async function configOf(subject) {
    if (subject === undefined)
        return (await isRegularFile('fledge.toml')) ? 'fledge.toml' : undefined;
    if (subject.endsWith('.toml'))
        return subject;
    if (await isRegularFile(join(subject, 'manifest.json')))
        return undefined;
    return (await isRegularFile(join(subject, 'fledge.toml'))) ? subject : undefined;
}
function reportChoices(prepared, { reporter }) {
    const { vmm, accelerator, kernel, cpus, memoryMiB, commandLine } = prepared;
    const how = accelerator.name === 'kvm' ? 'KVM' : `emulation, because ${accelerator.reason}`;
    reporter.info(`${vmm.name} ${vmm.version ?? ''} with ${how}; CPUs: ${cpus}; memory: ${memoryMiB} MiB`);
    if (accelerator.name === 'tcg' && accelerator.fix !== undefined)
        reporter.info(`for KVM: ${accelerator.fix}`);
    reporter.info(`kernel ${kernel.version ?? ''} of ${kernel.path}`);
    reporter.debug(`the kernel's command line: ${commandLine.text}`);
    for (const remark of commandLine.remarks)
        reporter.info(remark);
}
function summaryOf(prepared, goal, boots, kernelSha256) {
    const { bootable, vmm, accelerator, kernel, cpus, memoryMiB, commandLine } = prepared;
    const diagnosis = boots.at(-1)?.diagnosis;
    return {
        ok: diagnosis === undefined,
        artifact: {
            path: bootable.path,
            format: bootable.format,
            ...(bootable.fileSystem !== undefined && { fileSystem: bootable.fileSystem }),
        },
        vmm: { name: vmm.name, ...(vmm.version !== undefined && { version: vmm.version }) },
        accelerator: accelerator.name,
        kernel: {
            path: kernel.path,
            ...(kernel.version !== undefined && { version: kernel.version }),
            sha256: kernelSha256,
            origin: kernel.origin,
        },
        cpus,
        memoryMiB,
        commandLineBytes: commandLine.volantBytes,
        goal,
        boots,
        times: timesOf(boots.map(({ ms }) => ms)),
        ...(diagnosis !== undefined && { diagnosis }),
    };
}

;// CONCATENATED MODULE: ./build/action/boot-plugin.js




/** The defaults of `fledge boot`. */
const DEFAULTS = { vmm: 'auto', volant: '0.6', settle: 2 };
/** The log has this much of the console, at most. */
const LOG_LINES = 1000;
const LOG_LINE_LENGTH = 2000;
/**
 * Boots the artifact of a plugin on the runner, also if it was built in a container. The log gets the stages, and then the
 * console in a group of its own. A boot that does not reach its goal is a result.
 *
 * @throws FledgeError as `bootBuilt` does: if the machine cannot be started.
 */
async function bootPlugin({ plan, result, settings, env, reporter }) {
    const log = new Console(undefined);
    try {
        const summary = await bootBuilt({ path: result.artifact.path, manifestFile: result.manifest.path, configFile: plan.loaded.file }, { ...DEFAULTS, ...settings }, { env, reporter, onConsole: (text) => log.add(text) });
        if (summary.ok)
            printSuccess(plan.name, summary, log, reporter);
        else
            printConsole(plan.name, log, reporter);
        return summary;
    }
    finally {
        log.close();
        reporter.endGroup();
    }
}
function printSuccess(name, { goal, times }, log, reporter) {
    printConsole(name, log, reporter);
    reporter.endGroup();
    reporter.info(`${name} boots: ${goal} after ${(0,units/* formatMilliseconds */.MH)(times.median)}`);
}
function printConsole(name, log, reporter) {
    reporter.step(`console of ${name}`);
    for (const line of log.lastLines(LOG_LINES))
        reporter.info((0,errors/* shortened */.vI)(line, LOG_LINE_LENGTH));
}
/** The error of a boot that did not reach its goal. */
function bootFailure(name, { message, fix }) {
    return new errors/* FledgeError */.aE('input', `${name} does not boot: ${inInputTerms(message)}`, { fix: inInputTerms(fix) });
}
/** The inputs for options of `fledge boot`. A diagnosis is plain text, because it is part of `--json`. */
const INPUT_OF = {
    kernel: 'kernel',
    timeout: 'boot-timeout',
    expect: 'boot-expect',
};
function inInputTerms(text) {
    return text.replace(/(?<=^|[ (])--(kernel|timeout|expect)\b(?!-)/g, (option, name) => {
        const input = INPUT_OF[name];
        return input === undefined ? option : `the input ${input}`;
    });
}


/***/ }),

/***/ 43252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ writeCpio)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _tree_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93241);
/* harmony import */ var _byte_sink_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19353);
/* harmony import */ var _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79902);





/** GNU cpio writes whole blocks. fledge does the same, so that both write identical bytes. */
const BLOCK_SIZE = 512;
/**
 * Writes the entries of a tree as one newc archive, in the given order, padded to whole blocks of 512 bytes, and returns its
 * size in bytes. Inodes are numbered in that order from 0. The data of a hardlinked file is at its last name. The root is
 * the entry `.`.
 *
 * @throws FledgeError `format`, with the path, for an entry that newc cannot hold (a size or time over 32 bits, a name over
 *   4095 bytes, extended attributes); `input` for a host file that cannot be read.
 */
async function writeCpio(entries, sink) {
    const all = [...entries];
    const links = countLinks(all);
    const inodeNumbers = new Map();
    const namesLeft = new Map(links);
    let offset = 0;
    const pad = async (length) => {
        if (length > 0)
            await (0,_byte_sink_js__WEBPACK_IMPORTED_MODULE_3__/* .writeBytes */ .N)(sink, zeros.subarray(0, length));
        offset += length;
    };
    const writeHeader = async (header) => {
        const bytes = encodeHeader(header);
        await (0,_byte_sink_js__WEBPACK_IMPORTED_MODULE_3__/* .writeBytes */ .N)(sink, bytes);
        offset += bytes.length;
        await pad((0,_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .paddingTo4 */ .dw)(offset));
    };
    for (const entry of all) {
        const { inode } = entry;
        const ino = inodeNumbers.get(inode) ?? inodeNumbers.size;
        inodeNumbers.set(inode, ino);
        const left = (namesLeft.get(inode) ?? 1) - 1;
        namesLeft.set(inode, left);
        const content = dataOf(inode, left === 0);
        await writeHeader(headerOf(entry, ino, links.get(inode) ?? 1, content.size));
        await (0,_byte_sink_js__WEBPACK_IMPORTED_MODULE_3__/* .writeContent */ .j)(sink, content);
        offset += content.size;
        await pad((0,_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .paddingTo4 */ .dw)(offset));
    }
    await writeHeader(TRAILER);
    await pad((BLOCK_SIZE - (offset % BLOCK_SIZE)) % BLOCK_SIZE);
    return offset;
}
const zeros = new Uint8Array(BLOCK_SIZE);
const TRAILER = {
    name: _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .TRAILER_NAME */ .S1,
    ino: 0,
    mode: 0,
    uid: 0,
    gid: 0,
    links: 1,
    mtime: 0,
    size: 0,
    deviceMajor: 0,
    deviceMinor: 0,
};
/** The link count of each inode. That of a directory counts its name, its `.` and each `..`, as in Unix file systems. */
function countLinks(entries) {
    const links = new Map();
    const directories = new Map();
    for (const { path, inode } of entries) {
        if (inode.kind !== 'directory') {
            links.set(inode, (links.get(inode) ?? 0) + 1);
            continue;
        }
        directories.set(path, inode);
        links.set(inode, 2);
        const parent = path === '' ? undefined : directories.get(path.slice(0, Math.max(0, path.lastIndexOf('/'))));
        if (parent !== undefined)
            links.set(parent, (links.get(parent) ?? 2) + 1);
    }
    return links;
}
const NO_DATA = { kind: 'bytes', size: 0, data: new Uint8Array(0) };
function dataOf(inode, lastName) {
    if (inode.kind === 'symlink') {
        const data = (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .bytesOf */ .$$)(inode.target);
        return { kind: 'bytes', size: data.length, data };
    }
    return inode.kind === 'file' && lastName ? inode.content : NO_DATA;
}
function headerOf({ path, inode }, ino, links, size) {
    const name = path === '' ? '.' : path;
    const refuse = (what) => new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('format', `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)} does not fit in an initramfs: ${what}`);
    if (name.length >= _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_NAME_SIZE */ .ng)
        throw refuse(`its path has ${name.length} bytes, more than ${_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_NAME_SIZE */ .ng - 1}`);
    if (name === _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .TRAILER_NAME */ .S1)
        throw refuse('cpio reserves this name for the end of the archive');
    if (size > _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_FIELD */ .eL)
        throw refuse(`its size is ${size} bytes, and the limit of cpio is 4 GiB`);
    if (inode.xattrs.size > 0)
        throw refuse('cpio does not support extended attributes');
    const { seconds } = inode.mtime;
    if (seconds < 0 || seconds > _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_FIELD */ .eL)
        throw refuse(`its time ${seconds} is not between 1970 and 2106`);
    const isDevice = inode.kind === 'char-device' || inode.kind === 'block-device';
    return {
        name,
        ino,
        mode: _tree_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .TYPE_BITS */ .c[inode.kind] | inode.mode,
        uid: inode.uid,
        gid: inode.gid,
        links,
        mtime: seconds,
        size,
        deviceMajor: isDevice ? inode.major : 0,
        deviceMinor: isDevice ? inode.minor : 0,
    };
}
function encodeHeader(header) {
    const nameSize = header.name.length + 1;
    const fields = [
        header.ino,
        header.mode,
        header.uid,
        header.gid,
        header.links,
        header.mtime,
        header.size,
        0, // the archived file system's device, major and minor
        0,
        header.deviceMajor,
        header.deviceMinor,
        nameSize,
        0, // check, for the other variant of the format
    ];
    const bytes = Buffer.alloc(_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .HEADER_SIZE */ .Ad + nameSize);
    bytes.write(_cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .MAGIC */ .mS + fields.map(hexField).join(''), 'latin1');
    bytes.write(header.name, _cpio_format_js__WEBPACK_IMPORTED_MODULE_4__/* .HEADER_SIZE */ .Ad, 'latin1');
    return bytes;
}
function hexField(value) {
    return value.toString(16).toUpperCase().padStart(8, '0');
}


/***/ }),

/***/ 7042:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ readInitBinary)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** The C init as scripts/build-guest.sh compiles it. ncc recognises these expressions, and copies the files. */
const BINARIES = {
    'linux/amd64': __webpack_require__.ab + "init-amd64.elf",
    'linux/arm64': __webpack_require__.ab + "init-arm64.elf",
};
/** The C init for a platform: a static ELF executable, to be installed as /init. It is the same on every machine. */
function readInitBinary(platform) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(BINARIES[platform]);
}


/***/ }),

/***/ 20129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ containment),
/* harmony export */   g: () => (/* binding */ prefixed)
/* harmony export */ });
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);
/* harmony import */ var _arguments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91200);
/* harmony import */ var _find_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11313);



/** The program is killed when this process ends, also if that is killed (prctl(2), PR_SET_PDEATHSIG). */
const ENDS_WITH_PARENT = ['setpriv', '--pdeathsig', 'KILL', '--'];
/** Mounts of the program are in its own namespace, and vanish with it (mount_namespaces(7)). */
const OWN_MOUNTS = ['unshare', '--mount', '--'];
/**
 * The words before a command that make its program end with this process, and with `mounts`, its mounts with it. Programs
 * that are not installed, or that this process may not use, are left out: without root, buildah and podman create a
 * namespace of their own.
 */
async function containment({ mounts, ...options }) {
    const words = [];
    for (const [name, ...args] of mounts ? [ENDS_WITH_PARENT, OWN_MOUNTS] : [ENDS_WITH_PARENT]) {
        const program = await (0,_find_js__WEBPACK_IMPORTED_MODULE_2__/* .findProgram */ .Kp)(name);
        const isUsable = program !== undefined && (await succeeds(program, [...args, 'true'], options));
        if (isUsable)
            words.push((0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .operandProgram */ .EY)(program), ...args);
    }
    return words;
}
/** The program and the arguments that run a command with such words before it. */
function prefixed(prefix, program, args) {
    const [first, ...rest] = prefix;
    return first === undefined ? [program, args] : [first, [...rest, (0,_arguments_js__WEBPACK_IMPORTED_MODULE_1__/* .operandProgram */ .EY)(program), ...args]];
}
async function succeeds(program, args, options) {
    try {
        await (0,_support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .run */ .eF)(program, args, options);
        return true;
    }
    catch (error) {
        if (error instanceof _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ProgramError */ .Zj)
            return false;
        throw error;
    }
}


/***/ }),

/***/ 30489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _6: () => (/* binding */ addProgram),
/* harmony export */   g2: () => (/* binding */ rootOwned),
/* harmony export */   sM: () => (/* binding */ addFile)
/* harmony export */ });
/** Metadata of files that fledge itself adds. */
function rootOwned(mode, mtime) {
    return { mode, uid: 0, gid: 0, mtime, xattrs: new Map() };
}
/** Adds a program, 0755 and owned by root. */
function addProgram(tree, path, content, mtime) {
    tree.put(path, { ...rootOwned(0o755, mtime), kind: 'file', content });
}
/** Adds a small file, 0644 and owned by root. */
function addFile(tree, path, data, mtime) {
    tree.put(path, { ...rootOwned(0o644, mtime), kind: 'file', content: { kind: 'bytes', size: data.length, data } });
}


/***/ })

};
