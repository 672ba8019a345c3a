import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 73339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 37830:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/web");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 87997:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 18909:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(49154);
const { Command } = __nccwpck_require__(34348);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(41135);
const { Help } = __nccwpck_require__(79754);
const { Option } = __nccwpck_require__(45240);

exports.DM = new Command();

exports.gu = (name) => new Command(name);
exports.Ww = (flags, description) => new Option(flags, description);
exports.er = (name, description) => new Argument(name, description);

/**
 * Expose classes
 */

exports.uB = Command;
exports.c$ = Option;
exports.ef = Argument;
exports._V = Help;

exports.b7 = CommanderError;
exports.Di = InvalidArgumentError;
exports.a2 = InvalidArgumentError; // Deprecated


/***/ }),

/***/ 49154:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(41135);

class Argument {
  /**
   * Initialize a new command argument with the given name and description.
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @param {string} name
   * @param {string} [description]
   */

  constructor(name, description) {
    this.description = description || '';
    this.variadic = false;
    this.parseArg = undefined;
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.argChoices = undefined;

    switch (name[0]) {
      case '<': // e.g. <required>
        this.required = true;
        this._name = name.slice(1, -1);
        break;
      case '[': // e.g. [optional]
        this.required = false;
        this._name = name.slice(1, -1);
        break;
      default:
        this.required = true;
        this._name = name;
        break;
    }

    if (this._name.endsWith('...')) {
      this.variadic = true;
      this._name = this._name.slice(0, -3);
    }
  }

  /**
   * Return argument name.
   *
   * @return {string}
   */

  name() {
    return this._name;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Argument}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Set the custom handler for processing CLI command arguments into argument values.
   *
   * @param {Function} [fn]
   * @return {Argument}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Only allow argument value to be one of choices.
   *
   * @param {string[]} values
   * @return {Argument}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Make argument required.
   *
   * @returns {Argument}
   */
  argRequired() {
    this.required = true;
    return this;
  }

  /**
   * Make argument optional.
   *
   * @returns {Argument}
   */
  argOptional() {
    this.required = false;
    return this;
  }
}

/**
 * Takes an argument and returns its human readable equivalent for help usage.
 *
 * @param {Argument} arg
 * @return {string}
 * @private
 */

function humanReadableArgName(arg) {
  const nameOutput = arg.name() + (arg.variadic === true ? '...' : '');

  return arg.required ? '<' + nameOutput + '>' : '[' + nameOutput + ']';
}

exports.Argument = Argument;
exports.humanReadableArgName = humanReadableArgName;


/***/ }),

/***/ 34348:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(78474).EventEmitter);
const childProcess = __nccwpck_require__(31421);
const path = __nccwpck_require__(76760);
const fs = __nccwpck_require__(73024);
const process = __nccwpck_require__(1708);

const { Argument, humanReadableArgName } = __nccwpck_require__(49154);
const { CommanderError } = __nccwpck_require__(41135);
const { Help, stripColor } = __nccwpck_require__(79754);
const { Option, DualOptions } = __nccwpck_require__(45240);
const { suggestSimilar } = __nccwpck_require__(65030);

class Command extends EventEmitter {
  /**
   * Initialize a new `Command`.
   *
   * @param {string} [name]
   */

  constructor(name) {
    super();
    /** @type {Command[]} */
    this.commands = [];
    /** @type {Option[]} */
    this.options = [];
    this.parent = null;
    this._allowUnknownOption = false;
    this._allowExcessArguments = false;
    /** @type {Argument[]} */
    this.registeredArguments = [];
    this._args = this.registeredArguments; // deprecated old name
    /** @type {string[]} */
    this.args = []; // cli args with options removed
    this.rawArgs = [];
    this.processedArgs = []; // like .args but after custom processing and collecting variadic
    this._scriptPath = null;
    this._name = name || '';
    this._optionValues = {};
    this._optionValueSources = {}; // default, env, cli etc
    this._storeOptionsAsProperties = false;
    this._actionHandler = null;
    this._executableHandler = false;
    this._executableFile = null; // custom name for executable
    this._executableDir = null; // custom search directory for subcommands
    this._defaultCommandName = null;
    this._exitCallback = null;
    this._aliases = [];
    this._combineFlagAndOptionalValue = true;
    this._description = '';
    this._summary = '';
    this._argsDescription = undefined; // legacy
    this._enablePositionalOptions = false;
    this._passThroughOptions = false;
    this._lifeCycleHooks = {}; // a hash of arrays
    /** @type {(boolean | string)} */
    this._showHelpAfterError = false;
    this._showSuggestionAfterError = true;
    this._savedState = null; // used in save/restoreStateBeforeParse

    // see configureOutput() for docs
    this._outputConfiguration = {
      writeOut: (str) => process.stdout.write(str),
      writeErr: (str) => process.stderr.write(str),
      outputError: (str, write) => write(str),
      getOutHelpWidth: () =>
        process.stdout.isTTY ? process.stdout.columns : undefined,
      getErrHelpWidth: () =>
        process.stderr.isTTY ? process.stderr.columns : undefined,
      getOutHasColors: () =>
        useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
      getErrHasColors: () =>
        useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
      stripColor: (str) => stripColor(str),
    };

    this._hidden = false;
    /** @type {(Option | null | undefined)} */
    this._helpOption = undefined; // Lazy created on demand. May be null if help option is disabled.
    this._addImplicitHelpCommand = undefined; // undecided whether true or false yet, not inherited
    /** @type {Command} */
    this._helpCommand = undefined; // lazy initialised, inherited
    this._helpConfiguration = {};
    /** @type {string | undefined} */
    this._helpGroupHeading = undefined; // soft initialised when added to parent
    /** @type {string | undefined} */
    this._defaultCommandGroup = undefined;
    /** @type {string | undefined} */
    this._defaultOptionGroup = undefined;
  }

  /**
   * Copy settings that are useful to have in common across root command and subcommands.
   *
   * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
   *
   * @param {Command} sourceCommand
   * @return {Command} `this` command for chaining
   */
  copyInheritedSettings(sourceCommand) {
    this._outputConfiguration = sourceCommand._outputConfiguration;
    this._helpOption = sourceCommand._helpOption;
    this._helpCommand = sourceCommand._helpCommand;
    this._helpConfiguration = sourceCommand._helpConfiguration;
    this._exitCallback = sourceCommand._exitCallback;
    this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
    this._combineFlagAndOptionalValue =
      sourceCommand._combineFlagAndOptionalValue;
    this._allowExcessArguments = sourceCommand._allowExcessArguments;
    this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
    this._showHelpAfterError = sourceCommand._showHelpAfterError;
    this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;

    return this;
  }

  /**
   * @returns {Command[]}
   * @private
   */

