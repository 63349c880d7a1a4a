import type {Invocation} from '../invocation.ts';

/** The text of a flag, null when it was not given. */
export function flagText(invocation: Pick<Invocation, 'flags'>, name: string): string | null {
	const value = invocation.flags.get(name);
	return typeof value === 'string' ? value : null;
}

/** The texts of a flag that may be given several times; none when it was not given. */
export function flagTexts(invocation: Pick<Invocation, 'flags'>, name: string): readonly string[] {
	const value = invocation.flags.get(name);
	return typeof value === 'object' ? value : [];
}
