import type {AppEvent} from '../../ui/state/app-event.ts';
import type {Store} from '../../ui/store.ts';
import type {Asker} from './asker.ts';
import type {Narrator} from './narrator.ts';

/** What each step of the plain journey works with. */
export type Journey = {
	readonly store: Store;
	readonly asker: Asker;
	readonly narrator: Narrator;
	/** Resolves when everything asked to be recorded is on the disk or has failed. */
	readonly recorded: () => Promise<void>;
	/** Resolves when the wizard has been left, with everything written. */
	readonly left: Promise<void>;
	readonly hasLeft: () => boolean;
};

/** Tell the wizard what happens; what it answers is told again even where it said the same before. */
export function tell({store, narrator}: Journey, ...events: readonly AppEvent[]): void {
	for (const event of events) {
		// A command takes away what was told before it.
		if (event.type === 'command') {
			narrator.forget();
		}

		store.dispatch(event);
	}
}