  _getCommandAndAncestors() {
    const result = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let command = this; command; command = command.parent) {
      result.push(command);
    }
    return result;
  }

  /**
   * Define a command.
   *
   * There are two styles of command: pay attention to where to put the description.
   *
   * @example
   * // Command implemented using action handler (description is supplied separately to `.command`)
   * program
   *   .command('clone <source> [destination]')
   *   .description('clone a repository into a newly created directory')
   *   .action((source, destination) => {
   *     console.log('clone command called');
   *   });
   *
   * // Command implemented using separate executable file (description is second parameter to `.command`)
   * program
   *   .command('start <service>', 'start named service')
   *   .command('stop [service]', 'stop named service, or all if no name supplied');
   *
   * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
   * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
   * @param {object} [execOpts] - configuration options (for executable)
   * @return {Command} returns new command for action handler, or `this` for executable command
   */

  command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
    let desc = actionOptsOrExecDesc;
    let opts = execOpts;
    if (typeof desc === 'object' && desc !== null) {
      opts = desc;
      desc = null;
    }
    opts = opts || {};
    const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);

    const cmd = this.createCommand(name);
    if (desc) {
      cmd.description(desc);
      cmd._executableHandler = true;
    }
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    cmd._hidden = !!(opts.noHelp || opts.hidden); // noHelp is deprecated old name for hidden
    cmd._executableFile = opts.executableFile || null; // Custom name for executable file, set missing to null to match constructor
    if (args) cmd.arguments(args);
    this._registerCommand(cmd);
    cmd.parent = this;
    cmd.copyInheritedSettings(this);

    if (desc) return this;
    return cmd;
  }

  /**
   * Factory routine to create a new unattached command.
   *
   * See .command() for creating an attached subcommand, which uses this routine to
   * create the command. You can override createCommand to customise subcommands.
   *
   * @param {string} [name]
   * @return {Command} new command
   */

  createCommand(name) {
    return new Command(name);
  }

  /**
   * You can customise the help with a subclass of Help by overriding createHelp,
   * or by overriding Help properties using configureHelp().
   *
   * @return {Help}
   */

  createHelp() {
    return Object.assign(new Help(), this.configureHelp());
  }

  /**
   * You can customise the help by overriding Help properties using configureHelp(),
   * or with a subclass of Help by overriding createHelp().
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureHelp(configuration) {
    if (configuration === undefined) return this._helpConfiguration;

    this._helpConfiguration = configuration;
    return this;
  }

  /**
   * The default output goes to stdout and stderr. You can customise this for special
   * applications. You can also customise the display of errors by overriding outputError.
   *
   * The configuration properties are all functions:
   *
   *     // change how output being written, defaults to stdout and stderr
   *     writeOut(str)
   *     writeErr(str)
   *     // change how output being written for errors, defaults to writeErr
   *     outputError(str, write) // used for displaying errors and not used for displaying help
   *     // specify width for wrapping help
   *     getOutHelpWidth()
   *     getErrHelpWidth()
   *     // color support, currently only used with Help
   *     getOutHasColors()
   *     getErrHasColors()
   *     stripColor() // used to remove ANSI escape codes if output does not have colors
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureOutput(configuration) {
    if (configuration === undefined) return this._outputConfiguration;

    this._outputConfiguration = {
      ...this._outputConfiguration,
      ...configuration,
    };
    return this;
  }

  /**
   * Display the help or a custom message after an error occurs.
   *
   * @param {(boolean|string)} [displayHelp]
   * @return {Command} `this` command for chaining
   */
  showHelpAfterError(displayHelp = true) {
    if (typeof displayHelp !== 'string') displayHelp = !!displayHelp;
    this._showHelpAfterError = displayHelp;
    return this;
  }

  /**
   * Display suggestion of similar commands for unknown commands, or options for unknown options.
   *
   * @param {boolean} [displaySuggestion]
   * @return {Command} `this` command for chaining
   */
  showSuggestionAfterError(displaySuggestion = true) {
    this._showSuggestionAfterError = !!displaySuggestion;
    return this;
  }

  /**
   * Add a prepared subcommand.
   *
   * See .command() for creating an attached subcommand which inherits settings from its parent.
   *
   * @param {Command} cmd - new subcommand
   * @param {object} [opts] - configuration options
   * @return {Command} `this` command for chaining
   */

  addCommand(cmd, opts) {
    if (!cmd._name) {
      throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
    }

    opts = opts || {};
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    if (opts.noHelp || opts.hidden) cmd._hidden = true; // modifying passed command due to existing implementation

    this._registerCommand(cmd);
    cmd.parent = this;
    cmd._checkForBrokenPassThrough();

    return this;
  }

  /**
   * Factory routine to create a new unattached argument.
   *
   * See .argument() for creating an attached argument, which uses this routine to
   * create the argument. You can override createArgument to return a custom argument.
   *
   * @param {string} name
   * @param {string} [description]
   * @return {Argument} new argument
   */

  createArgument(name, description) {
    return new Argument(name, description);
  }

  /**
   * Define argument syntax for command.
   *
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @example
   * program.argument('<input-file>');
   * program.argument('[output-file]');
   *
   * @param {string} name
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom argument processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */
  argument(name, description, parseArg, defaultValue) {
    const argument = this.createArgument(name, description);
    if (typeof parseArg === 'function') {
      argument.default(defaultValue).argParser(parseArg);
    } else {
      argument.default(parseArg);
    }
    this.addArgument(argument);
    return this;
  }

  /**
   * Define argument syntax for command, adding multiple at once (without descriptions).
   *
   * See also .argument().
   *
   * @example
   * program.arguments('<cmd> [env]');
   *
   * @param {string} names
   * @return {Command} `this` command for chaining
   */

  arguments(names) {
    names
      .trim()
      .split(/ +/)
      .forEach((detail) => {
        this.argument(detail);
      });
    return this;
  }

  /**
   * Define argument syntax for command, adding a prepared argument.
   *
   * @param {Argument} argument
   * @return {Command} `this` command for chaining
   */
  addArgument(argument) {
    const previousArgument = this.registeredArguments.slice(-1)[0];
    if (previousArgument?.variadic) {
      throw new Error(
        `only the last argument can be variadic '${previousArgument.name()}'`,
      );
    }
    if (
      argument.required &&
      argument.defaultValue !== undefined &&
      argument.parseArg === undefined
    ) {
      throw new Error(
        `a default value for a required argument is never used: '${argument.name()}'`,
      );
    }
    this.registeredArguments.push(argument);
    return this;
  }

  /**
   * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
   *
   * @example
   *    program.helpCommand('help [cmd]');
   *    program.helpCommand('help [cmd]', 'show help');
   *    program.helpCommand(false); // suppress default help command
   *    program.helpCommand(true); // add help command even if no subcommands
   *
   * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
   * @param {string} [description] - custom description
   * @return {Command} `this` command for chaining
   */

  helpCommand(enableOrNameAndArgs, description) {
    if (typeof enableOrNameAndArgs === 'boolean') {
      this._addImplicitHelpCommand = enableOrNameAndArgs;
      if (enableOrNameAndArgs && this._defaultCommandGroup) {
        // make the command to store the group
        this._initCommandGroup(this._getHelpCommand());
      }
      return this;
    }

    const nameAndArgs = enableOrNameAndArgs ?? 'help [command]';
    const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
    const helpDescription = description ?? 'display help for command';

    const helpCommand = this.createCommand(helpName);
    helpCommand.helpOption(false);
    if (helpArgs) helpCommand.arguments(helpArgs);
    if (helpDescription) helpCommand.description(helpDescription);

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    // init group unless lazy create
    if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);

    return this;
  }

  /**
   * Add prepared custom help command.
   *
   * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
   * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
   * @return {Command} `this` command for chaining
   */
  addHelpCommand(helpCommand, deprecatedDescription) {
    // If not passed an object, call through to helpCommand for backwards compatibility,
    // as addHelpCommand was originally used like helpCommand is now.
    if (typeof helpCommand !== 'object') {
      this.helpCommand(helpCommand, deprecatedDescription);
      return this;
    }

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    this._initCommandGroup(helpCommand);
    return this;
  }

  /**
   * Lazy create help command.
   *
   * @return {(Command|null)}
   * @package
   */
  _getHelpCommand() {
    const hasImplicitHelpCommand =
      this._addImplicitHelpCommand ??
      (this.commands.length &&
        !this._actionHandler &&
        !this._findCommand('help'));

    if (hasImplicitHelpCommand) {
      if (this._helpCommand === undefined) {
        this.helpCommand(undefined, undefined); // use default name and description
      }
      return this._helpCommand;
    }
    return null;
  }

  /**
   * Add hook for life cycle event.
   *
   * @param {string} event
   * @param {Function} listener
   * @return {Command} `this` command for chaining
   */

  hook(event, listener) {
    const allowedValues = ['preSubcommand', 'preAction', 'postAction'];
    if (!allowedValues.includes(event)) {
      throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
    }
    if (this._lifeCycleHooks[event]) {
      this._lifeCycleHooks[event].push(listener);
    } else {
      this._lifeCycleHooks[event] = [listener];
    }
    return this;
  }

  /**
   * Register callback to use as replacement for calling process.exit.
   *
   * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
   * @return {Command} `this` command for chaining
   */

  exitOverride(fn) {
    if (fn) {
      this._exitCallback = fn;
    } else {
      this._exitCallback = (err) => {
        if (err.code !== 'commander.executeSubCommandAsync') {
          throw err;
        } else {
          // Async callback from spawn events, not useful to throw.
        }
      };
    }
    return this;
  }

  /**
   * Call process.exit, and _exitCallback if defined.
   *
   * @param {number} exitCode exit code for using with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   * @return never
   * @private
   */

  _exit(exitCode, code, message) {
    if (this._exitCallback) {
      this._exitCallback(new CommanderError(exitCode, code, message));
      // Expecting this line is not reached.
    }
    process.exit(exitCode);
  }

  /**
   * Register callback `fn` for the command.
   *
   * @example
   * program
   *   .command('serve')
   *   .description('start service')
   *   .action(function() {
   *      // do work here
   *   });
   *
   * @param {Function} fn
   * @return {Command} `this` command for chaining
   */

  action(fn) {
    const listener = (args) => {
      // The .action callback takes an extra parameter which is the command or options.
      const expectedArgsCount = this.registeredArguments.length;
      const actionArgs = args.slice(0, expectedArgsCount);
      if (this._storeOptionsAsProperties) {
        actionArgs[expectedArgsCount] = this; // backwards compatible "options"
      } else {
        actionArgs[expectedArgsCount] = this.opts();
      }
      actionArgs.push(this);

      return fn.apply(this, actionArgs);
    };
    this._actionHandler = listener;
    return this;
  }

  /**
   * Factory routine to create a new unattached option.
   *
   * See .option() for creating an attached option, which uses this routine to
   * create the option. You can override createOption to return a custom option.
   *
   * @param {string} flags
   * @param {string} [description]
   * @return {Option} new option
   */

  createOption(flags, description) {
    return new Option(flags, description);
  }

  /**
   * Wrap parseArgs to catch 'commander.invalidArgument'.
   *
   * @param {(Option | Argument)} target
   * @param {string} value
   * @param {*} previous
   * @param {string} invalidArgumentMessage
   * @private
   */

  _callParseArg(target, value, previous, invalidArgumentMessage) {
    try {
      return target.parseArg(value, previous);
    } catch (err) {
      if (err.code === 'commander.invalidArgument') {
        const message = `${invalidArgumentMessage} ${err.message}`;
        this.error(message, { exitCode: err.exitCode, code: err.code });
      }
      throw err;
    }
  }

  /**
   * Check for option flag conflicts.
   * Register option if no conflicts found, or throw on conflict.
   *
   * @param {Option} option
   * @private
   */

  _registerOption(option) {
    const matchingOption =
      (option.short && this._findOption(option.short)) ||
      (option.long && this._findOption(option.long));
    if (matchingOption) {
      const matchingFlag =
        option.long && this._findOption(option.long)
          ? option.long
          : option.short;
      throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
    }

    this._initOptionGroup(option);
    this.options.push(option);
  }

  /**
   * Check for command name and alias conflicts with existing commands.
   * Register command if no conflicts found, or throw on conflict.
   *
   * @param {Command} command
   * @private
   */

  _registerCommand(command) {
    const knownBy = (cmd) => {
      return [cmd.name()].concat(cmd.aliases());
    };

    const alreadyUsed = knownBy(command).find((name) =>
      this._findCommand(name),
    );
    if (alreadyUsed) {
      const existingCmd = knownBy(this._findCommand(alreadyUsed)).join('|');
      const newCmd = knownBy(command).join('|');
      throw new Error(
        `cannot add command '${newCmd}' as already have command '${existingCmd}'`,
      );
    }

    this._initCommandGroup(command);
    this.commands.push(command);
  }

  /**
   * Add an option.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addOption(option) {
    this._registerOption(option);

    const oname = option.name();
    const name = option.attributeName();

    // store default value
    if (option.negate) {
      // --no-foo is special and defaults foo to true, unless a --foo option is already defined
      const positiveLongFlag = option.long.replace(/^--no-/, '--');
      if (!this._findOption(positiveLongFlag)) {
        this.setOptionValueWithSource(
          name,
          option.defaultValue === undefined ? true : option.defaultValue,
          'default',
        );
      }
    } else if (option.defaultValue !== undefined) {
      this.setOptionValueWithSource(name, option.defaultValue, 'default');
    }

    // handler for cli and env supplied values
    const handleOptionValue = (val, invalidValueMessage, valueSource) => {
      // val is null for optional option used without an optional-argument.
      // val is undefined for boolean and negated option.
      if (val == null && option.presetArg !== undefined) {
        val = option.presetArg;
      }

      // custom processing
      const oldValue = this.getOptionValue(name);
      if (val !== null && option.parseArg) {
        val = this._callParseArg(option, val, oldValue, invalidValueMessage);
      } else if (val !== null && option.variadic) {
        val = option._collectValue(val, oldValue);
      }

      // Fill-in appropriate missing values. Long winded but easy to follow.
      if (val == null) {
        if (option.negate) {
          val = false;
        } else if (option.isBoolean() || option.optional) {
          val = true;
        } else {
          val = ''; // not normal, parseArg might have failed or be a mock function for testing
        }
      }
      this.setOptionValueWithSource(name, val, valueSource);
    };

    this.on('option:' + oname, (val) => {
      const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
      handleOptionValue(val, invalidValueMessage, 'cli');
    });

    if (option.envVar) {
      this.on('optionEnv:' + oname, (val) => {
        const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
        handleOptionValue(val, invalidValueMessage, 'env');
      });
    }

    return this;
  }

  /**
   * Internal implementation shared by .option() and .requiredOption()
   *
   * @return {Command} `this` command for chaining
   * @private
   */
  _optionEx(config, flags, description, fn, defaultValue) {
    if (typeof flags === 'object' && flags instanceof Option) {
      throw new Error(
        'To add an Option object use addOption() instead of option() or requiredOption()',
      );
    }
    const option = this.createOption(flags, description);
    option.makeOptionMandatory(!!config.mandatory);
    if (typeof fn === 'function') {
      option.default(defaultValue).argParser(fn);
    } else if (fn instanceof RegExp) {
      // deprecated
      const regex = fn;
      fn = (val, def) => {
        const m = regex.exec(val);
        return m ? m[0] : def;
      };
      option.default(defaultValue).argParser(fn);
    } else {
      option.default(fn);
    }

    return this.addOption(option);
  }

  /**
   * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
   * option-argument is indicated by `<>` and an optional option-argument by `[]`.
   *
   * See the README for more details, and see also addOption() and requiredOption().
   *
   * @example
   * program
   *     .option('-p, --pepper', 'add pepper')
   *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
   *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
   *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  option(flags, description, parseArg, defaultValue) {
    return this._optionEx({}, flags, description, parseArg, defaultValue);
  }

  /**
   * Add a required option which must have a value after parsing. This usually means
   * the option must be specified on the command line. (Otherwise the same as .option().)
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  requiredOption(flags, description, parseArg, defaultValue) {
    return this._optionEx(
      { mandatory: true },
      flags,
      description,
      parseArg,
      defaultValue,
    );
  }

  /**
   * Alter parsing of short flags with optional values.
   *
   * @example
   * // for `.option('-f,--flag [value]'):
   * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
   * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
   *
   * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
   * @return {Command} `this` command for chaining
   */
  combineFlagAndOptionalValue(combine = true) {
    this._combineFlagAndOptionalValue = !!combine;
    return this;
  }

  /**
   * Allow unknown options on the command line.
   *
   * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
   * @return {Command} `this` command for chaining
   */
  allowUnknownOption(allowUnknown = true) {
    this._allowUnknownOption = !!allowUnknown;
    return this;
  }

  /**
   * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
   *
   * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
   * @return {Command} `this` command for chaining
   */
  allowExcessArguments(allowExcess = true) {
    this._allowExcessArguments = !!allowExcess;
    return this;
  }

  /**
   * Enable positional options. Positional means global options are specified before subcommands which lets
   * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
   * The default behaviour is non-positional and global options may appear anywhere on the command line.
   *
   * @param {boolean} [positional]
   * @return {Command} `this` command for chaining
   */
  enablePositionalOptions(positional = true) {
    this._enablePositionalOptions = !!positional;
    return this;
  }

  /**
   * Pass through options that come after command-arguments rather than treat them as command-options,
   * so actual command-options come before command-arguments. Turning this on for a subcommand requires
   * positional options to have been enabled on the program (parent commands).
   * The default behaviour is non-positional and options may appear before or after command-arguments.
   *
   * @param {boolean} [passThrough] for unknown options.
   * @return {Command} `this` command for chaining
   */
  passThroughOptions(passThrough = true) {
    this._passThroughOptions = !!passThrough;
    this._checkForBrokenPassThrough();
    return this;
  }

  /**
   * @private
   */

  _checkForBrokenPassThrough() {
    if (
      this.parent &&
      this._passThroughOptions &&
      !this.parent._enablePositionalOptions
    ) {
      throw new Error(
        `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`,
      );
    }
  }

  /**
   * Whether to store option values as properties on command object,
   * or store separately (specify false). In both cases the option values can be accessed using .opts().
   *
   * @param {boolean} [storeAsProperties=true]
   * @return {Command} `this` command for chaining
   */

  storeOptionsAsProperties(storeAsProperties = true) {
    if (this.options.length) {
      throw new Error('call .storeOptionsAsProperties() before adding options');
    }
    if (Object.keys(this._optionValues).length) {
      throw new Error(
        'call .storeOptionsAsProperties() before setting option values',
      );
    }
    this._storeOptionsAsProperties = !!storeAsProperties;
    return this;
  }

  /**
   * Retrieve option value.
   *
   * @param {string} key
   * @return {object} value
   */

  getOptionValue(key) {
    if (this._storeOptionsAsProperties) {
      return this[key];
    }
    return this._optionValues[key];
  }

  /**
   * Store option value.
   *
   * @param {string} key
   * @param {object} value
   * @return {Command} `this` command for chaining
   */

  setOptionValue(key, value) {
    return this.setOptionValueWithSource(key, value, undefined);
  }

  /**
   * Store option value and where the value came from.
   *
   * @param {string} key
   * @param {object} value
   * @param {string} source - expected values are default/config/env/cli/implied
   * @return {Command} `this` command for chaining
   */

  setOptionValueWithSource(key, value, source) {
    if (this._storeOptionsAsProperties) {
      this[key] = value;
    } else {
      this._optionValues[key] = value;
    }
    this._optionValueSources[key] = source;
    return this;
  }

  /**
   * Get source of option value.
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSource(key) {
    return this._optionValueSources[key];
  }

  /**
   * Get source of option value. See also .optsWithGlobals().
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSourceWithGlobals(key) {
    // global overwrites local, like optsWithGlobals
    let source;
    this._getCommandAndAncestors().forEach((cmd) => {
      if (cmd.getOptionValueSource(key) !== undefined) {
        source = cmd.getOptionValueSource(key);
      }
    });
    return source;
  }

  /**
   * Get user arguments from implied or explicit arguments.
   * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
   *
   * @private
   */

  _prepareUserArgs(argv, parseOptions) {
    if (argv !== undefined && !Array.isArray(argv)) {
      throw new Error('first parameter to parse must be array or undefined');
    }
    parseOptions = parseOptions || {};

    // auto-detect argument conventions if nothing supplied
    if (argv === undefined && parseOptions.from === undefined) {
      if (process.versions?.electron) {
        parseOptions.from = 'electron';
      }
      // check node specific options for scenarios where user CLI args follow executable without scriptname
      const execArgv = process.execArgv ?? [];
      if (
        execArgv.includes('-e') ||
        execArgv.includes('--eval') ||
        execArgv.includes('-p') ||
        execArgv.includes('--print')
      ) {
        parseOptions.from = 'eval'; // internal usage, not documented
      }
    }

    // default to using process.argv
    if (argv === undefined) {
      argv = process.argv;
    }
    this.rawArgs = argv.slice();

    // extract the user args and scriptPath
    let userArgs;
    switch (parseOptions.from) {
      case undefined:
      case 'node':
        this._scriptPath = argv[1];
        userArgs = argv.slice(2);
        break;
      case 'electron':
        // @ts-ignore: because defaultApp is an unknown property
        if (process.defaultApp) {
          this._scriptPath = argv[1];
          userArgs = argv.slice(2);
        } else {
          userArgs = argv.slice(1);
        }
        break;
      case 'user':
        userArgs = argv.slice(0);
        break;
      case 'eval':
        userArgs = argv.slice(1);
        break;
      default:
        throw new Error(
          `unexpected parse option { from: '${parseOptions.from}' }`,
        );
    }

    // Find default name for program from arguments.
    if (!this._name && this._scriptPath)
      this.nameFromFilename(this._scriptPath);
    this._name = this._name || 'program';

    return userArgs;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Use parseAsync instead of parse if any of your action handlers are async.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * program.parse(); // parse process.argv and auto-detect electron and special node flags
   * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
   * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv] - optional, defaults to process.argv
   * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
   * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
   * @return {Command} `this` command for chaining
   */

  parse(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    this._parseCommand([], userArgs);

    return this;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
   * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
   * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv]
   * @param {object} [parseOptions]
   * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
   * @return {Promise}
   */

  async parseAsync(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    await this._parseCommand([], userArgs);

    return this;
  }

  _prepareForParse() {
    if (this._savedState === null) {
      this.saveStateBeforeParse();
    } else {
      this.restoreStateBeforeParse();
    }
  }

  /**
   * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state saved.
   */
  saveStateBeforeParse() {
    this._savedState = {
      // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
      _name: this._name,
      // option values before parse have default values (including false for negated options)
      // shallow clones
      _optionValues: { ...this._optionValues },
      _optionValueSources: { ...this._optionValueSources },
    };
  }

  /**
   * Restore state before parse for calls after the first.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state restored.
   */
  restoreStateBeforeParse() {
    if (this._storeOptionsAsProperties)
      throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);

    // clear state from _prepareUserArgs
    this._name = this._savedState._name;
    this._scriptPath = null;
    this.rawArgs = [];
    // clear state from setOptionValueWithSource
    this._optionValues = { ...this._savedState._optionValues };
    this._optionValueSources = { ...this._savedState._optionValueSources };
    // clear state from _parseCommand
    this.args = [];
    // clear state from _processArguments
    this.processedArgs = [];
  }

  /**
   * Throw if expected executable is missing. Add lots of help for author.
   *
   * @param {string} executableFile
   * @param {string} executableDir
   * @param {string} subcommandName
   */
  _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
    if (fs.existsSync(executableFile)) return;

    const executableDirMessage = executableDir
      ? `searched for local subcommand relative to directory '${executableDir}'`
      : 'no directory for search for local subcommand, use .executableDir() to supply a custom directory';
    const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
    throw new Error(executableMissing);
  }

  /**
   * Execute a sub-command executable.
   *
   * @private
   */

  _executeSubCommand(subcommand, args) {
    args = args.slice();
    let launchWithNode = false; // Use node for source targets so do not need to get permissions correct, and on Windows.
    const sourceExt = ['.js', '.ts', '.tsx', '.mjs', '.cjs'];

    function findFile(baseDir, baseName) {
      // Look for specified file
      const localBin = path.resolve(baseDir, baseName);
      if (fs.existsSync(localBin)) return localBin;

      // Stop looking if candidate already has an expected extension.
      if (sourceExt.includes(path.extname(baseName))) return undefined;

      // Try all the extensions.
      const foundExt = sourceExt.find((ext) =>
        fs.existsSync(`${localBin}${ext}`),
      );
      if (foundExt) return `${localBin}${foundExt}`;

      return undefined;
    }

    // Not checking for help first. Unlikely to have mandatory and executable, and can't robustly test for help flags in external command.
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // executableFile and executableDir might be full path, or just a name
    let executableFile =
      subcommand._executableFile || `${this._name}-${subcommand._name}`;
    let executableDir = this._executableDir || '';
    if (this._scriptPath) {
      let resolvedScriptPath; // resolve possible symlink for installed npm binary
      try {
        resolvedScriptPath = fs.realpathSync(this._scriptPath);
      } catch {
        resolvedScriptPath = this._scriptPath;
      }
      executableDir = path.resolve(
        path.dirname(resolvedScriptPath),
        executableDir,
      );
    }

    // Look for a local file in preference to a command in PATH.
    if (executableDir) {
      let localFile = findFile(executableDir, executableFile);

      // Legacy search using prefix of script name instead of command name
      if (!localFile && !subcommand._executableFile && this._scriptPath) {
        const legacyName = path.basename(
          this._scriptPath,
          path.extname(this._scriptPath),
        );
        if (legacyName !== this._name) {
          localFile = findFile(
            executableDir,
            `${legacyName}-${subcommand._name}`,
          );
        }
      }
      executableFile = localFile || executableFile;
    }

    launchWithNode = sourceExt.includes(path.extname(executableFile));

    let proc;
    if (process.platform !== 'win32') {
      if (launchWithNode) {
        args.unshift(executableFile);
        // add executable arguments to spawn
        args = incrementNodeInspectorPort(process.execArgv).concat(args);

        proc = childProcess.spawn(process.argv[0], args, { stdio: 'inherit' });
      } else {
        proc = childProcess.spawn(executableFile, args, { stdio: 'inherit' });
      }
    } else {
      this._checkForMissingExecutable(
        executableFile,
        executableDir,
        subcommand._name,
      );
      args.unshift(executableFile);
      // add executable arguments to spawn
      args = incrementNodeInspectorPort(process.execArgv).concat(args);
      proc = childProcess.spawn(process.execPath, args, { stdio: 'inherit' });
    }

    if (!proc.killed) {
      // testing mainly to avoid leak warnings during unit tests with mocked spawn
      const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];
      signals.forEach((signal) => {
        process.on(signal, () => {
          if (proc.killed === false && proc.exitCode === null) {
            // @ts-ignore because signals not typed to known strings
            proc.kill(signal);
          }
        });
      });
    }

    // By default terminate process when spawned process terminates.
    const exitCallback = this._exitCallback;
    proc.on('close', (code) => {
      code = code ?? 1; // code is null if spawned process terminated due to a signal
      if (!exitCallback) {
        process.exit(code);
      } else {
        exitCallback(
          new CommanderError(
            code,
            'commander.executeSubCommandAsync',
            '(close)',
          ),
        );
      }
    });
    proc.on('error', (err) => {
      // @ts-ignore: because err.code is an unknown property
      if (err.code === 'ENOENT') {
        this._checkForMissingExecutable(
          executableFile,
          executableDir,
          subcommand._name,
        );
        // @ts-ignore: because err.code is an unknown property
      } else if (err.code === 'EACCES') {
        throw new Error(`'${executableFile}' not executable`);
      }
      if (!exitCallback) {
        process.exit(1);
      } else {
        const wrappedError = new CommanderError(
          1,
          'commander.executeSubCommandAsync',
          '(error)',
        );
        wrappedError.nestedError = err;
        exitCallback(wrappedError);
      }
    });

    // Store the reference to the child process
    this.runningCommand = proc;
  }

  /**
   * @private
   */

  _dispatchSubcommand(commandName, operands, unknown) {
    const subCommand = this._findCommand(commandName);
    if (!subCommand) this.help({ error: true });

    subCommand._prepareForParse();
    let promiseChain;
    promiseChain = this._chainOrCallSubCommandHook(
      promiseChain,
      subCommand,
      'preSubcommand',
    );
    promiseChain = this._chainOrCall(promiseChain, () => {
      if (subCommand._executableHandler) {
        this._executeSubCommand(subCommand, operands.concat(unknown));
      } else {
        return subCommand._parseCommand(operands, unknown);
      }
    });
    return promiseChain;
  }

  /**
   * Invoke help directly if possible, or dispatch if necessary.
   * e.g. help foo
   *
   * @private
   */

  _dispatchHelpCommand(subcommandName) {
    if (!subcommandName) {
      this.help();
    }
    const subCommand = this._findCommand(subcommandName);
    if (subCommand && !subCommand._executableHandler) {
      subCommand.help();
    }

    // Fallback to parsing the help flag to invoke the help.
    return this._dispatchSubcommand(
      subcommandName,
      [],
      [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? '--help'],
    );
  }

  /**
   * Check this.args against expected this.registeredArguments.
   *
   * @private
   */

  _checkNumberOfArguments() {
    // too few
    this.registeredArguments.forEach((arg, i) => {
      if (arg.required && this.args[i] == null) {
        this.missingArgument(arg.name());
      }
    });
    // too many
    if (
      this.registeredArguments.length > 0 &&
      this.registeredArguments[this.registeredArguments.length - 1].variadic
    ) {
      return;
    }
    if (this.args.length > this.registeredArguments.length) {
      this._excessArguments(this.args);
    }
  }

  /**
   * Process this.args using this.registeredArguments and save as this.processedArgs!
   *
   * @private
   */

  _processArguments() {
    const myParseArg = (argument, value, previous) => {
      // Extra processing for nice error message on parsing failure.
      let parsedValue = value;
      if (value !== null && argument.parseArg) {
        const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
        parsedValue = this._callParseArg(
          argument,
          value,
          previous,
          invalidValueMessage,
        );
      }
      return parsedValue;
    };

    this._checkNumberOfArguments();

    const processedArgs = [];
    this.registeredArguments.forEach((declaredArg, index) => {
      let value = declaredArg.defaultValue;
      if (declaredArg.variadic) {
        // Collect together remaining arguments for passing together as an array.
        if (index < this.args.length) {
          value = this.args.slice(index);
          if (declaredArg.parseArg) {
            value = value.reduce((processed, v) => {
              return myParseArg(declaredArg, v, processed);
            }, declaredArg.defaultValue);
          }
        } else if (value === undefined) {
          value = [];
        }
      } else if (index < this.args.length) {
        value = this.args[index];
        if (declaredArg.parseArg) {
          value = myParseArg(declaredArg, value, declaredArg.defaultValue);
        }
      }
      processedArgs[index] = value;
    });
    this.processedArgs = processedArgs;
  }

  /**
   * Once we have a promise we chain, but call synchronously until then.
   *
   * @param {(Promise|undefined)} promise
   * @param {Function} fn
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCall(promise, fn) {
    // thenable
    if (promise?.then && typeof promise.then === 'function') {
      // already have a promise, chain callback
      return promise.then(() => fn());
    }
    // callback might return a promise
    return fn();
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallHooks(promise, event) {
    let result = promise;
    const hooks = [];
    this._getCommandAndAncestors()
      .reverse()
      .filter((cmd) => cmd._lifeCycleHooks[event] !== undefined)
      .forEach((hookedCommand) => {
        hookedCommand._lifeCycleHooks[event].forEach((callback) => {
          hooks.push({ hookedCommand, callback });
        });
      });
    if (event === 'postAction') {
      hooks.reverse();
    }

    hooks.forEach((hookDetail) => {
      result = this._chainOrCall(result, () => {
        return hookDetail.callback(hookDetail.hookedCommand, this);
      });
    });
    return result;
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {Command} subCommand
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallSubCommandHook(promise, subCommand, event) {
    let result = promise;
    if (this._lifeCycleHooks[event] !== undefined) {
      this._lifeCycleHooks[event].forEach((hook) => {
        result = this._chainOrCall(result, () => {
          return hook(this, subCommand);
        });
      });
    }
    return result;
  }

  /**
   * Process arguments in context of this command.
   * Returns action result, in case it is a promise.
   *
   * @private
   */

  _parseCommand(operands, unknown) {
    const parsed = this.parseOptions(unknown);
    this._parseOptionsEnv(); // after cli, so parseArg not called on both cli and env
    this._parseOptionsImplied();
    operands = operands.concat(parsed.operands);
    unknown = parsed.unknown;
    this.args = operands.concat(unknown);

    if (operands && this._findCommand(operands[0])) {
      return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
    }
    if (
      this._getHelpCommand() &&
      operands[0] === this._getHelpCommand().name()
    ) {
      return this._dispatchHelpCommand(operands[1]);
    }
    if (this._defaultCommandName) {
      this._outputHelpIfRequested(unknown); // Run the help for default command from parent rather than passing to default command
      return this._dispatchSubcommand(
        this._defaultCommandName,
        operands,
        unknown,
      );
    }
    if (
      this.commands.length &&
      this.args.length === 0 &&
      !this._actionHandler &&
      !this._defaultCommandName
    ) {
      // probably missing subcommand and no handler, user needs help (and exit)
      this.help({ error: true });
    }

    this._outputHelpIfRequested(parsed.unknown);
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // We do not always call this check to avoid masking a "better" error, like unknown command.
    const checkForUnknownOptions = () => {
      if (parsed.unknown.length > 0) {
        this.unknownOption(parsed.unknown[0]);
      }
    };

    const commandEvent = `command:${this.name()}`;
    if (this._actionHandler) {
      checkForUnknownOptions();
      this._processArguments();

      let promiseChain;
      promiseChain = this._chainOrCallHooks(promiseChain, 'preAction');
      promiseChain = this._chainOrCall(promiseChain, () =>
        this._actionHandler(this.processedArgs),
      );
      if (this.parent) {
        promiseChain = this._chainOrCall(promiseChain, () => {
          this.parent.emit(commandEvent, operands, unknown); // legacy
        });
      }
      promiseChain = this._chainOrCallHooks(promiseChain, 'postAction');
      return promiseChain;
    }
    if (this.parent?.listenerCount(commandEvent)) {
      checkForUnknownOptions();
      this._processArguments();
      this.parent.emit(commandEvent, operands, unknown); // legacy
    } else if (operands.length) {
      if (this._findCommand('*')) {
        // legacy default command
        return this._dispatchSubcommand('*', operands, unknown);
      }
      if (this.listenerCount('command:*')) {
        // skip option check, emit event for possible misspelling suggestion
        this.emit('command:*', operands, unknown);
      } else if (this.commands.length) {
        this.unknownCommand();
      } else {
        checkForUnknownOptions();
        this._processArguments();
      }
    } else if (this.commands.length) {
      checkForUnknownOptions();
      // This command has subcommands and nothing hooked up at this level, so display help (and exit).
      this.help({ error: true });
    } else {
      checkForUnknownOptions();
      this._processArguments();
      // fall through for caller to handle after calling .parse()
    }
  }

  /**
   * Find matching command.
   *
   * @private
   * @return {Command | undefined}
   */
  _findCommand(name) {
    if (!name) return undefined;
    return this.commands.find(
      (cmd) => cmd._name === name || cmd._aliases.includes(name),
    );
  }

  /**
   * Return an option matching `arg` if any.
   *
   * @param {string} arg
   * @return {Option}
   * @package
   */

  _findOption(arg) {
    return this.options.find((option) => option.is(arg));
  }

  /**
   * Display an error message if a mandatory option does not have a value.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */

  _checkForMissingMandatoryOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd.options.forEach((anOption) => {
        if (
          anOption.mandatory &&
          cmd.getOptionValue(anOption.attributeName()) === undefined
        ) {
          cmd.missingMandatoryOptionValue(anOption);
        }
      });
    });
  }

  /**
   * Display an error message if conflicting options are used together in this.
   *
   * @private
   */
  _checkForConflictingLocalOptions() {
    const definedNonDefaultOptions = this.options.filter((option) => {
      const optionKey = option.attributeName();
      if (this.getOptionValue(optionKey) === undefined) {
        return false;
      }
      return this.getOptionValueSource(optionKey) !== 'default';
    });

    const optionsWithConflicting = definedNonDefaultOptions.filter(
      (option) => option.conflictsWith.length > 0,
    );

    optionsWithConflicting.forEach((option) => {
      const conflictingAndDefined = definedNonDefaultOptions.find((defined) =>
        option.conflictsWith.includes(defined.attributeName()),
      );
      if (conflictingAndDefined) {
        this._conflictingOption(option, conflictingAndDefined);
      }
    });
  }

  /**
   * Display an error message if conflicting options are used together.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */
  _checkForConflictingOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd._checkForConflictingLocalOptions();
    });
  }

  /**
   * Parse options from `argv` removing known options,
   * and return argv split into operands and unknown arguments.
   *
   * Side effects: modifies command by storing options. Does not reset state if called again.
   *
   * Examples:
   *
   *     argv => operands, unknown
   *     --known kkk op => [op], []
   *     op --known kkk => [op], []
   *     sub --unknown uuu op => [sub], [--unknown uuu op]
   *     sub -- --unknown uuu op => [sub --unknown uuu op], []
   *
   * @param {string[]} args
   * @return {{operands: string[], unknown: string[]}}
   */

  parseOptions(args) {
    const operands = []; // operands, not options or values
    const unknown = []; // first unknown option and remaining unknown args
    let dest = operands;

    function maybeOption(arg) {
      return arg.length > 1 && arg[0] === '-';
    }

    const negativeNumberArg = (arg) => {
      // return false if not a negative number
      if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
      // negative number is ok unless digit used as an option in command hierarchy
      return !this._getCommandAndAncestors().some((cmd) =>
        cmd.options
          .map((opt) => opt.short)
          .some((short) => /^-\d$/.test(short)),
      );
    };

    // parse options
    let activeVariadicOption = null;
    let activeGroup = null; // working through group of short options, like -abc
    let i = 0;
    while (i < args.length || activeGroup) {
      const arg = activeGroup ?? args[i++];
      activeGroup = null;

      // literal
      if (arg === '--') {
        if (dest === unknown) dest.push(arg);
        dest.push(...args.slice(i));
        break;
      }

      if (
        activeVariadicOption &&
        (!maybeOption(arg) || negativeNumberArg(arg))
      ) {
        this.emit(`option:${activeVariadicOption.name()}`, arg);
        continue;
      }
      activeVariadicOption = null;

      if (maybeOption(arg)) {
        const option = this._findOption(arg);
        // recognised option, call listener to assign value with possible custom processing
        if (option) {
          if (option.required) {
            const value = args[i++];
            if (value === undefined) this.optionMissingArgument(option);
            this.emit(`option:${option.name()}`, value);
          } else if (option.optional) {
            let value = null;
            // historical behaviour is optional value is following arg unless an option
            if (
              i < args.length &&
              (!maybeOption(args[i]) || negativeNumberArg(args[i]))
            ) {
              value = args[i++];
            }
            this.emit(`option:${option.name()}`, value);
          } else {
            // boolean flag
            this.emit(`option:${option.name()}`);
          }
          activeVariadicOption = option.variadic ? option : null;
          continue;
        }
      }

      // Look for combo options following single dash, eat first one if known.
      if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
        const option = this._findOption(`-${arg[1]}`);
        if (option) {
          if (
            option.required ||
            (option.optional && this._combineFlagAndOptionalValue)
          ) {
            // option with value following in same argument
            this.emit(`option:${option.name()}`, arg.slice(2));
          } else {
            // boolean option
            this.emit(`option:${option.name()}`);
            // remove the processed option and keep processing group
            activeGroup = `-${arg.slice(2)}`;
          }
          continue;
        }
      }

      // Look for known long flag with value, like --foo=bar
      if (/^--[^=]+=/.test(arg)) {
        const index = arg.indexOf('=');
        const option = this._findOption(arg.slice(0, index));
        if (option && (option.required || option.optional)) {
          this.emit(`option:${option.name()}`, arg.slice(index + 1));
          continue;
        }
      }

      // Not a recognised option by this command.
      // Might be a command-argument, or subcommand option, or unknown option, or help command or option.

      // An unknown option means further arguments also classified as unknown so can be reprocessed by subcommands.
      // A negative number in a leaf command is not an unknown option.
      if (
        dest === operands &&
        maybeOption(arg) &&
        !(this.commands.length === 0 && negativeNumberArg(arg))
      ) {
        dest = unknown;
      }

      // If using positionalOptions, stop processing our options at subcommand.
      if (
        (this._enablePositionalOptions || this._passThroughOptions) &&
        operands.length === 0 &&
        unknown.length === 0
      ) {
        if (this._findCommand(arg)) {
          operands.push(arg);
          unknown.push(...args.slice(i));
          break;
        } else if (
          this._getHelpCommand() &&
          arg === this._getHelpCommand().name()
        ) {
          operands.push(arg, ...args.slice(i));
          break;
        } else if (this._defaultCommandName) {
          unknown.push(arg, ...args.slice(i));
          break;
        }
      }

      // If using passThroughOptions, stop processing options at first command-argument.
      if (this._passThroughOptions) {
        dest.push(arg, ...args.slice(i));
        break;
      }

      // add arg
      dest.push(arg);
    }

    return { operands, unknown };
  }

  /**
   * Return an object containing local option values as key-value pairs.
   *
   * @return {object}
   */
  opts() {
    if (this._storeOptionsAsProperties) {
      // Preserve original behaviour so backwards compatible when still using properties
      const result = {};
      const len = this.options.length;

      for (let i = 0; i < len; i++) {
        const key = this.options[i].attributeName();
        result[key] =
          key === this._versionOptionName ? this._version : this[key];
      }
      return result;
    }

    return this._optionValues;
  }

  /**
   * Return an object containing merged local and global option values as key-value pairs.
   *
   * @return {object}
   */
  optsWithGlobals() {
    // globals overwrite locals
    return this._getCommandAndAncestors().reduce(
      (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
      {},
    );
  }

  /**
   * Display error message and exit (or call exitOverride).
   *
   * @param {string} message
   * @param {object} [errorOptions]
   * @param {string} [errorOptions.code] - an id string representing the error
   * @param {number} [errorOptions.exitCode] - used with process.exit
   */
  error(message, errorOptions) {
    // output handling
    this._outputConfiguration.outputError(
      `${message}\n`,
      this._outputConfiguration.writeErr,
    );
    if (typeof this._showHelpAfterError === 'string') {
      this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
    } else if (this._showHelpAfterError) {
      this._outputConfiguration.writeErr('\n');
      this.outputHelp({ error: true });
    }

    // exit handling
    const config = errorOptions || {};
    const exitCode = config.exitCode || 1;
    const code = config.code || 'commander.error';
    this._exit(exitCode, code, message);
  }

  /**
   * Apply any option related environment variables, if option does
   * not have a value from cli or client code.
   *
   * @private
   */
  _parseOptionsEnv() {
    this.options.forEach((option) => {
      if (option.envVar && option.envVar in process.env) {
        const optionKey = option.attributeName();
        // Priority check. Do not overwrite cli or options from unknown source (client-code).
        if (
          this.getOptionValue(optionKey) === undefined ||
          ['default', 'config', 'env'].includes(
            this.getOptionValueSource(optionKey),
          )
        ) {
          if (option.required || option.optional) {
            // option can take a value
            // keep very simple, optional always takes value
            this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
          } else {
            // boolean
            // keep very simple, only care that envVar defined and not the value
            this.emit(`optionEnv:${option.name()}`);
          }
        }
      }
    });
  }

  /**
   * Apply any implied option values, if option is undefined or default value.
   *
   * @private
   */
  _parseOptionsImplied() {
    const dualHelper = new DualOptions(this.options);
    const hasCustomOptionValue = (optionKey) => {
      return (
        this.getOptionValue(optionKey) !== undefined &&
        !['default', 'implied'].includes(this.getOptionValueSource(optionKey))
      );
    };
    this.options
      .filter(
        (option) =>
          option.implied !== undefined &&
          hasCustomOptionValue(option.attributeName()) &&
          dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option,
          ),
      )
      .forEach((option) => {
        Object.keys(option.implied)
          .filter((impliedKey) => !hasCustomOptionValue(impliedKey))
          .forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              'implied',
            );
          });
      });
  }

  /**
   * Argument `name` is missing.
   *
   * @param {string} name
   * @private
   */

  missingArgument(name) {
    const message = `error: missing required argument '${name}'`;
    this.error(message, { code: 'commander.missingArgument' });
  }

  /**
   * `Option` is missing an argument.
   *
   * @param {Option} option
   * @private
   */

  optionMissingArgument(option) {
    const message = `error: option '${option.flags}' argument missing`;
    this.error(message, { code: 'commander.optionMissingArgument' });
  }

  /**
   * `Option` does not have a value, and is a mandatory option.
   *
   * @param {Option} option
   * @private
   */

  missingMandatoryOptionValue(option) {
    const message = `error: required option '${option.flags}' not specified`;
    this.error(message, { code: 'commander.missingMandatoryOptionValue' });
  }

  /**
   * `Option` conflicts with another option.
   *
   * @param {Option} option
   * @param {Option} conflictingOption
   * @private
   */
  _conflictingOption(option, conflictingOption) {
    // The calling code does not know whether a negated option is the source of the
    // value, so do some work to take an educated guess.
    const findBestOptionFromValue = (option) => {
      const optionKey = option.attributeName();
      const optionValue = this.getOptionValue(optionKey);
      const negativeOption = this.options.find(
        (target) => target.negate && optionKey === target.attributeName(),
      );
      const positiveOption = this.options.find(
        (target) => !target.negate && optionKey === target.attributeName(),
      );
      if (
        negativeOption &&
        ((negativeOption.presetArg === undefined && optionValue === false) ||
          (negativeOption.presetArg !== undefined &&
            optionValue === negativeOption.presetArg))
      ) {
        return negativeOption;
      }
      return positiveOption || option;
    };

    const getErrorMessage = (option) => {
      const bestOption = findBestOptionFromValue(option);
      const optionKey = bestOption.attributeName();
      const source = this.getOptionValueSource(optionKey);
      if (source === 'env') {
        return `environment variable '${bestOption.envVar}'`;
      }
      return `option '${bestOption.flags}'`;
    };

    const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
    this.error(message, { code: 'commander.conflictingOption' });
  }

  /**
   * Unknown option `flag`.
   *
   * @param {string} flag
   * @private
   */

  unknownOption(flag) {
    if (this._allowUnknownOption) return;
    let suggestion = '';

    if (flag.startsWith('--') && this._showSuggestionAfterError) {
      // Looping to pick up the global options too
      let candidateFlags = [];
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      let command = this;
      do {
        const moreFlags = command
          .createHelp()
          .visibleOptions(command)
          .filter((option) => option.long)
          .map((option) => option.long);
        candidateFlags = candidateFlags.concat(moreFlags);
        command = command.parent;
      } while (command && !command._enablePositionalOptions);
      suggestion = suggestSimilar(flag, candidateFlags);
    }

    const message = `error: unknown option '${flag}'${suggestion}`;
    this.error(message, { code: 'commander.unknownOption' });
  }

  /**
   * Excess arguments, more than expected.
   *
   * @param {string[]} receivedArgs
   * @private
   */

  _excessArguments(receivedArgs) {
    if (this._allowExcessArguments) return;

    const expected = this.registeredArguments.length;
    const s = expected === 1 ? '' : 's';
    const forSubcommand = this.parent ? ` for '${this.name()}'` : '';
    const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
    this.error(message, { code: 'commander.excessArguments' });
  }

  /**
   * Unknown command.
   *
   * @private
   */

  unknownCommand() {
    const unknownName = this.args[0];
    let suggestion = '';

    if (this._showSuggestionAfterError) {
      const candidateNames = [];
      this.createHelp()
        .visibleCommands(this)
        .forEach((command) => {
          candidateNames.push(command.name());
          // just visible alias
          if (command.alias()) candidateNames.push(command.alias());
        });
      suggestion = suggestSimilar(unknownName, candidateNames);
    }

    const message = `error: unknown command '${unknownName}'${suggestion}`;
    this.error(message, { code: 'commander.unknownCommand' });
  }

  /**
   * Get or set the program version.
   *
   * This method auto-registers the "-V, --version" option which will print the version number.
   *
   * You can optionally supply the flags and description to override the defaults.
   *
   * @param {string} [str]
   * @param {string} [flags]
   * @param {string} [description]
   * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
   */

  version(str, flags, description) {
    if (str === undefined) return this._version;
    this._version = str;
    flags = flags || '-V, --version';
    description = description || 'output the version number';
    const versionOption = this.createOption(flags, description);
    this._versionOptionName = versionOption.attributeName();
    this._registerOption(versionOption);

    this.on('option:' + versionOption.name(), () => {
      this._outputConfiguration.writeOut(`${str}\n`);
      this._exit(0, 'commander.version', str);
    });
    return this;
  }

  /**
   * Set the description.
   *
   * @param {string} [str]
   * @param {object} [argsDescription]
   * @return {(string|Command)}
   */
  description(str, argsDescription) {
    if (str === undefined && argsDescription === undefined)
      return this._description;
    this._description = str;
    if (argsDescription) {
      this._argsDescription = argsDescription;
    }
    return this;
  }

  /**
   * Set the summary. Used when listed as subcommand of parent.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */
  summary(str) {
    if (str === undefined) return this._summary;
    this._summary = str;
    return this;
  }

  /**
   * Set an alias for the command.
   *
   * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
   *
   * @param {string} [alias]
   * @return {(string|Command)}
   */

  alias(alias) {
    if (alias === undefined) return this._aliases[0]; // just return first, for backwards compatibility

    /** @type {Command} */
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let command = this;
    if (
      this.commands.length !== 0 &&
      this.commands[this.commands.length - 1]._executableHandler
    ) {
      // assume adding alias for last added executable subcommand, rather than this
      command = this.commands[this.commands.length - 1];
    }

    if (alias === command._name)
      throw new Error("Command alias can't be the same as its name");
    const matchingCommand = this.parent?._findCommand(alias);
    if (matchingCommand) {
      // c.f. _registerCommand
      const existingCmd = [matchingCommand.name()]
        .concat(matchingCommand.aliases())
        .join('|');
      throw new Error(
        `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`,
      );
    }

    command._aliases.push(alias);
    return this;
  }

  /**
   * Set aliases for the command.
   *
   * Only the first alias is shown in the auto-generated help.
   *
   * @param {string[]} [aliases]
   * @return {(string[]|Command)}
   */

  aliases(aliases) {
    // Getter for the array of aliases is the main reason for having aliases() in addition to alias().
    if (aliases === undefined) return this._aliases;

    aliases.forEach((alias) => this.alias(alias));
    return this;
  }

  /**
   * Set / get the command usage `str`.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  usage(str) {
    if (str === undefined) {
      if (this._usage) return this._usage;

      const args = this.registeredArguments.map((arg) => {
        return humanReadableArgName(arg);
      });
      return []
        .concat(
          this.options.length || this._helpOption !== null ? '[options]' : [],
          this.commands.length ? '[command]' : [],
          this.registeredArguments.length ? args : [],
        )
        .join(' ');
    }

    this._usage = str;
    return this;
  }

  /**
   * Get or set the name of the command.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  name(str) {
    if (str === undefined) return this._name;
    this._name = str;
    return this;
  }

  /**
   * Set/get the help group heading for this subcommand in parent command's help.
   *
   * @param {string} [heading]
   * @return {Command | string}
   */

  helpGroup(heading) {
    if (heading === undefined) return this._helpGroupHeading ?? '';
    this._helpGroupHeading = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for subcommands added to this command.
   * (This does not override a group set directly on the subcommand using .helpGroup().)
   *
   * @example
   * program.commandsGroup('Development Commands:);
   * program.command('watch')...
   * program.command('lint')...
   * ...
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  commandsGroup(heading) {
    if (heading === undefined) return this._defaultCommandGroup ?? '';
    this._defaultCommandGroup = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for options added to this command.
   * (This does not override a group set directly on the option using .helpGroup().)
   *
   * @example
   * program
   *   .optionsGroup('Development Options:')
   *   .option('-d, --debug', 'output extra debugging')
   *   .option('-p, --profile', 'output profiling information')
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  optionsGroup(heading) {
    if (heading === undefined) return this._defaultOptionGroup ?? '';
    this._defaultOptionGroup = heading;
    return this;
  }

  /**
   * @param {Option} option
   * @private
   */
  _initOptionGroup(option) {
    if (this._defaultOptionGroup && !option.helpGroupHeading)
      option.helpGroup(this._defaultOptionGroup);
  }

  /**
   * @param {Command} cmd
   * @private
   */
  _initCommandGroup(cmd) {
    if (this._defaultCommandGroup && !cmd.helpGroup())
      cmd.helpGroup(this._defaultCommandGroup);
  }

  /**
   * Set the name of the command from script filename, such as process.argv[1],
   * or require.main.filename, or __filename.
   *
   * (Used internally and public although not documented in README.)
   *
   * @example
   * program.nameFromFilename(require.main.filename);
   *
   * @param {string} filename
   * @return {Command}
   */

  nameFromFilename(filename) {
    this._name = path.basename(filename, path.extname(filename));

    return this;
  }

  /**
   * Get or set the directory for searching for executable subcommands of this command.
   *
   * @example
   * program.executableDir(__dirname);
   * // or
   * program.executableDir('subcommands');
   *
   * @param {string} [path]
   * @return {(string|null|Command)}
   */

  executableDir(path) {
    if (path === undefined) return this._executableDir;
    this._executableDir = path;
    return this;
  }

  /**
   * Return program help documentation.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
   * @return {string}
   */

  helpInformation(contextOptions) {
    const helper = this.createHelp();
    const context = this._getOutputContext(contextOptions);
    helper.prepareContext({
      error: context.error,
      helpWidth: context.helpWidth,
      outputHasColors: context.hasColors,
    });
    const text = helper.formatHelp(this, helper);
    if (context.hasColors) return text;
    return this._outputConfiguration.stripColor(text);
  }

  /**
   * @typedef HelpContext
   * @type {object}
   * @property {boolean} error
   * @property {number} helpWidth
   * @property {boolean} hasColors
   * @property {function} write - includes stripColor if needed
   *
   * @returns {HelpContext}
   * @private
   */

  _getOutputContext(contextOptions) {
    contextOptions = contextOptions || {};
    const error = !!contextOptions.error;
    let baseWrite;
    let hasColors;
    let helpWidth;
    if (error) {
      baseWrite = (str) => this._outputConfiguration.writeErr(str);
      hasColors = this._outputConfiguration.getErrHasColors();
      helpWidth = this._outputConfiguration.getErrHelpWidth();
    } else {
      baseWrite = (str) => this._outputConfiguration.writeOut(str);
      hasColors = this._outputConfiguration.getOutHasColors();
      helpWidth = this._outputConfiguration.getOutHelpWidth();
    }
    const write = (str) => {
      if (!hasColors) str = this._outputConfiguration.stripColor(str);
      return baseWrite(str);
    };
    return { error, write, hasColors, helpWidth };
  }

  /**
   * Output help information for this command.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  outputHelp(contextOptions) {
    let deprecatedCallback;
    if (typeof contextOptions === 'function') {
      deprecatedCallback = contextOptions;
      contextOptions = undefined;
    }

    const outputContext = this._getOutputContext(contextOptions);
    /** @type {HelpTextEventContext} */
    const eventContext = {
      error: outputContext.error,
      write: outputContext.write,
      command: this,
    };

    this._getCommandAndAncestors()
      .reverse()
      .forEach((command) => command.emit('beforeAllHelp', eventContext));
    this.emit('beforeHelp', eventContext);

    let helpInformation = this.helpInformation({ error: outputContext.error });
    if (deprecatedCallback) {
      helpInformation = deprecatedCallback(helpInformation);
      if (
        typeof helpInformation !== 'string' &&
        !Buffer.isBuffer(helpInformation)
      ) {
        throw new Error('outputHelp callback must return a string or a Buffer');
      }
    }
    outputContext.write(helpInformation);

    if (this._getHelpOption()?.long) {
      this.emit(this._getHelpOption().long); // deprecated
    }
    this.emit('afterHelp', eventContext);
    this._getCommandAndAncestors().forEach((command) =>
      command.emit('afterAllHelp', eventContext),
    );
  }

  /**
   * You can pass in flags and a description to customise the built-in help option.
   * Pass in false to disable the built-in help option.
   *
   * @example
   * program.helpOption('-?, --help' 'show help'); // customise
   * program.helpOption(false); // disable
   *
   * @param {(string | boolean)} flags
   * @param {string} [description]
   * @return {Command} `this` command for chaining
   */

  helpOption(flags, description) {
    // Support enabling/disabling built-in help option.
    if (typeof flags === 'boolean') {
      if (flags) {
        if (this._helpOption === null) this._helpOption = undefined; // reenable
        if (this._defaultOptionGroup) {
          // make the option to store the group
          this._initOptionGroup(this._getHelpOption());
        }
      } else {
        this._helpOption = null; // disable
      }
      return this;
    }

    // Customise flags and description.
    this._helpOption = this.createOption(
      flags ?? '-h, --help',
      description ?? 'display help for command',
    );
    // init group unless lazy create
    if (flags || description) this._initOptionGroup(this._helpOption);

    return this;
  }

  /**
   * Lazy create help option.
   * Returns null if has been disabled with .helpOption(false).
   *
   * @returns {(Option | null)} the help option
   * @package
   */
  _getHelpOption() {
    // Lazy create help option on demand.
    if (this._helpOption === undefined) {
      this.helpOption(undefined, undefined);
    }
    return this._helpOption;
  }

  /**
   * Supply your own option to use for the built-in help option.
   * This is an alternative to using helpOption() to customise the flags and description etc.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addHelpOption(option) {
    this._helpOption = option;
    this._initOptionGroup(option);
    return this;
  }

  /**
   * Output help information and exit.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  help(contextOptions) {
    this.outputHelp(contextOptions);
    let exitCode = Number(process.exitCode ?? 0); // process.exitCode does allow a string or an integer, but we prefer just a number
    if (
      exitCode === 0 &&
      contextOptions &&
      typeof contextOptions !== 'function' &&
      contextOptions.error
    ) {
      exitCode = 1;
    }
    // message: do not have all displayed text available so only passing placeholder.
    this._exit(exitCode, 'commander.help', '(outputHelp)');
  }

  /**
   * // Do a little typing to coordinate emit and listener for the help text events.
   * @typedef HelpTextEventContext
   * @type {object}
   * @property {boolean} error
   * @property {Command} command
   * @property {function} write
   */

  /**
   * Add additional text to be displayed with the built-in help.
   *
   * Position is 'before' or 'after' to affect just this command,
   * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
   *
   * @param {string} position - before or after built-in help
   * @param {(string | Function)} text - string to add, or a function returning a string
   * @return {Command} `this` command for chaining
   */

  addHelpText(position, text) {
    const allowedValues = ['beforeAll', 'before', 'after', 'afterAll'];
    if (!allowedValues.includes(position)) {
      throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
    }

    const helpEvent = `${position}Help`;
    this.on(helpEvent, (/** @type {HelpTextEventContext} */ context) => {
      let helpStr;
      if (typeof text === 'function') {
        helpStr = text({ error: context.error, command: context.command });
      } else {
        helpStr = text;
      }
      // Ignore falsy value when nothing to output.
      if (helpStr) {
        context.write(`${helpStr}\n`);
      }
    });
    return this;
  }

  /**
   * Output help information if help flags specified
   *
   * @param {Array} args - array of options to search for help flags
   * @private
   */

  _outputHelpIfRequested(args) {
    const helpOption = this._getHelpOption();
    const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
    if (helpRequested) {
      this.outputHelp();
      // (Do not have all displayed text available so only passing placeholder.)
      this._exit(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }
}

/**
 * Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
 *
 * @param {string[]} args - array of arguments from node.execArgv
 * @returns {string[]}
 * @private
 */

function incrementNodeInspectorPort(args) {
  // Testing for these options:
  //  --inspect[=[host:]port]
  //  --inspect-brk[=[host:]port]
  //  --inspect-port=[host:]port
  return args.map((arg) => {
    if (!arg.startsWith('--inspect')) {
      return arg;
    }
    let debugOption;
    let debugHost = '127.0.0.1';
    let debugPort = '9229';
    let match;
    if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
      // e.g. --inspect
      debugOption = match[1];
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null
    ) {
      debugOption = match[1];
      if (/^\d+$/.test(match[3])) {
        // e.g. --inspect=1234
        debugPort = match[3];
      } else {
        // e.g. --inspect=localhost
        debugHost = match[3];
      }
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null
    ) {
      // e.g. --inspect=localhost:1234
      debugOption = match[1];
      debugHost = match[3];
      debugPort = match[4];
    }

    if (debugOption && debugPort !== '0') {
      return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
    }
    return arg;
  });
}

/**
 * @returns {boolean | undefined}
 * @package
 */
function useColor() {
  // Test for common conventions.
  // NB: the observed behaviour is in combination with how author adds color! For example:
  //   - we do not test NODE_DISABLE_COLORS, but util:styletext does
  //   - we do test NO_COLOR, but Chalk does not
  //
  // References:
  // https://no-color.org
  // https://bixense.com/clicolors/
  // https://github.com/nodejs/node/blob/0a00217a5f67ef4a22384cfc80eb6dd9a917fdc1/lib/internal/tty.js#L109
  // https://github.com/chalk/supports-color/blob/c214314a14bcb174b12b3014b2b0a8de375029ae/index.js#L33
  // (https://force-color.org recent web page from 2023, does not match major javascript implementations)

  if (
    process.env.NO_COLOR ||
    process.env.FORCE_COLOR === '0' ||
    process.env.FORCE_COLOR === 'false'
  )
    return false;
  if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== undefined)
    return true;
  return undefined;
}

exports.Command = Command;
exports.useColor = useColor; // exporting for tests


/***/ }),

