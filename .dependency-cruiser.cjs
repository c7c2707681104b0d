/** The arrows of docs/architecture.md, enforced: engine ◄ files ◄ cli, engine ◄ contract ◄ server, and nothing points back. */
module.exports = {
  forbidden: [
    {
      name: 'engine-is-pure',
      comment: 'The engine imports itself and zod, nothing else: no Node module, no package, no sibling.',
      severity: 'error',
      from: { path: '^engine/src', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^engine/src', '^node_modules/zod/'] },
    },
    {
      name: 'files-know-no-product',
      comment: 'files turns bytes into rows and tables into bytes; it may use the engine, never the command line.',
      severity: 'error',
      from: { path: '^files/src' },
      to: { path: '^(cli|server|contract)/' },
    },
    {
      name: 'contract-is-data',
      comment:
        'What is said to the outside: schemas and routes. Browsers load it, so it imports the engine and zod alone.',
      severity: 'error',
      from: { path: '^contract/src' },
      to: { pathNot: ['^contract/src', '^engine/src', '^node_modules/zod/'] },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^server/src' },
      to: { path: '^(cli|web)/' },
    },
    {
      name: 'web-speaks-the-contract',
      comment:
        'The browser knows the server by its contract and shares the engine; nothing else of ours may reach a page.',
      severity: 'error',
      from: { path: '^web/src' },
      to: { path: '^(files|server|cli)/' },
    },
    {
      name: 'nobody-imports-the-web',
      severity: 'error',
      from: { path: '^(engine|files|contract|server|cli)/' },
      to: { path: '^web/' },
    },
    {
      name: 'offline-commands-load-no-server',
      comment: 'Only the commands that run a server may load it, and only when they are called.',
      severity: 'error',
      from: { path: '^cli/src', pathNot: '^cli/src/commands/(serve|worker|user|token|backup)\\.ts$' },
      to: { path: '^server/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that import each other are one file or want a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { pathNot: '(\\.test\\.ts$|/test/)' },
      to: { path: '(\\.test\\.ts$|/test/)' },
    },
    { name: 'not-to-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'types', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
}
