import path from 'node:path';
import type {Plugin} from 'esbuild';

/**
A module that is loaded on demand finds loaded what asked for it, and what the program began with. esbuild does
not know that, and would cut what they share into a file for each combination of who might come first; each file
costs a start as much as many kilobytes. So it is told: what is loaded on demand imports who asks for it. Only
modules under `root` are looked at; none of them may await an import while it is itself being loaded.
*/
export function onDemand(root: string, entryPoints: readonly string[]): Plugin {
	const beginnings = entryPoints.filter(entry => isInside(root, entry));
	return {
		name: 'on-demand',
		setup(build) {
			build.onResolve({filter: /^\.{1,2}\//}, ({path: wanted, kind, resolveDir, importer}) =>
				kind === 'dynamic-import' && isInside(root, resolveDir)
					? {
							path: path.resolve(resolveDir, wanted),
							namespace: 'on-demand',
							pluginData: importer,
						}
					: null,
			);
			build.onLoad({filter: /.*/, namespace: 'on-demand'}, ({path: file, pluginData}) => ({
				contents: [
					...[...beginnings, String(pluginData)].map(before => `import ${JSON.stringify(before)};`),
					`export * from ${JSON.stringify(file)};`,
				].join('\n'),
				resolveDir: path.dirname(file),
			}));
		},
	};
}

function isInside(folder: string, candidate: string): boolean {
	return !path.relative(folder, candidate).startsWith('..');
}