/***/ 41135:
/***/ ((__unused_webpack_module, exports) => {

/**
 * CommanderError class
 */
class CommanderError extends Error {
  /**
   * Constructs the CommanderError class
   * @param {number} exitCode suggested exit code which could be used with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   */
  constructor(exitCode, code, message) {
    super(message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
    this.code = code;
    this.exitCode = exitCode;
    this.nestedError = undefined;
  }
}

/**
 * InvalidArgumentError class
 */
class InvalidArgumentError extends CommanderError {
  /**
   * Constructs the InvalidArgumentError class
   * @param {string} [message] explanation of why argument is invalid
   */
  constructor(message) {
    super(1, 'commander.invalidArgument', message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
  }
}

exports.CommanderError = CommanderError;
exports.InvalidArgumentError = InvalidArgumentError;


/***/ }),

/***/ 79754:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(49154);

/**
 * TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @typedef { import("./argument.js").Argument } Argument
 * @typedef { import("./command.js").Command } Command
 * @typedef { import("./option.js").Option } Option
 */

// Although this is a class, methods are static in style to allow override using subclass or just functions.
class Help {
  constructor() {
    this.helpWidth = undefined;
    this.minWidthToWrap = 40;
    this.sortSubcommands = false;
    this.sortOptions = false;
    this.showGlobalOptions = false;
  }

  /**
   * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
   * and just before calling `formatHelp()`.
   *
   * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
   *
   * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
   */
  prepareContext(contextOptions) {
    this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
  }

  /**
   * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
   *
   * @param {Command} cmd
   * @returns {Command[]}
   */

  visibleCommands(cmd) {
    const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
    const helpCommand = cmd._getHelpCommand();
    if (helpCommand && !helpCommand._hidden) {
      visibleCommands.push(helpCommand);
    }
    if (this.sortSubcommands) {
      visibleCommands.sort((a, b) => {
        // @ts-ignore: because overloaded return type
        return a.name().localeCompare(b.name());
      });
    }
    return visibleCommands;
  }

  /**
   * Compare options for sort.
   *
   * @param {Option} a
   * @param {Option} b
   * @returns {number}
   */
  compareOptions(a, b) {
    const getSortKey = (option) => {
      // WYSIWYG for order displayed in help. Short used for comparison if present. No special handling for negated.
      return option.short
        ? option.short.replace(/^-/, '')
        : option.long.replace(/^--/, '');
    };
    return getSortKey(a).localeCompare(getSortKey(b));
  }

  /**
   * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleOptions(cmd) {
    const visibleOptions = cmd.options.filter((option) => !option.hidden);
    // Built-in help option.
    const helpOption = cmd._getHelpOption();
    if (helpOption && !helpOption.hidden) {
      // Automatically hide conflicting flags. Bit dubious but a historical behaviour that is convenient for single-command programs.
      const removeShort = helpOption.short && cmd._findOption(helpOption.short);
      const removeLong = helpOption.long && cmd._findOption(helpOption.long);
      if (!removeShort && !removeLong) {
        visibleOptions.push(helpOption); // no changes needed
      } else if (helpOption.long && !removeLong) {
        visibleOptions.push(
          cmd.createOption(helpOption.long, helpOption.description),
        );
      } else if (helpOption.short && !removeShort) {
        visibleOptions.push(
          cmd.createOption(helpOption.short, helpOption.description),
        );
      }
    }
    if (this.sortOptions) {
      visibleOptions.sort(this.compareOptions);
    }
    return visibleOptions;
  }

  /**
   * Get an array of the visible global options. (Not including help.)
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleGlobalOptions(cmd) {
    if (!this.showGlobalOptions) return [];

    const globalOptions = [];
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      const visibleOptions = ancestorCmd.options.filter(
        (option) => !option.hidden,
      );
      globalOptions.push(...visibleOptions);
    }
    if (this.sortOptions) {
      globalOptions.sort(this.compareOptions);
    }
    return globalOptions;
  }

  /**
   * Get an array of the arguments if any have a description.
   *
   * @param {Command} cmd
   * @returns {Argument[]}
   */

  visibleArguments(cmd) {
    // Side effect! Apply the legacy descriptions before the arguments are displayed.
    if (cmd._argsDescription) {
      cmd.registeredArguments.forEach((argument) => {
        argument.description =
          argument.description || cmd._argsDescription[argument.name()] || '';
      });
    }

    // If there are any arguments with a description then return all the arguments.
    if (cmd.registeredArguments.find((argument) => argument.description)) {
      return cmd.registeredArguments;
    }
    return [];
  }

  /**
   * Get the command term to show in the list of subcommands.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandTerm(cmd) {
    // Legacy. Ignores custom usage string, and nested commands.
    const args = cmd.registeredArguments
      .map((arg) => humanReadableArgName(arg))
      .join(' ');
    return (
      cmd._name +
      (cmd._aliases[0] ? '|' + cmd._aliases[0] : '') +
      (cmd.options.length ? ' [options]' : '') + // simplistic check for non-help option
      (args ? ' ' + args : '')
    );
  }

  /**
   * Get the option term to show in the list of options.
   *
   * @param {Option} option
   * @returns {string}
   */

  optionTerm(option) {
    return option.flags;
  }

  /**
   * Get the argument term to show in the list of arguments.
   *
   * @param {Argument} argument
   * @returns {string}
   */

  argumentTerm(argument) {
    return argument.name();
  }

  /**
   * Get the longest command term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestSubcommandTermLength(cmd, helper) {
    return helper.visibleCommands(cmd).reduce((max, command) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleSubcommandTerm(helper.subcommandTerm(command)),
        ),
      );
    }, 0);
  }

  /**
   * Get the longest option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestOptionTermLength(cmd, helper) {
    return helper.visibleOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest global option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestGlobalOptionTermLength(cmd, helper) {
    return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest argument term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestArgumentTermLength(cmd, helper) {
    return helper.visibleArguments(cmd).reduce((max, argument) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleArgumentTerm(helper.argumentTerm(argument)),
        ),
      );
    }, 0);
  }

  /**
   * Get the command usage to be displayed at the top of the built-in help.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandUsage(cmd) {
    // Usage
    let cmdName = cmd._name;
    if (cmd._aliases[0]) {
      cmdName = cmdName + '|' + cmd._aliases[0];
    }
    let ancestorCmdNames = '';
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      ancestorCmdNames = ancestorCmd.name() + ' ' + ancestorCmdNames;
    }
    return ancestorCmdNames + cmdName + ' ' + cmd.usage();
  }

  /**
   * Get the description for the command.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.description();
  }

  /**
   * Get the subcommand summary to show in the list of subcommands.
   * (Fallback to description for backwards compatibility.)
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.summary() || cmd.description();
  }

  /**
   * Get the option description to show in the list of options.
   *
   * @param {Option} option
   * @return {string}
   */

  optionDescription(option) {
    const extraInfo = [];

    if (option.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (option.defaultValue !== undefined) {
      // default for boolean and negated more for programmer than end user,
      // but show true/false for boolean option as may be for hand-rolled env or config processing.
      const showDefault =
        option.required ||
        option.optional ||
        (option.isBoolean() && typeof option.defaultValue === 'boolean');
      if (showDefault) {
        extraInfo.push(
          `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`,
        );
      }
    }
    // preset for boolean and negated are more for programmer than end user
    if (option.presetArg !== undefined && option.optional) {
      extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
    }
    if (option.envVar !== undefined) {
      extraInfo.push(`env: ${option.envVar}`);
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (option.description) {
        return `${option.description} ${extraDescription}`;
      }
      return extraDescription;
    }

    return option.description;
  }

  /**
   * Get the argument description to show in the list of arguments.
   *
   * @param {Argument} argument
   * @return {string}
   */

  argumentDescription(argument) {
    const extraInfo = [];
    if (argument.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (argument.defaultValue !== undefined) {
      extraInfo.push(
        `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`,
      );
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (argument.description) {
        return `${argument.description} ${extraDescription}`;
      }
      return extraDescription;
    }
    return argument.description;
  }

  /**
   * Format a list of items, given a heading and an array of formatted items.
   *
   * @param {string} heading
   * @param {string[]} items
   * @param {Help} helper
   * @returns string[]
   */
  formatItemList(heading, items, helper) {
    if (items.length === 0) return [];

    return [helper.styleTitle(heading), ...items, ''];
  }

  /**
   * Group items by their help group heading.
   *
   * @param {Command[] | Option[]} unsortedItems
   * @param {Command[] | Option[]} visibleItems
   * @param {Function} getGroup
   * @returns {Map<string, Command[] | Option[]>}
   */
  groupItems(unsortedItems, visibleItems, getGroup) {
    const result = new Map();
    // Add groups in order of appearance in unsortedItems.
    unsortedItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) result.set(group, []);
    });
    // Add items in order of appearance in visibleItems.
    visibleItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) {
        result.set(group, []);
      }
      result.get(group).push(item);
    });
    return result;
  }

  /**
   * Generate the built-in help text.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {string}
   */

  formatHelp(cmd, helper) {
    const termWidth = helper.padWidth(cmd, helper);
    const helpWidth = helper.helpWidth ?? 80; // in case prepareContext() was not called

    function callFormatItem(term, description) {
      return helper.formatItem(term, termWidth, description, helper);
    }

    // Usage
    let output = [
      `${helper.styleTitle('Usage:')} ${helper.styleUsage(helper.commandUsage(cmd))}`,
      '',
    ];

    // Description
    const commandDescription = helper.commandDescription(cmd);
    if (commandDescription.length > 0) {
      output = output.concat([
        helper.boxWrap(
          helper.styleCommandDescription(commandDescription),
          helpWidth,
        ),
        '',
      ]);
    }

    // Arguments
    const argumentList = helper.visibleArguments(cmd).map((argument) => {
      return callFormatItem(
        helper.styleArgumentTerm(helper.argumentTerm(argument)),
        helper.styleArgumentDescription(helper.argumentDescription(argument)),
      );
    });
    output = output.concat(
      this.formatItemList('Arguments:', argumentList, helper),
    );

    // Options
    const optionGroups = this.groupItems(
      cmd.options,
      helper.visibleOptions(cmd),
      (option) => option.helpGroupHeading ?? 'Options:',
    );
    optionGroups.forEach((options, group) => {
      const optionList = options.map((option) => {
        return callFormatItem(
          helper.styleOptionTerm(helper.optionTerm(option)),
          helper.styleOptionDescription(helper.optionDescription(option)),
        );
      });
      output = output.concat(this.formatItemList(group, optionList, helper));
    });

    if (helper.showGlobalOptions) {
      const globalOptionList = helper
        .visibleGlobalOptions(cmd)
        .map((option) => {
          return callFormatItem(
            helper.styleOptionTerm(helper.optionTerm(option)),
            helper.styleOptionDescription(helper.optionDescription(option)),
          );
        });
      output = output.concat(
        this.formatItemList('Global Options:', globalOptionList, helper),
      );
    }

    // Commands
    const commandGroups = this.groupItems(
      cmd.commands,
      helper.visibleCommands(cmd),
      (sub) => sub.helpGroup() || 'Commands:',
    );
    commandGroups.forEach((commands, group) => {
      const commandList = commands.map((sub) => {
        return callFormatItem(
          helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
          helper.styleSubcommandDescription(helper.subcommandDescription(sub)),
        );
      });
      output = output.concat(this.formatItemList(group, commandList, helper));
    });

    return output.join('\n');
  }

  /**
   * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
   *
   * @param {string} str
   * @returns {number}
   */
  displayWidth(str) {
    return stripColor(str).length;
  }

  /**
   * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
   *
   * @param {string} str
   * @returns {string}
   */
  styleTitle(str) {
    return str;
  }

  styleUsage(str) {
    // Usage has lots of parts the user might like to color separately! Assume default usage string which is formed like:
    //    command subcommand [options] [command] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word === '[command]') return this.styleSubcommandText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleCommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleCommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleOptionDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleSubcommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleArgumentDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleDescriptionText(str) {
    return str;
  }
  styleOptionTerm(str) {
    return this.styleOptionText(str);
  }
  styleSubcommandTerm(str) {
    // This is very like usage with lots of parts! Assume default string which is formed like:
    //    subcommand [options] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleSubcommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleArgumentTerm(str) {
    return this.styleArgumentText(str);
  }
  styleOptionText(str) {
    return str;
  }
  styleArgumentText(str) {
    return str;
  }
  styleSubcommandText(str) {
    return str;
  }
  styleCommandText(str) {
    return str;
  }

  /**
   * Calculate the pad width from the maximum term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  padWidth(cmd, helper) {
    return Math.max(
      helper.longestOptionTermLength(cmd, helper),
      helper.longestGlobalOptionTermLength(cmd, helper),
      helper.longestSubcommandTermLength(cmd, helper),
      helper.longestArgumentTermLength(cmd, helper),
    );
  }

  /**
   * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
   *
   * @param {string} str
   * @returns {boolean}
   */
  preformatted(str) {
    return /\n[^\S\r\n]/.test(str);
  }

  /**
   * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
   *
   * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
   *   TTT  DDD DDDD
   *        DD DDD
   *
   * @param {string} term
   * @param {number} termWidth
   * @param {string} description
   * @param {Help} helper
   * @returns {string}
   */
  formatItem(term, termWidth, description, helper) {
    const itemIndent = 2;
    const itemIndentStr = ' '.repeat(itemIndent);
    if (!description) return itemIndentStr + term;

    // Pad the term out to a consistent width, so descriptions are aligned.
    const paddedTerm = term.padEnd(
      termWidth + term.length - helper.displayWidth(term),
    );

    // Format the description.
    const spacerWidth = 2; // between term and description
    const helpWidth = this.helpWidth ?? 80; // in case prepareContext() was not called
    const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
    let formattedDescription;
    if (
      remainingWidth < this.minWidthToWrap ||
      helper.preformatted(description)
    ) {
      formattedDescription = description;
    } else {
      const wrappedDescription = helper.boxWrap(description, remainingWidth);
      formattedDescription = wrappedDescription.replace(
        /\n/g,
        '\n' + ' '.repeat(termWidth + spacerWidth),
      );
    }

    // Construct and overall indent.
    return (
      itemIndentStr +
      paddedTerm +
      ' '.repeat(spacerWidth) +
      formattedDescription.replace(/\n/g, `\n${itemIndentStr}`)
    );
  }

  /**
   * Wrap a string at whitespace, preserving existing line breaks.
   * Wrapping is skipped if the width is less than `minWidthToWrap`.
   *
   * @param {string} str
   * @param {number} width
   * @returns {string}
   */
  boxWrap(str, width) {
    if (width < this.minWidthToWrap) return str;

    const rawLines = str.split(/\r\n|\n/);
    // split up text by whitespace
    const chunkPattern = /[\s]*[^\s]+/g;
    const wrappedLines = [];
    rawLines.forEach((line) => {
      const chunks = line.match(chunkPattern);
      if (chunks === null) {
        wrappedLines.push('');
        return;
      }

      let sumChunks = [chunks.shift()];
      let sumWidth = this.displayWidth(sumChunks[0]);
      chunks.forEach((chunk) => {
        const visibleWidth = this.displayWidth(chunk);
        // Accumulate chunks while they fit into width.
        if (sumWidth + visibleWidth <= width) {
          sumChunks.push(chunk);
          sumWidth += visibleWidth;
          return;
        }
        wrappedLines.push(sumChunks.join(''));

        const nextChunk = chunk.trimStart(); // trim space at line break
        sumChunks = [nextChunk];
        sumWidth = this.displayWidth(nextChunk);
      });
      wrappedLines.push(sumChunks.join(''));
    });

    return wrappedLines.join('\n');
  }
}

