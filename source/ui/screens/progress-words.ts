import {count} from '../../controls/rule-kinds/count.ts';
import type {ReadProgress} from '../../types/evidence-facts.ts';

const megabyte = 1024 * 1024;

/** How far the reading of a file is: `Reading, 120 of 900 MB, 1,234,567 events`. */
export function progressWords(progress: ReadProgress | undefined): string {
	if (progress === undefined) {
		return 'Reading …';
	}

	const {done, size, events} = progress;
	const counted = events === 0 ? '' : `, ${count(events, 'event').replace(/\d(?=(?:\d{3})+ )/g, '$&,')}`;
	return size < megabyte
		? `Reading${counted} …`
		: `Reading, ${Math.floor(done / megabyte)} of ${Math.ceil(size / megabyte)} MB${counted} …`;
}
