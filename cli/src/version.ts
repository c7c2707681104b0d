/** The same as in package.json; a constant, so that `--version` reads no file. A test holds the two together. */
export const VERSION = '0.1.0'