/**
 * Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
 *
 * @param {string} str
 * @returns {string}
 * @package
 */

function stripColor(str) {
  // eslint-disable-next-line no-control-regex
  const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
  return str.replace(sgrPattern, '');
}

exports.Help = Help;
exports.stripColor = stripColor;


/***/ }),

/***/ 45240:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(41135);

class Option {
  /**
   * Initialize a new `Option` with the given `flags` and `description`.
   *
   * @param {string} flags
   * @param {string} [description]
   */

  constructor(flags, description) {
    this.flags = flags;
    this.description = description || '';

    this.required = flags.includes('<'); // A value must be supplied when the option is specified.
    this.optional = flags.includes('['); // A value is optional when the option is specified.
    // variadic test ignores <value,...> et al which might be used to describe custom splitting of single argument
    this.variadic = /\w\.\.\.[>\]]$/.test(flags); // The option can take multiple values.
    this.mandatory = false; // The option must have a value after parsing, which usually means it must be specified on command line.
    const optionFlags = splitOptionFlags(flags);
    this.short = optionFlags.shortFlag; // May be a short flag, undefined, or even a long flag (if option has two long flags).
    this.long = optionFlags.longFlag;
    this.negate = false;
    if (this.long) {
      this.negate = this.long.startsWith('--no-');
    }
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.presetArg = undefined;
    this.envVar = undefined;
    this.parseArg = undefined;
    this.hidden = false;
    this.argChoices = undefined;
    this.conflictsWith = [];
    this.implied = undefined;
    this.helpGroupHeading = undefined; // soft initialised when option added to command
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Option}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Preset to use when option used without option-argument, especially optional but also boolean and negated.
   * The custom processing (parseArg) is called.
   *
   * @example
   * new Option('--color').default('GREYSCALE').preset('RGB');
   * new Option('--donate [amount]').preset('20').argParser(parseFloat);
   *
   * @param {*} arg
   * @return {Option}
   */

  preset(arg) {
    this.presetArg = arg;
    return this;
  }

  /**
   * Add option name(s) that conflict with this option.
   * An error will be displayed if conflicting options are found during parsing.
   *
   * @example
   * new Option('--rgb').conflicts('cmyk');
   * new Option('--js').conflicts(['ts', 'jsx']);
   *
   * @param {(string | string[])} names
   * @return {Option}
   */

  conflicts(names) {
    this.conflictsWith = this.conflictsWith.concat(names);
    return this;
  }

  /**
   * Specify implied option values for when this option is set and the implied options are not.
   *
   * The custom processing (parseArg) is not called on the implied values.
   *
   * @example
   * program
   *   .addOption(new Option('--log', 'write logging information to file'))
   *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
   *
   * @param {object} impliedOptionValues
   * @return {Option}
   */
  implies(impliedOptionValues) {
    let newImplied = impliedOptionValues;
    if (typeof impliedOptionValues === 'string') {
      // string is not documented, but easy mistake and we can do what user probably intended.
      newImplied = { [impliedOptionValues]: true };
    }
    this.implied = Object.assign(this.implied || {}, newImplied);
    return this;
  }

  /**
   * Set environment variable to check for option value.
   *
   * An environment variable is only used if when processed the current option value is
   * undefined, or the source of the current value is 'default' or 'config' or 'env'.
   *
   * @param {string} name
   * @return {Option}
   */

  env(name) {
    this.envVar = name;
    return this;
  }

  /**
   * Set the custom handler for processing CLI option arguments into option values.
   *
   * @param {Function} [fn]
   * @return {Option}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Whether the option is mandatory and must have a value after parsing.
   *
   * @param {boolean} [mandatory=true]
   * @return {Option}
   */

  makeOptionMandatory(mandatory = true) {
    this.mandatory = !!mandatory;
    return this;
  }

  /**
   * Hide option in help.
   *
   * @param {boolean} [hide=true]
   * @return {Option}
   */

  hideHelp(hide = true) {
    this.hidden = !!hide;
    return this;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Only allow option value to be one of choices.
   *
   * @param {string[]} values
   * @return {Option}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Return option name.
   *
   * @return {string}
   */

  name() {
    if (this.long) {
      return this.long.replace(/^--/, '');
    }
    return this.short.replace(/^-/, '');
  }

  /**
   * Return option name, in a camelcase format that can be used
   * as an object attribute key.
   *
   * @return {string}
   */

  attributeName() {
    if (this.negate) {
      return camelcase(this.name().replace(/^no-/, ''));
    }
    return camelcase(this.name());
  }

  /**
   * Set the help group heading.
   *
   * @param {string} heading
   * @return {Option}
   */
  helpGroup(heading) {
    this.helpGroupHeading = heading;
    return this;
  }

  /**
   * Check if `arg` matches the short or long flag.
   *
   * @param {string} arg
   * @return {boolean}
   * @package
   */

  is(arg) {
    return this.short === arg || this.long === arg;
  }

  /**
   * Return whether a boolean option.
   *
   * Options are one of boolean, negated, required argument, or optional argument.
   *
   * @return {boolean}
   * @package
   */

  isBoolean() {
    return !this.required && !this.optional && !this.negate;
  }
}

/**
 * This class is to make it easier to work with dual options, without changing the existing
 * implementation. We support separate dual options for separate positive and negative options,
 * like `--build` and `--no-build`, which share a single option value. This works nicely for some
 * use cases, but is tricky for others where we want separate behaviours despite
 * the single shared option value.
 */
class DualOptions {
  /**
   * @param {Option[]} options
   */
  constructor(options) {
    this.positiveOptions = new Map();
    this.negativeOptions = new Map();
    this.dualOptions = new Set();
    options.forEach((option) => {
      if (option.negate) {
        this.negativeOptions.set(option.attributeName(), option);
      } else {
        this.positiveOptions.set(option.attributeName(), option);
      }
    });
    this.negativeOptions.forEach((value, key) => {
      if (this.positiveOptions.has(key)) {
        this.dualOptions.add(key);
      }
    });
  }

  /**
   * Did the value come from the option, and not from possible matching dual option?
   *
   * @param {*} value
   * @param {Option} option
   * @returns {boolean}
   */
  valueFromOption(value, option) {
    const optionKey = option.attributeName();
    if (!this.dualOptions.has(optionKey)) return true;

    // Use the value to deduce if (probably) came from the option.
    const preset = this.negativeOptions.get(optionKey).presetArg;
    const negativeValue = preset !== undefined ? preset : false;
    return option.negate === (negativeValue === value);
  }
}

/**
 * Convert string from kebab-case to camelCase.
 *
 * @param {string} str
 * @return {string}
 * @private
 */

function camelcase(str) {
  return str.split('-').reduce((str, word) => {
    return str + word[0].toUpperCase() + word.slice(1);
  });
}

/**
 * Split the short and long flag out of something like '-m,--mixed <value>'
 *
 * @private
 */

function splitOptionFlags(flags) {
  let shortFlag;
  let longFlag;
  // short flag, single dash and single character
  const shortFlagExp = /^-[^-]$/;
  // long flag, double dash and at least one character
  const longFlagExp = /^--[^-]/;

  const flagParts = flags.split(/[ |,]+/).concat('guard');
  // Normal is short and/or long.
  if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
  if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
  // Long then short. Rarely used but fine.
  if (!shortFlag && shortFlagExp.test(flagParts[0]))
    shortFlag = flagParts.shift();
  // Allow two long flags, like '--ws, --workspace'
  // This is the supported way to have a shortish option flag.
  if (!shortFlag && longFlagExp.test(flagParts[0])) {
    shortFlag = longFlag;
    longFlag = flagParts.shift();
  }

  // Check for unprocessed flag. Fail noisily rather than silently ignore.
  if (flagParts[0].startsWith('-')) {
    const unsupportedFlag = flagParts[0];
    const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
    if (/^-[^-][^-]/.test(unsupportedFlag))
      throw new Error(
        `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`,
      );
    if (shortFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many short flags`);
    if (longFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many long flags`);

    throw new Error(`${baseError}
- unrecognised flag format`);
  }
  if (shortFlag === undefined && longFlag === undefined)
    throw new Error(
      `option creation failed due to no flags found in '${flags}'.`,
    );

  return { shortFlag, longFlag };
}

exports.Option = Option;
exports.DualOptions = DualOptions;


/***/ }),

/***/ 65030:
/***/ ((__unused_webpack_module, exports) => {

const maxDistance = 3;

function editDistance(a, b) {
  // https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
  // Calculating optimal string alignment distance, no substring is edited more than once.
  // (Simple implementation.)

  // Quick early exit, return worst case.
  if (Math.abs(a.length - b.length) > maxDistance)
    return Math.max(a.length, b.length);

  // distance between prefix substrings of a and b
  const d = [];

  // pure deletions turn a into empty string
  for (let i = 0; i <= a.length; i++) {
    d[i] = [i];
  }
  // pure insertions turn empty string into b
  for (let j = 0; j <= b.length; j++) {
    d[0][j] = j;
  }

  // fill matrix
  for (let j = 1; j <= b.length; j++) {
    for (let i = 1; i <= a.length; i++) {
      let cost = 1;
      if (a[i - 1] === b[j - 1]) {
        cost = 0;
      } else {
        cost = 1;
      }
      d[i][j] = Math.min(
        d[i - 1][j] + 1, // deletion
        d[i][j - 1] + 1, // insertion
        d[i - 1][j - 1] + cost, // substitution
      );
      // transposition
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }

  return d[a.length][b.length];
}

/**
 * Find close matches, restricted to same number of edits.
 *
 * @param {string} word
 * @param {string[]} candidates
 * @returns {string}
 */

function suggestSimilar(word, candidates) {
  if (!candidates || candidates.length === 0) return '';
  // remove possible duplicates
  candidates = Array.from(new Set(candidates));

  const searchingOptions = word.startsWith('--');
  if (searchingOptions) {
    word = word.slice(2);
    candidates = candidates.map((candidate) => candidate.slice(2));
  }

  let similar = [];
  let bestDistance = maxDistance;
  const minSimilarity = 0.4;
  candidates.forEach((candidate) => {
    if (candidate.length <= 1) return; // no one character guesses

    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    const similarity = (length - distance) / length;
    if (similarity > minSimilarity) {
      if (distance < bestDistance) {
        // better edit distance, throw away previous worse matches
        bestDistance = distance;
        similar = [candidate];
      } else if (distance === bestDistance) {
        similar.push(candidate);
      }
    }
  });

  similar.sort((a, b) => a.localeCompare(b));
  if (searchingOptions) {
    similar = similar.map((candidate) => `--${candidate}`);
  }

  if (similar.length > 1) {
    return `\n(Did you mean one of ${similar.join(', ')}?)`;
  }
  if (similar.length === 1) {
    return `\n(Did you mean ${similar[0]}?)`;
  }
  return '';
}

exports.suggestSimilar = suggestSimilar;


/***/ }),

/***/ 1954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ alignColumns)
/* harmony export */ });
/** Lines of a table for people: each column as wide as its longest cell. Numbers in `right` are columns aligned to the right. */
function alignColumns(rows, right = []) {
    const widths = [];
    for (const cells of rows) {
        for (const [column, cell] of cells.entries())
            widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
    return rows.map((cells) => cells
        .map((cell, column) => {
        const width = widths[column] ?? 0;
        return right.includes(column) ? cell.padStart(width) : cell.padEnd(width);
    })
        .join('  ')
        .trimEnd());
}


/***/ }),

/***/ 84711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ forEachConfig),
/* harmony export */   z: () => (/* binding */ summaryOfFailures)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(35921);
/* harmony import */ var _support_report_error_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(46707);


/**
 * Does something with each of several configs, one after the other. A failure is reported and does not stop the others. With
 * `json`, prints `results`: the returned objects with `config`, and `error` for a failure.
 *
 * @throws FledgeError at the end if something failed.
 */
async function forEachConfig(configs, { session, json }, work) {
    const results = [];
    const failures = [];
    for (const config of configs) {
        try {
            results.push({ config, ...(await work(config)) });
        }
        catch (error) {
            if (configs.length > 1)
                session.reporter.error(error);
            results.push({ config, error: (0,_support_report_error_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .errorFields */ .a)(error, 'its output with -v') });
            failures.push({ name: config, error });
        }
    }
    if (json)
        await session.printJson({ results });
    const [first] = failures;
    if (first !== undefined)
        throw configs.length === 1 ? first.error : summaryOfFailures(failures, configs.length);
}
/**
 * The last message after several failures, which were reported before. Its exit status is 2 if all of them are mistakes in
 * configs or options, otherwise 1.
 */
function summaryOfFailures(failures, total) {
    const decisive = failures.find(({ error }) => (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .exitStatusOf */ .et)(error) === 1) ?? failures[0];
    const code = decisive?.error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE ? decisive.error.code : 'internal';
    const names = failures.map(({ name }) => name).join(', ');
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE(code, `${failures.length} of ${total} failed: ${names}`, {
        fix: failures.length === total ? 'correct the errors above' : 'correct the errors above; the others are complete',
    });
}


/***/ }),

/***/ 47076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  fB: () => (/* binding */ PROGRESS_STYLES),
  US: () => (/* binding */ stackOf),
  c5: () => (/* binding */ streamReporter)
});

// EXTERNAL MODULE: ./build/support/about.js
var about = __nccwpck_require__(92089);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __nccwpck_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __nccwpck_require__(35921);
// EXTERNAL MODULE: ./build/support/units.js
var units = __nccwpck_require__(3795);
;// CONCATENATED MODULE: ./build/support/report/line-progress.js

/** The time between two lines of a log, in milliseconds. */
const LOG_INTERVAL = 5000;
/**
 * Progress for a log that cannot be redrawn: a line every 5 s, and no line for short work. The time of a step is printed only
 * while there is no other progress.
 */
function lineProgress(print) {
    let measured = 0;
    return (label, unit) => {
        const isMeasured = unit !== 'seconds';
        let printedAt = Date.now();
        if (isMeasured)
            measured += 1;
        return {
            update(done, total) {
                const now = Date.now();
                if (now - printedAt < LOG_INTERVAL || (!isMeasured && measured > 0))
                    return;
                printedAt = now;
                print(`${label}: ${amountOf(done, total, unit)}`);
            },
            end() {
                if (isMeasured)
                    measured -= 1;
            },
        };
    };
}
/** `3.2 MiB of 12.0 MiB`, or only the first amount while the total is unknown. */
function amountOf(done, total, unit) {
    const amount = (value) => {
        if (unit === 'bytes')
            return (0,units/* formatBytes */.z3)(value);
        return unit === 'seconds' ? `${value} s` : `${value}`;
    };
    return total === undefined ? amount(done) : `${amount(done)} of ${amount(total)}`;
}

// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __nccwpck_require__(79391);
// EXTERNAL MODULE: ./build/support/report/workflow-commands.js
var workflow_commands = __nccwpck_require__(30389);
;// CONCATENATED MODULE: ./build/cli/progress-bar.js

/** The interval between redraws of a bar on a terminal, in milliseconds. */
const REDRAW_INTERVAL = 80;
/** Characters of the shortest bar that is drawn, without its ends. */
const MIN_BAR = 8;
/** The columns of a terminal that does not tell. */
const USUAL_COLUMNS = 80;
/** The first character that can fill two columns (Hangul Jamo). */
const FIRST_WIDE = 0x1100;
/** The progress of all work of a command, which shares one line: only the last line of a terminal can be redrawn. */
function progressBar({ draw, columns }) {
    const running = new Set();
    let drawnAt = 0;
    const redraw = () => {
        drawnAt = Date.now();
        draw(lineOf(running, columns() || USUAL_COLUMNS));
    };
    return (label, unit) => {
        const own = { label, unit, done: 0, total: undefined };
        running.add(own);
        return {
            update(done, total) {
                own.done = done;
                own.total = total;
                if (Date.now() - drawnAt >= REDRAW_INTERVAL)
                    redraw();
            },
            end() {
                running.delete(own);
                redraw();
            },
        };
    };
}
/** The line for this work: the last column stays empty, so that no terminal wraps it. */
function lineOf(running, columns) {
    const all = [...running];
    // The time of a step is shown only while nothing is measured.
    const measured = all.filter(({ unit }) => unit !== 'seconds');
    const [first] = measured.length > 0 ? measured : all;
    if (first === undefined)
        return '';
    const shown = all.filter(({ unit }) => unit === first.unit);
    const done = shown.reduce((sum, each) => sum + each.done, 0);
    const total = shown.reduce((sum, each) => addKnown(sum, each.total), 0);
    const amount = amountOf(first.unit === 'seconds' ? first.done : done, total, first.unit);
    return layOut(shown.map(({ label }) => label).join(', '), amount, fractionOf(done, total), columns - 1);
}
/** `  LABEL [====    ] AMOUNT` in exactly `width` columns; narrower without a bar. */
function layOut(label, amount, fraction, width) {
    const rest = width - widthOf(amount) - 3;
    const needed = fraction === undefined ? 0 : MIN_BAR + 3;
    if (rest < 1)
        return shortenTo(amount, width);
    const name = shortenTo(label, rest > needed + MIN_BAR ? rest - needed : rest);
    const bar = rest - widthOf(name) - 3;
    const drawn = fraction === undefined || bar < MIN_BAR ? '' : `${barOf(fraction, bar)} `;
    return `  ${name} ${drawn}${amount}`;
}
function barOf(fraction, width) {
    const filled = Math.round(fraction * width);
    return `[${'='.repeat(filled)}${' '.repeat(width - filled)}]`;
}
function fractionOf(done, total) {
    return total === undefined || total === 0 ? undefined : Math.min(1, done / total);
}
function addKnown(a, b) {
    return a === undefined || b === undefined ? undefined : a + b;
}
/** The text, or its beginning with an ellipsis, in at most `width` columns. */
function shortenTo(text, width) {
    if (widthOf(text) <= width)
        return text;
    let kept = '';
    let used = 1;
    for (const character of text) {
        used += widthOf(character);
        if (used > width)
            break;
        kept += character;
    }
    return width < 1 ? '' : `${kept}…`;
}
/** The columns of a text, or more: characters of many scripts are counted as wide. */
function widthOf(text) {
    let width = 0;
    for (const character of text)
        width += (character.codePointAt(0) ?? 0) >= FIRST_WIDE && character !== '…' ? 2 : 1;
    return width;
}

// EXTERNAL MODULE: ./build/cli/style.js
var cli_style = __nccwpck_require__(97380);
;// CONCATENATED MODULE: ./build/cli/stream-reporter.js








/** How progress is shown: `auto` is a bar on a terminal, and lines elsewhere. */
const PROGRESS_STYLES = ['auto', 'plain', 'none'];
/** The prefixes of text lines. */
const LINE_MARKS = { step: '•', warning: 'warning:', error: 'error:', fix: '  fix:' };
const CLEAR_LINE = '\r\x1b[2K';
/**
 * Reports to a stream: bars and colours on a terminal, plain lines elsewhere. Colours follow NO_COLOR and FORCE_COLOR.
 * Quiet prints only errors.
 */
function streamReporter(stream, verbosity, progress = 'auto') {
    let bar = '';
    const style = (0,cli_style/* styleOf */.V)(stream);
    // The runner interprets commands in the output of a step, whatever program prints it.
    const shown = process.env['GITHUB_ACTIONS'] === 'true' ? workflow_commands/* escapeCommands */.g : byte_string.printable;
    const print = (line) => {
        stream.write(bar === '' ? `${line}\n` : `${CLEAR_LINE}${line}\n${bar}`);
    };
    const drawBar = (text) => {
        if (text === bar)
            return;
        bar = text;
        stream.write(`${CLEAR_LINE}${text}`);
    };
    const progressOf = (style) => {
        if (style === 'none')
            return () => silent;
        // A dumb terminal cannot redraw a line.
        const isBar = style === 'auto' && stream.isTTY === true && process.env['TERM'] !== 'dumb';
        const start = isBar
            ? progressBar({ draw: drawBar, columns: () => stream.columns })
            : lineProgress((line) => print(`  ${line}`));
        return (label, unit) => start(shown(label), unit);
    };
    return {
        step(title) {
            if (verbosity !== 'quiet')
                print(`${style('cyan', LINE_MARKS.step)} ${shown(title)}`);
        },
        info(message) {
            if (verbosity !== 'quiet')
                print(`  ${shown(message)}`);
        },
        warn(message, details) {
            if (verbosity === 'quiet')
                return;
            const lines = [`${style('yellow', LINE_MARKS.warning)} ${shown((0,warning/* describeWarning */.U9)(message, details))}`];
            if (details?.fix !== undefined)
                lines.push(shown(`${LINE_MARKS.fix} ${details.fix}`));
            print(lines.join('\n'));
        },
        debug(message) {
            if (verbosity === 'verbose')
                print(style('dim', `  ${shown(message)}`));
        },
        error(error, label) {
            if (bar !== '')
                drawBar('');
            print(`${style(['red', 'bold'], LINE_MARKS.error)} ${shown(labelOf(label) + describeError(error, verbosity))}`);
        },
        progress: progressOf(verbosity === 'quiet' ? 'none' : progress),
    };
}
const silent = { update() { }, end() { } };
function labelOf(label) {
    return label === undefined ? '' : `${label}: `;
}
function describeError(error, verbosity) {
    const { message, fix, isBug } = (0,errors/* explain */.WE)(error);
    const lines = [isBug ? `unexpected error: ${message}` : message];
    if (fix !== undefined)
        lines.push(`${LINE_MARKS.fix} ${fix}`);
    if (isBug)
        lines.push(`  ${(0,about/* bugReport */.r)('its output with -v')}`);
    if (verbosity === 'verbose' && error instanceof Error)
        lines.push(...stackOf(error));
    return lines.join('\n');
}
/** The stack of an error and those of its causes. */
function stackOf(error) {
    const lines = [error.stack ?? ''];
    for (let cause = error.cause; cause instanceof Error; cause = cause.cause)
        lines.push(`caused by: ${cause.stack ?? ''}`);
    return lines;
}


/***/ }),

/***/ 97380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ styleOf)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);

/** Colours on a terminal, and plain text elsewhere. Colours follow NO_COLOR and FORCE_COLOR. */
function styleOf(stream) {
    // styleText checks this itself, except in a Node that is too old for fledge, where it colours pipes as well.
    const isPlain = !stream.isTTY && process.env['FORCE_COLOR'] === undefined;
    return (format, text) => (isPlain ? text : (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(format, text, { stream }));
}


/***/ }),

/***/ 56745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isDockerfileName),
/* harmony export */   x: () => (/* binding */ howToBegin)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(62625);


/** True if a file has a usual name of a Dockerfile. */
function isDockerfileName(file) {
    return /^(?:(?:Docker|Container)file(?:\.(?!toml$).*)?|.*\.(?:docker|container)file)$/i.test((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(file));
}
/** The fix for a Dockerfile in place of a fledge.toml. */
function howToBegin(file) {
    const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(file);
    const place = directory === '.' ? '' : ` ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7)(directory)}`;
    return `begin a plugin with it: fledge init${place} --dockerfile ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shellWord */ .r7)(file)}`;
}


/***/ }),

/***/ 53214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ DEFAULT_CONFIG_FILE),
/* harmony export */   l: () => (/* binding */ missingConfig)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1318);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(11720);





const DEFAULT_CONFIG_FILE = 'fledge.toml';
/** The error for a config that does not exist. `file` is the file in the directory `path`, or `path` itself. */
function missingConfig(path, file) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', messageFor(path, file), { fix: fixFor(path, file) });
}
function messageFor(path, file) {
    if (file === DEFAULT_CONFIG_FILE) {
        return (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `there is no fledge.toml in this directory; run fledge in the plugin's directory, or set ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('config')}`;
    }
    if (path === file)
        return `there is no file ${JSON.stringify(file)}`;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === DEFAULT_CONFIG_FILE)
        return `${path} is a directory, and there is no fledge.toml in it`;
    return `there is no fledge.toml in ${path}`;
}
/**
 * Names the file with the most similar name, which was probably meant: Linux distinguishes upper and lower case. Without one, it
 * names the command that writes a fledge.toml.
 */
function fixFor(path, file) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file);
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    }
    catch {
        return undefined;
    }
    const similar = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(name, names.filter((other) => other !== name && !other.endsWith('.lock')));
    if (similar !== undefined)
        return (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `rename ${similar} to ${name}, or name it with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('config')}`;
    const isInDirectory = name === DEFAULT_CONFIG_FILE && (file === name || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) !== name);
    return isInDirectory ? 'to begin a plugin, run fledge init in its directory' : undefined;
}


/***/ }),

/***/ 81764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseRunnerLabels),
/* harmony export */   y: () => (/* binding */ hostedRunner)
/* harmony export */ });
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61341);

