/** What the linter holds: typed rules on every TypeScript and Svelte file, and that no text ever becomes HTML. */
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

const projects = ['', 'src/compiler/', 'src/refresh/', 'src/workers/', 'src/tools/', 'tests/'].map(
  (folder) => `./${folder}tsconfig.json`,
)

export default defineConfig(
  globalIgnores(['dist/', 'public/', 'node_modules/', 'coverage/', 'tests/golden/']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      parserOptions: { project: projects, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // Cleaning outside text is about control characters.
      'no-control-regex': 'off',
      // TypeScript knows every name, in the checked JavaScript of src/tools too.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig: {} } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "SvelteAwaitBlock:not([expression.type='ImportExpression'])",
          message: 'It keeps what it was given for as long as the page lives: use Settled of app/state.',
        },
        {
          selector: 'SvelteAwaitBlock[catch=null]',
          message: 'What does not come has to say so: use Part of app/components.',
        },
      ],
      // Hash addresses are plain links; there is no SvelteKit here to resolve them.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.mjs'],
    rules: {
      // Snippet parameters are `any` to these rules, and so is what plain JavaScript parses; svelte-check and tsc hold both.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    files: ['src/tools/**', 'src/compiler/**', 'tests/bench/**', 'tests/shots/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.test.ts'],
    // A describe block holds many cases; each case is short.
    rules: { 'max-lines-per-function': 'off' },
  },
)
