import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import path from 'node:path';
import {type BuildOptions, build, type Message, type Metafile, type Plugin} from 'esbuild';
import {builtinsAtHand} from './builtins-at-hand.ts';
import {lightText} from './light-text.ts';
import {onDemand} from './on-demand.ts';
import {yogaWasm} from './yoga-wasm.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The lowest Node the program runs on, as `engines` in package.json says. */
const target = 'node22.13';

/** Ink asks for it only to develop Ink itself; it is not installed. */
const noDevtools: Plugin = {
	name: 'no-devtools',
	setup(build) {
		build.onResolve({filter: /^react-devtools-core$/}, ({path}) => ({path, namespace: 'no-devtools'}));
		build.onLoad({filter: /.*/, namespace: 'no-devtools'}, () => ({contents: 'export default {}'}));
	},
};

/** Of package.json only what the program prints goes into the bundle. */
const manifestFacts: Plugin = {
	name: 'manifest-facts',
	setup(build) {
		build.onLoad({filter: /\/package\.json$/}, async ({path: file}) => {
			if (path.relative(root, file) !== 'package.json') {
				return;
			}

			const {name, version} = JSON.parse(await readFile(file, 'utf8'));
			return {contents: JSON.stringify({name, version}), loader: 'json'};
		});
	},
};

const shared = {
	absWorkingDir: root,
	bundle: true,
	platform: 'node',
	format: 'esm',
	target,
	minifyWhitespace: true,
	minifySyntax: true,
	minifyIdentifiers: true,
	legalComments: 'none',
	charset: 'ascii',
	logLevel: 'silent',
	metafile: true,
	define: {'process.env.NODE_ENV': '"production"'},
} as const satisfies BuildOptions;

/**
Bundle each entry point into `outdir` under its own base name, with what they load on demand in `outdir/chunks`.
The modules of `together` go with the first file of the program, whoever needs them. The same input gives the same files. Resolves to esbuild's account of what went where; rejects when something
does not resolve, or when a package other than Node's own would have to be installed beside the bundle.
*/
export async function bundle(
	entryPoints: readonly string[],
	outdir: string,
	together: readonly string[] = [],
): Promise<Metafile> {
	const {metafile, warnings, outputFiles} = await build({
		...shared,
		write: false,
		entryPoints: entryPoints.map(entry => ({in: entry, out: path.parse(entry).name})),
		outdir,
		splitting: true,
		chunkNames: 'chunks/[name]-[hash]',
		// CommonJS packages call `require` for Node's own modules; this serves them without loading anything.
		banner: {js: 'const require=id=>process.getBuiltinModule(id);'},
		plugins: [
			onDemand(path.join(root, 'source'), entryPoints, together),
			yogaWasm,
			lightText,
			noDevtools,
			manifestFacts,
		],
	});
	refuseWarnings(warnings);
	for (const [file, {imports}] of Object.entries(metafile.outputs)) {
		const stray = imports.find(({external, path}) => external && !isBuiltin(path));
		if (stray !== undefined) {
			throw new Error(`${file} would need ${stray.path} beside it`);
		}
	}

	for (const {path: file, text} of outputFiles) {
		await mkdir(path.dirname(file), {recursive: true});
		await writeFile(file, builtinsAtHand(text));
	}

	return metafile;
}

/**
Bundle the entry alone, without what it loads, in syntax that Node versions far below the target can run, for it
is the one that tells their users. `program` is the module it loads, relative to the entry's source; it is loaded
from beside the bundled entry.
*/
export async function bundleEntry(entryPoint: string, program: string, outfile: string): Promise<void> {
	const besides: Plugin = {
		name: 'program-besides',
		setup(build) {
			build.onResolve({filter: /.*/}, ({path: wanted, kind}) => {
				if (kind === 'entry-point') {
					return;
				}

				return wanted === program
					? {path: `./${path.basename(program, '.ts')}.js`, external: true}
					: {errors: [{text: `the entry loads nothing but ${program}`}]};
			});
		},
	};
	const {warnings} = await build({
		...shared,
		target: 'node12.20',
		entryPoints: [entryPoint],
		outfile,
		plugins: [besides],
	});
	refuseWarnings(warnings);
}

/** A bundle that esbuild has doubts about is not one to publish. */
function refuseWarnings(warnings: readonly Message[]): void {
	const [first] = warnings;
	if (first !== undefined) {
		throw new Error(`${first.location?.file ?? 'bundle'}: ${first.text}`);
	}
}