/** Labels of GitHub's own runners. */
const HOSTED = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
/** GitHub's own runners. */
const hostedRunner = (platform) => HOSTED[platform];
/**
 * Parses labels of runners by platform, as JSON: `{"linux/arm64": ["self-hosted", "arm64"]}`. Platforms without labels get
 * GitHub's own runners.
 */
function parseRunnerLabels(text) {
    const example = 'such as {"linux/arm64": "my-arm64"} or {"linux/arm64": ["self-hosted", "arm64"]}';
    const fail = (why) => ({ ok: false, message: `expected JSON ${example}: ${why}` });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return fail('it is not valid JSON');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return fail('it is not an object');
    const labels = new Map();
    for (const [key, given] of Object.entries(value)) {
        const platform = _support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORMS */ .P4.find((known) => known === key);
        if (platform === undefined)
            return fail(`${JSON.stringify(key)} is not one of ${_support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORMS */ .P4.join(', ')}`);
        if (!isLabels(given))
            return fail(`the value of ${JSON.stringify(key)} is not a label or an array of labels`);
        labels.set(platform, given);
    }
    return { ok: true, runnerOf: (platform) => labels.get(platform) ?? hostedRunner(platform) };
}
function isLabels(value) {
    if (Array.isArray(value))
        return value.length > 0 && value.every(isLabel);
    return isLabel(value);
}
function isLabel(value) {
    return typeof value === 'string' && value.trim() !== '';
}


/***/ }),

/***/ 13567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   redactUrl: () => (/* binding */ redactUrl),
/* harmony export */   withoutTokens: () => (/* binding */ withoutTokens)
/* harmony export */ });
/** Query parameters whose value is a credential or a signature. */
const SECRET_NAME = /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|pass|sas|hmac)$/i;
/** Query parameters and path segments whose value identifies content, if it has the form of a digest. */
const DIGEST_NAME = /^(sha-?\d*|md5|digest|checksum|hash|commit|ref|rev|revision|v|version)$/i;
/** Characters. Longer values are probably not names, and are redacted as a precaution. */
const LONGEST_INNOCENT_VALUE = 40;
/** Characters. A text of at least this length with mixed letters and digits can be a credential. */
const SHORTEST_TOKEN = 20;
const REDACTED = 'REDACTED';
/** Tokens with a known prefix: of GitHub, GitLab, Slack, AWS, npm, Docker, Hugging Face, PyPI; JWTs. */
const KNOWN_TOKEN = /(?:gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|npm_|dckr_[op]at_|hf_|sk-|sk_live_|pypi-)[\w-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
/**
 * Redacts a URL for a log, an error or a provenance record: without user, password and fragment, and with possible
 * credentials replaced in query and path. Digests and commits stay: public URLs contain them as long names. The text need
 * not be a URL.
 */
function redactUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return withoutTokens(text.replace(/\/\/[^/?#]*@/g, '//').replace(/[?#].*$/s, ''));
    url.username = '';
    url.password = '';
    url.hash = '';
    url.pathname = redactPath(url.pathname);
    redactQuery(url.searchParams);
    return withoutTokens(url.href);
}
function redactPath(path) {
    const segments = path.split('/');
    return segments
        .map((segment, index) => {
        const before = segments[index - 1] ?? '';
        // The segment after the name of a secret is probably one: `/token/0123…/file`.
        if (isLikeToken(segment) && SECRET_NAME.test(before))
            return REDACTED;
        return isRandom(decoded(segment)) ? REDACTED : redactParameters(segment);
    })
        .join('/');
}
/** Parameters of a path segment, as in `;jsessionid=0123` (RFC 3986, 3.3). */
function redactParameters(segment) {
    return segment.replace(/;([^;=]+)=([^;]*)/g, (whole, name, value) => isSecret(name, decoded(value)) ? `;${name}=${REDACTED}` : whole);
}
function redactQuery(parameters) {
    const redacted = [...parameters].map(([name, value]) => {
        // Without a `=` there is only a name.
        if (value === '' && (isLikeToken(name) || name.length > LONGEST_INNOCENT_VALUE))
            return [REDACTED, ''];
        return [name, isSecret(name, value) ? REDACTED : value];
    });
    // Do not rewrite an unchanged query: its encoding could change.
    if (redacted.flat().join('\0') === [...parameters].flat().join('\0'))
        return;
    for (const name of new Set(parameters.keys()))
        parameters.delete(name);
    for (const [name, value] of redacted)
        parameters.append(name, value);
}
function isSecret(name, value) {
    if (SECRET_NAME.test(name) || value.includes('@'))
        return true;
    if (DIGEST_NAME.test(name) && isDigest(value))
        return false;
    return value.length > LONGEST_INNOCENT_VALUE || isLikeToken(value);
}
/** Letters and digits without a gap, long enough for a credential. */
function isLikeToken(text) {
    return new RegExp(`[A-Za-z0-9+/_=-]{${SHORTEST_TOKEN},}`).test(text) && /\d/.test(text) && /[a-z]/i.test(text);
}
/** MD5, SHA-1 and a Git commit, SHA-256, SHA-384 and SHA-512 in hexadecimal, with their algorithm or without. */
function isDigest(text) {
    return /^(?:(?:md5|sha\d+)[:-])?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/.test(text);
}
/** Whether a name looks random: it often alternates between upper-case letters, lower-case letters and digits. */
function isRandom(text) {
    if (text.length < SHORTEST_TOKEN || isDigest(text))
        return false;
    return (text.match(/[A-Za-z0-9]{12,}/g) ?? []).some((piece) => {
        const runs = piece.match(/[a-z]+|[A-Z]+|\d+/g) ?? [];
        const digits = runs.filter((run) => /\d/.test(run));
        return runs.length > 6 && digits.length > 1 && /[a-z]/.test(piece) && /[A-Z]/.test(piece);
    });
}
function withoutTokens(text) {
    return text.replace(KNOWN_TOKEN, REDACTED);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 33483:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.r(__webpack_exports__);
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BUILD_FLAGS: () => (/* binding */ BUILD_FLAGS),
/* harmony export */   completeBuildCommand: () => (/* binding */ completeBuildCommand),
/* harmony export */   encodeBuildCommand: () => (/* binding */ encodeBuildCommand)
/* harmony export */ });
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(61341);
/* harmony import */ var _support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(95625);


/** The option for each field of `BuildCommand`. src/cli/build.ts parses the command line that is written here. */
const BUILD_FLAGS = {
    config: '--config',
    manifest: '--manifest',
    output: '--output',
    urlBase: '--url-base',
    artifactUrl: '--artifact-url',
    platform: '--platform',
    verify: '--verify',
    workers: '--workers',
    locked: '--locked',
    strict: '--strict',
    force: '--force',
    sbom: '--sbom',
};
/**
 * A build command with defaults for what is not given: the inverse of `encodeBuildCommand` for the options of a command line.
 *
 * @throws FledgeError `usage` if the platform of this machine is needed and not supported.
 */
function completeBuildCommand(given) {
    const { config, manifest, output, urlBase, artifactUrl, platform, verify, workers, locked, strict, force, sbom } = given;
    return {
        config,
        manifest,
        output,
        urlBase,
        artifactUrl,
        platform: platform ?? (0,_support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .hostPlatform */ .ol)(),
        verify: verify ?? 'auto',
        workers: workers ?? (0,_support_process_runtime_js__WEBPACK_IMPORTED_MODULE_1__/* .defaultWorkers */ .Vs)(),
        locked: locked ?? false,
        strict: strict ?? false,
        force: force ?? false,
        sbom: sbom ?? false,
    };
}
/** The arguments that start a build as a child process: it prints its result and its log in JSON. */
function encodeBuildCommand(command) {
    const given = { ...command, verify: command.verify === 'auto' ? undefined : command.verify };
    const fields = ['config', 'manifest', 'output', 'urlBase', 'artifactUrl', 'platform', 'verify', 'workers'];
    return [
        ...['build', '--json', '--log-format', 'json'],
        ...fields.flatMap((field) => (given[field] === undefined ? [] : [BUILD_FLAGS[field], String(given[field])])),
        ...(command.locked ? [BUILD_FLAGS.locked] : []),
        ...(command.strict ? [BUILD_FLAGS.strict] : []),
        ...(command.force ? [BUILD_FLAGS.force] : []),
        ...(command.sbom ? [BUILD_FLAGS.sbom] : []),
    ];
}


/***/ }),

/***/ 92089:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ bugReport),
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of this program; a test compares it with package.json. */
const VERSION = '1.0.0-alpha.1';
const ISSUES = 'https://github.com/volantvm/fledge-action/issues';
/** Asks the user to report a bug. `log` names the source of details, such as `its output with -v`. */
function bugReport(log) {
    const here = `fledge ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
    return `this is a bug in fledge (${here}); please report it at ${ISSUES} with the command and ${log}`;
}


/***/ }),

/***/ 42012:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   $i: () => (/* binding */ showName),
/* harmony export */   Pb: () => (/* binding */ byteStringFromBytes),
/* harmony export */   dw: () => (/* binding */ byteStringFromText),
/* harmony export */   eS: () => (/* binding */ compareByteStrings),
/* harmony export */   oO: () => (/* binding */ displayByteString),
/* harmony export */   printable: () => (/* binding */ printable)
/* harmony export */ });
/** The byte string of a JavaScript string, as UTF-8. */
function byteStringFromText(text) {
    return Buffer.from(text, 'utf8').toString('latin1');
}
/** The byte string of raw bytes. */
function byteStringFromBytes(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
/** The bytes of a byte string. */
function bytesOf(value) {
    return Buffer.from(value, 'latin1');
}
/** -1, 0 or 1: the order of two byte strings by byte value, as in `LC_ALL=C sort`. */
function compareByteStrings(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** A byte string for people: valid UTF-8 as text, all other and unprintable bytes as `\xHH`. */
function displayByteString(value) {
    // Almost every name.
    if (/^[ -[\]-~]*$/.test(value))
        return value;
    const bytes = bytesOf(value);
    try {
        const text = utf8.decode(bytes);
        return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/gu, (character) => character === '\\' ? '\\\\' : hexEscape(Buffer.from(character, 'utf8')));
    }
    catch {
        return Array.from(bytes, (byte) => byte === 0x5c ? '\\\\' : byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : hexEscape([byte])).join('');
    }
}
/** A hostile name can have a million bytes. */
const MAX_SHOWN_BYTES = 300;
/** A name in an archive, for messages: quoted, printable, and of limited length. */
function showName(name) {
    const shown = displayByteString(name.slice(0, MAX_SHOWN_BYTES));
    return `"${shown.replaceAll('"', '\\"')}${name.length > MAX_SHOWN_BYTES ? '…' : ''}"`;
}
/** Text for a terminal: line breaks stay, all other control characters become `\\xHH`. */
function printable(text) {
    return text.replace(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/gu, (character) => hexEscape(Buffer.from(character, 'utf8')));
}
function hexEscape(bytes) {
    return Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}


/***/ }),

/***/ 35921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hx: () => (/* binding */ reasonOfCode),
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   Og: () => (/* binding */ readFailureOf),
/* harmony export */   PI: () => (/* binding */ writeFailureOf),
/* harmony export */   WE: () => (/* binding */ explain),
/* harmony export */   _h: () => (/* binding */ joinErrors),
/* harmony export */   aE: () => (/* binding */ FledgeError),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   c7: () => (/* binding */ systemCodeOf),
/* harmony export */   et: () => (/* binding */ exitStatusOf),
/* harmony export */   vI: () => (/* binding */ shortened)
/* harmony export */ });
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(11720);

const ERROR_CODES = [
    'config',
    'usage',
    'input',
    'download',
    'tool',
    'output',
    'format',
    'publish',
    'internal',
];
/** In characters. Long enough for every useful message, and under 64 KiB in UTF-8. */
const MAX_MESSAGE = 20_000;
/** A text of at most `limit` characters and a few words; the middle of a longer text is left out. */
function shortened(text, limit) {
    if (text.length <= limit)
        return text;
    const half = Math.floor(limit / 2);
    // Do not leave half of a surrogate pair at the cut.
    const head = text.slice(0, half).replace(/[\ud800-\udbff]$/, '');
    const tail = text.slice(text.length - half).replace(/^[\udc00-\udfff]/, '');
    return `${head}… (${text.length - head.length - tail.length} characters left out) …${tail}`;
}
/**
 * The error class of fledge. It contains the failed operation, the reason, and the fix. `message` and `fix` name options
 * as on the command line, and their length is limited.
 */
class FledgeError extends Error {
    name = 'FledgeError';
    code;
    fix;
    /** Message and fix with their options as data, for `explain` with other terms and for errors that wrap this one. */
    wording;
    problems;
    /** The part of the message that is not in `problems`; the whole message if there are no problems. */
    remark;
    isFixedByContainer;
    constructor(code, message, options = {}) {
        const { cause, fix, problems = [], remark, isFixedByContainer = false } = options;
        super(shortened((0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .render */ .XX)(message), MAX_MESSAGE), cause === undefined ? undefined : { cause });
        this.code = code;
        this.fix = fix === undefined ? undefined : shortened((0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .render */ .XX)(fix), MAX_MESSAGE);
        this.wording = { message, fix };
        this.problems = problems;
        this.remark = problems.length === 0 ? message : remark;
        this.isFixedByContainer = isFixedByContainer;
    }
}
/**
 * Joins several errors: all messages, one after the other, and all problems. It has a fix if all errors with a fix have
 * the same one.
 */
function joinErrors(code, errors) {
    const fixes = new Map(errors.flatMap(({ wording: { fix } }) => (fix === undefined ? [] : [[(0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .render */ .XX)(fix), fix]])));
    const [fix] = fixes.values();
    const remarks = errors.flatMap(({ remark }) => (remark === undefined ? [] : [remark]));
    return new FledgeError(code, (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .joinTexts */ .B5)(errors.map(({ wording: { message } }) => message), '\n'), {
        problems: errors.flatMap(({ problems }) => problems),
        ...(remarks.length > 0 && { remark: (0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .joinTexts */ .B5)(remarks, '\n') }),
        ...(fixes.size === 1 && { fix }),
    });
}
/** The exit status for an error (docs/troubleshooting.md): 2 for mistakes in the user's input, 1 for all others. */
function exitStatusOf(error) {
    return error instanceof FledgeError && (error.code === 'config' || error.code === 'usage') ? 2 : 1;
}
/** The code of a Node system error (`ENOENT`, `ECONNREFUSED`, …), or undefined. */
function systemCodeOf(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' ? error.code : undefined;
}
/** The reason of a failed write or creation, in words; without the names of temporary files. */
function writeFailureOf(error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT')
        return 'the directory does not exist';
    return reasonOfCode(code) ?? messageOf(error);
}
/** The reason of a failed open or read, in words. */
function readFailureOf(error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT')
        return 'there is no such file';
    return reasonOfCode(code) ?? messageOf(error);
}
/** The meaning of the code of a system error, in words, or undefined for a code that users would not understand. */
function reasonOfCode(code) {
    return code === undefined || !Object.hasOwn(REASONS, code) ? undefined : REASONS[code];
}
const REASONS = {
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'the disk quota is used up',
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOENT: 'it does not exist',
    ENOTDIR: 'a part of the path is not a directory',
    EISDIR: 'it is a directory',
    EEXIST: 'it already exists',
    ENOTEMPTY: 'the directory is not empty',
    EBUSY: 'it is in use',
    ELOOP: 'its symbolic links form a loop',
    ENAMETOOLONG: 'the name is too long',
    EFBIG: 'the file system does not support files of this size',
    EMFILE: 'too many files are open',
    ENFILE: 'too many files are open on this machine',
    EAGAIN: 'the limit of processes or of memory is reached',
    ENOMEM: 'there is not enough memory',
    EIO: 'the disk reports an input/output error',
    ESTALE: 'it no longer exists on the network file system',
};
/**
 * Describes anything thrown. System errors and lack of memory are described in words. Everything else that is not a
 * FledgeError is a bug in fledge. `term` names options; default: as on the command line.
 */
function explain(error, term) {
    if (error instanceof FledgeError) {
        const { message, fix } = error.wording;
        return {
            message: shortened((0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .render */ .XX)(message, term), MAX_MESSAGE),
            fix: fix === undefined ? undefined : shortened((0,_wording_js__WEBPACK_IMPORTED_MODULE_0__/* .render */ .XX)(fix, term), MAX_MESSAGE),
            isBug: error.code === 'internal' && fix === undefined,
        };
    }
    if (isLackOfMemory(error)) {
        return { message: 'there is not enough memory for this build', fix: MEMORY_FIX, isBug: false };
    }
    return explainSystemError(error) ?? { message: messageOf(error), fix: undefined, isBug: true };
}
const MEMORY_FIX = 'use a machine with more memory, or fewer threads (--workers 1)';
function isLackOfMemory(error) {
    const code = systemCodeOf(error);
    if (code === 'ERR_WORKER_OUT_OF_MEMORY' || code === 'ERR_MEMORY_ALLOCATION_FAILED')
        return true;
    return error instanceof RangeError && /allocation failed|could not allocate|out of memory/i.test(error.message);
}
function explainSystemError(error) {
    if (!(error instanceof Error))
        return undefined;
    const code = systemCodeOf(error);
    const syscall = 'syscall' in error ? String(error.syscall) : '';
    if (syscall === 'uv_os_homedir') {
        return {
            message: 'cannot find the home directory: this user does not have one, and HOME is not set',
            fix: 'set HOME, or set FLEDGE_CACHE_DIR to a directory',
            isBug: false,
        };
    }
    const reason = reasonOfCode(code);
    if (code === undefined || reason === undefined)
        return undefined;
    if (syscall === 'uv_cwd') {
        return {
            message: 'the current directory no longer exists',
            fix: 'change to a directory that exists',
            isBug: false,
        };
    }
    const path = 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : '';
    return { message: `cannot ${verbOf(syscall)}${path}: ${reason}`, fix: fixOfCode(code), isBug: false };
}
function verbOf(syscall) {
    if (syscall.startsWith('spawn'))
        return 'start';
    if (/^(open|access|f?stat|lstat|scandir|opendir|readlink|realpath|read)$/.test(syscall))
        return 'read';
    if (/^(write|mkdir|mkdtemp|rename|link|symlink|copyfile|ftruncate|f?sync|fdatasync)$/.test(syscall))
        return 'write';
    if (/^(unlink|rmdir|rm)$/.test(syscall))
        return 'remove';
    return syscall === '' ? 'continue' : `call ${syscall}`;
}
function fixOfCode(code) {
    switch (code) {
        case 'ENOSPC':
        case 'EDQUOT':
            return 'free some space, or set TMPDIR and FLEDGE_CACHE_DIR to directories on another disk';
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return 'give the user of the build the permission for this';
        case 'ENOENT':
        case 'ENOTDIR':
            return 'check whether another process removes files during the build';
        case 'ENAMETOOLONG':
            return 'choose shorter names for files and directories';
        case 'EMFILE':
        case 'ENFILE':
            return 'raise the limit of open files (ulimit -n)';
        case 'EAGAIN':
        case 'ENOMEM':
            return MEMORY_FIX;
        case 'EIO':
            return 'check the disk: the kernel log has details (dmesg)';
        default:
            return undefined;
    }
}
/** The message of anything thrown, on one line and without a stack; the middle of a long message is left out. */
function messageOf(error) {
    const text = error instanceof Error ? error.message : String(error);
    return shortened(text, MAX_MESSAGE)
        .replace(/\s*\n\s*/g, ' ')
        .trim();
}


/***/ }),

/***/ 61341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P4: () => (/* binding */ PLATFORMS),
/* harmony export */   ol: () => (/* binding */ hostPlatform),
/* harmony export */   p5: () => (/* binding */ platformNamed)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(35921);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11720);


/** The platforms that a plugin can be built for. */
const PLATFORMS = ['linux/amd64', 'linux/arm64'];
/** Other names of the platforms: those of uname(1), of Debian and of Docker. */
const ALIASES = new Map([
    ['amd64', 'linux/amd64'],
    ['x86_64', 'linux/amd64'],
    ['arm64', 'linux/arm64'],
    ['aarch64', 'linux/arm64'],
    ['arm64/v8', 'linux/arm64'],
]);
/** The platform with a name, such as `linux/arm64`, `arm64` or `aarch64`; undefined for any other text. */
function platformNamed(text) {
    return ALIASES.get(text.toLowerCase().replace(/^linux\//, ''));
}
/**
 * The platform of this machine.
 *
 * @throws FledgeError `usage` if plugins do not support it.
 */
function hostPlatform() {
    if (process.arch === 'x64')
        return 'linux/amd64';
    if (process.arch === 'arm64')
        return 'linux/arm64';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `cannot use this machine's architecture (${process.arch}) as the target platform`, {
        fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `name the target platform: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform', 'linux/amd64')} or linux/arm64`,
    });
}


/***/ }),

/***/ 3131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ formatPlace)
/* harmony export */ });
/** The beginning of a message about a place in a file: `fledge.toml:LINE:COL: key: `. */
function formatPlace({ file, line, column, key }) {
    return `${file}:${line}:${column}: ${key === undefined ? '' : `${key}: `}`;
}


/***/ }),

/***/ 72658:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cd: () => (/* binding */ runToEnd),
/* harmony export */   sz: () => (/* binding */ atExit),
/* harmony export */   yK: () => (/* binding */ handleSignals)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);

const pending = new Set();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Registers `cleanup` to run if the process ends (exit, signal, uncaught error). The returned function removes the
 * registration without running `cleanup`.
 */
function atExit(cleanup) {
    if (pending.size === 0)
        process.once('exit', runCleanups);
    pending.add(cleanup);
    return () => {
        pending.delete(cleanup);
        if (pending.size === 0)
            process.off('exit', runCleanups);
    };
}
function runCleanups() {
    for (const cleanup of [...pending].reverse()) {
        pending.delete(cleanup);
        try {
            cleanup();
        }
        catch {
            // The other cleanups must still run, and the error can no longer be reported.
        }
    }
}
/**
 * On SIGINT, SIGTERM or SIGHUP, runs the pending cleanups and then ends the process by the same signal, so that a shell
 * or a CI runner sees the cause. Later signals are ignored. `announce` can print a message before the end.
 */
function handleSignals(announce) {
    let isEnding = false;
    const end = (signal) => {
        // timeout(1) and npx send a second signal at once. Without a handler it would end the process during its cleanup.
        if (isEnding)
            return;
        isEnding = true;
        runCleanups();
        announce(signal);
        process.off(signal, end);
        process.kill(process.pid, signal);
        // The kernel does not deliver such a signal to PID 1, which the program is in a container without --init.
        process.exit(128 + node_os__WEBPACK_IMPORTED_MODULE_0__.constants.signals[signal]);
    };
    for (const signal of SIGNALS)
        process.on(signal, end);
}
/**
 * Runs a program to its end, and uses its result as the exit status. The first error that it does not catch itself, in a
 * promise, a callback or a listener, is passed to `report`; then the pending cleanups run, and the process ends with the
 * status that `report` returns. A program that waits for an event that cannot happen has failed, too.
 */
function runToEnd(main, report) {
    let isOver = false;
    const fail = (error) => {
        if (isOver)
            return;
        isOver = true;
        let status = 1;
        try {
            status = report(error);
        }
        finally {
            process.exit(status);
        }
    };
    process.on('uncaughtException', fail);
    process.on('unhandledRejection', fail);
    process.on('beforeExit', () => fail(new Error('it waits for an event that cannot happen')));
    main().then((status) => {
        isOver = true;
        process.exitCode = status;
    }, fail);
}


/***/ }),

/***/ 95625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  yV: () => (/* binding */ defaultJobs),
  Vs: () => (/* binding */ defaultWorkers),
  ar: () => (/* binding */ limitYoungGeneration),
  SE: () => (/* binding */ lowerPoolPriority),
  mZ: () => (/* binding */ workersPerJob)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:process"
var external_node_process_ = __nccwpck_require__(1708);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
;// CONCATENATED MODULE: ./build/support/process/runtime.js




/* Settings of this process for speed and memory: threads, their priority, V8's heap. */
/** More threads only need more memory: reading the files is the bottleneck then. */
const MAX_WORKERS = 8;
/** The default number of threads that compress. */
function defaultWorkers() {
    return Math.min((0,external_node_os_.availableParallelism)(), MAX_WORKERS);
}
/** More builds at once compete for the disk and the network. */
const MAX_JOBS = 4;
/** The memory that a build may need, in bytes: its tree, its buffers and its tools. */
const BUILD_MEMORY = 1024 ** 3;
/** The default number of builds that run at once: one for each CPU and GiB of available memory. */
function defaultJobs() {
    return Math.max(1, Math.min((0,external_node_os_.availableParallelism)(), MAX_JOBS, Math.floor((0,external_node_process_.availableMemory)() / BUILD_MEMORY)));
}
/** The default number of compressor threads of one of several builds that run at once. */
function workersPerJob(jobs) {
    return Math.max(1, Math.floor(defaultWorkers() / jobs));
}
/** The difference in nice values: on a shared CPU, these threads get about a third of the main thread's time. */
const STEP = 5;
const LOWEST = 19;
/**
 * Lowers the priority of the threads of libuv's pool, which read and decompress, below that of the main thread, for which
 * all of them wait. It matters if there are fewer CPUs than threads. Linux has a priority for each thread
 * (setpriority(2), "C library/kernel differences"); on other systems nothing happens. It is permanent: without
 * privileges a priority can only be lowered.
 */
function lowerPoolPriority() {
    try {
        const priority = Math.min((0,external_node_os_.getPriority)() + STEP, LOWEST);
        for (const thread of (0,external_node_fs_.readdirSync)('/proc/self/task')) {
            if (threadName(thread).startsWith('libuv-worker'))
                (0,external_node_os_.setPriority)(Number(thread), priority);
        }
    }
    catch {
        // The priority is only an optimisation; the build continues without it.
    }
}
function threadName(thread) {
    return (0,external_node_fs_.readFileSync)(`/proc/self/task/${thread}/comm`, 'utf8');
}
/**
 * Stops the growth of V8's semi-space until the returned function is called. It would otherwise double while most new
 * objects survive, up to 64 MiB and the same again as the copy target; a tree of hundreds of thousands of files is built
 * in the same time without this. The maximum size can only be set on Node's command line; the growth factor is read at
 * each scavenge, so it can be changed at run time.
 */
function limitYoungGeneration() {
    (0,external_node_v8_namespaceObject.setFlagsFromString)('--semi-space-growth-factor=1');
    return () => (0,external_node_v8_namespaceObject.setFlagsFromString)('--semi-space-growth-factor=2');
}


/***/ }),

/***/ 55338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ followActivities),
/* harmony export */   o: () => (/* binding */ noteActivity)
/* harmony export */ });
// One for the process, so that the modules that start programs and send requests need no reporter.
let follower;
/** Notes an activity. */
function noteActivity(activity) {
    follower?.(activity);
}
/** Passes each activity to `listener` from now on, in place of the earlier listener; undefined for none. */
function followActivities(listener) {
    follower = listener;
}


/***/ }),

/***/ 46707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ errorFields)
/* harmony export */ });
/* harmony import */ var _about_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(92089);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(35921);


