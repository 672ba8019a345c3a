/** The version of this program; a test compares it with package.json. */
export const VERSION = '1.0.0-alpha.1';
