/** Reads who imports whom in src/, and says what breaks the rules of the house. */
import { posix } from 'node:path'
import ts from 'typescript'

/** An import as it stands in a file; `target` is a path from the top for the project's own, else a package. */
export interface Import {
  readonly from: string
  readonly target: string
  readonly query: string
  readonly kind: 'value' | 'type'
}

/** What a folder of src may import: folders as values, folders for their types alone, and packages. */
export interface Rule {
  readonly folders: readonly string[]
  readonly types?: readonly string[]
  readonly packages?: readonly string[]
}

export type Rules = Readonly<Record<string, Rule>>
/** Paths from the top, with their text. */
export type Files = ReadonlyMap<string, string>

/** Every import of the files, static and dynamic. */
export function readImports(files: Files): readonly Import[] {
  return [...files].flatMap(([from, text]) => (isCode(from) ? importsOf(from, text) : []))
}

/** A sentence for each import that its folder may not have. */
export function findStrays(imports: readonly Import[], rules: Rules): readonly string[] {
  return imports.flatMap((one) => {
    const fault = faultOf(one, rules)
    return fault === null ? [] : [`${one.from} imports ${one.target}: ${fault}`]
  })
}

function faultOf({ from, target, query, kind }: Import, rules: Rules): string | null {
  const folder = folderOf(from)
  const rule = rules[folder]
  if (rule === undefined) return `the folder ${folder} has no rule`
  if (!target.startsWith('src/')) {
    const allowed = rule.packages?.some((name) => target === name || target.startsWith(`${name}/`)) ?? false
    return allowed ? null : `${folder} may not use this package`
  }
  if (folderOf(target) === 'workers' && folder !== 'workers')
    return from === 'src/main.ts' && query === 'worker&url' ? null : 'only main.ts names a worker, as ?worker&url'
  const view = viewOf(target)
  if (view !== null && view !== viewOf(from) && !VIEW_TABLES.includes(from))
    return 'views are named by the table of views'
  if (folderOf(target) === folder || rule.folders.includes(folderOf(target))) return null
  if (!rule.types?.includes(folderOf(target))) return `${folder} may not import ${folderOf(target)}`
  return kind === 'type' ? null : `${folder} may only take types of ${folderOf(target)}`
}

const VIEW_TABLES = ['src/app/App.svelte', 'src/app/views/all-routes.ts']

/** A sentence for each circle of files that import one another, types included. */
export function findCycles(imports: readonly Import[]): readonly string[] {
  const next = new Map<string, string[]>()
  for (const { from, target } of imports) if (target !== from) next.set(from, [...(next.get(from) ?? []), target])
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
    else if (!done.has(file)) for (const target of next.get(file) ?? []) visit(target, [...path, file])
    done.add(file)
  }
  for (const file of next.keys()) visit(file, [])
  return cycles
}

const LONGEST = 250
const NAMELESS = /(^|\/)(utils?|helpers?|types|misc|common|manager|index)\.[^/]*$|(^|\/)(utils?|helpers?|misc|common)\//

/** A sentence for each file whose name, length or text the house does not have. */
export function findMisfits(files: Files): readonly string[] {
  return [...files].flatMap(([path, text]) => [
    ...(NAMELESS.test(path) ? [`${path}: the name says nothing of what is in it`] : []),
    ...(text.split('\n').length > LONGEST + 1 ? [`${path}: longer than ${LONGEST} lines`] : []),
    ...(path.endsWith('.svelte') && text.includes('{@html') ? [`${path}: {@html} makes HTML of text`] : []),
    ...(path.endsWith('.ts') && !text.startsWith('/** ') ? [`${path}: the first line does not say its job`] : []),
  ])
}

function importsOf(from: string, text: string): Import[] {
  const source = ts.createSourceFile(from, scriptOf(from, text), ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const found: Import[] = []
  const add = (name: ts.Node | undefined, kind: Import['kind']): void => {
    if (name && ts.isStringLiteralLike(name)) found.push({ from, ...resolve(from, name.text), kind })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause) ? 'type' : 'value')
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value')
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type')
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], 'value')
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The scripts of a component, as one text. */
function scriptOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
}

function resolve(from: string, name: string): { target: string; query: string } {
  const [path = '', query = ''] = name.split('?')
  return { target: path.startsWith('.') ? posix.join(posix.dirname(from), path) : path, query }
}

const isTypeOnly = (clause?: ts.ImportClause): boolean => clause?.phaseModifier === ts.SyntaxKind.TypeKeyword

const isCode = (path: string): boolean => /\.(ts|svelte|mjs)$/.test(path)

/** The folder of src a file is in; `main` for the one file in the root. */
function folderOf(path: string): string {
  const parts = path.split('/')
  return parts.length > 2 ? (parts[1] ?? '') : 'main'
}

function viewOf(path: string): string | null {
  return /^src\/app\/views\/([^/]+)\//.exec(path)?.[1] ?? null
}
