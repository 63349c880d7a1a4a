import manifest from '../../package.json' with {type: 'json'};

/** The program's own name and version, as reports and `--version` print them. */
export const tool: {readonly name: string; readonly version: string} = {
	name: manifest.name,
	version: manifest.version,
};
