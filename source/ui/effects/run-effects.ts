import {sentencesOf} from '../../terminal/sentences-of.ts';
import type {Road} from '../state/app-state.ts';
import type {Effect} from '../state/effect.ts';
import type {Store} from '../store.ts';
import type {Edges, FactReader, OpenedOrganization, OpenedRoad} from './edges.ts';
import {runArchive} from './run-archive.ts';
import {createChangeRunner} from './run-changes.ts';
import {createRecordRunner} from './run-records.ts';

/** Does what the reducer asks for, one organization at a time. */
export type EffectRunner = {
	readonly run: (effect: Effect) => void;
	/** Resolves when everything asked to be recorded is on the disk or has failed. */
	readonly recorded: () => Promise<void>;
	/** Stops what is under way and lets the organization go. */
	readonly close: () => Promise<void>;
};

/** Effects of the wizard over its edges; each comes back to the store as events. */
export function createEffectRunner(
	edges: Edges,
	store: Pick<Store, 'dispatch'>,
	leave: (effect: Extract<Effect, {type: 'leave'}>) => void,
): EffectRunner {
	let opened: OpenedOrganization | null = null;
	let opening = new AbortController();
	/** The reading under way, null at rest. */
	let reading: AbortController | null = null;
	const records = createRecordRunner(() => opened?.recorder ?? null, edges, store);
	const changes = createChangeRunner(
		() => (opened?.changer == null ? null : {changer: opened.changer, recorder: opened.recorder}),
		store,
	);
	let arriving = Promise.resolve();
	let closing = Promise.resolve();

	function close(): Promise<void> {
		opening.abort();
		reading?.abort();
		closing = closing.then(letGo);
		return closing;
	}

	async function letGo(): Promise<void> {
		await records.settled();
		await changes.stop();
		const leaving = opened;
		opened = null;
		// What was recorded has been confirmed one by one: nothing is lost when the rest fails.
		await leaving?.close().catch(() => undefined);
	}

	/** From here on it can be cancelled, though the organization before it may take a moment to be let go. */
	function open(road: Road): void {
		const closed = close();
		const cancel = new AbortController();
		opening = cancel;
		// One at a time: a session that is still being let go would be found in use.
		arriving = Promise.all([closed, arriving]).then(() => arrive(cancel, signal => edges.open(road, signal)));
	}

	async function arrive(
		cancel: AbortController,
		going: (signal: AbortSignal) => Promise<OpenedRoad>,
	): Promise<void> {
		if (cancel.signal.aborted) {
			return;
		}

		try {
			const way = await going(cancel.signal);
			if (cancel.signal.aborted) {
				await (way.kind === 'opened' ? way.close() : undefined);
				return;
			}

			switch (way.kind) {
				case 'opened': {
					opened = way;
					const {target, label, readOnly, notice, offline} = way;
					const canMend = way.mend !== null;
					const canChange = way.changer !== null;
					store.dispatch({
						type: 'opened',
						canMend,
						canChange,
						before: way.before,
						target,
						label,
						session: way.recorder.state,
						readOnly,
						offline,
						notice,
					});
					await offerKnownPerson();
					await recall(way);
					return;
				}

				case 'leave': {
					leave({type: 'leave', outcome: way.outcome});
					return;
				}

				case 'unconnected': {
					store.dispatch({type: 'unconnected', session: way.session});
					return;
				}

				case 'failed': {
					store.dispatch({type: 'open_failed', what: way.what});
				}
			}
		} catch (error) {
			if (!cancel.signal.aborted) {
				store.dispatch({type: 'open_failed', what: sentencesOf(error)});
			}
		}
	}

	async function offerKnownPerson(): Promise<void> {
		const name = await edges.knownPerson().catch(() => null);
		if (name !== null) {
			store.dispatch({type: 'person_known', name});
		}
	}

	async function tellStartRows(): Promise<void> {
		const rows = await edges.startRows().catch(() => null);
		if (rows !== null) {
			store.dispatch({type: 'start_rows_known', rows});
		}
	}

	/** After the organization is shown: old facts may be many. What cannot be read puts nothing in doubt. */
	async function recall(way: OpenedOrganization): Promise<void> {
		const knowledge = await way.recall().catch(() => []);
		if (opened === way && knowledge.length > 0) {
			store.dispatch({type: 'knowledge_recalled', knowledge});
		}
	}

	async function openPage(url: string): Promise<void> {
		const message = (await edges.openPage(url))
			? 'Opened in the browser. Check the organization’s name there first.'
			: 'No browser could be opened from here; the address stands above.';
		store.dispatch({type: 'told', message});
	}

	async function mend(): Promise<void> {
		const mending = opened?.mend ?? null;
		if (mending !== null) {
			reading?.abort();
			opening = new AbortController();
			await arrive(opening, mending);
		}
	}

	async function read(): Promise<void> {
		const way = opened;
		if (way === null || (way.readFacts === null && way.connect === null)) {
			return;
		}

		const cancel = new AbortController();
		reading = cancel;
		// A reading that was stopped may still answer; nobody listens to it then.
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
			tell(problem === null ? {type: 'reading_finished', requests} : {type: 'reading_failed', what: problem});
		} catch (error) {
			tell({type: 'reading_failed', what: sentencesOf(error)});
		} finally {
			reading = reading === cancel ? null : reading;
		}
	}

	/** Reach the organization of an open session after all, and give what reads it, or say why that failed. */
	async function reach(way: OpenedOrganization, signal: AbortSignal): Promise<FactReader | string> {
		const reached = await way.connect?.(signal);
		if (reached?.kind !== 'opened' || reached.readFacts === null) {
			return reached?.kind === 'failed' ? reached.what : 'Mixpanel cannot be reached.';
		}

		// Whoever left in the meantime has let the session go.
		if (opened !== way) {
			return 'The organization was left.';
		}

		opened = reached;
		const {recorder, changer, notice} = reached;
		store.dispatch({type: 'reached', session: recorder.state, canChange: changer !== null, notice});
		return reached.readFacts;
	}

	return {
		run(effect) {
			switch (effect.type) {
				case 'open': {
					open(effect.road);
					return;
				}

				case 'open_page': {
					void openPage(effect.url);
					return;
				}

				case 'copy': {
					store.dispatch({type: 'told', message: copyWords(edges.copy(effect.text))});
					return;
				}

				case 'mend': {
					void mend();
					return;
				}

				case 'read': {
					void read();
					return;
				}

				case 'stop_reading': {
					if (reading !== null) {
						reading.abort();
						reading = null;
						store.dispatch({type: 'reading_stopped'});
					}

					return;
				}

				case 'close': {
					// The session that was just let go is one to come back to, with what was written down last.
					void close().then(tellStartRows);
					return;
				}

				case 'record':
				case 'record_assessment': {
					records.run(effect);
					return;
				}

				case 'make_report':
				case 'load_facts': {
					const at = opened;
					// Nobody is shown the report of an organization that was left meanwhile.
					void runArchive(effect, at, {
						dispatch: event => (opened === at ? store.dispatch(event) : undefined),
					});
					return;
				}

				case 'save_report': {
					records.after(() => runArchive(effect, opened, store));
					return;
				}

				case 'plan_fix':
				case 'plan_undo':
				case 'apply_fix':
				case 'stop_fix': {
					changes.run(effect);
					return;
				}

				case 'leave': {
					// What was sent is waited for: leaving must not leave a change without its end.
					void Promise.all([records.settled(), changes.stop()]).then(() => leave(effect));
				}
			}
		},
		recorded: records.settled,
		close,
	};
}

function copyWords(asked: boolean): string {
	return asked
		? 'Copied, if your terminal allows it; the value stands above as well.'
		: 'Too long for the clipboard of a terminal; mark it with the mouse.';
}
