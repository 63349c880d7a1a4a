import type {LogDoubts} from '../../assessment/log-doubts.ts';
import {count} from '../../controls/rule-kinds/count.ts';

/** Each event that came after a person's word: which, when (UTC), by whom; how many more there may be. */
export function eventWords({events, kinds}: LogDoubts): readonly string[] {
	return kinds.flatMap(({name, count: all, newest}) => {
		const known = events.filter(event => event.name === name);
		const lines = known.map(({at, by}) => `${name} on ${minuteOf(at)}${by === null ? '' : ` by ${by}`}`);
		const rest = all - known.length;
		return known.length === 0
			? [
					`${name}, ${count(all, 'time')} in the log, last on ${minuteOf(newest)}; import it again to see by whom`,
				]
			: rest === 0
				? lines
				: [...lines, `${name}, ${count(rest, 'time')} more in the log`];
	});
}

function minuteOf(at: string): string {
	return at.slice(0, 16).replace('T', ' ');
}
