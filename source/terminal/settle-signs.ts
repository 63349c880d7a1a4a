/** What a terminal can show: everything, everything but our signs, which its font lacks, or plain ASCII alone. */
export type Signs = 'all' | 'letters' | 'ascii';

/** Set by the terminals of Windows that have the signs; the old console has not. */
const modern = ['WT_SESSION', 'TERM_PROGRAM', 'TERMINAL_EMULATOR', 'ConEmuTask', 'TERM'] as const;

/**
What the terminal can show, by what it says of itself. A locale that names no UTF-8 takes each letter beyond ASCII
for several, some of them control characters; where no locale is set at all nothing is known, and most can.
*/
export function signsFor(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Signs {
	if (platform === 'win32') {
		return modern.some(name => (environment[name] ?? '') !== '') ? 'all' : 'letters';
	}

	const locale = ['LC_ALL', 'LC_CTYPE', 'LANG']
		.map(name => environment[name] ?? '')
		.find(text => text !== '');
	if (locale !== undefined && !/utf-?8/i.test(locale)) {
		return 'ascii';
	}

	return environment['TERM'] === 'linux' ? 'letters' : 'all';
}

/** Have all that is written to terminals from here on consist of what they can show. Files and pipes get all of it. */
export async function settleSigns(
	environment: NodeJS.ProcessEnv,
	platform: NodeJS.Platform,
	streams: readonly NodeJS.WriteStream[],
): Promise<void> {
	const signs = signsFor(environment, platform);
	const terminals = streams.filter(stream => stream.isTTY);
	if (signs === 'all' || terminals.length === 0) {
		return;
	}

	const {showable} = await import('./showable.ts');
	for (const stream of terminals) {
		const write = stream.write.bind(stream);
		Reflect.set(stream, 'write', (chunk: unknown, ...rest: readonly unknown[]): unknown =>
			Reflect.apply(write, stream, [typeof chunk === 'string' ? showable(chunk, signs) : chunk, ...rest]),
		);
	}
}