/** The fields of anything thrown. `log` names the source of details of a bug, see `bugReport`. */
function errorFields(error, log, stack) {
    const { message, fix, isBug } = (0,_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .explain */ .WE)(error);
    const told = fix ?? (isBug ? (0,_about_js__WEBPACK_IMPORTED_MODULE_1__/* .bugReport */ .r)(log) : undefined);
    const known = error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE ? error : undefined;
    return {
        code: known?.code ?? 'internal',
        message,
        ...(told !== undefined && { fix: told }),
        problems: [...(known?.problems ?? [])],
        bug: isBug,
        ...(stack !== undefined && { stack }),
    };
}


/***/ }),

/***/ 67277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
/** Characters that JSON does not escape, and that can control a terminal or a viewer. Line breaks are layout here. */
const HIDDEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu;
/** A value as JSON that is safe to show. `indent` spaces for each level; default: all on one line. */
function jsonText(value, indent) {
    return JSON.stringify(value, null, indent).replace(HIDDEN, escaped);
}
function escaped(character) {
    return character
        .split('')
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join('');
}


/***/ }),

/***/ 79391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ describeWarning),
/* harmony export */   _c: () => (/* binding */ collectWarnings),
/* harmony export */   aj: () => (/* binding */ warningOf),
/* harmony export */   gy: () => (/* binding */ requireNoWarnings)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(35921);
/* harmony import */ var _problem_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3131);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(62625);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(11720);




/** A warning as data. `details` may have other fields, which are left out. */
function warningOf(message, details = {}) {
    const { code = 'other', file, line, column, key, fix } = details;
    return {
        code,
        message,
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
        ...(column !== undefined && { column }),
        ...(key !== undefined && { key }),
        ...(fix !== undefined && { fix }),
    };
}
/** The text of a warning without its fix: `fledge.toml:4:6: init.path: message`. */
function describeWarning(message, { file, line, column, key } = {}) {
    if (file === undefined || line === undefined || column === undefined)
        return message;
    return `${(0,_problem_js__WEBPACK_IMPORTED_MODULE_1__/* .formatPlace */ .d)({ file, line, column, key })}${message}`;
}
/** A reporter that passes everything on and adds the warnings to a list. */
function collectWarnings(reporter, warnings = []) {
    return {
        warnings,
        reporter: {
            ...reporter,
            warn(message, details) {
                warnings.push(warningOf(message, details));
                reporter.warn(message, details);
            },
        },
    };
}
/**
 * Makes warnings errors, for `--strict`. `subject` is a plugin or a file.
 *
 * @throws FledgeError `input` if there are any.
 */
function requireNoWarnings(warnings, subject) {
    if (warnings.length === 0)
        return;
    const count = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(warnings.length, 'warning');
    const codes = (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listWithAnd */ .K1)(new Set(warnings.map(({ code }) => code)));
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `${subject} has ${count} (${codes}), and ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('strict')} makes warnings errors`, {
        fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `correct the causes of the warnings above, or build without ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('strict')}`,
    });
}


/***/ }),

/***/ 30389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ safeOnRunner),
/* harmony export */   g: () => (/* binding */ escapeCommands)
/* harmony export */ });
/* harmony import */ var _byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(42012);

/**
 * Escapes text so that GitHub's runner prints it without interpreting it. The runner executes a line of a step's output
 * as a command if it begins with `::` after white space, or contains `##[` (actions/runner, ActionCommand.cs). Names of
 * images and files and the output of tools and machines are untrusted. A space makes a command plain text, and every
 * character that could end a line or control a terminal becomes `\xHH`; line breaks remain.
 */
function escapeCommands(text) {
    return withoutCommands((0,_byte_string_js__WEBPACK_IMPORTED_MODULE_0__.printable)(text));
}
/** The same for text whose names are printable, and which can have colours. */
function withoutCommands(text) {
    return text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}
/** The same if the output of this process is read by a runner of GitHub Actions. */
function safeOnRunner(text) {
    return process.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands(text) : text;
}


/***/ }),

/***/ 1318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** Minimum length, in characters, of a name that is completed to a longer one. */
const MIN_PREFIX = 3;
/**
 * The candidate with the smallest edit distance to `name`, if it is small enough; the first one on a tie. Otherwise the
 * only candidate that continues `name` (`memory_mb` for `memory`).
 */
function nearest(name, candidates) {
    const limit = Math.max(1, Math.floor(Math.min(name.length, 40) / 3));
    let best;
    let bestDistance = limit + 1;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - name.length) >= bestDistance)
            continue;
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance)
            [best, bestDistance] = [candidate, distance];
    }
    if (best !== undefined || name.length < MIN_PREFIX)
        return best;
    const longer = candidates.filter((candidate) => candidate.startsWith(`${name}_`) || candidate.startsWith(`${name}-`));
    return longer.length === 1 ? longer[0] : undefined;
}
/**
 * Damerau-Levenshtein distance (optimal string alignment): the number of characters to insert, delete, replace, or swap
 * with their neighbour.
 */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
            }
            row.push(distance);
        }
        [beforeLast, last] = [last, row];
    }
    return last[b.length] ?? 0;
}


/***/ }),

/***/ 62625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ withoutSlashes),
/* harmony export */   CO: () => (/* binding */ listWithOr),
/* harmony export */   K1: () => (/* binding */ listWithAnd),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   r7: () => (/* binding */ shellWord)
/* harmony export */ });
/* Text in messages. */
/** A text quoted as one word of a POSIX shell's command line. */
function shellWord(text) {
    return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
/** A list of alternatives: `a`, `a or b`, `a, b or c`. */
function listWithOr(items) {
    return list(items, 'disjunction');
}
/** A list: `a`, `a and b`, `a, b and c`. */
function listWithAnd(items) {
    return list(items, 'conjunction');
}
function list(items, type) {
    // British English has no comma before the last item.
    return new Intl.ListFormat('en-GB', { type }).format(items);
}
/** A number with its noun: `1 file`, `2 files`. `many` is the plural if it has another form than with an `s`. */
function counted(count, noun, many = `${noun}s`) {
    return `${count} ${count === 1 ? noun : many}`;
}
/** A path without slashes at its end; `/` stays. An expression would need quadratic time for slashes that are not at the end. */
function withoutSlashes(path) {
    let end = path.length;
    while (end > 1 && path[end - 1] === '/')
        end -= 1;
    return path.slice(0, end);
}


/***/ }),

/***/ 3795:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ parseSize),
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   MH: () => (/* binding */ formatMilliseconds),
/* harmony export */   gJ: () => (/* binding */ MEBIBYTE),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const MEBIBYTE = 1024 * 1024;
const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'];
/** A number of bytes, for people: `812 B`, `1.4 MiB`. */
function formatBytes(bytes) {
    let value = bytes;
    let unit = 'B';
    for (const next of UNITS) {
        if (value < 1024)
            break;
        value /= 1024;
        unit = next;
    }
    return unit === 'B' ? `${bytes} B` : `${value.toFixed(1)} ${unit}`;
}
const SIZE_POWERS = ['B', 'K', 'M', 'G', 'T'];
/**
 * The bytes of a size such as `500M` or `1.5 GiB`, or undefined if it is not one. The units are powers of 1024. A number without
 * a unit is not a size, because it could be bytes or gigabytes; only 0 needs none.
 */
function parseSize(text) {
    const [, digits, unit] = /^(\d+(?:\.\d+)?) ?(?:([KMGT])(?:i?B)?|B)$/i.exec(text.trim() === '0' ? '0B' : text.trim()) ?? [];
    if (digits === undefined)
        return undefined;
    const power = SIZE_POWERS.findIndex((name) => name === (unit ?? 'B').toUpperCase());
    const bytes = Math.floor(Number(digits) * 1024 ** power);
    return Number.isSafeInteger(bytes) ? bytes : undefined;
}
const DAY_MS = 24 * 60 * 60 * 1000;
const DURATIONS = {
    m: 60 * 1000,
    h: 60 * 60 * 1000,
    d: DAY_MS,
    w: 7 * DAY_MS,
};
/** The milliseconds of a duration such as `12h`, `30d` or `2w`, or undefined if it is not one. `m` is minutes. */
function parseDuration(text) {
    const [, digits, unit = ''] = /^(\d{1,6}) ?([mhdw])$/i.exec(text.trim()) ?? [];
    const milliseconds = DURATIONS[unit.toLowerCase()];
    return digits === undefined || milliseconds === undefined ? undefined : Number(digits) * milliseconds;
}
/** A duration, for people: `840 ms`, `12.3 s`. */
function formatMilliseconds(milliseconds) {
    return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}


/***/ }),

/***/ 11720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ joinTexts),
/* harmony export */   Bd: () => (/* binding */ NAMED_OPTIONS),
/* harmony export */   E0: () => (/* binding */ mapText),
/* harmony export */   MH: () => (/* binding */ worded),
/* harmony export */   XX: () => (/* binding */ render),
/* harmony export */   uK: () => (/* binding */ option)
/* harmony export */ });
/** The options of `fledge build` and `fledge boot` that messages of builds name. */
const NAMED_OPTIONS = [
    'config',
    'force',
    'manifest',
    'output',
    'output-dir',
    'platform',
    'verify',
    'locked',
    'strict',
    'url-base',
    'kernel',
];
/** Names an option in a text of `worded`. */
function option(name, value) {
    return { option: name, ...(value !== undefined && { value }) };
}
/** A template tag for texts that name options: worded`write elsewhere with ${option('output')}`. */
function worded(strings, ...values) {
    const parts = strings.flatMap((string, index) => {
        const value = values[index];
        if (value === undefined)
            return [string];
        return isParts(value) ? [string, ...value] : [string, value];
    });
    return parts.filter((part) => part !== '');
}
/** Joins texts, with `separator` between them. */
function joinTexts(texts, separator) {
    return texts.flatMap((text, index) => [...(index === 0 ? [] : [separator]), ...(isParts(text) ? text : [text])]);
}
/** Applies `change` to all parts of a text except the names of options. */
function mapText(text, change) {
    if (!isParts(text))
        return change(text);
    return text.map((part) => (typeof part === 'string' ? change(part) : part));
}
/** A text as a string, with options named by `term`; default: as on the command line, `--output FILE`. */
function render(text, term = commandLineTerm) {
    if (!isParts(text))
        return text;
    return text.map((part) => (typeof part === 'string' ? part : term(part))).join('');
}
function commandLineTerm({ option: name, value }) {
    return value === undefined ? `--${name}` : `--${name} ${value}`;
}
function isParts(text) {
    return Array.isArray(text);
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};

// EXTERNAL MODULE: ./node_modules/commander/index.js
var commander = __nccwpck_require__(18909);
;// CONCATENATED MODULE: ./node_modules/commander/esm.mjs


// wrapper to provide named exports for ESM.
const {
  /* program */ "DM": program,
  /* createCommand */ "gu": createCommand,
  /* createArgument */ "er": createArgument,
  /* createOption */ "Ww": createOption,
  /* CommanderError */ "b7": CommanderError,
  /* InvalidArgumentError */ "Di": InvalidArgumentError,
  /* InvalidOptionArgumentError */ "a2": InvalidOptionArgumentError, // deprecated old name
  /* Command */ "uB": Command,
  /* Argument */ "ef": Argument,
  /* Option */ "c$": Option,
  /* Help */ "_V": Help,
} = commander;

// EXTERNAL MODULE: ./build/support/errors.js
var errors = __nccwpck_require__(35921);
// EXTERNAL MODULE: ./build/support/process/cleanup.js
var cleanup = __nccwpck_require__(72658);
// EXTERNAL MODULE: ./build/recipe/build-command.js
var build_command = __nccwpck_require__(33483);
// EXTERNAL MODULE: ./build/support/platform.js
var support_platform = __nccwpck_require__(61341);
// EXTERNAL MODULE: ./build/cli/stream-reporter.js + 2 modules
var stream_reporter = __nccwpck_require__(47076);
;// CONCATENATED MODULE: ./build/cli/common-options.js




/** Adds a command with the common options to a program. */
function common_options_createCommand({ program, session }, name, description) {
    const parent = program.parent === null ? program.name() : `${program.parent.name()} ${program.name()}`;
    return program
        .command(name)
        .description(description)
        .option('-v, --verbose', 'print commands, URLs, versions and digests, and the stack of an error')
        .option('-q, --quiet', 'print nothing but errors and, with --json, the result')
        .addOption(progressOption())
        .addOption(logFormatOption())
        .helpOption('-h, --help', 'show help')
        .showHelpAfterError(`(run ${parent} ${name} --help for usage)`)
        .allowExcessArguments(false)
        .hook('preAction', (_, command) => session.setVerbosity(command.opts()));
}
/** Adds a command for one or several configs; src/cli/named-configs.ts finds them. */
function createConfigCommand(place, name, description) {
    return common_options_createCommand(place, name, description)
        .argument('[config...]', 'configs, their directories, or patterns as in fledge plan (default: fledge.toml)')
        .option(`-c, ${build_command.BUILD_FLAGS.config} <file>`, 'a fledge.toml or its directory, as an option');
}
/** The option for the manifest template. */
function manifestOption() {
    const help = 'manifest template (default: manifest.toml beside fledge.toml, if any)';
    return new Option(`-m, ${build_command.BUILD_FLAGS.manifest} <file>`, help);
}
/** The option for the target platform. */
function platformOption() {
    const help = "target platform, such as linux/arm64 or arm64 (default: this machine's)";
    return new Option(`${build_command.BUILD_FLAGS.platform} <platform>`, help).argParser(parsePlatform);
}
/** The option for one or several target platforms. Not a variadic option of commander, which would parse the arguments after it. */
function platformsOption() {
    const help = "target platform; several with commas, or by repetition (default: this machine's)";
    const parse = (text, earlier = []) => [
        ...new Set([...earlier, ...text.split(',').map(parsePlatform)]),
    ];
    // The parser accepts other names, too. The choices are for the help and for completions.
    return new Option(`${build_command.BUILD_FLAGS.platform} <platform>`, help).choices(support_platform/* PLATFORMS */.P4).argParser(parse);
}
function parsePlatform(text) {
    const platform = (0,support_platform/* platformNamed */.p5)(text.trim());
    if (platform !== undefined)
        return platform;
    throw new InvalidArgumentError(`Allowed choices are ${support_platform/* PLATFORMS */.P4.join(', ')}.`);
}
/** The option for a result in JSON. */
function jsonOption(what) {
    return new Option('--json', `print ${what} as JSON on stdout, or the error`);
}
/** A parser for the value of an option: a number from `least` to `most`, without a fraction. */
function numberFrom(least, most) {
    return (text) => {
        const value = Number(text);
        if (/^\d+$/.test(text) && value >= least && value <= most)
            return value;
        throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
    };
}
function progressOption() {
    return new Option('--progress <style>', 'progress on stderr: auto is a bar on a terminal, plain is lines')
        .choices(stream_reporter/* PROGRESS_STYLES */.fB)
        .default('auto');
}
function logFormatOption() {
    return new Option('--log-format <format>', 'format of stderr: text, or json with one object per line')
        .choices(['text', 'json'])
        .default('text');
}
/** True for a JSON log. Checked before the command line is parsed, because errors in it are logged as well. */
function asksForJsonLog(args) {
    return args.some((arg, index) => arg === '--log-format=json' || (arg === 'json' && args[index - 1] === '--log-format'));
}
/** True for a result in JSON. Checked before the command line is parsed, because errors in it are printed as well. */
function asksForJson(args) {
    const end = args.indexOf('--');
    return args.slice(0, end < 0 ? undefined : end).includes('--json');
}

// EXTERNAL MODULE: ./build/support/about.js
var about = __nccwpck_require__(92089);
// EXTERNAL MODULE: ./build/support/suggest.js
var suggest = __nccwpck_require__(1318);
// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __nccwpck_require__(79391);
// EXTERNAL MODULE: ./build/support/units.js
var units = __nccwpck_require__(3795);
;// CONCATENATED MODULE: ./build/cli/boot.js





const LONGEST_SECONDS = 24 * 60 * 60;
const MAX_REPEAT = 1000;
/** Before each line of a console, so that a machine cannot print what looks like a message of fledge. */
const CONSOLE_MARK = '| ';
/** `fledge boot`. */
function defineBoot(program, session) {
    const seconds = (text) => {
        const value = Number(text);
        if (/^\d+(\.\d+)?$/.test(text) && value <= LONGEST_SECONDS)
            return value;
        throw new InvalidArgumentError(`It must be a number of seconds, at most ${LONGEST_SECONDS}.`);
    };
    return common_options_createCommand({ program, session }, 'boot', 'start an artifact in a microVM, as Volant does')
        .argument('[artifact]', 'an artifact, a directory with manifest.json, or a fledge.toml, which is built first')
        .option('--expect <regex>', 'succeed when the console shows this')
        .option('--http [path]', 'succeed when GET is answered with 2xx (default: the health check of the manifest)')
        .option('--run <command>', 'succeed when this command, which is run inside, ends with status 0')
        .addOption(new Option('--settle <seconds>', 'otherwise: time for which the workload must run (default: 2)').argParser(seconds))
        .addOption(new Option('--timeout <seconds>', 'time limit (default: 60 with KVM, 300 without)').argParser((text) => {
        const value = seconds(text);
        if (value > 0)
            return value;
        throw new InvalidArgumentError('It must be more than 0 seconds.');
    }))
        .option('--kernel <file or URL>', "kernel to boot (default: that of Volant's installer)")
        .option('--kernel-sha256 <digest>', 'SHA-256 of the kernel')
        .option('--modules <directory>', 'modules of the kernel (default: /lib/modules/VERSION, if the kernel is in /boot)')
        .addOption(new Option('--vmm <program>', 'program that runs the machine')
        .choices(['auto', 'qemu', 'cloud-hypervisor'])
        .default('auto'))
        .addOption(new Option('--volant <generation>', "generation of Volant's command line")
        .choices(['0.6', 'next'])
        .default('0.6'))
        .addOption(new Option('--cpus <number>', 'number of CPUs (default: that of the manifest)').argParser(numberFrom(1, 64)))
        .addOption(new Option('--memory <MiB>', 'memory (default: that of the manifest)').argParser(numberFrom(32, 1 << 20)))
        .option('--agent <file>', 'agent for an image without one')
        .option('--append <words>', "further words of the kernel's command line")
        .addOption(new Option('--repeat <number>', 'boot several times and print median, minimum and maximum').argParser(numberFrom(1, MAX_REPEAT)))
        .option('--keep', 'leave the machine running, and print the address of its ports, until Ctrl-C')
        .option('--console <file>', 'write the text of the console to a file')
        .option('--interactive', 'start a shell on the console; Ctrl-] ends the machine')
        .addOption(jsonOption('the result'))
        .addHelpText('after', `
The artifact does not change: the machine's writes are discarded. Without /dev/kvm the machine is emulated.
The exit status is 0 if the machine did what was asked, 1 if it did not, and 2 for a mistake in the options.

Examples:
  fledge boot                                   build the plugin of ./fledge.toml and boot it
  fledge boot nginx.img --http /                boot an image until it serves a page
  fledge boot plugin.cpio.gz --expect 'listening on port [0-9]+'
  fledge boot dist --run 'nginx -t'
  fledge boot plugin.cpio.gz --repeat 10 --json`)
        .action((artifact, options) => runBoot(artifact, options, session));
}
/** Boots, and prints the result on stdout. */
async function runBoot(artifact, options, session) {
    if (options.interactive === true && options.json === true) {
        throw new errors/* FledgeError */.aE('usage', '--interactive and --json are mutually exclusive: both write to stdout', {
            fix: 'remove --json',
        });
    }
    const [{ bootRepeatedly }, { linesTo }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(1313), __nccwpck_require__.e(4153), __nccwpck_require__.e(5823), __nccwpck_require__.e(2877), __nccwpck_require__.e(4789), __nccwpck_require__.e(60), __nccwpck_require__.e(9964)]).then(__nccwpck_require__.bind(__nccwpck_require__, 39964)),
        __nccwpck_require__.e(/* import() */ 8924).then(__nccwpck_require__.bind(__nccwpck_require__, 88924)),
    ]);
    session.doneSoFar = 'the machine was stopped';
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(session.reporter);
    const summary = await bootRepeatedly(artifact, options, {
        env: process.env,
        reporter,
        ...(options.verbose === true &&
            options.interactive !== true && { onConsole: linesTo((line) => reporter.debug(`${CONSOLE_MARK}${line}`)) }),
        ...(options.interactive === true && { terminal: { input: process.stdin, output: process.stdout } }),
        ...(options.keep === true && { onReached: (machine) => keepRunning(machine, session) }),
    });
    if (options.json === true)
        await session.printJson({ ...summary, warnings });
    else if (summary.ok)
        await session.printSummary(textOf(summary));
    const { diagnosis } = summary;
    if (diagnosis === undefined)
        return;
    if (options.verbose !== true && options.json !== true)
        printConsole(summary.boots.at(-1)?.console ?? [], session);
    throw new errors/* FledgeError */.aE('input', diagnosis.message, { fix: diagnosis.fix });
}
/** Waits until a machine ends by itself. Ctrl-C ends this program, and the machine with it. */
async function keepRunning({ forwards, ended }, { reporter }) {
    for (const { hostPort, guestPort } of forwards) {
        reporter.info(`port ${guestPort} of the machine is http://127.0.0.1:${hostPort}/`);
    }
    reporter.info('the machine runs until Ctrl-C');
    await ended;
}
function printConsole(lines, { reporter }) {
    if (lines.length === 0)
        return;
    reporter.info('the last lines of the console:');
    for (const line of lines)
        reporter.info(`${CONSOLE_MARK}${line}`);
}
function textOf({ artifact, goal, boots, times }) {
    const spread = boots.length === 1
        ? ''
        : ` (median of ${boots.length}; ${(0,units/* formatMilliseconds */.MH)(times.min)} to ${(0,units/* formatMilliseconds */.MH)(times.max)})`;
    return `${artifact.path} boots: ${goal} after ${(0,units/* formatMilliseconds */.MH)(times.median)}${spread}\n`;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./build/config/dockerfile-name.js
var dockerfile_name = __nccwpck_require__(56745);
// EXTERNAL MODULE: ./build/config/missing-config.js
var missing_config = __nccwpck_require__(53214);
;// CONCATENATED MODULE: ./build/cli/named-configs.js




/**
 * The configs that the arguments and the option `--config` name; by default the fledge.toml of the working directory.
 *
 * @throws FledgeError `usage` as `findConfigs` does, and for a Dockerfile.
 */
async function namedConfigs(args, option) {
    if (args.length === 0)
        return { configs: [option ?? missing_config/* DEFAULT_CONFIG_FILE */.C], isOne: true };
    const dockerfile = args.find(dockerfile_name/* isDockerfileName */.S);
    if (dockerfile !== undefined) {
        throw new errors/* FledgeError */.aE('usage', `${dockerfile} is a Dockerfile; fledge builds what a fledge.toml describes`, {
            fix: (0,dockerfile_name/* howToBegin */.x)(dockerfile),
        });
    }
    const { findConfigs } = await __nccwpck_require__.e(/* import() */ 3350).then(__nccwpck_require__.bind(__nccwpck_require__, 63350));
    const named = option === undefined ? args : [option, ...args];
    const configs = await findConfigs(named);
    const [first = ''] = configs;
    const isOne = configs.length === 1 && named.every((name) => isPathOf(name, first));
    return { configs, isOne };
}
function isPathOf(name, config) {
    return [name, (0,external_node_path_.join)(name, missing_config/* DEFAULT_CONFIG_FILE */.C)].some((path) => (0,external_node_path_.resolve)(path) === (0,external_node_path_.resolve)(config));
}

;// CONCATENATED MODULE: ./build/cli/build.js





/** Each worker needs memory, and more workers than CPUs are not faster. */
const MAX_WORKERS = 64;
const MAX_JOBS = 64;
/** `fledge build`. */
function defineBuild(program, session) {
    return (createConfigCommand({ program, session }, 'build', 'build the plugins that fledge.toml files describe')
        .addOption(manifestOption())
        .option(`-o, ${build_command.BUILD_FLAGS.output} <file>`, 'path of the artifact; the manifest and checksums are written beside it')
        .option('--output-dir <directory>', 'directory of the outputs, created if missing; several plugins have sub-folders with their names (default: the current directory; for several: dist)')
        .option(`${build_command.BUILD_FLAGS.urlBase} <url>`, 'https URL or absolute path of the directory where Volant finds the artifact')
        .addOption(platformsOption())
        .addOption(verifyOption())
        .option(build_command.BUILD_FLAGS.locked, 'fail unless fledge.lock pins all open sources of fledge.toml')
        .option(build_command.BUILD_FLAGS.strict, 'fail if there is a warning')
        .option(build_command.BUILD_FLAGS.force, 'replace the manifest and checksums of another artifact in the same directory')
        .option(build_command.BUILD_FLAGS.sbom, 'write an SBOM in CycloneDX, sbom.cdx.json, beside the artifact')
        .option('--dry-run', 'check the plugins, and print what a build would fetch and write')
        .option('--check-reproducible', 'build twice in different environments, and fail if a byte differs')
        .addOption(jobsOption())
        .addOption(workersOption())
        // For the second build of a check, and for builds in a container.
        .addOption(new Option(`${build_command.BUILD_FLAGS.artifactUrl} <url>`).hideHelp())
        .addOption(jsonOption('the result'))
        .addHelpText('after', `
Needs a fledge.toml: without one, begin with fledge init. Writes the artifact, manifest.json, provenance.json and
SHA256SUMS. They are renamed into place when all are complete.

Examples:
  fledge build
  fledge build plugins/web --output-dir dist
  fledge build 'plugins/*' --output-dir dist --jobs 2
  fledge build --url-base https://example.com/plugins/web --json
  fledge build --platform amd64,arm64 --output-dir dist
  fledge lock && fledge build --locked
  fledge build --check-reproducible
  fledge build --sbom --output-dir dist

Then:
  sha256sum -c SHA256SUMS
  volar plugins install --manifest manifest.json`)
        .action((args, options) => runBuild(args, options, session)));
}
/**
 * Builds the plugins of the command line, and prints the results on stdout.
 *
 * @throws FledgeError as `buildOne` and `buildSeveral` do; `usage` for options that exclude each other.
 */
async function runBuild(args, options, session) {
    if (options.output !== undefined && options.outputDir !== undefined) {
        throw new errors/* FledgeError */.aE('usage', '--output and --output-dir are mutually exclusive', {
            fix: 'name the artifact with its directory in --output, or only the directory in --output-dir',
        });
    }
    const named = await namedConfigs(args, options.config);
    const { platform } = options;
    const command = (0,build_command.completeBuildCommand)({ ...options, config: named.configs[0] ?? '', platform: platform?.[0] });
    if (named.isOne && (platform === undefined || platform.length === 1)) {
        const { buildOne } = await __nccwpck_require__.e(/* import() */ 7324).then(__nccwpck_require__.bind(__nccwpck_require__, 77324));
        return buildOne(command, options, session);
    }
    const { buildSeveral } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(4153), __nccwpck_require__.e(7096), __nccwpck_require__.e(5823), __nccwpck_require__.e(357), __nccwpck_require__.e(9029), __nccwpck_require__.e(3256), __nccwpck_require__.e(7267)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95427));
    return buildSeveral({ named, command, platforms: platform ?? [command.platform] }, options, session);
}
function verifyOption() {
    return new Option(`${build_command.BUILD_FLAGS.verify} <how>`, 'fsck: check images with the tool of their file system; full: also compare with umoci (default: fsck, if installed)').choices(['none', 'fsck', 'full']);
}
function workersOption() {
    const help = 'number of compression threads (default: one for each CPU, at most 8; divided among the jobs)';
    return new Option(`${build_command.BUILD_FLAGS.workers} <number>`, help).argParser(numberFrom(1, MAX_WORKERS));
}
function jobsOption() {
    const help = 'number of plugins to build at once (default: one for each CPU and GiB of free memory, at most 4)';
    return new Option('--jobs <number>', help).argParser(numberFrom(1, MAX_JOBS));
}

