/** The version of this program; a test compares it with package.json. */
export const VERSION = '1.0.0-alpha.1';

const ISSUES = 'https://github.com/volantvm/fledge-action/issues';

/** Asks the user to report a bug. `log` names the source of details, such as `its output with -v`. */
export function bugReport(log: string): string {
  const here = `fledge ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  return `this is a bug in fledge (${here}); please report it at ${ISSUES} with the command and ${log}`;
}
