#!/usr/bin/env node
// The first file of the command line, dist/cli/index.js in the bundle. Node 10 and later can parse it, so that an old Node
// prints a message instead of a syntax error. It must not use newer syntax, nor import a module before the check.
const MINIMUM = [22, 19];
const version = process.versions.node.split('.').map(Number);

if (version[0] > MINIMUM[0] || (version[0] === MINIMUM[0] && version[1] >= MINIMUM[1])) {
  void import('./bundle/index.js');
} else {
  process.stderr.write(
    `error: fledge needs Node ${MINIMUM.join('.')} or newer, and this is Node ${process.versions.node}\n` +
      '  fix: install a current Node, or fledge with its own: https://github.com/volantvm/fledge-action/blob/main/docs/install.md\n',
  );
  process.exitCode = 2;
}
