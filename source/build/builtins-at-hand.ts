import {isBuiltin} from 'node:module';

const imports =
	/(?<=^|[;\n}])import(?<names>(?: [\w$]+)?(?:,?\{[^{}"]*\}|,?\*as [\w$]+)?) ?from"(?<from>[^"]+)";/g;

/**
The text of a bundled file with Node's own modules taken from `process.getBuiltinModule` where it imported them. For
an import Node makes a copy of everything a module offers, for which it loads all that the module has ready only on
demand: dearer than the whole program's own code. What a file takes stands at its beginning.
*/
export function builtinsAtHand(bundled: string): string {
	const taken: string[] = [];
	const rest = bundled.replaceAll(imports, (statement: string, names: string, from: string) => {
		if (!isBuiltin(from)) {
			return statement;
		}

		const [, one, all, some] = /^(?: ([\w$]+))?(?:,?\*as ([\w$]+))?(?:,?\{([^{}]*)\})?$/.exec(names) ?? [];
		const module = `globalThis.process.getBuiltinModule("${from}")`;
		taken.push(
			...[one, all, some === undefined ? undefined : `{${some.replaceAll(' as ', ':')}}`]
				.filter(pattern => pattern !== undefined)
				.map(pattern => `const ${pattern}=${module};`),
		);
		return '';
	});
	return taken.join('') + rest;
}
