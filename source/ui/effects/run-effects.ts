import {sentencesOf} from '../../terminal/sentences-of.ts';
import type {Road} from '../state/app-state.ts';
import type {Effect} from '../state/effect.ts';
import type {Store} from '../store.ts';
import type {Edges, OpenedOrganization, OpenedRoad} from './edges.ts';
import {runArchive} from './run-archive.ts';
import {createChangeRunner} from './run-changes.ts';
import {createImportRunner} from './run-imports.ts';
import {createReadingRunner} from './run-readings.ts';
import {createRecordRunner} from './run-records.ts';
import {runTerminal} from './run-terminal.ts';

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
	const records = createRecordRunner(() => opened?.recorder ?? null, edges, store);
	const readings = createReadingRunner(
		{
			opened: () => opened,
			reached(way) {
				opened = way;
			},
		},
		store,
	);
	const changes = createChangeRunner(
		() => (opened?.changer == null ? null : {changer: opened.changer, recorder: opened.recorder}),
		store,
	);
	const imports = createImportRunner(() => opened?.recorder ?? null, records.after, edges, store);
	let arriving = Promise.resolve();
	let closing = Promise.resolve();

	function close(): Promise<void> {
		opening.abort();
		readings.stop();
		imports.stop();
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
					const {target, label, readOnly, notice, offline, before, recorder} = way;
					store.dispatch({
						type: 'opened',
						canMend: way.mend !== null,
						canChange: way.changer !== null,
						...{target, label, readOnly, offline, notice, before, session: recorder.state},
						leftAt: way.leftAt === undefined ? recorder.state.lastAt : way.leftAt,
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

	async function mend(): Promise<void> {
		const mending = opened?.mend ?? null;
		if (mending !== null) {
			readings.stop();
			opening = new AbortController();
			await arrive(opening, mending);
		}
	}

	return {
		run(effect) {
			switch (effect.type) {
				case 'open': {
					open(effect.road);
					return;
				}

				case 'open_page':
				case 'copy':
				case 'set_aside': {
					runTerminal(effect, edges, store);
					return;
				}

				case 'mend': {
					void mend();
					return;
				}

				case 'read': {
					void readings.read();
					return;
				}

				case 'read_claims': {
					void readings.readClaims();
					return;
				}

				case 'stop_reading': {
					if (readings.stop()) {
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

				case 'import_evidence':
				case 'stop_import': {
					imports.run(effect);
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