;// CONCATENATED MODULE: ./build/cli/cache.js



/** `fledge cache` with its commands. */
function defineCache(program, session) {
    const cache = program
        .command('cache')
        .description('show, prune or verify the cache of downloads and image layers')
        .usage('<command> [options]')
        .helpOption('-h, --help', 'show help')
        .helpCommand(false)
        .showHelpAfterError('(run fledge cache --help for usage)')
        .addHelpText('after', `
The cache has at most 10 GiB, or FLEDGE_CACHE_MAX_SIZE (such as 5G, or unlimited). A build that adds files to it removes the least
recently used ones. Files that a running build uses stay.

Examples:
  fledge cache list
  fledge cache prune --older-than 30d
  fledge cache prune --max-size 2G --dry-run
  fledge cache verify`);
    const define = (name, description, json) => common_options_createCommand({ program: cache, session }, name, description).addOption(jsonOption(json));
    const examples = (...lines) => `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
    define('dir', 'print the directory of the cache', 'the directory')
        .addHelpText('after', examples('du -sh "$(fledge cache dir)"'))
        .action(async (options) => {
        const { runDir } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(2877), __nccwpck_require__.e(4665)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82400));
        await runDir(options, session);
    });
    define('size', 'print the size of the cache', 'the size and its limit')
        .addHelpText('after', examples('fledge cache size'))
        .action(async (options) => {
        const { runSize } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(2877), __nccwpck_require__.e(4665)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82400));
        await runSize(options, session);
    });
    define('list', 'list the files, the last used one first', 'the files')
        .addHelpText('after', examples('fledge cache list', "fledge cache list --json | jq -r '.files[] | select(.size > 1e8) | .path'"))
        .action(async (options) => {
        const { runList } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(2877), __nccwpck_require__.e(4665)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82400));
        await runList(options, session);
    });
    define('prune', 'remove files that no running build uses', 'the removed files')
        .addOption(olderThanOption())
        .addOption(maxSizeOption())
        .addOption(new Option('--all', 'remove all files').conflicts(['olderThan', 'maxSize']))
        .option('--dry-run', 'only print what would be removed')
        .addHelpText('after', `\nWithout --older-than, --max-size and --all, the cache is pruned to its size limit.\n${examples('fledge cache prune', 'fledge cache prune --older-than 30d --dry-run')}`)
        .action(async (options) => {
        const { runPrune } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(2877), __nccwpck_require__.e(4665)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82400));
        await runPrune(options, session);
    });
    define('verify', 'compare each file with its digest, and remove damaged ones', 'the damaged files')
        .option('--dry-run', 'only report damaged files')
        .addHelpText('after', `\nThe exit status is 1 if a file is damaged.\n${examples('fledge cache verify')}`)
        .action(async (options) => {
        const { runVerify } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(2877), __nccwpck_require__.e(4665)]).then(__nccwpck_require__.bind(__nccwpck_require__, 82400));
        await runVerify(options, session);
    });
    return cache;
}
function olderThanOption() {
    const help = 'remove files that were not used for this time, such as 30d, 12h or 2w';
    return new Option('--older-than <time>', help).argParser((text) => {
        const milliseconds = (0,units/* parseDuration */.E9)(text);
        if (milliseconds !== undefined)
            return milliseconds;
        throw new InvalidArgumentError('It must be a time such as 30d, 12h or 2w.');
    });
}
function maxSizeOption() {
    const help = 'remove the least recently used files above this size, such as 5G or 500M';
    return new Option('--max-size <size>', help).argParser((text) => {
        const bytes = (0,units/* parseSize */.DB)(text);
        if (bytes !== undefined)
            return bytes;
        throw new InvalidArgumentError('It must be a size such as 5G or 500M.');
    });
}

;// CONCATENATED MODULE: ./build/cli/completion/names.js
/** The shells that fledge has completions for. */
const SHELLS = ['bash', 'zsh', 'fish'];

;// CONCATENATED MODULE: ./build/cli/completion.js



/** `fledge completion`. */
function defineCompletion(program, session) {
    return common_options_createCommand({ program, session }, 'completion', 'print the completion for a shell')
        .addArgument(new Argument('<shell>', 'the shell that reads it').choices(SHELLS))
        .addHelpText('after', `
It completes commands, options, their values and names of files. It is made for this version of fledge.

Examples:
  source <(fledge completion bash)              in ~/.bashrc
  fledge completion bash > ~/.local/share/bash-completion/completions/fledge
  fledge completion zsh > "\${fpath[1]}/_fledge"
  fledge completion fish > ~/.config/fish/completions/fledge.fish`)
        .action((shell) => runCompletion(shell, program, session));
}
/** Prints the completion. */
async function runCompletion(shell, program, session) {
    const [{ completionFor }, { commandTreeOf }] = await Promise.all([
        __nccwpck_require__.e(/* import() */ 8635).then(__nccwpck_require__.bind(__nccwpck_require__, 78635)),
        __nccwpck_require__.e(/* import() */ 7049).then(__nccwpck_require__.bind(__nccwpck_require__, 67049)),
    ]);
    await session.print(completionFor(shell, commandTreeOf(program)));
}

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __nccwpck_require__(42012);
// EXTERNAL MODULE: ./build/support/report/workflow-commands.js
var workflow_commands = __nccwpck_require__(30389);
;// CONCATENATED MODULE: ./build/cli/diff.js





/** The largest number of lines around a change. No text that is compared has more. */
const MAX_CONTEXT = 65_536;
/** `fledge diff`. */
function defineDiff(program, session) {
    return common_options_createCommand({ program, session }, 'diff', 'compare two artifacts, directories or lists of checksums: their bytes, their entries, and why they differ')
        .argument('<left>', 'an artifact or its URL, a file, a directory, a container image, or a SHA256SUMS file')
        .argument('<right>', 'the one to compare it with')
        .option('--ignore <what>', 'ignore differences: mtime, owner, mode, xattr, links, content, order, container; a list')
        .addOption(new Option('-U, --unified <lines>', 'lines of context in diffs of small text files (default: 3)').argParser(numberFrom(0, MAX_CONTEXT)))
        .option('--full', 'show all lines of these diffs')
        .option('--all', 'show all entries that differ')
        .addOption(jsonOption('the comparison'))
        .addHelpText('after', `
The bytes are compared first. If two artifacts differ, their entries are compared with mode, owner, time, extended
attributes and content, then the headers of their formats; the provenance.json and fledge.lock beside them explain why.
JSON documents, such as manifest.json, are compared by their fields. In two directories, files are compared by name; an
OCI layout, or a directory and an artifact, by their entries. A SHA256SUMS file is compared by the digests that it lists.

Exit status: 0 if they are identical or differ only in what is ignored, 1 if they differ, 2 if they could not be
compared.

Examples:
  fledge diff plugin.cpio.gz other/plugin.cpio.gz
  fledge diff old/nginx.img new/nginx.img --ignore mtime,container
  fledge diff dist /mnt/other-machine/dist    two output directories
  fledge diff build/image nginx.img           the image that it was built from
  fledge diff v1/manifest.json v2/manifest.json
  fledge diff plugin.cpio.gz https://github.com/OWNER/REPO/releases/download/v1.0.0/plugin.cpio.gz
  fledge diff SHA256SUMS downloads            check downloaded files
  fledge diff old.img new.img --json | jq -r '.artifacts[].entries[] | select(.status == "changed") | .path'`)
        .hook('preAction', () => {
        // As for cmp(1) and diff(1): 1 means different, so every error is 2.
        session.statusOfFailure = () => 2;
    })
        .action((left, right, options) => runDiff(left, right, options, session));
}
/** Compares the sides. Those that are URLs are downloaded first, and removed at the end. */
async function runDiff(left, right, options, session) {
    const { isUrl } = await Promise.all(/* import() */[__nccwpck_require__.e(1313), __nccwpck_require__.e(6368), __nccwpck_require__.e(60), __nccwpck_require__.e(5293), __nccwpck_require__.e(6326)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15152));
    if (!isUrl(left) && !isUrl(right))
        return printDiff({ left, right }, options, session);
    const [{ downloadSide }, { redactUrl }, { temporaryDirectory }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(2877), __nccwpck_require__.e(4789), __nccwpck_require__.e(7847)]).then(__nccwpck_require__.bind(__nccwpck_require__, 46294)),
        Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 13567)),
        __nccwpck_require__.e(/* import() */ 1022).then(__nccwpck_require__.bind(__nccwpck_require__, 1022)),
    ]);
    const { reporter } = session;
    const scratch = temporaryDirectory('diff');
    try {
        const urls = new Map();
        const localOf = async (side, name) => {
            if (!isUrl(name))
                return name;
            const path = await downloadSide(name, (0,external_node_path_.join)(scratch.path, side), { env: process.env, reporter });
            urls.set(path, redactUrl(name));
            return path;
        };
        const sides = { left: await localOf('left', left), right: await localOf('right', right) };
        await printDiff({ ...sides, nameOf: (path) => urls.get(path) ?? path }, options, session);
    }
    finally {
        scratch.dispose();
    }
}
/** Prints the comparison of two sides on stdout; the exit status is 0 if they are identical, otherwise 1. */
async function printDiff({ left, right, nameOf }, options, session) {
    const { json = false, ignore, unified, full, all } = options;
    const { reporter } = session;
    const [{ compareSides }, { explainComparison }, { formatExplained }, { parseIgnored }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(1313), __nccwpck_require__.e(6368), __nccwpck_require__.e(60), __nccwpck_require__.e(5293), __nccwpck_require__.e(5746), __nccwpck_require__.e(921)]).then(__nccwpck_require__.bind(__nccwpck_require__, 25746)),
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(1313), __nccwpck_require__.e(4153), __nccwpck_require__.e(6368), __nccwpck_require__.e(5823), __nccwpck_require__.e(2877), __nccwpck_require__.e(4789), __nccwpck_require__.e(60), __nccwpck_require__.e(5293), __nccwpck_require__.e(3108)]).then(__nccwpck_require__.bind(__nccwpck_require__, 41906)),
        __nccwpck_require__.e(/* import() */ 697).then(__nccwpck_require__.bind(__nccwpck_require__, 90697)),
        __nccwpck_require__.e(/* import() */ 9704).then(__nccwpck_require__.bind(__nccwpck_require__, 99704)),
    ]);
    const ignored = parseIgnored(ignore ?? '');
    const comparison = await compareSides(left, right, { reporter, digestsOfEqual: json });
    const explained = await explainComparison(comparison, {
        ...{ ignored, reporter },
        ...(unified !== undefined && { context: unified }),
        ...(nameOf !== undefined && { nameOf }),
    });
    const { failure, ...result } = explained;
    // JSON is the whole result or the error.
    if (json && failure !== undefined)
        throw failure;
    // Before it is printed: the reader can close the pipe.
    session.exitStatus = explained.identical || explained.onlyIgnored ? 0 : 1;
    await (json
        ? session.printJson(result)
        : session.print((0,workflow_commands/* safeOnRunner */.L)((0,byte_string.printable)(formatExplained(explained, { full, all })))));
    if (failure !== undefined)
        throw failure;
}

// EXTERNAL MODULE: ./build/support/text.js
var support_text = __nccwpck_require__(62625);
;// CONCATENATED MODULE: ./build/cli/extract.js




/** `fledge extract`. */
function defineExtract(program, session) {
    return common_options_createCommand({ program, session }, 'extract', 'extract files from an artifact')
        .argument('<artifact>', 'an initramfs, an image of a file system, a container image, or a directory')
        .argument('[path...]', 'only these entries and what is below them (default: everything)')
        .option('-C, --directory <directory>', 'extract below this directory, which is created if it is missing')
        .option('--to-tar', 'write a tar archive to stdout')
        .option('--stdout', 'write the bytes of one regular file to stdout')
        .option('--overwrite', 'replace existing files; without it, an existing file is an error')
        .option('--same-owner', 'restore owners, setuid and setgid, and create devices; needs root')
        .addOption(jsonOption('a summary'))
        .addHelpText('after', `
One of -C, --to-tar and --stdout is needed. Paths begin at the root of the artifact; the slash at their beginning can be
left out. With --stdout, symbolic links are followed inside the artifact. Nothing is written outside of the directory.

Examples:
  fledge extract nginx.img -C rootfs
  fledge extract nginx.img etc/nginx usr/share/nginx -C rootfs
  fledge extract nginx.img /etc/os-release --stdout
  fledge extract plugin.cpio.gz --to-tar | tar -tv
  fledge extract nginx.img --to-tar | docker import - nginx-rootfs`)
        .action((artifact, paths, options) => runExtract(artifact, paths, options, session));
}
async function runExtract(path, paths, options, session) {
    requirePossible(path, paths, options, session);
    const [{ openArtifact }, { extractToDirectory, extractToTar, warnAboutSkipped }, { writeOneFile }, { wantedPath }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(1313), __nccwpck_require__.e(6368), __nccwpck_require__.e(60), __nccwpck_require__.e(5293), __nccwpck_require__.e(7485)]).then(__nccwpck_require__.bind(__nccwpck_require__, 65293)),
        Promise.all(/* import() */[__nccwpck_require__.e(1313), __nccwpck_require__.e(3919)]).then(__nccwpck_require__.bind(__nccwpck_require__, 83919)),
        __nccwpck_require__.e(/* import() */ 8338).then(__nccwpck_require__.bind(__nccwpck_require__, 38338)),
        __nccwpck_require__.e(/* import() */ 1068).then(__nccwpck_require__.bind(__nccwpck_require__, 71068)),
    ]);
    const { directory, json, overwrite = false, sameOwner = false } = options;
    const { reporter } = session;
    const [first = '/'] = paths;
    const file = options.stdout ? wantedPath(first) : undefined;
    const artifact = await openArtifact(path);
    try {
        const write = (bytes) => session.printBytes(bytes);
        if (file !== undefined)
            return await writeOneFile(artifact, file, write);
        if (directory === undefined)
            return await extractToTar(artifact, { paths, reporter }, write);
        session.doneSoFar = `what was extracted is in ${directory}`;
        const extracted = await extractToDirectory(artifact, { ...{ directory, paths, reporter, overwrite, sameOwner } });
        warnAboutSkipped(extracted, reporter);
        if (json)
            await session.printJson({ directory, ...extracted });
        else
            await session.printSummary(`${summaryOf(extracted.entries, extracted.bytes)} extracted into ${directory}\n`);
    }
    finally {
        await artifact.close();
    }
}
/** @throws FledgeError `usage` */
function requirePossible(artifact, paths, { directory, toTar, stdout, overwrite, sameOwner, json }, { isTerminal }) {
    const given = [directory !== undefined && '-C', toTar && '--to-tar', stdout && '--stdout'].filter(Boolean);
    const [first = '', second = ''] = given.map(String);
    if (given.length === 0) {
        throw new errors/* FledgeError */.aE('usage', 'name where the entries are to be extracted', {
            fix: `fledge extract ${(0,support_text/* shellWord */.r7)(artifact)} -C DIRECTORY, or --to-tar, or --stdout for one file`,
        });
    }
    if (given.length > 1)
        throw new errors/* FledgeError */.aE('usage', `${first} and ${second} are mutually exclusive`);
    if (stdout && paths.length !== 1) {
        throw new errors/* FledgeError */.aE('usage', '--stdout needs exactly one path, the path of a regular file', {
            fix: 'extract several files with -C or --to-tar',
        });
    }
    const onlyForDirectory = [overwrite && '--overwrite', sameOwner && '--same-owner', json && '--json'].find(Boolean);
    if (directory === undefined && onlyForDirectory) {
        throw new errors/* FledgeError */.aE('usage', `${onlyForDirectory} has an effect with -C only`, {
            fix: `leave out ${onlyForDirectory}`,
        });
    }
    if (toTar && isTerminal) {
        throw new errors/* FledgeError */.aE('usage', 'cannot write a tar archive to a terminal', {
            fix: `redirect it: fledge extract ${(0,support_text/* shellWord */.r7)(artifact)} --to-tar > archive.tar`,
        });
    }
}
function summaryOf(entries, bytes) {
    return `${entries.toLocaleString('en')} ${entries === 1 ? 'entry' : 'entries'} (${(0,units/* formatBytes */.z3)(bytes)})`;
}

;// CONCATENATED MODULE: ./build/cli/help.js


/** `fledge help`. */
function defineHelp(program, session) {
    const argument = new Argument('[command...]', 'name of the command (default: show all commands)');
    // For completions. `choices` would refuse the names of commands below these.
    argument.argChoices = program.commands.map((command) => command.name());
    return common_options_createCommand({ program, session }, 'help', 'show the help of a command')
        .addArgument(argument)
        .addHelpText('after', `
Examples:
  fledge help
  fledge help build`)
        .action((names) => showHelp(program, names));
}
/** Prints the same as --help. */
function showHelp(program, names) {
    let command = program;
    for (const name of names) {
        const found = command.commands.find((child) => child.name() === name);
        command = found ?? program.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' });
    }
    command.outputHelp();
}

;// CONCATENATED MODULE: ./build/cli/init.js







/** The port of a program in an initramfs, if the user names none. */
const DEFAULT_PORT = 80;
const HIGHEST_PORT = 65535;
/** `fledge init`. */
function defineInit(program, session) {
    return common_options_createCommand({ program, session }, 'init', 'begin a plugin: write fledge.toml and manifest.toml')
        .argument('[directory]', 'directory of the plugin, which may be new', '.')
        .option('--image <reference>', 'run a container image in a root file system image')
        .option('--dockerfile <file>', 'run the image that a Dockerfile builds; the file or its directory')
        .option('--binary <file>', 'run a static program in an initramfs')
        .option('--name <name>', 'name of the plugin (default: that of the image, the program or the directory)')
        .addOption(new Option('--port <number>', `tcp port of the workload (default: that of the image; ${DEFAULT_PORT} for a program)`).argParser(numberFrom(1, HIGHEST_PORT)))
        .option('--workflow', 'also write .github/workflows/plugin.yml, which builds, boots and releases the plugin')
        .addOption(jsonOption('the files'))
        .addHelpText('after', `
Without --image, --dockerfile and --binary, it asks on a terminal; elsewhere it uses the Dockerfile of the directory.
Existing files are kept. Names of the outputs are added to .gitignore.

Examples:
  fledge init --image nginx:alpine
  fledge init --dockerfile . --workflow
  fledge init web --binary ./server --port 3000`)
        .action((directory, options) => runInit(directory, options, session));
}
/** Writes the files of a new plugin, and prints their names and the next commands. */
async function runInit(given, options, session) {
    if (given === '')
        throw new errors/* FledgeError */.aE('usage', 'the directory is empty', { fix: 'omit it for this directory' });
    const directory = (0,external_node_path_.resolve)(given);
    const { createPlugin, requireNoPlugin } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(4153), __nccwpck_require__.e(7096), __nccwpck_require__.e(5823), __nccwpck_require__.e(357), __nccwpck_require__.e(2877), __nccwpck_require__.e(9029), __nccwpck_require__.e(4789), __nccwpck_require__.e(3256), __nccwpck_require__.e(1502), __nccwpck_require__.e(9046), __nccwpck_require__.e(4058), __nccwpck_require__.e(9959), __nccwpck_require__.e(3483), __nccwpck_require__.e(2061)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9197));
    requireNoPlugin(directory);
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(session.reporter);
    const answers = await answersFor(directory, options, session);
    const { workload } = answers;
    const created = await createPlugin({
        directory,
        ...answers,
        port: answers.port ?? (workload.kind === 'binary' ? DEFAULT_PORT : undefined),
        env: process.env,
        reporter,
    });
    if (options.json)
        return session.printJson({ ...created, warnings });
    await session.printSummary((0,byte_string.printable)(init_summaryOf(created, given)));
}
/** The answers of the options; without a workload those of the user, or those that the directory suggests. */
async function answersFor(directory, options, { reporter }) {
    const { findDockerfile, parseWorkload, workloadOf } = await __nccwpck_require__.e(/* import() */ 6554).then(__nccwpck_require__.bind(__nccwpck_require__, 76554));
    const { name, port, workflow = false } = options;
    const workload = workloadOf(options, directory);
    if (workload !== undefined)
        return { workload, name, port, workflow };
    const dockerfile = findDockerfile(directory);
    if (process.stdin.isTTY && process.stderr.isTTY) {
        const { askForPlugin } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(4153), __nccwpck_require__.e(9029), __nccwpck_require__.e(9470)]).then(__nccwpck_require__.bind(__nccwpck_require__, 48368));
        return askForPlugin({ directory, dockerfile, name, port, workflow });
    }
    if (dockerfile === undefined) {
        throw new errors/* FledgeError */.aE('usage', 'fledge init needs to know what the machine runs', {
            fix: 'give --image nginx:alpine, --dockerfile DIRECTORY or --binary FILE',
        });
    }
    reporter.info(`uses ${(0,external_node_path_.basename)(dockerfile)}`);
    return { workload: parseWorkload('dockerfile', dockerfile, directory), name, port, workflow };
}
const DONE = { written: 'written', kept: 'kept, it existed', extended: 'outputs added' };
function init_summaryOf({ name, directory, files }, given) {
    const paths = files.map(({ path }) => shortPath(path));
    const width = Math.max(...paths.map((path) => path.length));
    const shown = ({ action }, index) => `  ${paths[index]?.padEnd(width)}  ${DONE[action]}\n`;
    const enter = directory === (0,external_node_path_.resolve)('') ? '' : `  cd ${(0,support_text/* shellWord */.r7)(given)}\n`;
    return `${name}\n${files.map(shown).join('')}next:\n${enter}  fledge build\n  fledge boot\n`;
}
/** The path relative to the working directory, if it is below that. */
function shortPath(path) {
    const short = (0,external_node_path_.relative)('', path);
    return short.startsWith('..') ? path : short;
}

;// CONCATENATED MODULE: ./build/cli/inspect.js



const DEFAULT_TOP = 20;
const MAX_TOP = 10_000;
/** `fledge inspect`. */
function defineInspect(program, session) {
    return common_options_createCommand({ program, session }, 'inspect', 'show what is in an artifact, and verify its checksums')
        .argument('<artifact>', 'an initramfs, an image of a file system, a container image, or a directory')
        .argument('[path]', 'a path inside the artifact: only this entry, and what is below it (default: everything)')
        .addOption(new Option('--tree', 'show the entries as a tree, with the sizes of directories').conflicts(['usage', 'json']))
        .option('--usage', 'show what fills the artifact: sums, largest directories and largest files')
        .addOption(new Option('--top <number>', `number of directories and files with --usage (default: ${DEFAULT_TOP})`).argParser(numberFrom(1, MAX_TOP)))
        .option('--no-verify', 'do not compare the artifact with the checksums beside it')
        .addOption(jsonOption('the artifact, with its entries or its usage,'))
        .addHelpText('after', `
The first lines are what the headers of the artifact state, and what manifest.json and provenance.json beside it say
about it. Then each line is one entry: mode, links, owner and group, size in bytes, time in UTC, and path. With a path,
only the entries are shown.

If SHA256SUMS, manifest.json or provenance.json beside the artifact have its digest, the artifact is verified.

Exit status: 0 if it could be read, 1 if it is damaged or has another digest, 2 for a mistake in the command line.

Examples:
  fledge inspect plugin.cpio.gz
  fledge inspect nginx.img /etc/nginx
  fledge inspect nginx.img /usr --tree
  fledge inspect nginx.img --usage --top 5
  fledge inspect plugin.cpio.gz --json | jq -r '.entries[] | select(.kind == "file") | .path'`)
        .action((artifact, path, options) => runInspect({ artifact, path, ...options }, session));
}
/** Prints what is in an artifact on stdout: text while it is read, JSON at its end. */
async function runInspect({ artifact, path, ...options }, session) {
    const { tree, usage, top = DEFAULT_TOP, verify, json } = options;
    if (options.top !== undefined && !usage) {
        throw new errors/* FledgeError */.aE('usage', '--top has no effect without --usage', { fix: 'add --usage' });
    }
    const { openInspection } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(1313), __nccwpck_require__.e(6368), __nccwpck_require__.e(60), __nccwpck_require__.e(5293), __nccwpck_require__.e(1444), __nccwpck_require__.e(1483)]).then(__nccwpck_require__.bind(__nccwpck_require__, 49141));
    const inspection = await openInspection({ artifact, path, verify, reporter: session.reporter });
    try {
        if (json) {
            const { printDocument } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(1444), __nccwpck_require__.e(4131)]).then(__nccwpck_require__.bind(__nccwpck_require__, 14131));
            await printDocument(inspection, { ...(usage && { usageTop: top }) }, session);
        }
        else {
            const { printText } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(1444), __nccwpck_require__.e(3780)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63780));
            await printText(inspection, usage ? { kind: 'usage', top } : { kind: tree ? 'tree' : 'listing' }, session);
        }
    }
    finally {
        await inspection.artifact.close();
    }
}

// EXTERNAL MODULE: ./build/cli/each-config.js
var each_config = __nccwpck_require__(84711);
;// CONCATENATED MODULE: ./build/cli/lock.js







/** `fledge lock`. */
function defineLock(program, session) {
    const description = 'pin the open sources of fledge.toml: tags, the latest release, URLs without a checksum';
    return createConfigCommand({ program, session }, 'lock', description)
        .option('--check', 'write nothing, and exit with status 1 if a pin would change')
        .addOption(updateOption())
        .addOption(jsonOption('the pins'))
        .addHelpText('after', `
Writes fledge.lock beside fledge.toml: the digest of the image, the release of kestrel with the SHA-256 of its agents for
all platforms, the SHA-256 of busybox and of the kernel of fledge boot. Builds use the pinned versions; with --locked they fail if a source is not
pinned. Commit the file. Run fledge lock again to pin newer versions.

Examples:
  fledge lock
  fledge lock plugins/web plugins/api
  fledge lock --check 'plugins/*'
  fledge lock --update kestrel --update nginx:alpine`)
        .action((args, options) => runLock(args, options, session));
}
/** Not a variadic option of commander, which would parse the configs after it as names. */
function updateOption() {
    const help = 'look up only this source: image, busybox_image, base_images, kestrel, busybox, kernel, or the name of an image; several with commas, or by repetition';
    const parse = (text, earlier = []) => [
        ...earlier,
        ...text.split(',').map((name) => name.trim()),
    ];
    return new Option('--update <name>', help).argParser(parse);
}
/** Pins the open sources of the configs, and prints the pins and their changes. */
async function runLock(args, options, session) {
    const { json, update } = options;
    const { configs, isOne } = await namedConfigs(args, options.config);
    if (update !== undefined)
        await requireKnownNames(update, configs);
    const [first] = configs;
    if (isOne && first !== undefined) {
        const { result, text } = await lockOne(first, options, session);
        return json ? session.printJson(result) : session.printSummary((0,byte_string.printable)(text));
    }
    await (0,each_config/* forEachConfig */.d)(configs, { session, json }, async (config) => {
        const { result, text } = await lockOne(config, options, session);
        if (!json)
            await session.printSummary((0,byte_string.printable)(text));
        return result;
    });
}
/** @throws FledgeError `usage` for a name that no config has; as `loadConfig` does. */
async function requireKnownNames(names, configs) {
    const [{ loadConfig }, { openSourcesOf }, { requireNames }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(4153), __nccwpck_require__.e(7096), __nccwpck_require__.e(5823), __nccwpck_require__.e(357)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80357)),
        __nccwpck_require__.e(/* import() */ 3929).then(__nccwpck_require__.bind(__nccwpck_require__, 43929)),
        __nccwpck_require__.e(/* import() */ 2240).then(__nccwpck_require__.bind(__nccwpck_require__, 72240)),
    ]);
    const loaded = await Promise.all(configs.map((config) => loadConfig(config)));
    requireNames(names, loaded.map(({ config }) => openSourcesOf(config)));
}
/** Locks or checks one config, and returns the result for programs and for people. */
async function lockOne(config, { check = false, update }, session) {
    const { lock } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(1313), __nccwpck_require__.e(4153), __nccwpck_require__.e(7096), __nccwpck_require__.e(6368), __nccwpck_require__.e(5823), __nccwpck_require__.e(357), __nccwpck_require__.e(2877), __nccwpck_require__.e(4789), __nccwpck_require__.e(621), __nccwpck_require__.e(191), __nccwpck_require__.e(9503)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80565));
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(session.reporter);
    const { file, pins, before, written, upToDate } = await lock({ config, check, update, env: process.env, reporter });
    if (!upToDate)
        session.exitStatus = 1;
    const earlier = new Map(linesOf(before));
    const changes = linesOf(pins).map(([source, pin]) => ({ source, pin, before: earlier.get(source) }));
    const now = new Map(linesOf(pins));
    const removed = [...earlier].filter(([source]) => !now.has(source)).map(([source, pin]) => ({ source, before: pin }));
    const lines = [
        ...changes.map(({ source, pin, before: was }) => {
            if (was === pin)
                return `  ${source}  ${pin}\n`;
            const isNew = was === undefined;
            return `  ${source}  ${pin}${isNew ? (check ? ' (not pinned)' : '') : ` (was ${was})`}\n`;
        }),
        ...(check ? removed.map(({ source, before: was }) => `  ${source}  not used (was ${was})\n`) : []),
    ];
    const nothing = changes.length === 0 ? '; there is nothing to pin' : '';
    return {
        result: { file, written, upToDate, pins: changes, ...(check && { removed }), warnings },
        text: `${file}: ${stateOf(written, upToDate)}${nothing}\n${lines.join('')}`,
    };
}
function stateOf(written, upToDate) {
    if (written)
        return 'written';
    return upToDate ? 'nothing has changed' : 'not up to date; fledge lock would change it';
}
/** The name and the pin of each source. */
function linesOf({ image, busyboxImage, baseImages = [], agentRelease, agent, busybox, kernel, }) {
    const release = agentRelease && [
        [`kestrel ${agentRelease.version}`, agentRelease.tag],
        ...support_platform/* PLATFORMS */.P4.flatMap((platform) => {
            const asset = agentRelease.assets[platform];
            return asset === undefined ? [] : [[`kestrel for ${platform}`, `sha256:${asset.sha256}`]];
        }),
    ];
    return [
        ...[image, ...baseImages, busyboxImage].flatMap((pin) => pin === undefined ? [] : [[pin.name, pin.digest]]),
        ...(release ?? []),
        ...[agent, busybox, kernel].flatMap((pin) => pin === undefined ? [] : [[pin.url, `sha256:${pin.sha256}`]]),
    ];
}

// EXTERNAL MODULE: ./build/github/runner-labels.js
var runner_labels = __nccwpck_require__(81764);
// EXTERNAL MODULE: ./build/cli/columns.js
var columns = __nccwpck_require__(1954);
;// CONCATENATED MODULE: ./build/cli/plan.js






/** Every plugin of the repository. */
const DEFAULT_PATTERN = '**/fledge.toml';
/** `fledge plan`. */
function definePlan(program, session) {
    return common_options_createCommand({ program, session }, 'plan', 'list the plugins to build, as a table or a matrix of jobs')
        .argument('[glob...]', 'configs or their directories; a pattern with ! before it excludes (default: **/fledge.toml)')
        .option('-m, --manifest <file>', "manifest template, relative to each config's directory")
        .addOption(platformsOption())
        .addOption(runnersOption())
        .option('--since <commit>', 'leave out plugins whose inputs are the same as in this commit of git')
        .addOption(jsonOption('the plugins and a matrix for a workflow'))
        .addHelpText('after', `
Checks every config and every manifest template, and reports all problems at once. Quote patterns: fledge expands
them. node_modules and .git are not searched, and ** does not follow symbolic links.

Examples:
  fledge plan
  fledge plan 'plugins/*' '!plugins/old'
  fledge plan --since origin/main
  fledge plan 'plugins/**/fledge.toml' --platform linux/amd64 --platform linux/arm64 --json

In a workflow job, for the matrix of another job (docs/monorepo.md):
  echo "matrix=$(fledge plan --json | jq -c .matrix)" >> "$GITHUB_OUTPUT"`)
        .action((patterns, options) => runPlan(patterns, options, session));
}
/** Prints the plugins to build, as a table, or as JSON with a matrix for a workflow. */
async function runPlan(patterns, options, session) {
    const [{ planBuilds }, { matrixOf }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(4153), __nccwpck_require__.e(7096), __nccwpck_require__.e(5823), __nccwpck_require__.e(357), __nccwpck_require__.e(9029), __nccwpck_require__.e(3256), __nccwpck_require__.e(9332)]).then(__nccwpck_require__.bind(__nccwpck_require__, 31832)),
        __nccwpck_require__.e(/* import() */ 4229).then(__nccwpck_require__.bind(__nccwpck_require__, 44229)),
    ]);
    const all = await planBuilds(patterns.length === 0 ? [DEFAULT_PATTERN] : patterns, { manifest: options.manifest });
    const { builds, skipped } = await changedBuilds(all, options, session);
    const matrix = matrixOf(builds, options.platform ?? [(0,support_platform/* hostPlatform */.ol)()], options.runnerLabels);
    if (options.json) {
        const document = { builds: builds.map(describe), ...(skipped !== undefined && { skipped }), matrix };
        await session.printJson(document);
    }
    else
        await session.print((0,byte_string.printable)(tableOf(matrix)));
}
async function changedBuilds(builds, { since }, { reporter }) {
    if (since === undefined)
        return { builds };
    const [{ changesSince }, { selectChanged }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(1313), __nccwpck_require__.e(4153), __nccwpck_require__.e(5823), __nccwpck_require__.e(2877), __nccwpck_require__.e(4789), __nccwpck_require__.e(8992)]).then(__nccwpck_require__.bind(__nccwpck_require__, 87110)),
        __nccwpck_require__.e(/* import() */ 870).then(__nccwpck_require__.bind(__nccwpck_require__, 50870)),
    ]);
    const selected = selectChanged(await changesSince(since, builds, { env: process.env }));
    for (const line of selected.lines)
        reporter.info((0,byte_string.printable)(line));
    return selected;
}
function runnersOption() {
    const help = 'labels of your own runners by platform, as JSON: {"linux/arm64": ["self-hosted", "arm64"]}';
    return new Option('--runner-labels <json>', help).argParser((value) => {
        const labels = (0,runner_labels/* parseRunnerLabels */.n)(value);
        if (labels.ok)
            return labels.runnerOf;
        throw new InvalidArgumentError(labels.message);
    });
}
function describe({ config, name, strategy, directory, artifactFile }) {
    return { config, name, strategy, directory, artifact: artifactFile };
}
function tableOf({ include }) {
    const rows = include.map(({ config, name, strategy, platform }) => [
        // A line break in a path would look like another plugin.
        JSON.stringify(config).slice(1, -1),
        JSON.stringify(name).slice(1, -1),
        strategy,
        platform,
    ]);
    return (0,columns/* alignColumns */.R)([['CONFIG', 'NAME', 'STRATEGY', 'PLATFORM'], ...rows])
        .map((line) => `${line}\n`)
        .join('');
}

;// CONCATENATED MODULE: ./build/cli/sbom.js


/** `fledge sbom`. */
function defineSbom(program, session) {
    return common_options_createCommand({ program, session }, 'sbom', 'list the software in an artifact, as an SBOM in CycloneDX')
        .argument('<artifact>', 'an initramfs, an image of a file system, a container image, or a directory')
        .option('-o, --output <file>', 'file to write instead of printing the SBOM')
        .addOption(jsonOption('the SBOM'))
        .addHelpText('after', `
Finds packages of dpkg, apk, rpm, npm and Python, the modules in Go programs, busybox, kestrel and the init. The same
artifact has the same SBOM on every machine. The name and version of the plugin, and the origins of its programs, are from
manifest.json and provenance.json beside the artifact. fledge build --sbom lists mapped files as well.

Examples:
  fledge sbom plugin.cpio.gz
  fledge sbom nginx.img --output sbom.cdx.json
  fledge sbom nginx.img | jq -r '.components[].purl'`)
        .action((artifact, options) => runSbom(artifact, options, session));
}
/** Prints the SBOM of an artifact, or writes it to a file. */
async function runSbom(artifact, { output, json }, session) {
    const [{ sbomOfArtifact }, { unreadText }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(7091), __nccwpck_require__.e(7761), __nccwpck_require__.e(1313), __nccwpck_require__.e(6368), __nccwpck_require__.e(60), __nccwpck_require__.e(5293), __nccwpck_require__.e(3345), __nccwpck_require__.e(5939)]).then(__nccwpck_require__.bind(__nccwpck_require__, 772)),
        __nccwpck_require__.e(/* import() */ 5111).then(__nccwpck_require__.bind(__nccwpck_require__, 75111)),
    ]);
    const { text, components, unread } = await sbomOfArtifact(artifact);
    for (const part of unread)
        session.reporter.warn(unreadText(part), { code: 'sbom' });
    if (output !== undefined) {
        const { replaceFile } = await __nccwpck_require__.e(/* import() */ 3486).then(__nccwpck_require__.bind(__nccwpck_require__, 23486));
        replaceFile(output, text);
    }
    if (output === undefined || json === true)
        return session.print(text);
    const { printable } = await Promise.resolve(/* import() */).then(__nccwpck_require__.bind(__nccwpck_require__, 42012));
    await session.printSummary(printable(`${output}  ${(0,support_text/* counted */.hS)(components, 'component')}\n`));
}

;// CONCATENATED MODULE: ./build/cli/schema.js

/** `fledge schema`. */
function defineSchema(program, session) {
    return common_options_createCommand({ program, session }, 'schema', 'print the JSON Schema of fledge.toml')
        .addHelpText('after', `
Examples:
  fledge schema > fledge-toml.schema.json

Editors that use taplo (VS Code: Even Better TOML) check a fledge.toml that begins with
  #:schema ./fledge-toml.schema.json`)
        .action(runSchema);
}
/** Prints the schema on stdout. */
async function runSchema() {
    const { fledgeTomlJsonSchema } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(7096), __nccwpck_require__.e(5663)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2257));
    process.stdout.write(`${JSON.stringify(fledgeTomlJsonSchema(), null, 2)}\n`);
}

