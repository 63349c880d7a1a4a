import {setTimeout as delay} from 'node:timers/promises';
import {progressWords} from '../../ui/screens/progress-words.ts';
import type {AppState} from '../../ui/state/app-state.ts';
import {isImporting} from '../../ui/state/forms/import-evidence.ts';
import {type Journey, tell} from './journey.ts';
import {sayWrapped} from './say.ts';

/** Milliseconds before a word is said, and between two lines about a file that takes long. */
const soon = 500;
const patience = 5000;

/** Wait for a file to be read; Enter stops it. Null when broken off. */
export async function awaitImport(journey: Journey): Promise<'asked' | null> {
	const {store, asker, narrator} = journey;
	const over = new AbortController();
	const done = narrator.until(state => !isReadingFile(state)).then(() => over.abort());
	await Promise.race([done, delay(soon, undefined, {ref: false})]);
	if (over.signal.aborted) {
		return 'asked';
	}

	const say = (): void => sayWrapped(asker, [progressWords(store.get().form?.progress)]);
	sayWrapped(asker, ['The file is read. Enter stops it; nothing of it is kept then.']);
	const progress = setInterval(say, patience);
	try {
		const how = await asker.untilEnter(over.signal);
		if (how === 'enter' && isReadingFile(store.get())) {
			// Out of the form as well: whoever stopped it need not answer it again.
			tell(
				journey,
				{type: 'command', command: 'back'},
				{type: 'command', command: 'cancel'},
				{type: 'command', command: 'cancel'},
			);
		}

		return how === null ? null : 'asked';
	} finally {
		clearInterval(progress);
	}
}

function isReadingFile({form}: AppState): boolean {
	return form !== null && isImporting(form);
}
