import {sentencesOf} from '../../terminal/sentences-of.ts';
import type {Store} from '../store.ts';
import type {FactReader, OpenedOrganization} from './edges.ts';

/** The organization that is open, and where the one that was reached after all takes its place. */
export type Reached = {
	readonly opened: () => OpenedOrganization | null;
	readonly reached: (way: OpenedOrganization) => void;
};

/** Reads the organization that is open, one reading at a time. */
export type ReadingRunner = {
	/** Resolves when the reading has ended or failed; never rejects. */
	readonly read: () => Promise<void>;
	/** Look up the claimed domains; a later one takes the place of one under way. Never rejects. */
	readonly readClaims: () => Promise<void>;
	/** Stop the reading under way; false when there was none. Nobody listens to what it still answers. */
	readonly stop: () => boolean;
};

/** Readings of whatever `place` says is open; what they find comes to the store as events. */
export function createReadingRunner(place: Reached, store: Pick<Store, 'dispatch'>): ReadingRunner {
	/** The reading under way, null at rest. */
	let reading: AbortController | null = null;
	let claiming = new AbortController();

	/** Reach the organization of an open session after all, and give what reads it, or say why that failed. */
	async function reach(way: OpenedOrganization, signal: AbortSignal): Promise<FactReader | string> {
		const reached = await way.connect?.(signal);
		if (reached?.kind !== 'opened' || reached.readFacts === null) {
			return reached?.kind === 'failed' ? reached.what : 'Mixpanel cannot be reached.';
		}

		// Whoever left in the meantime has let the session go.
		if (place.opened() !== way) {
			return 'The organization was left.';
		}

		place.reached(reached);
		const {recorder, changer, notice} = reached;
		store.dispatch({type: 'reached', session: recorder.state, canChange: changer !== null, notice});
		return reached.readFacts;
	}

	return {
		async read() {
			const way = place.opened();
			if (way === null || (way.readFacts === null && way.connect === null)) {
				return;
			}

			const cancel = new AbortController();
			reading = cancel;
			const tell: Store['dispatch'] = event => (cancel.signal.aborted ? undefined : store.dispatch(event));
			tell({type: 'reading_started'});
			try {
				const readFacts = way.readFacts ?? (await reach(way, cancel.signal));
				if (typeof readFacts === 'string') {
					tell({type: 'reading_failed', what: readFacts});
					return;
				}

				const {requests, problem} = await readFacts({
					signal: cancel.signal,
					onFact: facts => tell({type: 'fact_read', facts}),
					onProgress: (done, total) => tell({type: 'read_progress', done, total}),
					onWaiting: what => tell({type: 'read_waiting', what}),
				});
				tell(
					problem === null ? {type: 'reading_finished', requests} : {type: 'reading_failed', what: problem},
				);
			} catch (error) {
				tell({type: 'reading_failed', what: sentencesOf(error)});
			} finally {
				reading = reading === cancel ? null : reading;
			}
		},
		async readClaims() {
			const way = place.opened();
			claiming.abort();
			const cancel = new AbortController();
			claiming = cancel;
			// It rejects for nothing but being stopped: whoever stopped it waits for no answer.
			const facts = (await way?.readClaims?.(cancel.signal).catch(() => null)) ?? null;
			if (facts !== null && !cancel.signal.aborted && place.opened() === way) {
				store.dispatch({type: 'claims_read', facts});
			}
		},
		stop() {
			claiming.abort();
			const wasReading = reading !== null;
			reading?.abort();
			reading = null;
			return wasReading;
		},
	};
}
