import path from 'node:path';
import type {Plugin} from 'esbuild';

/**
A module that is loaded on demand finds loaded what asked for it, and what the program began with. esbuild does
not know that, and would cut what they share into a file for each combination of who might come first; each file
costs a start as much as many kilobytes. So it is told: what is loaded on demand imports who asks for it, and the
entry points under `root` with the modules of `together`. None of the modules under `root` may await an import
while it is itself being loaded.
*/
export function onDemand(
	root: string,
	entryPoints: readonly string[],
	together: readonly string[] = [],
): Plugin {
	const beginnings = entryPoints.filter(entry => isInside(root, entry));
	return {
		name: 'on-demand',
		setup(build) {
			build.onResolve({filter: /.*/}, ({path: wanted, kind, resolveDir, importer}) => {
				if (kind === 'entry-point') {
					return beginnings.includes(wanted)
						? {path: wanted, namespace: 'on-demand', pluginData: together}
						: null;
				}

				return kind === 'dynamic-import' && /^\.{1,2}\//.test(wanted) && isInside(root, resolveDir)
					? {
							path: path.resolve(resolveDir, wanted),
							namespace: 'on-demand',
							pluginData: [...beginnings, ...together, importer],
						}
					: null;
			});
			build.onLoad({filter: /.*/, namespace: 'on-demand'}, ({path: file, pluginData}) => ({
				contents: [
					...Array.from<string>(pluginData).map(before => `import ${JSON.stringify(before)};`),
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
