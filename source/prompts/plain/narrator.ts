import type {AppState} from '../../ui/state/app-state.ts';
import type {Store} from '../../ui/store.ts';

/** Keeps what the wizard has to tell until there is a place to say it: never while a question stands open. */
export type Narrator = {
	/** The messages since the last call, oldest first. */
	readonly take: () => readonly string[];
	/** The same message may come again: it is told again. */
	readonly forget: () => void;
	/** Resolves once `done` holds, at once when it does already. */
	readonly until: (done: (state: AppState) => boolean) => Promise<void>;
	/** A page opener whose answer `followed` waits for. */
	readonly following: (open: (url: string) => Promise<boolean>) => (url: string) => Promise<boolean>;
	readonly followed: () => Promise<void>;
	readonly close: () => void;
};

export function createNarrator(store: Pick<Store, 'get' | 'subscribe'>): Narrator {
	let last = store.get().message;
	let messages: readonly string[] = last === null ? [] : [last];
	let following: Promise<unknown> = Promise.resolve();
	const close = store.subscribe(() => {
		const {message} = store.get();
		if (message !== null && message !== last) {
			messages = [...messages, message];
		}

		last = message;
	});
	return {
		take() {
			const taken = messages;
			messages = [];
			return taken;
		},
		forget() {
			last = null;
		},
		until(done) {
			return new Promise(resolve => {
				if (done(store.get())) {
					resolve();
					return;
				}

				const stop = store.subscribe(() => {
					if (done(store.get())) {
						stop();
						resolve();
					}
				});
			});
		},
		following: open => url => {
			const opening = open(url);
			following = opening.catch(() => undefined);
			return opening;
		},
		async followed() {
			await following;
		},
		close,
	};
}
