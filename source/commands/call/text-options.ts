import type {TextOptions} from '../../report/check/text-style.ts';
import type {Invocation} from '../invocation.ts';

/** Widest text that still reads well. */
const widest = 100;

/** How text is laid out for where it goes: width and colour of a terminal, or 80 plain columns for a file or pipe. */
export function textOptions({io, environment}: Invocation, toScreen: boolean): TextOptions {
	const onTerminal = toScreen && io.stdout.isTTY;
	return {
		width: onTerminal ? Math.min(Math.max(io.stdout.columns, 60), widest) : 80,
		color: onTerminal && io.stdout.hasColors() && process.env['FORCE_COLOR'] !== '0',
		unicode: !environment.plain,
	};
}