;// CONCATENATED MODULE: ./build/cli/synonyms.js
/** Commands that users of other tools try, and the commands of fledge that do the same. */
const SYNONYMS = {
    check: 'validate',
    compare: 'diff',
    cat: 'extract',
    create: 'init',
    list: 'plan',
    lint: 'validate',
    ls: 'inspect',
    make: 'build',
    new: 'init',
    pin: 'lock',
    run: 'boot',
    show: 'inspect',
    start: 'boot',
    unpack: 'extract',
    update: 'lock',
    verify: 'validate',
};
/** The command that does what a name from another tool stands for. */
function commandFor(name) {
    return Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name] : undefined;
}

;// CONCATENATED MODULE: ./build/cli/validate.js






/** `fledge validate`. */
function defineValidate(program, session) {
    return createConfigCommand({ program, session }, 'validate', 'check fledge.toml and the manifest template without a build')
        .addOption(manifestOption())
        .addOption(platformOption())
        .option('--strict', 'fail if there is a warning')
        .addOption(jsonOption('the result'))
        .addHelpText('after', `
Every problem is reported at once, with its line. Nothing is downloaded.

Examples:
  fledge validate
  fledge validate --strict                      fail if there is a warning
  fledge validate plugins/web --json
  fledge validate 'plugins/*'`)
        .action((args, options) => runValidate(args, options, session));
}
/** Checks the files of the plugins, and prints their names. */
async function runValidate(args, options, session) {
    const { json, manifest } = options;
    const { configs, isOne } = await namedConfigs(args, options.config);
    const print = ({ result, text }) => json ? session.printJson(result) : session.printSummary(`${text}\n`);
    const [first] = configs;
    if (isOne && first !== undefined)
        return print(await validate(first, manifest, { options, session }));
    await (0,each_config/* forEachConfig */.d)(configs, { session, json }, async (config) => {
        const template = manifest === undefined ? undefined : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), manifest);
        const { result, text } = await validate(config, template, { options, session });
        if (!json)
            await session.printSummary(`${text}\n`);
        return result;
    });
}
async function validate(config, manifest, { options, session }) {
    const [{ validatePlugin }, { loadPlugin }] = await Promise.all([
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(4153), __nccwpck_require__.e(7096), __nccwpck_require__.e(5823), __nccwpck_require__.e(357), __nccwpck_require__.e(2877), __nccwpck_require__.e(9029), __nccwpck_require__.e(4789), __nccwpck_require__.e(3256), __nccwpck_require__.e(1502), __nccwpck_require__.e(9046), __nccwpck_require__.e(4058), __nccwpck_require__.e(9959), __nccwpck_require__.e(3483), __nccwpck_require__.e(8505)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3698)),
        Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(3292), __nccwpck_require__.e(4153), __nccwpck_require__.e(7096), __nccwpck_require__.e(5823), __nccwpck_require__.e(357), __nccwpck_require__.e(9029), __nccwpck_require__.e(3256), __nccwpck_require__.e(7141)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3256)),
    ]);
    const plugin = await loadPlugin(config, manifest);
    const { reporter, warnings } = (0,warning/* collectWarnings */._c)(session.reporter);
    const { platform = (0,support_platform/* hostPlatform */.ol)(), strict } = options;
    const { files } = await validatePlugin(plugin, { platform, env: process.env, reporter });
    if (strict === true)
        (0,warning/* requireNoWarnings */.gy)(warnings, plugin.loaded.file);
    const { strategy } = plugin.loaded.config;
    return {
        result: { valid: true, name: plugin.name, strategy, files, warnings },
        // Not Intl.ListFormat: its data takes 20 ms to load, a tenth of this command's time.
        text: `${files.join(' and ')}: valid (${strategy})`,
    };
}

;// CONCATENATED MODULE: ./build/cli/version.js


/** `fledge version`. */
function defineVersion(program, session) {
    return common_options_createCommand({ program, session }, 'version', 'print the version')
        .addOption(jsonOption('the version of fledge and Node'))
        .addHelpText('after', `
Examples:
  fledge version
  fledge version --json | jq -r .version`)
        .action(({ json }) => runVersion(json === true, session));
}
async function runVersion(json, session) {
    const result = {
        version: about/* VERSION */.x,
        node: process.versions.node,
        platform: process.platform,
        architecture: process.arch,
    };
    await (json ? session.printJson(result) : session.print(`fledge ${about/* VERSION */.x}\n`));
}

;// CONCATENATED MODULE: ./build/cli/program.js




















/** The commands, in the order in which --help lists them. */
const COMMANDS = [
    defineInit,
    defineBuild,
    defineValidate,
    defineLock,
    defineInspect,
    defineExtract,
    defineDiff,
    defineSbom,
    defineBoot,
    definePlan,
    defineCache,
    defineSchema,
    defineCompletion,
    defineVersion,
    // The last one, because it lists the others.
    defineHelp,
];
/** The whole command line. With `isJsonLog`, errors in the arguments are written to the session's log. */
function createProgram(session, isJsonLog) {
    const program = new Command('fledge')
        .description('Builds bootable microVM plugins for Volant from a fledge.toml.')
        .version(about/* VERSION */.x, '-V, --version', 'print the version')
        .helpOption('-h, --help', 'show help')
        .helpCommand(false)
        .exitOverride()
        // Commander suggests any name with a few common letters, such as schema for check.
        .showSuggestionAfterError(false)
        .configureOutput({
        outputError: (text, write) => {
            const suggestion = suggestionFor(text, program);
            const complaint = complaintOf(text, suggestion);
            if (isJsonLog)
                session.reporter.error(complaint);
            else
                write(text.replace(/\n$/, `${suggestion}\n`));
            session.printError(complaint);
        },
        // In JSON, the error itself contains the advice to read the help.
        ...(isJsonLog && { writeErr: () => { } }),
    })
        .showHelpAfterError('(run fledge --help for usage)')
        .addHelpText('after', `
Examples:
  fledge init --image nginx:alpine  write ./fledge.toml and ./manifest.toml
  fledge build                      build the plugin of ./fledge.toml
  fledge lock                       pin the open sources of ./fledge.toml
  fledge validate                   check ./fledge.toml and ./manifest.toml only
  fledge inspect plugin.cpio.gz     list the entries of an artifact
  fledge extract nginx.img -C out   extract the files of an artifact
  fledge plan 'plugins/*'           list the plugins below plugins/
  fledge diff dist other/dist       compare the files of two builds

Environment:
  SOURCE_DATE_EPOCH         time of the files in an artifact, in seconds (default 1704067200)
  FLEDGE_CACHE_DIR          directory of the download cache (default $XDG_CACHE_HOME/fledge or ~/.cache/fledge)
  FLEDGE_CACHE_MAX_SIZE     size limit of the download cache, such as 5G, or unlimited (default 10G)
  GITHUB_TOKEN              used for GitHub's release API only
  FLEDGE_GITHUB_TOKEN_FILE  a file with that token
  FLEDGE_GITHUB_API_URL     URL of another API, such as that of a GitHub Enterprise server
  HTTP_PROXY, HTTPS_PROXY, NO_PROXY  proxies
  NO_COLOR                  no colours on a terminal

Exit status:
  0  the command did what was asked
  1  it failed; fledge diff: the two differ
  2  the config or the command line is wrong`);
    for (const define of COMMANDS)
        define(program, session);
    return program;
}
/** A line with the most similar command or option, if commander reports an unknown one and there is a similar one. */
function suggestionFor(complaint, { commands }) {
    const [, kind, name = ''] = /^error: unknown (command|option) '([^'=]*)/.exec(complaint) ?? [];
    if (kind === undefined)
        return '';
    const [, , first, second] = process.argv;
    const command = commands.find((candidate) => candidate.name() === first);
    const group = command !== undefined && command.commands.length > 0 ? command : undefined;
    const asked = group === undefined ? command : group.commands.find((candidate) => candidate.name() === second);
    const known = kind === 'command'
        ? (group?.commands ?? commands).map((candidate) => candidate.name())
        : (asked?.options ?? []).flatMap(({ hidden, long }) => (hidden || long === undefined ? [] : [long.slice(2)]));
    const word = name.replace(/^-+/, '');
    const synonym = kind === 'command' ? commandFor(word) : undefined;
    const best = synonym ?? (0,suggest/* nearest */.p)(word, known) ?? known.find((other) => word.length >= 4 && other.endsWith(`-${word}`));
    return best === undefined ? '' : `\n(Did you mean ${kind === 'option' ? '--' : ''}${best}?)`;
}
/** Converts an error message of commander to a FledgeError. */
function complaintOf(text, suggestion) {
    const message = text.replace(/^error: /, '').trim();
    const near = suggestion.replace(/^\n\(Did (.*)\)$/, 'did $1 ');
    return new errors/* FledgeError */.aE('usage', message, { fix: `${near}fledge --help lists commands and options`.trim() });
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(78474);
// EXTERNAL MODULE: ./build/net/redact.js
var redact = __nccwpck_require__(13567);
;// CONCATENATED MODULE: ./build/net/activity-text.js



/** Characters of a word; scripts are longer. */
const MAX_WORD = 200;
/** An activity as a line for a log, without secrets. */
function activityText(activity) {
    switch (activity.kind) {
        case 'command':
            return `$ ${commandText([activity.file, ...activity.args])}`;
        case 'tool':
            return `${activity.name} ${activity.version} is ${activity.path}`;
        case 'request':
            return `${activity.method} ${(0,redact.redactUrl)(activity.url)}: ${activity.status}`;
    }
}
/** A command as it is typed in a shell. Values of build arguments are left out: they can be secrets. */
function commandText(words) {
    return words
        .map((word, index) => (words[index - 1] === '--build-arg' ? word.replace(/=.*$/s, '=…') : redactWord(word)))
        .map((word) => (0,support_text/* shellWord */.r7)((0,errors/* shortened */.vI)(word, MAX_WORD)))
        .join(' ');
}
function redactWord(word) {
    return /^[a-z][a-z0-9+.-]*:\/\/\S*$/i.test(word) ? (0,redact.redactUrl)(word) : (0,redact.withoutTokens)(word);
}

// EXTERNAL MODULE: ./build/support/report/activity.js
var activity = __nccwpck_require__(55338);
// EXTERNAL MODULE: ./build/support/report/error-fields.js
var error_fields = __nccwpck_require__(46707);
// EXTERNAL MODULE: ./build/support/report/json-text.js
var json_text = __nccwpck_require__(67277);
;// CONCATENATED MODULE: ./build/cli/labelled-reporter.js
/** A reporter whose messages begin with a label: `web: fetch busybox`. A warning with a file does not need one. */
function labelledReporter(reporter, label) {
    const labelled = (text) => `${label}: ${text}`;
    return {
        step: (title) => reporter.step(labelled(title)),
        info: (message) => reporter.info(labelled(message)),
        warn: (message, details) => reporter.warn(details?.file === undefined ? labelled(message) : message, details),
        debug: (message) => reporter.debug(labelled(message)),
        error: (error) => reporter.error(error, label),
        progress: (name, unit) => reporter.progress(labelled(name), unit),
    };
}

// EXTERNAL MODULE: ./build/cli/style.js
var style = __nccwpck_require__(97380);
;// CONCATENATED MODULE: ./build/cli/session.js










/** A session that writes its messages to a stream, as text. */
function beginSession({ messages, result, isJson }) {
    let reporterOf = (chosen, style) => (0,stream_reporter/* streamReporter */.c5)(messages, chosen, style);
    let verbosity = 'normal';
    let progress = 'auto';
    let hasPrinted = false;
    const warnings = [];
    let reporter;
    let labelled = (label) => labelledReporter(reporter, label);
    const renewReporter = () => {
        const { reporter: collecting } = (0,warning/* collectWarnings */._c)(reporterOf(verbosity, progress), warnings);
        reporter = collecting;
    };
    renewReporter();
    return {
        get reporter() {
            return reporter;
        },
        reporterFor: (label) => labelled(label),
        style: (0,style/* styleOf */.V)(result),
        exitStatus: 0,
        statusOfFailure: errors/* exitStatusOf */.et,
        doneSoFar: 'nothing was written',
        async logAsJson() {
            const { beginJsonLog, jsonReporter } = await Promise.all(/* import() */[__nccwpck_require__.e(2311), __nccwpck_require__.e(1865)]).then(__nccwpck_require__.bind(__nccwpck_require__, 54246));
            beginJsonLog(messages);
            reporterOf = (chosen, style) => jsonReporter(messages, chosen, { progress: style });
            labelled = (plugin) => (0,warning/* collectWarnings */._c)(jsonReporter(messages, verbosity, { progress, plugin }), warnings).reporter;
            renewReporter();
        },
        setVerbosity({ quiet, verbose, progress: style = 'auto' }) {
            if (quiet && verbose)
                throw new errors/* FledgeError */.aE('usage', '--quiet and --verbose are mutually exclusive');
            progress = style;
            verbosity = quiet ? 'quiet' : verbose ? 'verbose' : 'normal';
            renewReporter();
            (0,activity/* followActivities */.H)(verbose ? (activity) => reporter.debug(activityText(activity)) : undefined);
        },
        async print(text) {
            hasPrinted = true;
            if (!result.write(text))
                await (0,external_node_events_.once)(result, 'drain');
        },
        async printBytes(bytes) {
            hasPrinted = true;
            if (!result.write(bytes))
                await (0,external_node_events_.once)(result, 'drain');
        },
        isTerminal: 'isTTY' in result && result.isTTY === true,
        async printSummary(text) {
            if (verbosity !== 'quiet')
                await this.print(text);
        },
        async printJson(value) {
            await this.print(`${(0,json_text/* jsonText */.s)(value, 2)}\n`);
        },
        printError(error) {
            if (!isJson || hasPrinted)
                return;
            hasPrinted = true;
            const stack = verbosity === 'verbose' && error instanceof Error ? (0,stream_reporter/* stackOf */.US)(error).join('\n') : undefined;
            const document = { error: (0,error_fields/* errorFields */.a)(error, 'its output with -v', stack), warnings };
            result.write(`${(0,json_text/* jsonText */.s)(document, 2)}\n`);
        },
    };
}

;// CONCATENATED MODULE: ./build/cli/main.js






// start.cjs has checked the version of Node. Commands import their modules only when they are called, because loading them
// needs most of the start-up time.
const session = beginSession({
    messages: process.stderr,
    result: process.stdout,
    isJson: asksForJson(process.argv.slice(2)),
});
process.stdout.on('error', (error) => {
    // The reader has closed the pipe (`fledge inspect … | head`).
    if ((0,errors/* systemCodeOf */.c7)(error) === 'EPIPE')
        process.exit(session.exitStatus);
    const failure = new errors/* FledgeError */.aE('output', `cannot write the result to stdout: ${(0,errors/* writeFailureOf */.PI)(error)}`);
    session.reporter.error(failure);
    process.exit(session.statusOfFailure(failure));
});
// stderr was closed: continue without messages.
process.stderr.on('error', () => { });
(0,cleanup/* handleSignals */.yK)((signal) => {
    session.reporter.warn(`stopped by ${signal}; ${session.doneSoFar}`);
});
(0,cleanup/* runToEnd */.cd)(() => main(process.argv.slice(2)), fail);
async function main(args) {
    try {
        const isJsonLog = asksForJsonLog(args);
        if (isJsonLog)
            await session.logAsJson();
        const program = createProgram(session, isJsonLog);
        const [first = '-'] = args;
        const isKnown = first.startsWith('-') || program.commands.some((command) => command.name() === first);
        // An unknown command with --help would print the program's help with status 0.
        await program.parseAsync(isKnown ? args : [first], { from: 'user' });
        return session.exitStatus;
    }
    catch (error) {
        // Commander prints its own messages; --help and --version also throw, with status 0.
        if (error instanceof CommanderError)
            return error.exitCode === 0 ? 0 : 2;
        return fail(error);
    }
}
function fail(error) {
    session.reporter.error(error);
    session.printError(error);
    return session.statusOfFailure(error);
}

