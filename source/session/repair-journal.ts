import {durableWrite} from './durable-write.ts';
import {encodeLine, type JournalEntry, type JournalHeader} from './journal-line.ts';
import {readJournal} from './read-journal.ts';

export type RepairOptions = {
	readonly path: string;
	readonly header: JournalHeader;
	readonly tool: {readonly version: string; readonly guideVersion: string};
};

/**
Replaces a damaged journal by its good lines in the order they stand, numbered and chained anew; each keeps its
moment. The caller holds the lock, has copied the original aside and has the person's word.
Rejects with the system's error or a UserError, the original being intact.
*/
export async function repairJournal({path, header, tool}: RepairOptions): Promise<void> {
	const lines: string[] = [];
	const opening = (at: string): Pick<JournalEntry, 'at' | 'header' | 'event'> => ({
		at,
		header,
		event: {type: 'session_opened', tool: tool.version, guide: tool.guideVersion},
	});
	let serial = 0;
	let previous: string | null = null;
	const add = (entry: Pick<JournalEntry, 'at' | 'header' | 'event'>): void => {
		serial += 1;
		const {line, checksum} = encodeLine({...entry, serial, previous});
		previous = checksum;
		lines.push(line, '\n');
	};

	await readJournal(path, header.session, entry => {
		if (serial === 0 && entry.header === null) {
			add(opening(entry.at));
		}

		add(entry);
	});
	if (serial > 0) {
		await durableWrite(path, lines.join(''));
	}
}
