import {importedFacts, withoutPeople} from '../../assessment/imported-facts.ts';
import {sentencesOf} from '../../terminal/sentences-of.ts';
import type {FoundEvidence} from '../../types/evidence-facts.ts';
import type {Facts} from '../../types/facts.ts';
import type {Effect} from '../state/effect.ts';
import type {Store} from '../store.ts';
import type {Edges, Recorder} from './edges.ts';

/** Milliseconds before the first word of progress, and between two. */
const patience = 500;
const rhythm = 250;

/** Takes files in as evidence, one at a time. */
export type ImportRunner = {
	readonly run: (effect: Extract<Effect, {type: 'import_evidence' | 'stop_import'}>) => void;
	/** Stop what is being read; what was read to its end is recorded all the same. */
	readonly stop: () => void;
};

/** `recorder` gives the session of the moment; `after` lets a record take its turn among the others. */
export function createImportRunner(
	recorder: () => Recorder | null,
	after: (work: () => Promise<void>) => void,
	{readEvidence}: Pick<Edges, 'readEvidence'>,
	store: Pick<Store, 'dispatch'>,
): ImportRunner {
	let cancel = new AbortController();

	async function read({kind, place}: Extract<Effect, {type: 'import_evidence'}>): Promise<void> {
		const to = recorder();
		const stopping = new AbortController();
		cancel = stopping;
		const {signal} = stopping;
		const fail = (what: string): void => {
			if (!signal.aborted) {
				store.dispatch({type: 'session_failed', what, ofForm: true, field: 'file'});
			}
		};
		if (to === null || readEvidence === undefined) {
			fail('No file can be taken in here.');
			return;
		}

		let next = performance.now() + patience;
		try {
			const found = await readEvidence(kind, place, {
				signal,
				onProgress(progress) {
					if (performance.now() >= next && !signal.aborted) {
						next = performance.now() + rhythm;
						store.dispatch({type: 'import_progressed', progress});
					}
				},
			});
			after(async () => {
				if (signal.aborted || recorder() !== to) {
					return;
				}

				try {
					await to.append({type: 'evidence_imported', evidence: storable(found)});
					const facts = factOf(to, found);
					store.dispatch({type: 'evidence_imported', kind, facts, session: to.state});
				} catch (error) {
					fail(sentencesOf(error));
				}
			});
		} catch (error) {
			fail(sentencesOf(error));
		}
	}

	return {
		run(effect) {
			cancel.abort();
			if (effect.type === 'import_evidence') {
				void read(effect);
			}
		},
		stop: () => cancel.abort(),
	};
}

/** Who did what is for the screen alone. */
function storable(found: FoundEvidence): FoundEvidence {
	return found.kind === 'audit_log' ? {...found, log: withoutPeople(found.log)} : found;
}

/** The fact as the session will give it again, with who did what as long as the program runs. */
function factOf({state}: Recorder, found: FoundEvidence): Facts {
	const facts = importedFacts(state.evidence.filter(({kind}) => kind === found.kind));
	const {auditLog} = facts;
	return found.kind === 'audit_log' && auditLog?.outcome === 'ok'
		? {auditLog: {...auditLog, value: {...auditLog.value, recent: found.log.recent ?? []}}}
		: facts;
}
