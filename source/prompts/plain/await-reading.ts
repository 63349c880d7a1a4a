import type {AppState} from '../../ui/state/app-state.ts';
import type {Journey} from './journey.ts';
import {sayWrapped} from './say.ts';

/** Milliseconds between two lines about a reading that takes long. */
const patience = 10_000;

/** Wait for the organization to be read. `enter`: the person goes on without waiting; null when broken off. */
export async function awaitReading({store, asker, narrator}: Journey): Promise<'enter' | 'over' | null> {
	const label = store.get().open?.label ?? 'the organization';
	sayWrapped(asker, [`Reading ${label} … Enter goes on without waiting.`]);
	const over = new AbortController();
	void narrator.until(state => !isReading(state)).then(() => over.abort());
	const progress = setInterval(() => sayWrapped(asker, [progressOf(store.get())]), patience);
	try {
		const how = await asker.untilEnter(over.signal);
		const reading = store.get().open?.reading;
		if (how === 'over' && reading?.kind === 'finished') {
			sayWrapped(asker, [`Read, in ${reading.requests} calls.`]);
		}

		return how;
	} finally {
		clearInterval(progress);
	}
}

function isReading({open}: AppState): boolean {
	return open?.reading.kind === 'under_way';
}

function progressOf({open}: AppState): string {
	return open?.reading.kind === 'under_way'
		? (open.reading.waiting ?? `Still reading: ${open.reading.done} of ${open.reading.total} answered.`)
		: '';
}
