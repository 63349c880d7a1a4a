import {stepWords} from '../../ui/screens/step-words.ts';
import type {AppState} from '../../ui/state/app-state.ts';
import {isImporting} from '../../ui/state/forms/import-evidence.ts';
import type {Journey} from './journey.ts';
import {sayWrapped} from './say.ts';

/** Wait until nothing is under way that the next question depends on, saying what is waited for. */
export async function settled({store, asker, narrator, recorded, left, hasLeft}: Journey): Promise<void> {
	for (;;) {
		const work = workOf(store.get());
		if (hasLeft()) {
			return;
		}

		if (work === null) {
			await recorded();
			await narrator.followed();
			if (workOf(store.get()) === null) {
				return;
			}
		} else {
			sayWrapped(asker, work === '' ? [] : [work]);
			await Promise.race([left, narrator.until(state => workOf(state) !== work)]);
		}
	}
}

/** What is under way, in words; empty for what takes no time worth a word, null at rest. */
function workOf({screen, form, fix}: AppState): string | null {
	if (fix?.kind === 'planning') {
		return `${fix.what} …`;
	}

	if (fix?.kind === 'running') {
		return `${stepWords[fix.step]}: ${fix.subject}, ${fix.index + 1} of ${fix.of} …`;
	}

	if (screen.kind === 'start' && screen.opening !== null) {
		return `Opening ${screen.opening} …`;
	}

	if (screen.kind === 'report' && screen.texts === null) {
		return 'Writing the report …';
	}

	if (screen.kind === 'comparison' && screen.differences.kind === 'loading') {
		return 'Reading what was kept …';
	}

	// A file that is read can be stopped: it is waited for elsewhere.
	return form?.saving === true && !isImporting(form) ? '' : null;
}
